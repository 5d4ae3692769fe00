"""What tells a paper and its debtor among others, for the summary of a folder; nothing of it stands in a report."""

from hashlib import sha256

from msgspec.structs import replace

from agreecheck.model.document import Document
from agreecheck.model.fact import Party
from agreecheck.report.likeness import numbers, same_words, sketch
from agreecheck.report.mask import SIGN, Masker, shortened
from agreecheck.report.plain import flow, harmless
from agreecheck.report.shape import Trace
from agreecheck.text.fold import fold

_TAIL = 4


def trace(document: Document, debtor: Party | None, masker: Masker, *, show_personal: bool, redact: bool) -> Trace:
    """The trace of a paper. A person's name is masked unless all may be shown; of an identity number the end is kept.

    ``person`` is a digest of the whole name: two that look alike when masked stay two.
    """
    told = Trace(
        words=same_words(document), numbers=numbers(document, masker.text), sketch=sketch(document, masker.text)
    )
    if debtor is None:
        return told
    name, plain = flow(harmless(debtor.name)), "".join(fold(debtor.name).split()).lower()
    shown = name if show_personal or not (debtor.person or redact) else masked_name(name, whole=redact)
    return replace(
        told,
        debtor=shortened(shown),
        tail=_tail(document, debtor),
        person=sha256(plain.encode()).hexdigest()[:16],
    )


def masked_name(name: str, *, whole: bool = False) -> str:
    """``季闻笙`` → ``季*笙``, ``沈白`` → ``沈*``, ``Ann Lee`` → ``A** L**``; all of it where ``whole``."""
    return " ".join(_masked_word(word, whole) for word in name.split())


def _masked_word(word: str, whole: bool) -> str:
    kept = word[-1:] if len(word) > 2 and not word.isascii() else ""
    return SIGN * len(word) if whole else word[0] + SIGN * (len(word) - 1 - len(kept)) + kept


def _tail(document: Document, debtor: Party) -> str:
    """The last four signs of the identity number, where they are written out."""
    end = fold(document.quote(debtor.identity)).strip()[-_TAIL:].upper() if debtor.identity else ""
    return end if len(end) == _TAIL and end[:-1].isdigit() and (end[-1].isdigit() or end[-1] == "X") else ""
