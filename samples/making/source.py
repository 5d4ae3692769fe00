"""The form of ``samples/sources/*.md``: a TOML head between ``+++`` lines, then one block a line.

``# title``   ``## heading``   ``> right-hand line``   ``~ small print``   ``| a | b |`` a row (rows in a run form a
table; its first row names the columns)   ``===`` page break   ``- text`` and ``-- text`` paragraphs that Word itself
numbers, first and second level   ``{+words+}`` and ``{-words-}``
tracked insertion and deletion   anything else: a paragraph.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

TRACKED = re.compile(r"\{([+-])(.+?)[+-]\}")
_MARKS = (("## ", "heading"), ("# ", "title"), ("> ", "right"), ("~ ", "small"), ("-- ", "second"), ("- ", "first"))


@dataclass(frozen=True)
class Block:
    """One line of the source, or a table of ``rows``."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def accepted(self) -> str:
        """The text with every tracked change accepted."""
        return TRACKED.sub(lambda m: m[2] if m[1] == "+" else "", self.text)


@dataclass(frozen=True)
class Paper:
    """One source: its name, what its head says, its blocks."""

    name: str
    head: dict[str, str]
    blocks: tuple[Block, ...]

    def words(self) -> list[str]:
        """All text in reading order, a cell or block each."""
        cells = [[c for row in b.rows for c in row] if b.kind == "table" else [b.accepted] for b in self.blocks]
        return [word for part in cells for word in part if word]


def _row(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _block(line: str) -> Block:
    if line == "===":
        return Block("break")
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Block(kind, line[len(mark) :].strip())
    return Block("paragraph", line)


def read_source(path: Path) -> Paper:
    """Parse one source file."""
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    blocks: list[Block] = []
    for line in (raw.rstrip() for raw in body.splitlines()):
        if line.startswith("|"):
            before = blocks.pop().rows if blocks and blocks[-1].kind == "table" else ()
            blocks.append(Block("table", rows=(*before, _row(line))))
        elif line:
            blocks.append(_block(line))
    return Paper(path.stem, tomllib.loads(head), tuple(blocks))
