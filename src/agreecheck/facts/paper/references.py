"""References to the paper's own clauses and annexes (按第五条处理, 详见附件一), and whether what they name is there.

Better none than a false one: a clause of a law or of another contract is no reference here, and where the paper could
not be read in full, or its numbers do not run without a gap, nothing is called missing.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from agreecheck.expressions import compiled
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.document import Block, Clause
from agreecheck.model.fact import Reference, Schedule
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder
from agreecheck.text.numerals import parse

_NUMBER = r"[一二三四五六七八九十百零〇\d]{1,5}"
_CLAUSE = compiled(rf"第 ?({_NUMBER}(?:\.\d{{1,3}}){{0,2}}) ?条(?: ?第 ?[(]?{_NUMBER}[)]? ?[款项目]){{0,2}}")
_ANNEX = compiled(rf"附[件表录](?: ?({_NUMBER})(?!份))?")
_OWN_NUMBER = compiled(rf"^ *(?:第 ?{_NUMBER} ?条|[(]?{_NUMBER}[).、]) *")
_HEADING = compiled(rf"[ \[【(]{{0,2}}附[件表录] ?({_NUMBER})?(?!份)[^。;,]{{0,36}}$")
_SENTENCE_END = "。；;！？!?\n"
_BEFORE, _AFTER, _CONTENT = 60, 8, 20
_FULL = 0.98


class ReferenceWords(Frozen):
    """``references.toml``."""

    own: tuple[str, ...]
    leads: tuple[str, ...]
    follows: tuple[str, ...]
    others: tuple[str, ...]
    joints: tuple[str, ...]
    annex_leads: tuple[str, ...]
    annex_follows: tuple[str, ...]
    annex_not: tuple[str, ...]
    schedule: tuple[str, ...]


def find_references(reading: Reading, schedule: Schedule | None) -> tuple[Reference, ...]:
    """Every reference in order of place."""
    if reading.pack != "zh":
        return ()
    found = [*_to_clauses(reading), *_to_annexes(reading, schedule)]
    return tuple(sorted(found, key=lambda reference: reference.span))


def _to_clauses(reading: Reading) -> Iterator[Reference]:
    known, starts = _known(reading.document.clauses), _starts(reading)
    before: Span | None = None  # the reference before this one, if it was the paper's own
    for match in _in_prose(reading, _CLAUSE):
        span = Span(match.start(), match.end())
        if span.start in starts:
            continue
        listed = before is not None and _joined(reading.folded[before.end : span.start])
        before = span if listed or _is_own(reading.folded, span) else None
        if before is not None:
            number = _number(match[1])
            lost = _complete(reading) and number is not None and bool(known) and number > max(known)
            yield Reference(kind="clause", target=match[1], span=span, missing=lost)


def _is_own(text: str, span: Span) -> bool:
    """Whether the words around say that the clause is this paper's."""
    words, start = _words(), _sentence_start(text, span.start)
    ahead = _OWN_NUMBER.sub("", text[start : span.start].rstrip(' ("“'))
    if ahead.endswith(words.own):
        return True
    if any(word in ahead for word in words.others):
        return False
    if ahead.endswith(words.leads):
        return True
    return (not ahead or ahead[-1] in ",，:：") and text.startswith(words.follows, span.end)


def _to_annexes(reading: Reading, schedule: Schedule | None) -> Iterator[Reference]:
    text, words = reading.folded, _words()
    headings = list(_headings(reading))
    present = {number for number, _, full in headings if full}
    for match in _in_prose(reading, _ANNEX):
        span = Span(match.start(), match.end())
        if any(heading.contains(span) for _, heading, _ in headings):
            continue
        start, end = _sentence_start(text, span.start), _sentence_end(text, span.end)
        ahead = text[start : span.start].rstrip(" (《【").removesuffix("的")
        behind = text[span.end : span.end + _AFTER].lstrip(" )》】")
        ahead = next((ahead.removesuffix(own) for own in words.own if ahead.endswith(own)), ahead)
        if not (ahead.endswith(words.annex_leads) or behind.startswith((*words.annex_follows, "《"))):
            continue
        if any(word in text[start:end] for word in words.annex_not):
            continue
        number = _number(match[1]) if match[1] else None
        here = None in present or (number in present if number is not None else bool(present))
        of_plan = any(word in text[start:end] for word in words.schedule)
        listed = schedule is not None and schedule.origin in ("table", "list")
        here = here or (of_plan and listed) or (match[0].startswith("附表") and bool(reading.document.tables))
        lost = _complete(reading) and not here
        yield Reference(kind="annex", target=match[1] or "", span=span, missing=lost)


def _headings(reading: Reading) -> Iterator[tuple[int | None, Span, bool]]:
    """Headings of annexes: their number, place, and whether anything stands below them."""
    blocks = [b for b in reading.document.blocks if b.kind not in ("furniture", "contents")]
    at = [(n, b, m) for n, b in enumerate(blocks) if (m := _HEADING.match(b.span.slice(reading.folded).strip()))]
    ends = [n for n, _, _ in at[1:]] + [len(blocks)]
    for (n, block, match), end in zip(at, ends, strict=False):
        yield (_number(match[1]) if match[1] else None), block.span, _has_content(blocks[n + 1 : end], reading.folded)


def _has_content(blocks: list[Block], text: str) -> bool:
    return any(b.kind == "table" for b in blocks) or sum(len(b.span.slice(text).strip()) for b in blocks) >= _CONTENT


def _in_prose(reading: Reading, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches in paragraphs and tables: no heading, contents list or page furniture refers to anything."""
    for block in reading.document.blocks:
        if block.kind in ("paragraph", "table"):
            yield from pattern.finditer(reading.folded, block.span.start, block.span.end)


def _known(clauses: tuple[Clause, ...]) -> set[int]:
    """The numbers of the paper's articles, empty where they do not run on from 1: then reading may have lost some."""
    articles = [c for c in clauses if c.number.startswith("第")] or [c for c in clauses if "." not in c.path]
    numbers = {int(last) for c in articles if (last := c.path.rpartition(".")[2]).isdigit()}
    gaps = any(b - a != 1 for a, b in pairwise([0, *sorted(numbers)]))
    return numbers if len(numbers) > 1 and not gaps else set()


def _starts(reading: Reading) -> set[int]:
    """Where a clause's own number stands."""
    text = reading.folded
    return {c.span.start + len(s) - len(s.lstrip()) for c in reading.document.clauses if (s := c.span.slice(text))}


def _joined(between: str) -> bool:
    bare = between.strip()
    return bare in _words().joints or any(bare == joint + own for joint in _words().joints for own in _words().own)


def _number(written: str) -> int | None:
    value = parse(written.partition(".")[0])
    return int(value) if value is not None else None


def _complete(reading: Reading) -> bool:
    return reading.document.coverage >= _FULL and not reading.document.gaps


def _sentence_start(text: str, at: int) -> int:
    start = max(0, at - _BEFORE)
    return max((text.rfind(end, start, at) + 1 for end in _SENTENCE_END), default=start) or start


def _sentence_end(text: str, at: int) -> int:
    return min(
        (place for end in _SENTENCE_END if (place := text.find(end, at, at + _BEFORE)) >= 0), default=at + _BEFORE
    )


@cache
def _words() -> ReferenceWords:
    return decode(folder("zh") / "references.toml", ReferenceWords)
