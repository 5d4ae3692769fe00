"""Personal data under one sign a character, so that every offset stays true.

The facts say what is personal. What they never saw is caught by shape: identity numbers and bank cards always,
mobile phones and e-mail unless the facts know them and did not call them personal (an institution's own).
"""

import re
from collections.abc import Iterable, Iterator

from agreecheck.expressions import compiled
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.span import Span
from agreecheck.report.plain import harmless

SIGN = "*"
KEPT = 4  # last signs of an account that may be shown: enough to compare, useless to others
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_IDENTITY = compiled(r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_CARD = compiled(r"(?<![\dA-Za-z.])\d(?:[ -]?\d){14,18}(?![\dA-Za-z])")
_PHONE = compiled(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_EMAIL = compiled(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_RUN = compiled(r"\*{5,}")
_NUMBERED = compiled(
    r"(?:合同|协议|案|单据?|文|凭证|业务|申请|contract|reference|ref)(?:编?号码?|no\.?|number)\D{0,4}$", re.IGNORECASE
)
_TRUSTED = {"phone", "email"}
_HARMLESS = {"credit_code", "money", "date", "date_range"}


class Masker:
    """Masks one document's text and any string made from it. ``text`` is the masked copy, of the document's length."""

    def __init__(self, document: Document, facts: Facts, *, show_personal: bool = False, redact: bool = False) -> None:
        raw = document.text
        self._by_shape = not show_personal
        personal = () if show_personal else _personal(facts)
        names = _names(facts) if redact else ()
        known = {m.span for m in facts.mentions if m.kind in _TRUSTED | _HARMLESS}
        signs = list(harmless(raw))
        for span, keep in personal:
            _cover(signs, span, keep)
        for span, keep in shapes(raw) if self._by_shape else ():
            if span not in known:
                _cover(signs, span, keep)
        for name in names:
            for at in _places(raw, name):
                _cover(signs, Span(at, at + len(name)), 0)
        self.text = "".join(signs)
        self._shown = {self.text[s.start : s.end] for s in known}
        self._secrets = _secrets(raw, personal, names)

    def words(self, text: str) -> str:
        """A string that was built from the document (a party's name, a filled question), masked and harmless."""
        for secret, covered in self._secrets:
            text = text.replace(secret, covered)
        signs = list(harmless(text))
        for span, keep in shapes(text) if self._by_shape else ():
            if text[span.start : span.end] not in self._shown:
                _cover(signs, span, keep)
        return "".join(signs)


def shortened(text: str) -> str:
    """The text with long runs of masks cut to four signs: for people, where no offset depends on it."""
    return _RUN.sub(SIGN * KEPT, text)


def shapes(text: str) -> Iterator[tuple[Span, int]]:
    """What looks like personal data: its span, and how many of the last characters may be shown."""
    narrow = text.translate(_NARROW)
    for found in _IDENTITY.finditer(narrow):
        yield Span(*found.span()), 0
    for found in _CARD.finditer(narrow):
        if not _NUMBERED.search(narrow, max(0, found.start() - 16), found.start()):
            yield Span(*found.span()), KEPT
    for pattern in (_PHONE, _EMAIL):
        for found in pattern.finditer(narrow):
            yield Span(*found.span()), 0


def _personal(facts: Facts) -> tuple[tuple[Span, int], ...]:
    """What the facts call personal. A payee's account keeps its end: the borrower must be able to compare it."""
    accounts = [a.number for a in facts.accounts if a.number]
    others = [(p.span, p.keep) for p in facts.personal if not any(p.span.overlaps(a) for a in accounts)]
    return (*others, *((a, KEPT) for a in accounts))


def _cover(signs: list[str], span: Span, keep: int) -> None:
    """Cover a span but for its last ``keep`` signs, white space and hyphens between groups not counted."""
    written = [at for at in range(span.start, span.end) if not (signs[at].isspace() or (keep and signs[at] == "-"))]
    for at in written[: max(0, len(written) - keep)]:
        signs[at] = SIGN


def _names(facts: Facts) -> tuple[str, ...]:
    names = {p.name for p in facts.parties} | {a.holder for a in facts.accounts}
    return tuple(sorted((n for n in names if len(n) > 1), key=lambda n: (-len(n), n)))


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _secrets(raw: str, personal: Iterable[tuple[Span, int]], names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each secret as written and written closely, with its covered form, longest first."""
    covered = {name: SIGN * len(name) for name in names}
    for span, keep in personal:
        written = raw[span.start : span.end]
        for form in (written, re.sub(r"[\s-]", "", written)):
            if len(form) > KEPT:
                covered[form] = SIGN * (len(form) - keep) + form[len(form) - keep :]
    return tuple(sorted(covered.items(), key=lambda pair: (-len(pair[0]), pair[0])))
