"""Read a file into a Document: PDF, Word or text, told apart by content."""

import hashlib
from pathlib import Path

from agreecheck.errors import ReadError
from agreecheck.model.document import Document, Source

__all__ = ["read", "read_bytes"]


def read(path: Path) -> Document:
    """The document in a file. Raises ReadError with one sentence on what is wrong and what to do."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ReadError(
                "this is no file.", where=path.name, todo="Name the file that holds the agreement.", code="missing"
            )
        from agreecheck.read.choose import MOST_BYTES, too_big

        if size > MOST_BYTES:
            raise too_big(path.name)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(
            "there is no such file.", where=path.name, todo="Check the name and the folder.", code="missing"
        ) from error
    except OSError as error:
        raise ReadError(
            f"the file cannot be opened ({error.strerror}).",
            where=path.name,
            todo="Check that you may read it.",
            code="missing",
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in ``data``; ``name`` is what to call it. Raises ReadError."""
    from agreecheck.read.assemble import assemble
    from agreecheck.read.choose import choose

    kind = choose(data, name)
    source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), kind=kind, size=len(data))
    if kind == "pdf":
        from agreecheck.read.pdf import read_pdf

        flow, coverage = read_pdf(data, name)
        return assemble(source, flow, coverage)
    if kind == "docx":
        from agreecheck.read.docx import read_docx

        flow, coverage = read_docx(data, name)
        return assemble(source, flow, coverage)
    from agreecheck.read.plain import read_plain

    return assemble(source, read_plain(data, name))
