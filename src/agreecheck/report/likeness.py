"""How like two papers are, told from small traces of them: digests of all words and numbers, a sketch of the wording.

The sketch is a MinHash in one permutation (Li, Owen, Zhang 2012): the share of bins in which two sketches agree
estimates the share of five-letter strings that the papers have in common (Jaccard). Figures, signs and what is masked
are left aside, so that a paper and its other version with other sums are alike.
"""

import struct
from collections.abc import Iterator
from hashlib import blake2b, sha256

from agreecheck.expressions import compiled
from agreecheck.model.document import Document
from agreecheck.text.fold import fold

ALIKE = 0.8
_BINS, _LETTERS, _BAND = 128, 5, 4
_FEWEST = 40  # letters below which there is nothing to compare
_SIGNS = compiled(r"[\W_]+")
_NOT_WORDS = compiled(r"[\W\d_]+")
_REFERENCE, _FIGURES = compiled(r"[a-z0-9-]{6,}"), compiled(r"(?:\d[^\d]?){4}")
_FORM = struct.Struct(f"<{_BINS}H")


def same_words(document: Document) -> str:
    """A digest of all letters and figures; pages' headers and footers, white space and signs make no difference."""
    letters = _SIGNS.sub("", _plain(document, document.text))
    return sha256(letters.encode()).hexdigest()[:32] if letters else ""


def numbers(document: Document, masked: str) -> str:
    """A digest of the numbers of contracts and the like that stand in the masked text; empty where there is none."""
    found = {found[0] for found in _REFERENCE.finditer(_plain(document, masked)) if _FIGURES.search(found[0])}
    return sha256(" ".join(sorted(found)).encode()).hexdigest()[:32] if found else ""


def sketch(document: Document, masked: str) -> bytes:
    """The sketch of a paper's masked text; empty where there is too little of it."""
    letters = _NOT_WORDS.sub("", _plain(document, masked))
    if len(letters) < _FEWEST:
        return b""
    least: dict[int, int] = {}
    for string in {letters[at : at + _LETTERS] for at in range(len(letters) - _LETTERS + 1)}:
        value, place = divmod(int.from_bytes(blake2b(string.encode(), digest_size=8).digest(), "big"), _BINS)
        if value < least.get(place, value + 1):
            least[place] = value
    return _FORM.pack(*(1 + least[n] % 0xFFFF if n in least else 0 for n in range(_BINS)))


def likeness(one: bytes, other: bytes) -> float:
    """The share of wording that two sketched papers have in common, 0 to 1."""
    pairs = [(a, b) for a, b in zip(_FORM.unpack(one), _FORM.unpack(other), strict=True) if a or b]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0


def bands(one: bytes) -> Iterator[tuple[int, bytes]]:
    """Pieces of a sketch; papers that are alike have at least one in common, but for a chance of one in 10,000,000."""
    size = 2 * _BAND
    for at in range(0, len(one), size):
        if any(piece := one[at : at + size]):
            yield at, piece


def _plain(document: Document, text: str) -> str:
    """The text folded, in small letters, without what stands on every page."""
    parts, at = [], 0
    for block in document.blocks:
        if block.kind == "furniture":
            parts.append(text[at : block.span.start])
            at = block.span.end
    return fold("".join((*parts, text[at:]))).lower()
