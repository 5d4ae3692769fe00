"""Word documents: parts in the order in which a reader meets them.

python-docx opens the package; a walk over its XML reads what python-docx drops (tracked changes, text boxes, notes).
"""

from collections.abc import Iterator
from typing import Any

from agreecheck.model.document import Note
from agreecheck.model.span import Place
from agreecheck.read.flow import Grid, Hole, Item, Paragraph
from agreecheck.read.numbering import Numbering
from agreecheck.read.package import Package
from agreecheck.read.word import Story
from agreecheck.read.wordxml import Styles, W

_LARGE = 0.12  # of an A4 page; smaller pictures are logos and seals
_CHARACTERS = 900  # on a page of print: what a picture of a whole page may hide


def read_docx(data: bytes, name: str) -> tuple[list[Item], float]:
    """The flow of a Word document and the share of its content that could be read. Raises ReadError."""
    package = Package(data, name)
    root = package.body()
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise package.damaged("its text is missing")
    styles_root = _first(package, "styles")
    styles = Styles(styles_root)
    numbering = Numbering(_first(package, "numbering"), styles_root)
    comments = _comments(_first(package, "comments"))
    flow: list[Item] = []
    flow += _furniture(package, "header", styles)
    story = Story(styles, numbering, comments)
    flow += story.read(body)
    for kind in ("footnotes", "endnotes"):
        flow += _notes(_first(package, kind), kind[:-1], styles, story.cited)
    flow += _furniture(package, "footer", styles)
    return flow, _coverage(flow, story.pictures)


def _first(package: Package, kind: str) -> Any | None:
    return next(iter(package.related(kind)), None)


def _furniture(package: Package, kind: str, styles: Styles) -> Iterator[Item]:
    """Running headers or footers, each text once."""
    seen = set()
    for root in package.related(kind):
        for item in _paragraphs(Story(styles, part=kind).read(root)):
            if item.text not in seen:
                seen.add(item.text)
                yield Paragraph(runs=item.runs, kind="furniture", remarks=item.remarks)


def _notes(root: Any | None, part: str, styles: Styles, cited: set[str]) -> Iterator[Item]:
    """Foot- or endnotes that the text cites, each a paragraph of its own outside the clauses."""
    if root is None:
        return
    for node in root.findall(f"{W}{part}"):
        if node.get(f"{W}type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        if f"{part}{node.get(f'{W}id')}" not in cited:
            continue
        for item in _paragraphs(Story(styles, part=part).read(node)):
            yield Paragraph(runs=item.runs, apart=True, remarks=item.remarks)


def _paragraphs(items: list[Item]) -> Iterator[Paragraph]:
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Grid):
            yield from (Paragraph(runs=cell.runs) for cell in item.cells if cell.runs)


def _comments(root: Any | None) -> dict[str, Note]:
    if root is None:
        return {}
    return {
        node.get(f"{W}id", ""): Note(
            kind="comment",
            place=Place(part="comment"),
            values={
                "text": "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in node.iter(f"{W}p")),
                "author": node.get(f"{W}author", ""),
            },
        )
        for node in root.findall(f"{W}comment")
    }


def _coverage(flow: list[Item], pictures: list[float]) -> float:
    """Print read against print that large pictures may hold; adds a hole for each at its place in the flow."""
    large = [p for p in pictures if p >= _LARGE]
    read = sum(len(i.text) for i in flow if isinstance(i, Paragraph) and i.kind != "furniture")
    read += sum(len(c.text) for i in flow if isinstance(i, Grid) for c in i.cells)
    if not read:
        if not large:
            flow.append(Hole(place=Place(), reason="empty"))
        return 0.0
    return read / (read + _CHARACTERS * sum(large))
