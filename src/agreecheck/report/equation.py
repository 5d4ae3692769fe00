"""Equations of computed checks for people: their few English words in the reader's language."""

from agreecheck.expressions import compiled
from agreecheck.messages import Messages

_UNIT = compiled(r"/(day|month|year)\b")
_BASE = compiled(r"\bbase = (\w+)")
_FACT = compiled(r"\b([a-z_]+): |^(QR)$")


def worded(equation: str, say: Messages) -> str:
    """``"0.5 %/day"`` as ``"0.5%/日"``; figures, names and signs stay."""
    text = _UNIT.sub(lambda unit: f"/{say.name('unit', unit[1])}", equation)
    text = _BASE.sub(lambda base: f"{say('base.name')} = {say.name('base', base[1])}", text)
    text = _FACT.sub(lambda fact: say.name("fact", fact[1] or fact[2]) + (": " if fact[1] else ""), text)
    return text.replace(" %", "%").strip(" =")
