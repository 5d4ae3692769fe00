"""What kind of paper it is: by its title first, then by what its body does."""

import re
from functools import cache
from typing import get_args

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import longest_first
from agreecheck.facts.phrases import Phrase, by_sentences, compile_phrase
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import DocumentType, Guess, Party
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_TITLE_LINES = 14
_TITLE_LENGTH = 48
_EVIDENCE = 4
_NO_TITLE = compiled(
    r"[。;:]|^[^\w\s《“\"「【(<]|^(?:第[\d一二三四五六七八九十]+[条章节]|[一二三四五六七八九十]+[、.]|\d+[、.]|\([\d一二三四五六七八九十]+\))"
    r"|(?i:\b(?:number|no\.|ref)(?![a-z]))"
)
_SUBJECT = compiled(r"^[ \t]*(?:Re|RE|Subject|SUBJECT) ?: ?(?P<what>[^\n]{3,90}?)[ \t]*$", re.M)
TYPES: tuple[str, ...] = get_args(DocumentType)


Weights = dict[str, tuple[str, ...]]


class TypeWords(Frozen):
    """One type: phrases by weight (the keys) in the title and in the body; ``minus`` speaks against it. ``debt``: the
    paper has a creditor and a debtor."""

    key: str
    detail: str = ""
    debt: bool = True
    title: Weights | None = None
    body: Weights | None = None
    minus: Weights | None = None


class TypePack(Frozen):
    """``types.toml``: see the comments there."""

    title_end: tuple[str, ...]
    title_word: tuple[str, ...]
    enough: int
    told: str
    repaid: tuple[str, ...]
    deal: tuple[str, ...]
    type: tuple[TypeWords, ...]


class Score(Frozen):
    """How much speaks for one entry of the pack."""

    points: int
    evidence: tuple[Span, ...]


def find_title(reading: Reading) -> Span | None:
    """The title: the first short line of the beginning that ends as titles end, else one that holds such a word and is
    a heading (in English, any short line). Page furniture is passed over; an English letter's subject is its title."""
    if reading.pack == "en" and (subject := _SUBJECT.search(reading.folded[:4000])):
        return Span(subject.start("what"), subject.end("what"))
    lines = [line for line in _first_lines(reading) if _short(line.slice(reading.folded), reading.pack)]
    end = _title_end(reading.pack)
    for line in lines:
        if end.search(line.slice(reading.folded)):
            return line
    headings = [b.span for b in reading.document.blocks if b.kind == "heading"]
    word = _title_word(reading.pack)
    for line in lines:
        if word.search(line.slice(reading.folded)) and (
            reading.pack == "en" or any(h.overlaps(line) for h in headings)
        ):
            return line
    return None


def _first_lines(reading: Reading) -> list[Span]:
    furniture = [b.span for b in reading.document.blocks if b.kind in ("furniture", "contents")]
    found = []
    for line in re.finditer(r"[^\n\t]+", reading.folded[:4000]):
        content = line[0].strip()
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        span = Span(start, start + len(content))
        if content and not any(f.contains(span) for f in furniture):
            found.append(span)
    return found[:_TITLE_LINES]


def _short(line: str, pack: str) -> bool:
    return 2 <= len(line) <= (_TITLE_LENGTH if pack == "zh" else 90) and not _NO_TITLE.search(line)


def document_type(reading: Reading, title: Span | None, parties: tuple[Party, ...], as_type: str | None) -> Guess:
    """The best guess at the type, or ``as_type`` where the user says it."""
    if as_type is not None and as_type in TYPES:
        return Guess(value=as_type)
    pack = _pack(reading.pack)
    best: tuple[int, TypeWords, Score] | None = None
    text = by_sentences(reading.folded)
    dealt = _of_a_deal(title, text, reading.pack)
    for entry, made in zip(pack.type, _compiled(reading.pack), strict=True):
        score = _score(text, title, made, half=dealt and entry.key == "other")
        if best is None or score.points > best[0]:
            best = (score.points, entry, score)
    if best is None or best[0] < pack.enough:
        return _told(text, parties, reading.pack) or Guess(value="other", detail="unknown")
    return Guess(value=best[1].key, evidence=best[2].evidence[:_EVIDENCE], detail=best[1].detail)


def _told(text: str, parties: tuple[Party, ...], pack: str) -> Guess | None:
    """A paper without the words of its kind that yet tells who owes whom and how it is paid back."""
    if not {"debtor", "creditor"} <= {p.role for p in parties}:
        return None
    found = (compile_phrase(words, ignore_case=pack == "en").search(text) for words in _pack(pack).repaid)
    first = next((hit for hit in found if hit), None)
    return Guess(value=_pack(pack).told, evidence=(Span(first.start(), first.end()),)) if first else None


def tells_of_debt(type_: Guess, pack: str) -> bool:
    """Whether a paper of that type has a creditor and a debtor (a lease has a landlord and a tenant)."""
    return not any(t.key == type_.value and t.detail == type_.detail and not t.debt for t in _pack(pack).type)


Weighted = tuple[tuple[int, Phrase], ...]


class Compiled(Frozen):
    """The phrases of one entry as expressions."""

    title: Weighted
    body: Weighted
    minus: Weighted


def _of_a_deal(title: Span | None, text: str, pack: str) -> bool:
    """Whether a title speaks of a deal too (a notice of deferral): then the body has as much to say."""
    words = (compile_phrase(words, ignore_case=pack == "en") for words in _pack(pack).deal)
    return title is not None and any(phrase.search(title.slice(text)) for phrase in words)


def _score(text: str, title: Span | None, entry: Compiled, *, half: bool) -> Score:
    """The best title phrase counts alone (``half`` its weight where the title tells of two kinds); each body phrase
    counts once."""
    points = 0
    evidence: list[Span] = []
    if title:
        # Searched in the title alone, so that an anchor means its beginning or end.
        heads = [(weight, hit) for weight, phrase in entry.title if (hit := phrase.search(title.slice(text)))]
        if heads:
            weight, hit = max(heads, key=lambda pair: (pair[0], len(pair[1][0])))
            points += weight // 2 if half else weight
            evidence.append(Span(hit.start(), hit.end()).shift(title.start))
    for sign, phrases in ((1, entry.body), (-1, entry.minus)):
        for weight, phrase in phrases:
            if found := phrase.search(text):
                points += sign * weight
                if sign > 0:
                    evidence.append(Span(found.start(), found.end()))
    return Score(points=points, evidence=tuple(evidence))


@cache
def _pack(pack: str) -> TypePack:
    return decode(folder(pack) / "types.toml", TypePack)


@cache
def _compiled(pack: str) -> tuple[Compiled, ...]:
    return tuple(
        Compiled(title=_weighted(t.title, pack), body=_weighted(t.body, pack), minus=_weighted(t.minus, pack))
        for t in _pack(pack).type
    )


def _weighted(phrases: Weights | None, pack: str) -> Weighted:
    return tuple(
        (int(weight), compile_phrase(text, ignore_case=pack == "en"))
        for weight, texts in (phrases or {}).items()
        for text in texts
    )


@cache
def _title_end(pack: str) -> re.Pattern[str]:
    return compiled(
        rf"(?:{longest_first(_pack(pack).title_end)})[》”\"』]? ?(?:\([^()]*\))*$", re.I if pack == "en" else 0
    )


@cache
def _title_word(pack: str) -> re.Pattern[str]:
    return compiled(longest_first([*_pack(pack).title_end, *_pack(pack).title_word]), re.I if pack == "en" else 0)
