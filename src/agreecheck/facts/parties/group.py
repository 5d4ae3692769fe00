"""Statements that speak of the same party, put together."""

import re
from collections.abc import Iterable

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, Name
from agreecheck.facts.parties.labels import Statement
from agreecheck.facts.parties.pack import Vocabulary
from agreecheck.model.base import Frozen
from agreecheck.text.fold import fold

_FORM = compiled(r"股份有限公司|有限责任公司|有限公司|股份公司|公司|[()]")
_BLOCK = 200
"""Names of one block of parties stand within so many characters."""
_MASK = compiled(r"[*×xX○某]")


class Group(Frozen):
    """One party to be: its statements in order of place. ``letter`` is 甲方 and the like, if it has one."""

    statements: tuple[Statement, ...]

    @property
    def name(self) -> Name:
        """The fullest form of the name, not all in capitals if it can be; the first of equals."""
        return max(
            (s.name for s in self.statements),
            key=lambda n: (not _MASK.search(n.text), not n.text.isupper(), len(n.text)),
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label, in order of first use."""
        return tuple(dict.fromkeys(label for s in self.statements for label in s.labels))

    @property
    def aliases(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(alias for s in self.statements for alias in s.aliases))

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form of the name as it stands in the text."""
        return tuple(dict.fromkeys(s.name.text for s in self.statements))


def same(one: str, other: str) -> bool:
    """Whether two written names can be one party: equal, masked, or the short form of a firm's name."""
    one, other = fold(one).lower(), fold(other).lower()
    if one == other:
        return True
    if _MASK.search(one) or _MASK.search(other):
        return _masked_same(one, other) or _masked_same(other, one)
    short, long = sorted((_FORM.sub("", one), _FORM.sub("", other)), key=len)
    if len(short) >= 4 and long.startswith(short):
        return True
    # A name taken from running text may have caught words before it.
    return min(len(one), len(other)) >= 6 and (one.endswith(other) or other.endswith(one))


def _masked_same(masked: str, full: str) -> bool:
    """张** is 张三丰; 李某 and 李某某 are anyone called 李."""
    if not _MASK.search(masked):
        return False
    pattern = "".join(rf"(?:{HAN}|\*){{0,2}}" if _MASK.match(c) else re.escape(c) for c in masked)
    return re.fullmatch(pattern, full) is not None


def group(statements: Iterable[Statement], words: Vocabulary) -> tuple[Group, ...]:
    """Put statements together by name; a letter that is taken by one name takes no second name elsewhere (the second is
    one who signs for the party), except where both stand in one enumeration."""
    groups: list[Group] = []
    for statement in statements:
        letters = words.letters.intersection(statement.labels)
        home = next((i for i, g in enumerate(groups) if any(same(f, statement.name.text) for f in g.forms)), None)
        holder = next((g for g in groups if letters.intersection(g.labels)), None)
        if home is not None:
            groups[home] = Group(statements=(*groups[home].statements, statement))
        elif (holder is None or _enumerated(holder, statement)) and not _signs_for(statement, groups, words):
            groups.append(Group(statements=(statement,)))
    return tuple(groups)


def _enumerated(holder: Group, statement: Statement) -> bool:
    """Whether a second name for a letter is one of several: numbered, in one enumeration, or persons line by line."""
    if statement.numbered:
        return True
    first = holder.statements[0]
    beside = first.name.person and statement.name.person and _near(first, statement)
    return beside or (statement.together > 0 and any(s.together == statement.together for s in holder.statements))


def _signs_for(statement: Statement, groups: list[Group], words: Vocabulary) -> bool:
    """A person far below an organisation with the same label signs for it (债权人：某公司 … 债权人：张三)."""
    if not statement.name.person or statement.numbered or statement.labels[:1] in [(n,) for n in words.words.neutral]:
        return False
    firms = [s for g in groups for s in g.statements if not s.name.person]
    return any(statement.labels[:1] == s.labels[:1] != () and not _near(s, statement) for s in firms)


def _near(one: Statement, other: Statement) -> bool:
    return abs(one.name.span.start - other.name.span.start) < _BLOCK
