"""Numbers that name something: identity numbers, credit codes, cards, accounts, telephones, e-mail, plates.

Checks: identity numbers by GB 11643 (ISO 7064 MOD 11-2), credit codes by GB 32100 (MOD 31), cards by Luhn.
"""

import re
from collections.abc import Iterator
from datetime import date

from agreecheck.expressions import compiled
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span

_FREE, _END = r"(?<![\dA-Za-z*])", r"(?![\dA-Za-z*])"
_CODE_CHARS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_A = "A-Za-z0-9_"  # as in an address: \w would run into the Chinese beside it
_EMAIL = compiled(
    rf"(?<![{_A}.+*-])[A-Za-z0-9*][{_A}.+*-]{{0,63}}+@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{2,63}}){{1,4}}"
)
_LONG = compiled(rf"\d(?<![\dA-Za-z*].)(?>[\dXx]{{11,40}}){_END}")
_CREDIT = compiled(
    rf"(?=[A-Za-z\d])(?<![\dA-Za-z*])(?=[A-Za-z\d]{{18}}{_END})[1-9A-GYa-gy](?=[A-Za-z\d]{{0,16}}[A-Za-z])\w[\dA-Za-z]{{16}}"
)
_GROUPED = compiled(rf"[\d*](?<![\dA-Za-z*].)[\d*]{{3}}(?P<s>[ -])(?:[\d*]{{4}}(?P=s)){{2,3}}[\d*]{{2,7}}{_END}")
_MASKED = compiled(
    rf"(?=[\d*•●Xx])(?:{_FREE}[\d]{{0,10}}(?>[*•●Xx]{{3,20}})\d{{0,6}}[Xx]?(?>(?:-[*•●\d]{{2,8}}){{0,3}}){_END}"
    rf"|{_FREE}1[\d*]{{2}}[- ][\d*]{{4}}[- ][\d*]{{4}}{_END})"
)
_PHONE = compiled(
    r"(?=[\d+(])(?<![\dA-Za-z*.,-])(?:(?:\+|00)86[- ]?)?(?:1[3-9]\d(?P<m>[- ]?)\d{4}(?P=m)\d{4}"
    r"|\(?0\d{2,3}\)?[- ]?\d{3,4}[- ]?\d{4}(?:[-转]\d{1,6})?|[48]00[- ]?\d{3,4}[- ]?\d{3,4}"
    r"|\(?[2-9]\d\d\)?[- ]\d{3}-\d{4})(?![\dA-Za-z*]|-\d|,\d|\.\d|元)"
)
_HOTLINE = compiled(
    r"(?:热线|电话|客服|拨打|致电|来电|投诉|咨询|短信|号码|服务号)[^。,;\n\d]{0,8}(?P<n>9[56]\d{3,6}|1010\d{4}"
    r"|12\d{3}|11\d{1,4})(?![\d元])"
)
_PLATE = compiled(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][· ]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d])"
)
_LABEL = compiled(
    r"(?P<identity>身份证|证件号|身份号)|(?P<credit_code>信用代码|营业执照|注册号)|(?P<phone>电话|手机|热线"
    r"|联系方式|传真|拨打|致电|短信)|(?P<card>卡号|银行卡|信用卡|储蓄卡|借记卡|卡)|(?P<account>账号|账户|帐号|户)"
)


def read(text: str) -> list[Mention]:
    """All identifiers of a folded text, overlapping readings included; the first of a place is the surest."""
    return [*_emails(text), *_codes(text), *_masked(text), *_phones(text), *_numbers(text), *_plates(text)]


def identity_valid(number: str) -> bool:
    """Check character and birthday of an 18-digit identity number."""
    if not re.fullmatch(r"\d{17}[\dX]", number) or not _birthday(number[6:14]):
        return False
    total = sum(int(digit) * (2 ** (17 - at) % 11) for at, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17]


