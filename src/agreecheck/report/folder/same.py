"""Papers of a folder that are one, or nearly one; in time that grows with their number alone."""

from array import array
from collections.abc import Iterator
from contextlib import closing

from agreecheck.model.base import Frozen
from agreecheck.report.folder.leaders import Leaders
from agreecheck.report.folder.rows import Places, Rows, Some, grouped

_COMPARED = ("creditor", "currency", "total", "stated", "plan", "annual_percent")
_SHOWN = {"stated": "instalment", "plan": "payments"}

Files = tuple[str, ...]


class Near(Frozen):
    """Papers of one debtor in nearly the same words; ``differ`` are the columns in which they do."""

    files: Files
    differ: tuple[str, ...] = ()


class Alike(Frozen):
    """``same``: papers of the same bytes or words; ``near``: see ``Near``; ``forms``: papers of several debtors in
    nearly the same words, as on a creditor's printed form. Each group once, in the order of the files."""

    same: tuple[Files, ...] = ()
    near: tuple[Near, ...] = ()
    forms: tuple[Files, ...] = ()


def alike(rows: Rows) -> Alike:
    """Which rows belong together."""
    same: list[Files] = []
    firsts = array("I")
    for places in by_content(rows):
        firsts.append(places[0])
        same += [files(Some(rows, places))] if len(places) > 1 else []
    near: list[Near] = []
    forms: list[Files] = []
    for group in _by_wording(Some(rows, firsts)):
        debtors = [Some(group, places) for places in grouped(f"{r.trace.person} {r.trace.tail}" for r in group)]
        near += [Near(files=files(own), differ=_differ(own)) for own in debtors if len(own) > 1]
        forms += [files(group)] if len(debtors) > 1 else []
    return Alike(same=tuple(same), near=tuple(near), forms=tuple(forms))


def by_content(rows: Rows) -> Iterator[Places]:
    """The places of rows, those of one content together."""
    return grouped(one.trace.words or one.sha256 or str(place) for place, one in enumerate(rows))


def files(rows: Rows) -> Files:
    """What the files are called."""
    return tuple(one.file for one in rows)


def _by_wording(rows: Rows) -> Iterator[Some]:
    """Groups of two and more: each paper joins the first group whose first paper is like it."""
    with closing(Leaders()) as leaders:
        for places in grouped(str(leaders.of(place, one.trace.sketch)) for place, one in enumerate(rows)):
            if len(places) > 1:
                yield Some(rows, places)


def _differ(rows: Rows) -> tuple[str, ...]:
    first = rows[0]
    differing = {name for one in rows for name in _COMPARED if getattr(one, name) != getattr(first, name)}
    return tuple(_SHOWN.get(name, name) for name in _COMPARED if name in differing)
