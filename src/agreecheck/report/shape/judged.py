"""What the checklist and the checks say of a paper."""

from agreecheck.model.base import Frozen
from agreecheck.model.finding import CheckStatus, Figure, Reader, Severity, Status
from agreecheck.model.rule import Confidence
from agreecheck.report.shape.place import Placed, Quote


class Basis(Frozen):
    """A source: its key in law.toml, its name, and how sure it is (verified, secondary, unverified)."""

    key: str
    text: str
    confidence: Confidence


class InputRow(Placed, kw_only=True):
    name: str
    value: str


class PriceRow(Frozen):
    """What a risky item can cost: ``text`` says it, ``equation`` gives the amount from the ``inputs``; ``figure`` is
    how it is reckoned."""

    figure: Figure
    amount: str
    currency: str
    equation: str
    text: str
    inputs: tuple[InputRow, ...] = ()


class Entry(Frozen):
    """One checklist item. ``headline`` is what the gravest rule says, or the item's title; ``also`` what others add.
    ``wording`` is what could be asked to be written where it is flagged: a suggestion, no words of the paper.
    ``cost``: what a risky one can cost, where the paper's own figures tell. ``ignored``: the user wants nothing of it;
    it is counted and told with the reason, and nothing is asked."""

    item: str
    group: str
    status: Status
    severity: Severity
    title: str
    headline: str
    why: str
    by: Reader
    also: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()
    wording: str = ""
    cost: PriceRow | None = None
    ignored: bool = False


class CheckRow(Frozen):
    """One computed check. ``compares`` says what with what; ``reason`` is a key, ``message`` says it in words;
    ``headline`` is the title, with what is the matter where the check fails; ``items`` are those it serves."""

    id: str
    status: CheckStatus
    severity: Severity
    title: str
    headline: str
    items: tuple[str, ...] = ()
    compares: str = ""
    equation: str = ""
    reason: str = ""
    message: str = ""
    why: str = ""
    ask: tuple[str, ...] = ()
    inputs: tuple[InputRow, ...] = ()
    basis: tuple[Basis, ...] = ()
    evidence: tuple[Quote, ...] = ()
    ignored: bool = False


class QuestionRow(Frozen):
    """``items`` are the checklist items and checks it serves; ``write`` the wording for a letter; ``first_sheet`` False
    for those that can wait."""

    rank: int
    items: tuple[str, ...]
    text: str
    write: str
    first_sheet: bool = True


class Issue(Frozen):
    """Something to settle before signing, from an item or a check; ``question`` is the rank on the sheet, 0 if none.
    ``cost`` is left out where the line on late payment, or an issue before, says the same."""

    key: str
    status: Status | CheckStatus
    severity: Severity
    headline: str
    why: str
    also: tuple[str, ...] = ()
    equation: str = ""
    cost: PriceRow | None = None
    ask: str = ""
    wording: str = ""
    question: int = 0
    by: Reader = "first"
    basis: tuple[Basis, ...] = ()
    quotes: tuple[Quote, ...] = ()


class IgnoredRow(Frozen):
    """What was found and is ignored: ``key`` is the item or check it belongs to, ``code`` what the user named in
    ``ignore``, with the reason and the last day (empty: none)."""

    key: str
    code: str
    status: Status | CheckStatus
    severity: Severity
    headline: str
    reason: str
    until: str = ""
    evidence: tuple[Quote, ...] = ()


class ExpiredRow(Frozen):
    """What was to be ignored until a day that has passed: it is judged again."""

    code: str
    reason: str
    until: str