def credit_code_valid(code: str) -> bool:
    """Check character of an 18-character unified social credit code."""
    if len(code) != 18 or not set(code) <= set(_CODE_CHARS):
        return False
    total = sum(_CODE_CHARS.index(char) * pow(3, at, 31) for at, char in enumerate(code[:17]))
    return _CODE_CHARS[-total % 31] == code[17]


def card_valid(number: str) -> bool:
    """Luhn check digit."""
    digits = [int(char) for char in reversed(number)]
    return sum(digits[::2]) % 10 == -sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2]) % 10


def _birthday(digits: str) -> bool:
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2100
    except ValueError:
        return False


def _label(text: str, start: int) -> str:
    """What the nearest word before says that a number is."""
    found = ""
    floor = max(start - 16, 0)
    for match in _LABEL.finditer(text, max(text.rfind("\n", floor, start), floor), start):
        found = match.lastgroup or ""
    return found


def _mention(
    kind: str, text: str, match: re.Match[str], valid: bool | None = None, note: tuple[str, ...] = ()
) -> Mention:
    value = re.sub(r"[ -]", "", match[0]) if kind != "email" else match[0]
    return Mention(
        kind=kind,
        value=value.upper() if kind in ("identity", "credit_code") else value,
        span=Span(*match.span()),
        valid=valid,
        note=note,
    )


def _emails(text: str) -> Iterator[Mention]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield _mention("email", text, match, note=("masked",) if "*" in match[0] else ())


def _codes(text: str) -> Iterator[Mention]:
    for match in _CREDIT.finditer(text):
        code = match[0].upper()
        if re.fullmatch(r"\d{17}X", code):
            continue
        valid = credit_code_valid(code)
        if valid or _label(text, match.start()) == "credit_code" or sum(char.isdigit() for char in code) >= 9:
            yield _mention("credit_code", text, match, valid)


def _masked(text: str) -> Iterator[Mention]:
    for match in _MASKED.finditer(text):
        run = re.sub(r"[ -]", "", match[0])
        if not re.search(r"\d", run):
            continue
        label = _label(text, match.start())
        if "*" not in run and not label:
            continue
        kind = label or (
            "phone" if len(run) == 11 and run[0] == "1" else "identity" if len(run) in (15, 18) else "account"
        )
        yield _mention(kind, text, match, note=("masked",))


def _phones(text: str) -> Iterator[Mention]:
    for match in _PHONE.finditer(text):
        yield _mention("phone", text, match, note=("masked",) if "*" in match[0] else ())
    for match in _HOTLINE.finditer(text):
        yield Mention(kind="phone", value=match["n"], span=Span(*match.span("n")), note=("hotline",))


def _numbers(text: str) -> Iterator[Mention]:
    for match in _GROUPED.finditer(text):
        masked = "*" in match[0]
        digits = re.sub(r"[ -]", "", match[0])
        valid = None if masked else card_valid(digits)
        kind = "account" if _label(text, match.start()) == "account" and not valid else "card"
        yield _mention(kind, text, match, valid if kind == "card" else None, ("masked",) if masked else ())
    for match in _LONG.finditer(text):
        run, label = match[0].upper(), _label(text, match.start())
        if len(run) == 18 and (
            label == "identity" or (_birthday(run[6:14]) and label not in ("card", "account", "credit_code"))
        ):
            yield _mention("identity", text, match, identity_valid(run))
        elif label == "credit_code" and len(run) == 18:
            yield _mention("credit_code", text, match, credit_code_valid(run))
        elif label == "identity":
            yield _mention(
                "identity", text, match, _birthday("19" + run[6:12]) if len(run) == 15 and run.isdigit() else False
            )
        elif run.isdigit() and 12 <= len(run) <= 30 and (label in ("card", "account") or len(run) >= 16):
            sure = 16 <= len(run) <= 19 and card_valid(run)
            yield _mention(
                "card" if sure or (label == "card" and len(run) <= 19) else "account",
                text,
                match,
                sure if sure or label == "card" else None,
            )


def _plates(text: str) -> Iterator[Mention]:
    for match in _PLATE.finditer(text):
        yield _mention("plate", text, match)
