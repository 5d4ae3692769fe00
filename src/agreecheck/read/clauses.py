"""The clause tree: numbered units over the paragraphs of the text. Spans only; no text is moved."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from agreecheck.model.base import Frozen
from agreecheck.model.document import BlockKind, Clause
from agreecheck.model.span import Span
from agreecheck.read.layout import is_annex, is_contents, is_signature
from agreecheck.read.numbers import Mark, read_mark
from agreecheck.read.titles import label_of, title_of

_ARTICLES = ("article", "en_article")


class Passage(Frozen):
    """A block with how it stands on the page, which tells signatures from clauses."""

    kind: BlockKind
    span: Span
    align: str = "left"


class _Open(Frozen):
    """A numbered unit that may still get children."""

    style: str
    value: str
    written: str


class _Start(Frozen):
    """Where a unit starts: its path of units from the top."""

    at: int
    chain: tuple[_Open, ...]
    title: str
    annex: str


_Told = tuple[Passage, str, Mark | None]


def find_clauses(text: str, passages: Sequence[Passage]) -> tuple[list[Passage], tuple[Clause, ...]]:
    """The passages with headings and contents told apart, and the clauses in order of place."""
    told = _without_false_ends(list(_tell(text, passages)))
    starts: list[_Start] = []
    ends: list[int] = []  # offsets where every open clause ends although no number follows
    out: list[Passage] = []
    chain: tuple[_Open, ...] = ()
    levels = _Levels(nested=_articles_lie_in_sections([m for _, _, m in told if m is not None]))
    annexes, annex = 0, ""
    for passage, role, mark in told:
        kind = passage.kind
        if role == "annex":
            annexes += 1
            annex, chain, levels = f"A{annexes}", (), _Levels()
        if role in ("annex", "chapter", "signature"):
            ends.append(passage.span.start)
        if role == "contents":
            kind = "contents"
        elif role in ("annex", "chapter"):
            kind = "heading"
        elif mark is not None:
            chain = levels.place(chain, mark)
            body = text[passage.span.start + mark.length : passage.span.end].strip()
            title = title_of(body)
            starts.append(_Start(at=passage.span.start, chain=chain, title=title, annex=annex))
            whole = title and len(body) <= len(title) + 1 and body[-1] not in "。."
            if whole and not any(c.isdigit() for c in title):
                kind = "heading"
        out.append(Passage(kind=kind, span=passage.span, align=passage.align))
    return out, tuple(_clauses(_with_recitals(starts), ends, len(text.rstrip())))


def _without_false_ends(told: list[_Told]) -> list[_Told]:
    """Lines that look like a signature end the clauses only where no more of them follow in this part."""
    out: list[_Told] = []
    follow = False
    for passage, role, mark in reversed(told):
        out.append((passage, "text" if role == "signature" and follow else role, mark))
        follow = role == "clause" or (follow and role != "annex")
    return out[::-1]


def _articles_lie_in_sections(marks: Sequence[Mark]) -> bool:
    """True where 一、二、 go on around 第一条, 第二条: then articles are their children."""
    first = next((i for i, m in enumerate(marks) if m.style in _ARTICLES), None)
    if first is None:
        return False
    before = [int(m.values[0]) for m in marks[:first] if m.style == "comma"]
    return bool(before) and any(m.style == "comma" and int(m.values[0]) == before[-1] + 1 for m in marks[first:])


def _with_recitals(starts: list[_Start]) -> list[_Start]:
    """Lists before the first article belong to the recitals: part 0, so that they are not taken for articles."""
    first = next((i for i, s in enumerate(starts) if s.chain[0].style in _ARTICLES), 0)
    return [_Start(at=s.at, chain=s.chain, title=s.title, annex="0") if i < first else s for i, s in enumerate(starts)]


def _tell(text: str, passages: Sequence[Passage]) -> Iterator[_Told]:
    """Each passage with its role: clause, chapter, annex, contents, signature or text."""
    in_contents = False
    bare = _bare_numbers(text, passages)
    for passage in passages:
        body = passage.span.slice(text)
        if passage.kind not in ("paragraph", "heading"):
            yield passage, "text" if passage.kind != "contents" else "contents", None
            continue
        in_contents = is_contents(body, in_contents)
        if in_contents:
            yield passage, "contents", None
            continue
        mark = read_mark(body)
        if mark is not None and mark.style == "bare" and passage.span.start not in bare:
            mark = None
        if mark is not None:
            yield passage, "chapter" if mark.style == "chapter" else "clause", mark
        elif is_annex(body):
            yield passage, "annex", None
        elif passage.align == "right" or is_signature(body):
            yield passage, "signature", None
        else:
            yield passage, "text", None


def _bare_numbers(text: str, passages: Sequence[Passage]) -> set[int]:
    """Starts of paragraphs like ``3 费用`` that count up from 1: a lone one is a quantity, not a clause."""
    found: list[tuple[int, int]] = []
    for passage in passages:
        if passage.kind in ("paragraph", "heading"):
            mark = read_mark(passage.span.slice(text))
            if mark is not None and mark.style == "bare" and int(mark.values[0]) == len(found) + 1:
                found.append((len(found) + 1, passage.span.start))
    return {at for _, at in found} if len(found) > 1 else set()


class _Levels:
    """The level of each numbering style: the order in which the part first uses it."""

    def __init__(self, *, nested: bool = False) -> None:
        self._first: dict[str, int] = {}
        self._nested = nested

    def place(self, chain: tuple[_Open, ...], mark: Mark) -> tuple[_Open, ...]:
        """The units from the top down to a new one."""
        if mark.style == "dotted":
            return _place_dotted(chain, mark)
        unit = _Open(style=mark.style, value=mark.values[-1], written=mark.written)
        styles = [u.style for u in chain]
        if mark.style in styles:
            return (*chain[: styles.index(mark.style)], unit)
        if mark.style in _ARTICLES:  # the top, whatever lists stood before, unless sections go on around them
            return (*(chain[:1] if self._nested and chain and chain[0].style == "comma" else ()), unit)
        known = self._first.setdefault(mark.style, len(chain))
        if unit.value != "1":
            # A list that does not begin here goes on: after the number before it, else at its usual level.
            before = next(
                (i for i, u in enumerate(chain) if u.value.isdigit() and int(u.value) + 1 == int(unit.value)), known
            )
            chain = chain[: min(before, known)]
        return (*chain, unit)


def _place_dotted(chain: tuple[_Open, ...], mark: Mark) -> tuple[_Open, ...]:
    """A dotted number is its own full path; units already open with the same numbers stay."""
    units: list[_Open] = []
    for depth, value in enumerate(mark.values):
        same = depth < len(chain) and chain[depth].value == value and len(units) == depth
        written = ".".join(mark.values[: depth + 1])
        last = depth == len(mark.values) - 1
        units.append(chain[depth] if same and not last else _Open(style=f"dotted{depth}", value=value, written=written))
    return tuple(units)


def _clauses(starts: Sequence[_Start], ends: Sequence[int], length: int) -> Iterator[Clause]:
    """Each unit runs to the next one that is no child of it, or to where the body ends."""
    stops = _stops(starts, length)
    seen: set[str] = set()
    for start, stop in zip(starts, stops, strict=True):
        path = _path(start)
        ended = bisect_right(ends, start.at)
        end = min([stop, *ends[ended : ended + 1]])
        yield Clause(
            path=path,
            number=start.chain[-1].written,
            label=label_of([(u.style, u.value, u.written) for u in start.chain]),
            title=start.title,
            level=len(start.chain),
            span=Span(start.at, end),
            parent=_parent(path, seen),
        )
        seen.add(path)


def _stops(starts: Sequence[_Start], length: int) -> list[int]:
    """For each unit, where the next unit starts that does not lie below it."""
    stops = [length] * len(starts)
    waiting: list[int] = []
    for i, start in enumerate(starts):
        while waiting and not _below(start, starts[waiting[-1]]):
            stops[waiting.pop()] = start.at
        waiting.append(i)
    return stops


def _below(start: _Start, over: _Start) -> bool:
    upper = [unit.value for unit in over.chain]
    return (
        start.annex == over.annex
        and len(start.chain) > len(upper)
        and [u.value for u in start.chain[: len(upper)]] == upper
    )


def _parent(path: str, known: set[str]) -> str | None:
    while "." in path:
        path = path.rsplit(".", 1)[0]
        if path in known:
            return path
    return None


def _path(start: _Start) -> str:
    numbers = ".".join(unit.value for unit in start.chain)
    return f"{start.annex}.{numbers}" if start.annex else numbers
