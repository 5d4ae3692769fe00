"""The XML of Word: names, toggles, and ways through its wrappers."""

from typing import Any

from agreecheck.model.document import BlockKind
from agreecheck.read.symbols import symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Wrappers whose content counts as if they were not there; tracked insertions among them.
TRANSPARENT = frozenset(
    f"{W}{t}" for t in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")
)
GONE = frozenset((f"{W}del", f"{W}moveFrom"))
OFF = ("0", "false", "off", "none")


def is_on(parent: Any | None, tag: str) -> bool | None:
    """A toggle such as ``w:vanish``: True, False, or None where it is not set."""
    node = parent.find(f"{W}{tag}") if parent is not None else None
    return None if node is None else node.get(f"{W}val", "1") not in OFF


class Styles:
    """What styles say: hidden text, headings, contents, alignment."""

    def __init__(self, root: Any | None) -> None:
        self._hidden: dict[str, bool | None] = {}
        self._base: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._align: dict[str, str | None] = {}
        for node in root.iter(f"{W}style") if root is not None else ():
            key = node.get(f"{W}styleId", "")
            self._hidden[key] = is_on(node.find(f"{W}rPr"), "vanish")
            self._names[key] = value(node.find(f"{W}name")).lower()
            self._base[key] = value(node.find(f"{W}basedOn"))
            self._align[key] = value(node.find(f"{W}pPr/{W}jc")) or None

    def _lookup(self, table: dict[str, Any], key: str) -> Any:
        for _ in range(20):
            if key not in self._base:
                return None
            if table.get(key) is not None:
                return table[key]
            key = self._base[key]
        return None

    def hides(self, key: str) -> bool:
        """True if text in this style is not printed."""
        return bool(self._lookup(self._hidden, key))

    def align(self, key: str) -> str | None:
        """The style's own alignment."""
        found = self._lookup(self._align, key)
        return found if isinstance(found, str) else None

    def kind(self, key: str) -> BlockKind:
        """Heading and contents styles by their built-in names."""
        name = self._names.get(key, "")
        if name.startswith("toc"):
            return "contents"
        return "heading" if name.startswith("heading") or name in ("title", "subtitle") else "paragraph"


def value(node: Any | None) -> str:
    """``w:val`` of an element, empty if there is none."""
    return node.get(f"{W}val", "") if node is not None else ""


def through(parent: Any, tag: str) -> list[Any]:
    """Children of a kind, also those inside content controls and tracked insertions."""
    found: list[Any] = []
    for node in parent:
        if node.tag == tag:
            found.append(node)
        elif node.tag == f"{W}sdt" or node.tag in TRANSPARENT:
            found += through(node, tag)
    return found


def outermost(parent: Any, tag: str) -> list[Any]:
    """The first elements of a kind on each way down, alternatives for old programs left out."""
    found: list[Any] = []
    for node in parent:
        if node.tag == tag:
            found.append(node)
        elif node.tag != f"{MC}Fallback":
            found += outermost(node, tag)
    return found


def mark_of(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return symbol(value) or (chr(value) if 0x20 <= value < 0xD800 else "\ufffd")


def number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else 0
