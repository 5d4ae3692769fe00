"""Text from outside made harmless for any output, and figures in plain notation."""

from collections.abc import Sequence
from decimal import Decimal

from agreecheck.messages import Messages

_SPACED = [*range(0x09), 0x0B, *range(0x0D, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F]
_SPACED += [
    *range(0x202A, 0x202F),
    0x2060,
    *range(0x2066, 0x206A),
    0xFEFF,
    0xFFF9,
    0xFFFA,
    0xFFFB,
    *range(0xE0000, 0xE0080),
]
_HARMLESS: dict[int, str] = dict.fromkeys(_SPACED, " ")
_HARMLESS |= dict.fromkeys([0x0C, 0x2028, 0x2029], "\n") | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def harmless(text: str) -> str:
    """The text, of the same length: control, direction and invisible signs become spaces, lone surrogates U+FFFD."""
    return text.translate(_HARMLESS)


def in_a_line(text: str) -> str:
    """A name made harmless, of the same length: no line end or tabulator either."""
    return harmless(text).replace("\n", " ").replace("\t", " ")


def flow(text: str) -> str:
    """The text in one line: a line end beside a Chinese character vanishes, other white space becomes one space."""
    return flow_parts((text,))[0]


def flow_parts(parts: Sequence[str]) -> list[str]:
    """The parts of one text, each in one line as ``flow`` has it, so that they still join to the whole."""
    lines = [""] * len(parts)
    last, at, gap = "", 0, ""
    for number, part in enumerate(parts):
        for sign in part:
            if sign.isspace():
                gap += sign
                continue
            if gap and last and not ("\n" in gap and (_wide(last) or _wide(sign))):
                lines[at] += " "
            lines[number] += sign
            last, at, gap = sign, number, ""
    return lines


def _wide(sign: str) -> bool:
    return (
        "\u2e80" <= sign <= "\u9fff"
        or "\uf900" <= sign <= "\ufaff"
        or "\uff00" <= sign <= "\uff60"
        or sign in "“”‘’…—·"
    )


def priced(say: Messages, value: Decimal, currency: str) -> str:
    """An amount with its currency, as people of the reader's language write it: ``"36,000.00 元"``."""
    return with_unit(say, f"{value:,.2f}", currency)


def with_unit(say: Messages, figures: str, currency: str) -> str:
    """Written figures with their currency."""
    key = f"currency.{currency}" if say.get(f"currency.{currency}") else "currency.other"
    return say(key, amount=figures, code=currency)


def money(value: Decimal) -> str:
    """``"36000.00"``: two decimals, no separators."""
    return f"{value:.2f}"


def percent(value: Decimal) -> str:
    """A percentage as written, at most four decimals, without needless zeros: ``"0.05"``, ``"24"``, ``"18.25"``."""
    text = f"{value:.4f}"
    return text.rstrip("0").rstrip(".")


def percent2(value: Decimal) -> str:
    """A computed percentage, two decimals: ``"14.45"``."""
    return f"{value:.2f}"
