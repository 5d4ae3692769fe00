"""The parts of a Word package, opened with limits: no bombs, no DOCTYPE, no double parts."""

import io
import zipfile
from typing import Any

from agreecheck.errors import ReadError

MOST_PART = 64 * 1024 * 1024  # bytes of one XML part once inflated
MOST_PARTS = 5000
MOST_ELEMENTS = 2_000_000
# Strict OOXML says the same words under other names.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)


class Package:
    """XML parts by name, parsed on demand."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise self.damaged() from error
        if len(infos) > MOST_PARTS:
            raise self._too_big()
        self.names = [info.filename for info in infos]
        if any(info.flag_bits & 1 for info in infos):
            raise ReadError(
                "the document is locked with a password.",
                where=name,
                todo="Open it, save it without the password, and try again.",
                code="encrypted",
            )
        if self.names.count("word/document.xml") > 1:
            raise self.damaged("it holds its main part twice")

    def damaged(self, why: str = "") -> ReadError:
        """The refusal of a package that is broken."""
        reason = f": {why}" if why else ""
        return ReadError(
            f"the document is damaged{reason}.",
            where=self._name,
            todo="Open it in Word, save it anew, and try again.",
            code="damaged",
        )

    def _too_big(self) -> ReadError:
        return ReadError(
            "the document grows beyond all measure when unpacked.",
            where=self._name,
            todo="Save it as PDF and try again.",
            code="too_big",
        )

    def xml(self, part: str) -> Any | None:
        """The root element of a part, None if it is missing. Raises ReadError."""
        from lxml import etree

        if part not in self.names:
            return None
        content = self._inflate(part)
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content or b"<\x00!\x00D\x00O\x00C" in content[:4096]:
            raise self.damaged("it holds a document type, which Word never writes")
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def _inflate(self, part: str) -> bytes:
        """The bytes of a part; what counts is what really comes out, not what the header says."""
        import zlib

        try:
            with self._zip.open(part) as file:
                content = file.read(MOST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            raise self.damaged() from error
        if len(content) > MOST_PART:
            raise self._too_big()
        return content

    def related(self, part: str) -> list[tuple[str, str]]:
        """(kind, part name) of the parts that ``part`` refers to; kind is the last word of the relation's type."""
        folder, _, base = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels".lstrip("/"))
        if root is None:
            return []
        found = []
        for node in root:
            target = node.get("Target", "")
            if node.get("TargetMode") == "External" or not target:
                continue
            path = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            found.append((node.get("Type", "").rsplit("/", 1)[-1], path))
        return found

    def external(self, part: str) -> list[tuple[str, str]]:
        """(kind, address) of what ``part`` would fetch from elsewhere; nothing of it is ever fetched."""
        folder, _, base = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels".lstrip("/"))
        nodes = root if root is not None else []
        return [
            (n.get("Type", "").rsplit("/", 1)[-1], n.get("Target", ""))
            for n in nodes
            if n.get("TargetMode") == "External"
        ]
