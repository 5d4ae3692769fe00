"""Whose paper is whose, among those of a folder."""

from collections.abc import Mapping

from agreecheck.report.folder.row import Row
from agreecheck.report.folder.rows import Places, Rows, Some, grouped


def owned_papers(rows: Rows) -> tuple[list[Places], Some]:
    """The papers of each borrower, and those of nobody. A borrower is a name and the end of an identity number; a paper
    without a number is that of the only person of its name, if there is only one."""
    tails: dict[str, str] = {}  # by name; empty where there are several
    for one in rows:
        person, tail = one.trace.person, one.trace.tail
        if tail and tails.setdefault(person, tail) != tail:
            tails[person] = ""
    known: list[Places] = []
    nobody: Places = ()
    for places in grouped(_key(one, tails) for one in rows):
        if _key(rows[places[0]], tails):
            known.append(places)
        else:
            nobody = places
    return known, Some(rows, nobody)


def _key(one: Row, tails: Mapping[str, str]) -> str:
    person, tail = one.trace.person, one.trace.tail
    return f"{person} {tail or (person and tails.get(person, ''))}".strip()


def best_known(own: Rows) -> Row:
    """The paper that tells most of the borrower."""
    return next((one for one in own if one.trace.tail), own[0])
