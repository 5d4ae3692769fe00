"""Check characters of identity numbers, credit codes and cards. A21, A22, A23. No number is ever printed."""

from datetime import date

from agreecheck.checks.case import Case, Outcome, together, unknown
from agreecheck.model.finding import Input
from agreecheck.model.mention import Mention

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def identity_check_character(number: str) -> str | None:
    """The 18th character that GB 11643 gives for the first 17 digits; None for anything else than 17 digits."""
    body = number[:17]
    if len(body) != 17 or not (body.isascii() and body.isdigit()):
        return None
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, _ID_WEIGHTS, strict=True)) % 11]


def credit_code_check_character(code: str) -> str | None:
    """The 18th character that GB 32100 gives for the first 17; None where one of them is not in its alphabet."""
    body = code[:17].upper()
    if len(body) != 17 or any(c not in _CODE_ALPHABET for c in body):
        return None
    sum_ = sum(_CODE_ALPHABET.index(c) * w for c, w in zip(body, _CODE_WEIGHTS, strict=True))
    return _CODE_ALPHABET[(31 - sum_ % 31) % 31]


def luhn_holds(number: str) -> bool:
    """Mod-10 rule of payment cards."""
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def identity_numbers(case: Case) -> Outcome:
    """A21: the check character is right and the birth date exists; masked and old 15-digit numbers are left out."""
    return together([o for m in _of_kind(case, "identity") if (o := _identity(m))], "no_full_number")


def _identity(mention: Mention) -> Outcome | None:
    number = mention.value.upper()
    want = identity_check_character(number) if len(number) == 18 else None
    if want is None:
        return None
    try:
        date.fromisoformat(f"{number[6:10]}-{number[10:12]}-{number[12:14]}")
    except ValueError:
        return Outcome(status="fail", equation="YYYYMMDD = ∅", subject=(mention.span,), reason="birth_date_not_real")
    return _character(mention, number[17], want)


def credit_codes(case: Case) -> Outcome:
    """A22: the check character of each unified social credit code is right."""
    found = []
    for mention in _of_kind(case, "credit_code"):
        want = credit_code_check_character(mention.value) if len(mention.value) == 18 else None
        if want:
            found.append(_character(mention, mention.value[17].upper(), want))
    return together(found, "no_full_number")


def cards(case: Case) -> Outcome:
    """A23: full card numbers follow the mod-10 rule; corporate accounts need not, so a mismatch proves nothing."""
    found = []
    for mention in _of_kind(case, "card"):
        digits = "".join(c for c in mention.value if c.isdigit())
        if digits == mention.value.replace(" ", "") and 16 <= len(digits) <= 19:
            found.append(
                Outcome(status="pass", equation="Σ mod 10 = 0")
                if luhn_holds(digits)
                else unknown("card_not_conclusive")
            )
    return together(found, "no_full_number")


def _of_kind(case: Case, kind: str) -> list[Mention]:
    return [m for m in case.facts.mentions if m.kind == kind and "masked" not in m.note and "*" not in m.value]


def _character(mention: Mention, got: str, want: str) -> Outcome:
    ok = got == want
    return Outcome(
        status="pass" if ok else "fail",
        equation=f"…{got} {'=' if ok else '≠'} …{want}",
        inputs=(Input(name="check_character", value=got, span=mention.span), Input(name="computed", value=want)),
        subject=(mention.span,),
        reason="" if ok else "check_character_differs",
        values={"stated": got, "computed": want},
    )
