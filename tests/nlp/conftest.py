"""Papers for the second reader, straight from bare text."""

from collections.abc import Callable

import pytest

from agreecheck.model.document import Block, Document, Source
from agreecheck.model.span import Span

Paper = Callable[..., Document]


@pytest.fixture
def paper() -> Paper:
    """A document of paragraphs; ``heading`` names those that are headings."""

    def make(*lines: str, heading: tuple[str, ...] = (), language: str = "zh-Hans") -> Document:
        text, blocks = "", []
        for line in lines:
            kind = "heading" if line in heading else "paragraph"
            blocks.append(Block(kind=kind, span=Span(len(text), len(text) + len(line))))
            text += line + "\n"
        source = Source(name="paper", sha256="0" * 64, kind="text", size=len(text))
        return Document(source=source, text=text, language=language, blocks=tuple(blocks))

    return make
