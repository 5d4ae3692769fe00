"""A Word package: looked through for bombs, mended where Word's cousins write it otherwise, opened by python-docx."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from agreecheck.errors import ReadError

MOST_PART = 64 * 1024 * 1024  # bytes of one part once inflated
MOST_PARTS = 5000
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What docm, dotm and dotx call their main part: python-docx opens only what is called a document.
_OTHER_MAINS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
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
    """The parts of a Word document by their relation to its main part. Raises ReadError for what cannot be opened."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        parts = _mended(self._inflated(data))
        try:
            import docx

            self.main: Any = docx.Document(io.BytesIO(_zipped(parts))).part
        except Exception as error:  # python-docx lets KeyError, XMLSyntaxError and others through
            raise self.damaged() from error

    def damaged(self, why: str = "") -> ReadError:
        """The refusal of a package that is broken."""
        reason = f": {why}" if why else ""
        return ReadError(
            f"the document is damaged{reason}.",
            where=self._name,
            todo="Open it in Word, save it anew, and try again.",
            code="damaged",
        )

    def body(self) -> Any | None:
        """The root element of the main part."""
        return self._root(self.main)

    def related(self, kind: str) -> list[Any]:
        """Root elements of the parts that the main part refers to as ``kind`` (styles, header, footnotes, ...), in
        the order of their names; what lies outside the package is never fetched."""
        parts = {
            str(relation.target_part.partname): relation.target_part
            for relation in self.main.rels.values()
            if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] == kind
        }
        roots = (self._root(parts[partname]) for partname in sorted(parts))
        return [root for root in roots if root is not None]

    def _root(self, part: Any) -> Any | None:
        """A part parsed anew, without comments, entities or the network."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            return etree.fromstring(part.blob, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error

    def _inflated(self, data: bytes) -> dict[str, bytes]:
        """Every part; what counts is what really comes out, not what the header says."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
                if len(infos) > MOST_PARTS:
                    raise self._too_big()
                if any(info.flag_bits & 1 for info in infos):
                    raise self._locked()
                names = [info.filename for info in infos]
                if len(set(names)) < len(names):
                    raise self.damaged("it holds a part twice")
                parts, left = {}, 2 * MOST_PART
                for name in names:
                    with archive.open(name) as file:
                        parts[name] = file.read(MOST_PART + 1)
                    left -= len(parts[name])
                    if len(parts[name]) > MOST_PART or left < 0:
                        raise self._too_big()
        except _BROKEN as error:
            raise self.damaged() from error
        for name, content in parts.items():
            if name.endswith((".xml", ".rels")) and _declares_entities(content):
                raise self.damaged("it holds a document type, which Word never writes")
        return parts

    def _locked(self) -> ReadError:
        return ReadError(
            "the document is locked with a password.",
            where=self._name,
            todo="Open it, save it without the password, and try again.",
            code="encrypted",
        )

    def _too_big(self) -> ReadError:
        return ReadError(
            "the document grows beyond all measure when unpacked.",
            where=self._name,
            todo="Save it as PDF and try again.",
            code="too_big",
        )


def _declares_entities(content: bytes) -> bool:
    return b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content or b"<\x00!\x00D\x00O\x00C" in content[:4096]


def _mended(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The same parts under the names that python-docx knows: strict OOXML, macro documents and templates among them."""
    mended = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            for strict, usual in _STRICT:
                content = content.replace(strict, usual)
        if name == "[Content_Types].xml":
            for other in _OTHER_MAINS:
                content = content.replace(other, _MAIN)
        if name.endswith(".rels"):
            content = _without_dangling(name, content, parts)
        mended[name] = content
    return mended


def _without_dangling(name: str, content: bytes, parts: dict[str, bytes]) -> bytes:
    """Relations to parts that are not there (thumbnails, mostly) are left out; python-docx stumbles over them."""
    from lxml import etree

    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return content
    folder = name.rpartition("_rels/")[0]
    dangling = [
        node
        for node in root
        if node.get("TargetMode") != "External"
        and posixpath.normpath(posixpath.join("/" + folder, node.get("Target", ""))).lstrip("/") not in parts
    ]
    for node in dangling:
        root.remove(node)
    return etree.tostring(root, encoding="UTF-8", standalone=True) if dangling else content


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
