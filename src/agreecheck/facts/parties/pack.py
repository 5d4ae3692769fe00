"""The vocabulary of parties (``parties.toml``), compiled for use."""

import re
from collections.abc import Iterable
from functools import cache

from agreecheck.errors import PackError
from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, longest_first
from agreecheck.facts.phrases import Phrase
from agreecheck.model.base import Frozen
from agreecheck.model.fact import PartyRole
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

TOKEN = "\ue000-\ue0ff"
"""Each party's mention is one such character and fillers, in a text of unchanged length."""
FILLER = "\uf8ff"


class Label(Frozen):
    """Words that stand beside a name and give its role (``none``: who they name is no party). They count only where a
    word of ``with_`` stands in the same paper, and no word of ``unless``; those that say little of debt weigh less."""

    role: PartyRole | str
    words: tuple[str, ...]
    weight: int = 400
    unless: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()


class Cue(Frozen):
    """A phrase that gives the party ``{a}`` a role, and ``{b}`` another."""

    a: PartyRole
    when: tuple[str, ...]
    weight: int
    b: PartyRole | None = None


class Prose(Frozen):
    """A phrase that gives a role to a name that has no label."""

    role: PartyRole
    when: tuple[str, ...]


class PartyWords(Frozen):
    """``parties.toml``: see the comments there."""

    letters: tuple[str, ...]
    neutral: tuple[str, ...]
    label_tail: tuple[str, ...]
    name_field: tuple[str, ...]
    defined_self_words: tuple[str, ...]
    self_words: tuple[str, ...]
    reader_words: tuple[str, ...]
    speaker_words: tuple[str, ...]
    addressee_words: tuple[str, ...]
    introduces_speaker: tuple[str, ...]
    introduces_addressee: tuple[str, ...]
    reader_field: tuple[str, ...]
    sender_field: tuple[str, ...]
    staff: tuple[str, ...]
    aside: tuple[str, ...]
    keeps_account: tuple[str, ...]
    relation: tuple[str, ...]
    generic: tuple[str, ...]
    owing: tuple[str, ...]
    label: tuple[Label, ...]
    cue: tuple[Cue, ...]
    prose: tuple[Prose, ...] = ()


class CompiledCue(Frozen):
    """A cue with its expression; the groups ``a`` and ``b`` hold party tokens, ``name`` a name without label."""

    expression: Phrase
    a: str
    b: str | None
    weight: int


class Vocabulary:
    """``parties.toml`` with its expressions."""

    def __init__(self, words: PartyWords, *, ignore_case: bool) -> None:
        self.words = words
        self.flags = re.I if ignore_case else re.NOFLAG
        self.letters = frozenset(words.letters)
        self.nobody = frozenset(word for label in words.label if label.role == "none" for word in label.words)
        labels = {word for label in words.label for word in label.words}
        self.label = compiled(longest_first([*words.letters, *words.neutral, *labels]), self.flags)
        self.tail = compiled(longest_first(words.label_tail), self.flags)
        self.name_field = compiled(
            rf"(?:{longest_first(words.name_field)})(?:\([^()\n]{{0,12}}\))? ?[:\t ] *", self.flags
        )
        self.relation = compiled("|".join(re.escape(word) for word in words.relation), self.flags)
        self.cues = tuple(
            CompiledCue(expression=phrase(text, ignore_case=ignore_case), a=cue.a, b=cue.b, weight=cue.weight)
            for cue in words.cue
            for text in cue.when
        )
        self.prose = tuple(
            CompiledCue(expression=phrase(text, ignore_case=ignore_case), a=p.role, b=None, weight=4)
            for p in words.prose
            for text in p.when
        )

    def plain(self, label: str) -> str:
        """A label as the vocabulary writes it."""
        return label.lower() if self.flags else label

    def role(self, word: str, present: Iterable[str]) -> str | None:
        """The role that a label gives in a paper in which the labels ``present`` stand; None for letters."""
        found = self.entry(word, present)
        return found.role if found else None

    def entry(self, word: str, present: Iterable[str]) -> Label | None:
        """The entry that a label stands in, in a paper in which the labels ``present`` stand."""
        here = set(present)
        for label in self.words.label:
            if (
                word in label.words
                and not here.intersection(label.unless)
                and (not label.with_ or here.intersection(label.with_))
            ):
                return label
        return None


def phrase(text: str, *, ignore_case: bool = False) -> Phrase:
    """A cue (``{a}``, ``{b}``, ``{name}``, ``..n``) for a text with a sentence a line. Blanks only set its parts apart,
    except in a language that writes words with blanks (``ignore_case``): then those beside a gap do."""
    if re.search(r" [?*+]", text) and not ignore_case:
        raise PackError(
            f"a blank cannot be repeated in the phrase {text!r}.", todo="Blanks only set parts of a phrase apart."
        )
    text = re.sub(r" *(\.\.\d+) *", r"\1", text) if ignore_case else text.replace(" ", "")
    pieces = re.split(r"(\{[ab]\}|\{name\}|\.\.\d+)", text)
    between = [_slot(mark, "".join(pieces[:at])) for at, mark in enumerate(pieces) if at % 2]
    return Phrase(pieces[::2], between, re.I if ignore_case else re.NOFLAG)


def _slot(mark: str, before: str) -> str:
    """The expression of a party, a name or a gap."""
    if mark.startswith(".."):
        return f".{{0,{mark[2:]}}}?"
    if mark == "{name}":
        return rf"(?:(?P<token>[{TOKEN}]){FILLER}*|(?P<person>(?:{HAN}|[·*]){{2,4}}))"
    other = "(?!(?P=a))" if mark == "{b}" and "{a}" in before else ""  # two parties, not one twice
    return f"{other}(?P<{mark[1]}>[{TOKEN}]){FILLER}*"


@cache
def vocabulary(pack: str) -> Vocabulary:
    """The vocabulary of a pack."""
    return Vocabulary(decode(folder(pack) / "parties.toml", PartyWords), ignore_case=pack == "en")
