"""The notation of weighted phrases in the packs: ``..n`` is a gap of at most n characters in one sentence.

A phrase is compiled only for a text that holds words of it: most phrases of a pack say nothing of most papers.
"""

import re
from collections.abc import Iterator

from agreecheck.expressions import compiled

_OPTIONAL = compiled(r"\((?:\?:)?[^()]*\)(?:[?*]|\{0)")
_AROUND = compiled(r"\(\?<?[!=][^()]*\)")
_UNCLEAR = compiled(r"\)(?:[?*]|\{0)|\(\?<?[!=]|\|\||\(\||\|\)")
"""What may match without its words: brackets in brackets, a choice of nothing."""
_CLASS = compiled(r"\[[^\]]*\]|\\.")
_RUN = compiled(r"[^\W\d_]+(?![?*{])")


class Phrase:
    """An expression, compiled at its first use; it cannot match where one of its parts has no word in the text."""

    def __init__(self, parts: list[str], between: list[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self.expression = parts[0] + "".join(gap + part for gap, part in zip(between, parts[1:], strict=True))
        self._flags = flags
        self._parts: tuple[tuple[str, ...], ...] | None = None
        self._source = parts
        self._pattern: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """As of a pattern; ``text`` has a sentence a line."""
        return self._compiled().search(text) if self._possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a pattern; ``text`` has a sentence a line."""
        return self._compiled().finditer(text) if self._possible(text) else iter(())

    def _possible(self, text: str) -> bool:
        if self._pattern is not None:
            return True
        if self._parts is None:
            self._parts = _needed(self._source, lower=bool(self._flags & re.I))
        plain = text.lower() if self._flags & re.I else text
        return all(any(word in plain for word in words) for words in self._parts)

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._pattern = compiled(self.expression, self._flags)
        return self._pattern


def _needed(parts: list[str], *, lower: bool) -> tuple[tuple[str, ...], ...]:
    """For each part that must match: words of which one must stand in the text. Nothing where a part may match without
    any word, where parts are no whole (a gap inside a bracket), or where the phrase is a choice of phrases."""
    whole = "\0".join(parts)
    if "|" in _without_brackets(whole) or any(part.count("(") != part.count(")") for part in parts):
        parts = [whole]
    needed = []
    for part in parts:
        bare = _CLASS.sub("\1", _OPTIONAL.sub("", _AROUND.sub("", part))).replace("(?:", "(")
        if _UNCLEAR.search(bare):
            continue
        pieces = [_RUN.findall(piece) for piece in re.split(r"[|()]", bare) if piece.strip()]
        if pieces and all(pieces):
            needed.append(tuple({word.lower() if lower else word: None for words in pieces for word in words}))
    return tuple(needed)


def _without_brackets(text: str) -> str:
    shorter = re.sub(r"\([^()]*\)", "", text)
    return text if shorter == text else _without_brackets(shorter)


def by_sentences(text: str) -> str:
    """The text with a line end for each stop, so that the dot of an expression stays within a sentence: it costs less
    than a class of all but the stops. Offsets hold."""
    return text.replace("。", "\n").replace(";", "\n")


def compile_phrase(text: str, *, ignore_case: bool = False) -> Phrase:
    """A phrase for a text with a sentence a line; single blanks beside a gap only set it apart."""
    pieces = re.split(r" *\.\.(\d+) *", text.strip())
    gaps = [f".{{0,{width}}}?" for width in pieces[1::2]]
    return Phrase(pieces[::2], gaps, re.I if ignore_case else re.NOFLAG)
