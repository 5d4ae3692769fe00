"""The grammar of Chinese names: where a name of an organisation or a person begins and ends."""

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import HAN, HAN_OR_LATIN, Name, field_end, longest_first, name_of
from agreecheck.model.base import Frozen

_UNIT = r"(?![_①-⓿])[\w&·.-]"
_END = compiled(r"(?!\*)[\W_①-⓿]|$")
_RUN = compiled(rf"{HAN}{{2,12}}")
_MIDDLE_DOT = "·•‧・"
_OPEN = " \t\n,;。:、()[]【】“”\"'《》「」|*由与和及"


class ChineseNameWords(Frozen):
    """``names.toml``: see the comments there."""

    organisation: tuple[str, ...]
    trade_name: tuple[str, ...]
    branch: tuple[str, ...]
    edge: tuple[str, ...]
    not_a_name: tuple[str, ...]
    compound_surnames: tuple[str, ...]
    surnames: str
    weak_surnames: str
    after_person: tuple[str, ...]
    courtesy: tuple[str, ...]


class ChineseNames:
    """Finds Chinese names by the words of one pack."""

    def __init__(self, words: ChineseNameWords) -> None:
        self.words = words
        # Lazy up to the first ending, in bounded steps; `extend` then takes what still belongs to the name.
        bracket = rf"\({HAN}{{2,12}}\)"
        self._organisation = compiled(rf"(?:{_UNIT}|{bracket}){{1,36}}?(?:{longest_first(words.organisation)})")
        self._ending = compiled(longest_first(words.organisation))
        self._unit = compiled(_UNIT)
        self._place = _RUN
        self._extension = compiled(
            rf"(?:{bracket})?{HAN_OR_LATIN}{{0,12}}?(?:{longest_first((*words.branch, *words.organisation))})"
        )
        self._trade = compiled(rf"{_UNIT}{{2,24}}$")
        self._trade_end = tuple(words.trade_name)
        self._surnames = frozenset(words.surnames)
        self._compound = frozenset(words.compound_surnames)
        self._masked = compiled(
            rf"(?:{HAN}{{1,2}}[*×xX○]{{1,3}}{HAN}?|{HAN}{{1,2}}某(?:某|{HAN}(?!{HAN}))?|[*×]{{1,2}}{HAN}{{1,2}})"
        )
        self._dotted = compiled(rf"{HAN}{{1,8}}(?:[{_MIDDLE_DOT}]{HAN}{{1,10}}){{1,3}}")
        self._spaced = compiled(
            rf"(?P<surname>{HAN}{{1,2}}) {{1,4}}(?:{HAN}(?: {{1,4}}{HAN})?|(?P<given>{HAN}{{2}}))(?!{HAN})"
        )
        self._latin = compiled(r"[A-Z][a-z]{1,20}(?: [A-Z][a-z]{0,20}\.?){1,3}|[A-Z]{2,20}(?: [A-Z]{2,20}){1,3}")
        self._courtesy = compiled(longest_first(words.courtesy))
        self._after = compiled(rf"{longest_first(words.after_person)}|(?=[12]\d{{3}}年)")
        self._edge = compiled(longest_first(words.edge))
        self._no = frozenset(words.not_a_name)
        self._no_lengths = tuple(sorted({len(word) for word in self._no if len(word) > 1}))

    def organisation_at(self, text: str, start: int, stop: int | None = None) -> Name | None:
        """The organisation whose name begins at ``start`` (``text`` is folded)."""
        found = self._organisation.match(text, start, stop if stop is not None else len(text))
        if not found:
            return None
        end = self._extend(text, found.end())
        return name_of(text, start, end, person=False) if text[start:end] not in self._no else None

    def trade_name_in(self, text: str, start: int, end: int) -> Name | None:
        """The firm (a shop, an office, a works) whose name fills the field ``start:end``."""
        field = text[start:end].split("(")[0].rstrip()
        if not field.endswith(self._trade_end) or not self._trade.match(field) or field in self._no:
            return None
        if len(field) <= 3 and self._has_surname(field) and field[-2:] not in self._trade_end:
            return None  # 柏舟行 is rather a person
        return name_of(text, start, start + len(field), person=False)

    def person_at(self, text: str, start: int, *, set_off: bool, kin: str = "") -> Name | None:
        """The person whose name begins at ``start``. ``set_off``: a label and a colon stand before it, so that a rare
        surname will do; otherwise the name needs a known surname and a word that may follow a name."""
        for shape in (self._masked, self._dotted):
            if found := shape.match(text, start):
                return name_of(text, start, found.end(), person=True) if found[0] not in self._no else None
        if set_off:
            if spaced := self._spaced_person(text, start):
                return spaced
            if found := self._latin.match(text, start):
                return name_of(text, start, found.end(), person=True)
        return self._plain_person(text, start, set_off=set_off, kin=kin)

    def _spaced_person(self, text: str, start: int) -> Name | None:
        """周　子　墨, 欧阳 明, 欧阳 子墨."""
        found = self._spaced.match(text, start)
        if not found:
            return None
        long = len(found["surname"]) > 1 or found["given"]
        if long and found["surname"] not in self._compound:
            return None
        joined = found[0].replace(" ", "")
        known = joined not in self._no and self._has_surname(joined)
        return name_of(text, start, found.end(), person=True) if known else None

    def _has_surname(self, name: str) -> bool:
        return name[:1] in self._surnames or name[:2] in self._compound

    def _plain_person(self, text: str, start: int, *, set_off: bool, kin: str) -> Name | None:
        run = _RUN.match(text, start)
        if not run:
            return None
        field = run[0]
        courtesy = self._courtesy.search(field, 2)
        if courtesy:
            field = field[: courtesy.start()]
        whole = courtesy is not None or _END.match(text, start + len(field)) is not None
        compound = field[:2] in self._compound
        known = self._has_surname(field)
        weak = field[0] in self.words.weak_surnames and field[0] not in kin and not compound
        if any(field[:length] in self._no for length in self._no_lengths) and not (
            set_off and whole and field not in self._no and known and len(field) <= 3 and not weak
        ):
            return None
        if set_off and whole and 2 <= len(field) <= (4 if known else 3):
            return None if field in self._no else name_of(text, start, start + len(field), person=True)
        if not known or weak:
            return None
        fits = [
            (length == len(field) and whole, len(after[0]) if after else 0, length)
            for length in ((4, 3, 2) if compound else (3, 2))
            if length <= len(field)
            and ((after := self._after.match(text, start + length)) or (length == len(field) and whole))
        ]
        # The end of the field is the best edge, then the longest word that may follow (王五|尚欠 before 王五尚|欠).
        return name_of(text, start, start + max(fits)[2], person=True) if fits else None

    def name_at(self, text: str, start: int, *, set_off: bool = True) -> Name | None:
        """The name that begins at ``start``: an organisation, a person or, where it fills the field, a firm."""
        end = field_end(text, start)
        if found := self.organisation_at(text, start, end):
            return found
        if set_off and (found := self.trade_name_in(text, start, end)):
            return found
        return self.person_at(text, start, set_off=set_off)

    def runs_on(self, name: str) -> bool:
        """Whether what looks like a name holds words of a sentence (提供担保的某某公司)."""
        return self._edge.search(name) is not None

    def organisations(self, text: str) -> tuple[Name, ...]:
        """Every organisation named in running text, in order of place."""
        found = []
        at = 0
        while match := self._ending.search(text, at):
            end = self._extend(text, match.end())
            start = self._left_edge(text, self._walk_left(text, match.start(), at), match.start())
            if match.start() - start >= 2 and text[start:end] not in self._no:
                found.append(name_of(text, start, end, person=False))
            at = end
        return tuple(found)

    def _walk_left(self, text: str, at: int, floor: int) -> int:
        """The leftmost start of a name whose ending begins at ``at``; a bracket inside must hold a bare place name."""
        floor = max(floor, at - 36)
        while at > floor:
            if text[at - 1] == ")":
                opening = text.rfind("(", floor, at)
                inner = text[opening + 1 : at - 1]
                if opening < 0 or not self._place.fullmatch(inner) or any(word in inner for word in self._no):
                    break
                at = opening
            elif self._unit.match(text[at - 1]):
                at -= 1
            else:
                break
        return at

    def _extend(self, text: str, end: int) -> int:
        for _ in range(3):
            more = self._extension.match(text, end)
            if not more or self._edge.search(more[0]):
                return end
            end = more.end()
        return end

    def _left_edge(self, text: str, start: int, end: int) -> int:
        """Cut what runs before the name."""
        return max((found.end() for found in self._edge.finditer(text, start, end)), default=start)

    def person_before(self, text: str, end: int) -> Name | None:
        """The person whose name ends at ``end`` and is set off before."""
        for length in (4, 3, 2):
            start = end - length
            if start < 0 or (start and text[start - 1] not in _OPEN):
                continue
            name = self.person_at(text, start, set_off=True)
            if name and name.span.end == end:
                return name
        return None
