"""What a file is, told by its content and never by its name."""

import io
import zipfile
from typing import Literal

from agreecheck.errors import ReadError

Format = Literal["pdf", "docx", "text"]
MOST_BYTES = 100 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_OTHER = "Save it as .docx or PDF and try again."


def choose(data: bytes, name: str) -> Format:
    """The format of ``data``. Raises ReadError for what cannot be read."""
    if not data.strip(b"\0 \r\n\t"):
        raise ReadError(
            "the file is empty.", where=name, todo="Choose the file that holds the agreement.", code="empty"
        )
    if len(data) > MOST_BYTES:
        raise too_big(name)
    if b"%PDF" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip(data, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    return "text"


def too_big(name: str) -> ReadError:
    """The refusal of a file beyond the limit."""
    return ReadError(
        f"the file is larger than {MOST_BYTES >> 20} MB.",
        where=name,
        todo="Split it or save it without pictures.",
        code="too_big",
    )


def _zip(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise ReadError(
            "the file is damaged: its parts cannot be listed.",
            where=name,
            todo="Get it once more from where it came.",
            code="damaged",
        ) from error
    if any(part.lower().startswith("word/") and part.lower().endswith(".xml") for part in names):
        return "docx"
    raise ReadError(
        "this archive holds no Word document.",
        where=name,
        todo="Unpack it and choose the agreement itself.",
        code="unsupported",
    )


def _ole(data: bytes, name: str) -> ReadError:
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return ReadError(
            "the document is locked with a password.",
            where=name,
            todo="Open it, save it without the password, and try again.",
            code="encrypted",
        )
    return ReadError("the old Word format (.doc) cannot be read.", where=name, todo=_AS_OTHER, code="unsupported")
