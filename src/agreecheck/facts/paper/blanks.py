"""Open fields of a form: runs of underscores, empty brackets, open dates.

A date with its year, month or day open is one field. Checkboxes, lines to sign on and the date beside them are none.
"""

import re
from functools import cache

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import longest_first
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Blank
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_FILL = r"(?:[ _]{1,24}|[ _]{0,4}[【\[(][ _]{0,12}[】\])][ _]{0,4})"
_OPEN_DATE = compiled(
    rf"(?:(?:19|20)\d{{0,2}})?{_FILL}年{_FILL}月(?:{_FILL}日|日)?"  # no year (or 20__), no month
    rf"|(?:19|20)\d\d ?年{_FILL}月(?:{_FILL}日|日)?"  # a year, no month
    rf"|(?:19|20)\d\d ?年 ?\d{{1,2}} ?月{_FILL}日"  # no day
)
_UNDERSCORES = compiled(r"_{2,}(?: _{2,})*|(?<![A-Za-z0-9_])_(?![A-Za-z0-9_])")
_BRACKETS = compiled(r"【[ _]*】|〔[ _]+〕|\[[ _]+\]|\([ _]+\)|\{[ _]+\}")


class BlankWords(Frozen):
    """``blanks.toml``."""

    sign: tuple[str, ...]
    party: tuple[str, ...]
    date: tuple[str, ...]


def find_blanks(reading: Reading) -> tuple[Blank, ...]:
    """Every open field in order of place."""
    text = reading.folded
    fields: list[Span] = []
    taken = bytearray(len(text))
    for shape in (_OPEN_DATE, _BRACKETS, _UNDERSCORES):
        for found in shape.finditer(text):
            span = _trimmed(text, found)
            if span and 1 not in taken[span.start : span.end] and not _checkbox(reading, span):
                taken[span.start : span.end] = b"\1" * len(span)
                fields.append(span)
    block = _signature_lines(text, reading.pack)
    return tuple(Blank(span=span) for span in sorted(fields) if not _to_sign(text, span, block, reading.pack))


def _trimmed(text: str, found: re.Match[str]) -> Span | None:
    """The field without the blanks that set it apart; None for words that only look like a date (三个 年 月)."""
    raw = found[0]
    bare = raw.lstrip(" ")
    start = found.end() - len(bare)
    if bare.startswith("年") and len(raw) - len(bare) < 2 and re.match(r"\w", text[found.start() - 1 : found.start()]):
        return None
    return Span(start, found.end())


def _checkbox(reading: Reading, span: Span) -> bool:
    """``[ ]`` typed in half-width is a box to tick."""
    return reading.quote(span) in ("[ ]", "( )") and reading.pack == "en"


def _signature_lines(text: str, pack: str) -> tuple[Span, ...]:
    """Stretches of short lines without a full stop, of which at least one asks for a signature."""
    words = _words(pack)
    sign = compiled(rf"(?:{longest_first(words.sign)})", re.I)
    found: list[Span] = []
    stretch: list[Span] = []
    for line in [*(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)), Span(len(text), len(text))]:
        content = line.slice(text)
        if (
            content
            and "。" not in content
            and len(content.replace("_", "").replace(" ", "")) <= 60
            and not _numbered(content)
        ):
            stretch.append(line)
            continue
        found += _signed_part(stretch, text, sign)
        stretch = []
    return tuple(found)


def _signed_part(stretch: list[Span], text: str, sign: re.Pattern[str]) -> list[Span]:
    at = [i for i, line in enumerate(stretch) if sign.search(line.slice(text))]
    if not at or stretch[at[0]].start < len(text) * 0.3:
        return []
    return [Span(stretch[max(0, at[0] - 2)].start, stretch[min(len(stretch) - 1, at[-1] + 3)].end)]


def _numbered(line: str) -> bool:
    return (
        re.match(
            r" *(?:第[\d一二三四五六七八九十百]+条|[\d一二三四五六七八九十]+[、.]|\([\d一二三四五六七八九十]+\))", line
        )
        is not None
    )


def _to_sign(text: str, span: Span, block: tuple[Span, ...], pack: str) -> bool:
    words = _words(pack)
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if pack == "en" and _sign_line(text, span) and not line.strip("_ \t"):
        return True  # rules alone on a line, the names stand below them
    if pack == "en" and _named_rules(text[:line_start], line):
        return True
    before = text[max(line_start, span.start - 60) : span.start]
    label = re.search(r"([^\s:,;。|]{0,24}|[A-Za-z ]{0,24}) ?:? *$", before)
    said = label[0].rstrip(" :").lower() if label else ""
    signs = any(said.endswith((word, word + ")")) for word in words.sign)
    if signs and (
        (pack == "zh" and any(w in said for w in ("签", "章", "印"))) or (pack == "en" and _sign_line(text, span))
    ):
        return True
    if not any(stretch.contains(span) or stretch.overlaps(span) for stretch in block):
        return False
    is_date = "年" in span.slice(text) or any(said.endswith(word) for word in words.date)
    return is_date or signs or any(said.endswith((word, word + ")")) for word in words.party) or not said


def _named_rules(before: str, line: str) -> bool:
    """Two or more names that the paper has used, each with its rule, and nothing else on the line."""
    parts = re.split(r"_{8,}", line)
    names = [part.strip() for part in parts[:-1]]
    return len(names) > 1 and not parts[-1].strip() and all(" " in name and name in before for name in names)


def _sign_line(text: str, span: Span) -> bool:
    """An English signature line stands alone: the rule is long, or a date rule follows it."""
    return len(span) >= 8


@cache
def _words(pack: str) -> BlankWords:
    return decode(folder(pack) / "blanks.toml", BlankWords)
