"""The picture of a folder in words and in order; every renderer for people draws the same."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.folder.picture import Picture
from agreecheck.report.folder.row import Row
from agreecheck.report.folder.rows import Rows
from agreecheck.report.plain import flow, with_unit
from agreecheck.report.wording import Line, after, labelled

_FILES = 12  # names that one line of a list may hold; all are in JSON and XLSX


class Card(Frozen):
    """One file: what it is, what came of it, its figures, and the findings to begin with."""

    file: str
    about: str
    figures: tuple[Line, ...]
    findings: tuple[str, ...]
    severity: str
    failed: bool


class Point(Frozen):
    """A label and what belongs under it, one thing a line."""

    label: str
    values: tuple[str, ...]


class Grid(Frozen):
    """A table; the columns counted in ``right`` hold figures, those in ``days`` dates."""

    heads: tuple[str, ...]
    rows: Iterable[tuple[str, ...]]
    right: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


def sections(say: Messages, seen: Picture) -> list[tuple[str, Rows]]:
    """What could not be read comes first."""
    return [(say(f"group.{key}"), rows) for key, rows in (("unread", seen.unread), ("read", seen.read)) if rows]


def card(say: Messages, one: Row) -> Card:
    """A file in a few lines."""
    return Card(
        file=one.file,
        about=" · ".join(part for part in (one.type, flow(one.result)) if part),
        figures=tuple(_figures(say, one)),
        findings=tuple(labelled(say, say.name("severity", f.severity), f.headline) for f in one.worst_findings),
        severity="critical" if one.failed else one.worst or "low",
        failed=one.failed,
    )


def amounts(say: Messages, written: str, currency: str) -> str:
    """``"6600.00/6000.00"`` as people read it: ``6,600.00/6,000.00 元``."""
    return with_unit(say, "/".join(f"{Decimal(one):,.2f}" for one in written.split("/")), currency) if written else ""


def findings(say: Messages, seen: Picture) -> list[Point]:
    """What is frequent, and what is frequently missing."""
    pairs = (("frequent", seen.frequent), ("missing", seen.missing))
    return [
        Point(label=say(f"group.{key}"), values=tuple(f"{n} × {finding.headline}" for finding, n in counted))
        for key, counted in pairs
        if counted
    ]


def alike(say: Messages, seen: Picture) -> list[Point]:
    """Which papers are the same, or nearly."""
    groups = seen.alike
    points = [
        Point(label=say("group.same"), values=tuple(names(say, files) for files in groups.same)),
        Point(
            label=say("group.near"),
            values=tuple(after(say, names(say, near.files), _differ(say, near.differ)) for near in groups.near),
        ),
        *(Point(label=say("group.form", n=len(files)), values=(names(say, files),)) for files in groups.forms),
    ]
    return [point for point in points if point.values]


def names(say: Messages, files: Sequence[str]) -> str:
    """What files are called, as many as go into a line."""
    shown = say("group.comma").join(files[:_FILES])
    return shown if len(files) <= _FILES else after(say, shown, say("group.more", n=len(files)))


def _figures(say: Messages, one: Row) -> Iterable[Line]:
    told = {
        "creditor": one.creditor,
        "debtor": one.debtor,
        "total": amounts(say, one.total, one.currency),
        "instalment": amounts(say, one.instalment, one.currency),
        "next_due": one.next_due,
        "annual_percent": one.annual_percent and f"{one.annual_percent}%",
    }
    return (Line(label=say(f"group.{key}"), value=value) for key, value in told.items() if value)


def _differ(say: Messages, columns: Sequence[str]) -> str:
    return say("group.differ", columns=say("group.comma").join(say(f"group.{c}") for c in columns)) if columns else ""
