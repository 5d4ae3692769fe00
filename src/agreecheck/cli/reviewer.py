"""The review of one file as a worker process does it: the options travel there once, a packed view comes back."""

import argparse
from dataclasses import dataclass
from datetime import date

import msgspec

from agreecheck.batch.files import Job
from agreecheck.cli.given import given
from agreecheck.model.given import Given
from agreecheck.report.plain import harmless
from agreecheck.report.shape import View

_LIKE_A_PAPER = "还款协议\n甲方：某公司\n乙方：张三\n乙方欠款10000元，自2026年1月10日起分10期归还，每期1000元。"


@dataclass(frozen=True)
class Reviewer:
    """Reviews jobs with the options of a run."""

    options: argparse.Namespace
    as_of: date
    brought: Given

    def warm(self) -> None:
        """Load all that a review needs, by reviewing a few words."""
        from agreecheck import engine

        engine.check_text(_LIKE_A_PAPER, as_of=self.as_of, second_reader=not self.options.no_second_reader)

    def __call__(self, job: Job) -> bytes:
        """The packed view of one file. Raises what the stages raise."""
        from agreecheck.cli.scan import reviewed, shown

        report = reviewed(self.options, job, self.as_of, self.brought)
        return msgspec.msgpack.encode(shown(self.options, report, self.brought))


def reviewer(options: argparse.Namespace) -> Reviewer:
    """The work of a run; files of one's own are read here, once. Raises ConfigError."""
    return Reviewer(options=options, as_of=options.as_of or date.today(), brought=given(options))


def unpack(packed: bytes, job: Job) -> View:
    """The view of a file, under its own name also where another with the same content was reviewed."""
    view = msgspec.msgpack.decode(packed, type=View)
    source = msgspec.structs.replace(view.source, name=harmless(job.path.name))
    return msgspec.structs.replace(view, source=source)
