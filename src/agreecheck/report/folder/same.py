"""Papers of a folder that are one, or nearly one; in time that grows with their number alone."""

from collections.abc import Sequence

from agreecheck.model.base import Frozen
from agreecheck.report.folder.row import Row
from agreecheck.report.likeness import ALIKE, bands, likeness

_COMPARED = ("creditor", "currency", "total", "stated", "plan", "annual_percent")
_SHOWN = {"stated": "instalment", "plan": "payments"}
_HOLDERS = 4  # papers that one piece of wording leads to: enough to find its like, few enough for thousands of files

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


def alike(rows: Sequence[Row]) -> Alike:
    """Which rows belong together."""
    same = [group for group in by_content(rows) if len(group) > 1]
    near: list[Near] = []
    forms: list[Files] = []
    for group in _by_wording([group[0] for group in by_content(rows)]):
        by_debtor: dict[tuple[str, str], list[Row]] = {}
        for one in group:
            by_debtor.setdefault((one.trace.person, one.trace.tail), []).append(one)
        near += [Near(files=_files(own), differ=_differ(own)) for own in by_debtor.values() if len(own) > 1]
        forms += [_files(group)] if len(by_debtor) > 1 else []
    return Alike(same=tuple(map(_files, same)), near=tuple(near), forms=tuple(forms))


def by_content(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows, those of one content together."""
    groups: dict[str, list[Row]] = {}
    for number, one in enumerate(rows):
        groups.setdefault(one.trace.words or one.sha256 or str(number), []).append(one)
    return list(groups.values())


def _by_wording(rows: Sequence[Row]) -> list[list[Row]]:
    """Groups of two and more: each paper joins the first group whose first paper is like it."""
    groups: list[list[Row]] = []
    holders: dict[tuple[int, bytes], list[int]] = {}
    for one in rows:
        pieces = list(bands(one.trace.sketch))
        candidates = sorted({n for piece in pieces for n in holders.get(piece, ())})
        found = next((n for n in candidates if likeness(groups[n][0].trace.sketch, one.trace.sketch) >= ALIKE), None)
        if found is not None:
            groups[found].append(one)
            continue
        for piece in pieces:
            held = holders.setdefault(piece, [])
            if len(held) < _HOLDERS:
                held.append(len(groups))
        groups.append([one])
    return [group for group in groups if len(group) > 1]


def _differ(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(_SHOWN.get(name, name) for name in _COMPARED if len({getattr(one, name) for one in rows}) > 1)


def _files(rows: Sequence[Row]) -> Files:
    return tuple(one.file for one in rows)
