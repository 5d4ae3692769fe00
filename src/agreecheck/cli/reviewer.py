"""The review of one file as a worker process does it: the options travel there once, a packed view comes back."""

import argparse
import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from agreecheck import expressions
from agreecheck.batch.files import Job
from agreecheck.batch.program import digest
from agreecheck.batch.resume import Reviewed
from agreecheck.cli.given import given
from agreecheck.cli.review import reviewed, shown
from agreecheck.model.given import Given
from agreecheck.report.plain import harmless
from agreecheck.report.shape import View

_LIKE_A_PAPER = "还款协议\n甲方：某公司\n乙方：张三\n乙方欠款10000元，自2026年1月10日起分10期归还，每期1000元。"

_FILES = ("files", "recursive", "include", "exclude", "shard", "config", "show_config")
_RUN = ("run", "jobs", "timeout", "memory", "quiet", "format", "output", "folder_meant", "fail_on", "traceback")
_OWN = ("as_of", "me", "law", "answers", "signed_on", "packs", "policy")  # what these say counts, not their names
_ASIDE = frozenset((*_FILES, *_RUN, *_OWN))


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

    def settings(self) -> str:
        """A digest of all that a view depends on besides the file: the program, the options, what was brought."""
        told = {name: str(value) for name, value in vars(self.options).items() if name not in _ASIDE}
        policy = msgspec.structs.replace(self.options.policy, packs=tuple(map(_content, self.options.policy.packs)))
        whole = (digest(), told, self.as_of, self.brought, policy)
        return sha256(msgspec.json.encode(whole, order="deterministic")).hexdigest()

    def __call__(self, job: Job) -> Reviewed:
        """The view of one file, packed. Raises what the stages raise."""
        report = reviewed(self.options, job, self.as_of, self.brought)
        view = shown(self.options, report, self.brought)
        packed = zlib.compress(msgspec.msgpack.encode(view), level=1)
        expressions.keep()
        return Reviewed(digest=report.document.source.sha256, packed=packed)


def reviewer(options: argparse.Namespace) -> Reviewer:
    """The work of a run; files of one's own are read here, once. Raises ConfigError."""
    return Reviewer(options=options, as_of=options.as_of or date.today(), brought=given(options))


def _content(pack: str) -> str:
    """A pack by its name in reports and its content."""
    from agreecheck.packs.load import load

    return f"{Path(pack).name} {load(pack).digest}"


def unpack(packed: bytes, job: Job) -> View:
    """The view of a file, under its own name also where another with the same content was reviewed."""
    view = msgspec.msgpack.decode(zlib.decompress(packed), type=View)
    source = msgspec.structs.replace(view.source, name=harmless(job.path.name))
    return msgspec.structs.replace(view, source=source)
