"""Personal data that shows by its bare shape, whatever is said around it: better masked twice than printed once."""

from collections.abc import Iterator

from agreecheck.expressions import compiled
from agreecheck.model.fact import Personal
from agreecheck.model.span import Span

_ALONE = r"(?<![A-Za-z0-9-])(?:{})(?![A-Za-z0-9])(?!-\d)"
_IDENTITY = (
    r"\d{17}[\dXx]"
    r"|[A-Z][12]\d{8}"  # Taiwan
    r"|[A-Z]{1,2}\d{6}\([0-9A]\)"  # Hong Kong
    r"|\d{3}-\d{2}-\d{4}"  # United States
    r"|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]"  # United Kingdom
)
_PHONE = r"1[3-9]\d{9}|09\d\d-?\d{3}-?\d{3}|\+?852[ -]?\d{4}[ -]?\d{4}"
_ACCOUNT = r"\d{3}-\d{10,16}"  # a bank's code before the account, as in Taiwan
_SHAPES = {
    kind: compiled(_ALONE.format(form))
    for kind, form in (("identity", _IDENTITY), ("phone", _PHONE), ("account", _ACCOUNT))
}
_NUMBERED = compiled(
    r"(?:合同|协议|契约|案|单据?|文|凭证|业务|申请|contract|reference|ref|agreement)(?:编?号码?|no\.?|number)\D{0,4}$"
)
_STREET = compiled(
    r"(?<![\d.,])\d{1,5}[A-Z]? (?:[A-Z][a-z]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Court|Drive|Dr|Way|Boulevard|Blvd|Close|Crescent|Place|Terrace)\b\.?"
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?(?![A-Za-z])){0,2}"
    r"(?:,? (?:[A-Z]{2} \d{5}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?![A-Za-z\d]))?"
)
_KEEP = 4


def numbers(text: str) -> Iterator[Personal]:
    """Identity numbers, mobile phones and bank accounts of several countries; not the number of a contract."""
    for kind, form in _SHAPES.items():
        for found in form.finditer(text):
            if not _NUMBERED.search(text[max(0, found.start() - 16) : found.start()].lower()):
                yield Personal(kind=kind, span=Span(*found.span()), keep=_KEEP)


def streets(text: str) -> Iterator[Span]:
    """English postal addresses: house, street, and the town and code after them."""
    return (Span(*found.span()) for found in _STREET.finditer(text))
