"""The grammar of English names: capitalised words, with or without the ending of a firm."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, field_end, longest_first, name_of
from agreecheck.model.base import Frozen

_WORD = r"[A-Z][A-Za-z'’*.&-]*"
_SMALL = r"(?:of|and|&|the|for|de|la|van|von|der|di|al|bin)"


class EnglishNameWords(Frozen):
    """``names.toml``."""

    organisation: tuple[str, ...]
    not_a_name: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[str, ...] = ()  # what stands in brackets inside a firm's name


class EnglishNames:
    """Finds English names by the words of one pack."""

    def __init__(self, words: EnglishNameWords) -> None:
        ending = longest_first({*words.organisation, *(word.upper() for word in words.organisation)})
        self._ending = compiled(f"(?:{ending})$")
        place = rf"\((?:{longest_first(words.places)})\)" if words.places else "(?!)"
        self._run = compiled(rf"{_WORD}(?: (?:{_WORD}|{_SMALL}(?= [A-Z])|&|{place})){{0,7}}")
        self._more = compiled(rf",? (?:{ending})")
        self._title = compiled(rf"(?:{longest_first(words.titles)}) +")
        self._person = compiled(rf"{_WORD}(?: (?:{_WORD}|{_SMALL}(?= [A-Z]))){{1,3}}")
        self._no = frozenset(words.not_a_name)

    def name_at(self, text: str, start: int, *, set_off: bool = True) -> Name | None:
        """The organisation or person whose name begins at ``start``."""
        return self._organisation_at(text, start, field_end(text, start)) or self.person_at(
            text, start, set_off=set_off
        )

    def person_at(self, text: str, start: int, *, set_off: bool, kin: str = "") -> Name | None:
        """Two to four capitalised words; a title before them is no part of the name."""
        if title := self._title.match(text, start):
            start = title.end()
        found = self._person.match(text, start)
        if not found:
            return None
        words = _one_sentence(found[0].rstrip(".,").split(" "))
        kept = next((words[:i] for i, word in enumerate(words) if word.rstrip(".,:") in self._no), words)
        if len(kept) < 2 or self._ending.search(" ".join(kept)):
            return None
        return name_of(text, start, start + len(" ".join(kept)), person=True)

    def person_before(self, text: str, end: int) -> Name | None:
        """The person whose name ends at ``end`` (a blank before a bracket apart)."""
        found = re.search(rf"{_WORD}(?: {_WORD}){{1,3}} ?$", text[max(0, end - 60) : end])
        if not found:
            return None
        return self.person_at(text, max(0, end - 60) + found.start(), set_off=True)

    def organisations(self, text: str) -> tuple[Name, ...]:
        """Capitalised words that end as firms do."""
        starts = (run.start() for run in self._run.finditer(text))
        return tuple(name for at in starts if (name := self._organisation_at(text, at, len(text))))

    def runs_on(self, name: str) -> bool:
        """Capitals already mark the edges of a name."""
        return False

    def _organisation_at(self, text: str, start: int, stop: int) -> Name | None:
        run = self._run.match(text, start, stop)
        if not run:
            return None
        words = run[0].rstrip(",").split(" ")
        while words and words[0] in self._no and words[0] != "The":
            start += len(words[0]) + 1
            words = words[1:]
        best = next((n for n in range(len(words), 1, -1) if self._ending.search(" ".join(words[:n]))), 0)
        end = start + len(" ".join(words[:best])) if best else run.end()
        more = self._more.match(text, end)
        if not best and not more:
            return None
        while more:
            end = more.end()
            more = self._more.match(text, end)
        return name_of(text, start, end, person=False)


def _one_sentence(words: list[str]) -> list[str]:
    """The words up to a full stop that is no initial's (John Q. Public)."""
    ends = next((i for i, word in enumerate(words) if word.endswith(".") and len(word) > 2), None)
    return words if ends is None else [*words[:ends], words[ends].rstrip(".")]
