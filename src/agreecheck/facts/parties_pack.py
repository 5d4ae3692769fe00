"""The vocabulary of parties (``parties.toml``), compiled for use."""

import re
from collections.abc import Iterable
from functools import cache

from agreecheck.errors import PackError
from agreecheck.facts.names import HAN, longest_first
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
    staff: tuple[str, ...]
    aside: tuple[str, ...]
    keeps_account: tuple[str, ...]
    relation: tuple[str, ...]
    generic: tuple[str, ...]
    label: tuple[Label, ...]
    cue: tuple[Cue, ...]
    prose: tuple[Prose, ...] = ()


class CompiledCue(Frozen):
    """A cue with its expression; the groups ``a`` and ``b`` hold party tokens, ``name`` a name without label."""

    expression: re.Pattern[str]
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
        self.label = re.compile(longest_first([*words.letters, *words.neutral, *labels]), self.flags)
        self.tail = re.compile(longest_first(words.label_tail), self.flags)
        self.name_field = re.compile(
            rf"(?:{longest_first(words.name_field)})(?:\([^()\n]{{0,12}}\))? ?[:\t ] *", self.flags
        )
        self.relation = re.compile("|".join(re.escape(word) for word in words.relation), self.flags)
        self.cues = tuple(
            CompiledCue(expression=self._phrase(text), a=cue.a, b=cue.b, weight=cue.weight)
            for cue in words.cue
            for text in cue.when
        )
        self.prose = tuple(
            CompiledCue(expression=self._phrase(text), a=p.role, b=None, weight=4)
            for p in words.prose
            for text in p.when
        )

    def plain(self, label: str) -> str:
        """A label as the vocabulary writes it."""
        return label.lower() if self.flags else label

    def _phrase(self, text: str) -> re.Pattern[str]:
        return re.compile(phrase(text, blanks=bool(self.flags)), self.flags)

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


def phrase(text: str, *, blanks: bool = False) -> str:
    """The notation of a cue (``{a}``, ``{b}``, ``{name}``, ``..n``) as an expression for a text with a sentence a line.
    Blanks only set it apart, except where ``blanks`` says that words are written with blanks: then those beside a gap
    do."""
    if re.search(r" [?*+]", text) and not blanks:
        raise PackError(
            f"a blank cannot be repeated in the phrase {text!r}.", todo="Blanks only set parts of a phrase apart."
        )
    text = re.sub(r" *(\.\.\d+) *", r"\1", text) if blanks else text.replace(" ", "")
    parts = []
    for part in re.split(r"(\{[ab]\}|\{name\}|\.\.\d+)", text):
        if part in ("{a}", "{b}"):
            if part == "{b}" and "{a}" in text[: text.index("{b}")]:
                parts.append("(?!(?P=a))")  # two parties, not one twice
            parts.append(f"(?P<{part[1]}>[{TOKEN}]){FILLER}*")
        elif part == "{name}":
            parts.append(rf"(?:(?P<token>[{TOKEN}]){FILLER}*|(?P<person>(?:{HAN}|[·*]){{2,4}}))")
        elif part.startswith("..") and part[2:].isdigit():
            parts.append(f".{{0,{part[2:]}}}?")
        else:
            parts.append(part)
    return "".join(parts)


@cache
def vocabulary(pack: str) -> Vocabulary:
    """The vocabulary of a pack."""
    return Vocabulary(decode(folder(pack) / "parties.toml", PartyWords), ignore_case=pack == "en")
