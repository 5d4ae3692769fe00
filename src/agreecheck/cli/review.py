"""One paper with the options of a call: its report, what may be shown of it, its text, its exit code."""

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agreecheck.batch.files import Job
from agreecheck.cli.exits import CLEAN, FINDINGS, UNREAD
from agreecheck.cli.output import terminal_options
from agreecheck.model.finding import Report
from agreecheck.model.given import Given
from agreecheck.report import render
from agreecheck.report.shape import View

STANDARD_INPUT = "-"
Looks = dict[str, object]


@dataclass(frozen=True)
class Drawn:
    """A reviewed file: what may be shown of it, and the report in the format asked for."""

    view: View
    text: str


def draw(options: argparse.Namespace, view: View, looks: Looks | None = None) -> Drawn:
    """A view in the format asked for. ``looks`` are told where another process than the one that prints draws it."""
    return Drawn(view=view, text=render(view, options.format, **(looks_of(options) if looks is None else looks)))


def shown(options: argparse.Namespace, report: Report, brought: Given) -> View:
    """What the options let be shown of a report."""
    from agreecheck.report.texts import load as load_texts
    from agreecheck.report.view import view

    return view(
        report,
        load_texts(report.packs, brought.law) if brought.law else None,
        language=options.lang,
        show_personal=options.show_personal,
        redact=options.redact,
    )


def reviewed(options: argparse.Namespace, job: Job, as_of: date, brought: Given) -> Report:
    """The report on one job."""
    from agreecheck import engine

    second, policy = not options.no_second_reader, options.policy
    if job.path == Path(STANDARD_INPUT):
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        return engine.check_text(
            text, name=job.name, as_of=as_of, as_type=options.type, second_reader=second, given=brought, policy=policy
        )
    return engine.check(job.path, as_of=as_of, as_type=options.type, second_reader=second, given=brought, policy=policy)


def looks_of(options: argparse.Namespace) -> Looks:
    """How wide a report is and whether it has colours, as this process sees the terminal."""
    if options.format != "terminal":
        return {}
    return {"width": 80, "colour": False} if options.output else terminal_options()


def outcome_code(options: argparse.Namespace, view: View) -> int:
    """The exit code of one report."""
    from agreecheck.report.view import severity_at_least

    if not view.document.read_in_full or view.document.type == "other":
        return UNREAD
    return FINDINGS if options.fail_on != "never" and severity_at_least(view, options.fail_on) else CLEAN
