"""Which program reviews: a digest of its code, its packs and the libraries it reads with."""

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agreecheck.packs.find import root

_LIBRARIES = ("jieba", "lxml", "pdfplumber", "pdfminer.six", "pypdfium2", "python-docx", "spacy")
_CODE = Path(__file__).resolve().parents[1]


def digest() -> str:
    """The same as long as nothing that could change a report has changed."""
    mark = hashlib.sha256()
    for home, pattern in ((_CODE, "*.py"), (_CODE, "*.toml"), (_CODE, "*.bin"), (root(), "*.toml")):
        for path in sorted(home.rglob(pattern)):
            data = path.read_bytes()
            mark.update(f"{path.relative_to(home).as_posix()}\0{len(data)}\0".encode() + data)
    for name in _LIBRARIES:
        mark.update(f"{name} {_version(name)}\0".encode())
    return mark.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
