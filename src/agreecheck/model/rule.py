"""Knowledge as data: what a lawyer writes in ``patterns/``."""

from datetime import date
from decimal import Decimal
from typing import Literal

from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckEntry
from agreecheck.model.finding import Figure, Severity, Status

RuleKind = Literal["present", "absent", "paired", "contrary", "check"]
Scope = Literal["part", "sentence", "clause", "article", "document"]
Confidence = Literal["verified", "secondary", "unverified"]


class RuleText(Frozen):
    """Texts of a rule in one language. Slots in braces are filled from facts and findings."""

    title: str
    why: str
    ask: tuple[str, ...] = ()


class Item(Frozen):
    """One line of the checklist: ``slug`` is its binding name. ``severity`` holds when ambiguous or absent;
    a risky finding takes one step up unless its rule says otherwise. ``quiet_when_silent``: a paper that does not
    mention it leaves nothing to ask. ``only_types``: the item belongs to these document types alone. ``covers``: items
    that have nothing to add where this one is flagged on the same words."""

    slug: str
    group: str
    severity: Severity
    guide: tuple[str, ...]
    basis: tuple[str, ...]
    zh: RuleText
    en: RuleText
    quiet_when_silent: bool = False
    only_types: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


class Example(Frozen):
    """A text that a rule is tried on, where a bare string is not enough: ``parties`` maps a word to its role
    (default 甲方 creditor, 乙方 debtor), ``type`` and ``creditor`` stand for the paper's."""

    text: str
    parties: dict[str, str] = {}
    type: str = ""
    creditor: str = ""


class Rule(Frozen):
    """One rule. Patterns are written in the notation of ``patterns/README.md``.

    present: a pattern of ``when`` stands in the text and none of ``unless`` in its scope.
    absent: a requirement. A pattern of ``found`` stands in the text, or a ``topic`` and all ``needs`` around it
    (each need a list of alternatives): met. Topic without its needs: ``partial``. Untouched: absent.
    paired: ``when`` stands there but not all ``needs``.
    contrary: ``when`` stands there and, in another sentence, ``against``: one undoes the other. A side may also be the
    code of a rule of the pack after an equals sign: whatever that rule quotes.
    check: the verdict of a computed check, ``on_fail``, ``on_pass``, ``on_unknown``; ``reasons`` limits it to these.

    ``given``: the rule has something to say only where one of these stands in the paper. ``fewest`` and ``most``
    (0: no limit) bound how many places a present rule needs; ``otherwise`` is what it concludes where it does not fire.
    """

    id: str
    item: str
    name: str
    kind: RuleKind
    zh: RuleText
    en: RuleText
    scope: Scope = "sentence"
    status: Status | None = None
    severity: Severity | None = None
    basis: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    not_types: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    not_creditors: tuple[str, ...] = ()
    definitions: bool = False
    given: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    fewest: int = 1
    most: int = 0
    otherwise: Status | None = None
    unless: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()
    found: tuple[str, ...] = ()
    partial: Status = "ambiguous"
    check: str = ""
    reasons: tuple[str, ...] = ()
    on_fail: Status | None = None
    on_pass: Status | None = None
    on_unknown: Status | None = None
    match: tuple[str | Example, ...] = ()
    no_match: tuple[str | Example, ...] = ()
    vague: tuple[str | Example, ...] = ()


class Profile(Frozen):
    """What one document type (or kind of creditor) needs, and what does not apply to it unless the paper names it;
    ``not_applicable = ["*"]`` means all items but those made for this type. ``barred`` items say nothing of such a
    paper, whatever words it uses."""

    type: str = ""
    creditor: str = ""
    must: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


class Negation(Frozen):
    """Words that turn what follows: ``words`` maps each to how many characters it reaches; a hit inside one of
    ``lookalikes`` is none; ``stops`` end the reach, ``breaks`` are the characters that part a sentence. ``answers``
    begin an answer that denies what is asked, ``asking`` words begin what is asked."""

    words: dict[str, int] = {}
    lookalikes: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    breaks: str = ""
    list_joints: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()


class Joint(Frozen):
    """One question in the place of several: by item what to ask for it, where at least two are not mentioned at all."""

    parts: dict[str, Words]


class Asking(Frozen):
    """How questions are put: ``letter`` cites the clause before a written one, ``unreadable`` asks for a legible copy;
    ``amounts`` maps an item to the roles whose amount fills its ``{amount}``, ``*`` for all others. ``stakes``: those
    whose amount is at stake with an item; ``joint``: one question for several items; ``follow_up``: how a question is
    put again once it was ``promised`` by word of mouth or ``refused``."""

    letter: Words | None = None
    unreadable: Words | None = None
    clause: Words | None = None
    amounts: dict[str, tuple[str, ...]] = {}
    stakes: dict[str, tuple[str, ...]] = {}
    joint: tuple[Joint, ...] = ()
    follow_up: dict[str, Words] = {}


class Wording(Frozen):
    """What could be asked to be written for an item, with slots; ``amount`` names the roles that fill ``{amount}``."""

    zh: str
    en: str
    amount: tuple[str, ...] = ()


class Pricing(Frozen):
    """How a risky finding is priced: ``of`` are items, or codes of rules, for which the entries that name them stand in
    place of their item's. ``figure`` is how the sum is reckoned from the paper's own figures, from amounts in
    ``roles`` where it takes any; ``zh`` and ``en`` say it, with ``{amount}`` and ``{days}``."""

    of: tuple[str, ...]
    figure: Figure
    zh: str
    en: str
    roles: tuple[str, ...] = ()


class Pack(Frozen):
    """A pack, decoded. ``concepts`` maps a name to its words; ``roles`` maps a party role to generic words for it;
    ``sides`` names groups of roles; ``default_roles`` hold where the paper says nothing of its parties;
    ``placeholders`` stand in a wording where the paper gives nothing for a slot; ``pricing`` says what findings can
    cost."""

    name: str
    version: str
    language: str
    jurisdiction: str = ""
    concepts: dict[str, tuple[str, ...]] = {}
    roles: dict[str, tuple[str, ...]] = {}
    sides: dict[str, tuple[str, ...]] = {}
    default_roles: dict[str, tuple[str, ...]] = {}
    negation: Negation = Negation()
    sentence_ends: str = ""
    definition_cues: tuple[str, ...] = ()
    neutral: dict[str, Words] = {}
    wording: dict[str, Wording] = {}
    placeholders: dict[str, Words] = {}
    asking: Asking = Asking()
    checks: tuple[CheckEntry, ...] = ()
    items: tuple[Item, ...] = ()
    profiles: tuple[Profile, ...] = ()
    pricing: tuple[Pricing, ...] = ()
    rules: tuple[Rule, ...] = ()
    retired: tuple[str, ...] = ()
    digest: str = ""


class Law(Frozen):
    """A dated source: a law, a court practice, a standard, the guide. ``note`` says what it is used for."""

    key: str
    zh: str
    en: str
    confidence: Confidence
    source: str
    since: date | None = None
    until: date | None = None


class PricePoint(Frozen):
    """The one-year loan prime rate in percent, valid from a date."""

    since: date
    percent: Decimal


__all__ = [
    "Asking", "Confidence", "Example", "Figure", "Item", "Joint", "Law", "Negation", "Pack", "PricePoint", "Pricing",
    "Profile", "Rule", "RuleKind", "RuleText", "Scope", "Status", "Wording",
]  # fmt: skip
