"""The notation of patterns: text in, tokens out. ``patterns/README.md`` tells authors what it means.

pattern   = [@scope] sequence (& sequence | &! sequence)*
sequence  = element ([..n] element)*
element   = [? | ! | +] ( {label|label|'word} | word | (word|word) )

After a ``!`` the rest of its sequence takes both polarities: in 不得申请贷款 the same 不得 reaches 贷款.
"""

from functools import lru_cache
from typing import get_args

from agreecheck.errors import PackError
from agreecheck.expressions import compiled
from agreecheck.model.base import Frozen
from agreecheck.model.rule import Scope

ANY, AFFIRMED, NEGATED, SURELY = "?", "", "!", "+"
ANYWHERE = 10_000
_TOKEN = compiled(r"\.\.\d*|&!?|@\w+|[?!+]?\{[^{}]*\}|[^\s]+")


class Element(Frozen):
    """One place in a sequence: any hit of these labels, in the polarity wanted, at most ``gap`` characters after the
    one before it."""

    labels: tuple[str, ...]
    polarity: str = AFFIRMED
    gap: int = 1


class Pattern(Frozen):
    """Sequences that must all stand in the scope, and sequences that must not. ``scope`` None: the rule's own."""

    written: str
    wanted: tuple[tuple[Element, ...], ...]
    barred: tuple[tuple[Element, ...], ...] = ()
    scope: Scope | None = None

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for part in self.wanted + self.barred for element in part for label in element.labels)


@lru_cache(maxsize=1 << 14)
def parse(written: str) -> Pattern:
    """A pattern from its notation. Raises PackError where it cannot be read."""
    scope: Scope | None = None
    parts: list[tuple[bool, list[Element]]] = [(True, [])]
    gap: int | None = None
    for token in _TOKEN.findall(written):
        here = parts[-1][1]
        if token.startswith("@"):
            if token[1:] not in get_args(Scope) or here or len(parts) > 1:
                raise _fault(written, f"{token} is no scope, or does not stand first")
            scope = token[1:]
        elif token in ("&", "&!"):
            parts.append((token == "&", []))
            gap = None
        elif token.startswith(".."):
            gap = int(token[2:]) if token[2:] else ANYWHERE
        else:
            denied = any(element.polarity == NEGATED for element in here)
            here.append(_element(token, written, 1 if gap is None else gap, ANY if denied else AFFIRMED))
            gap = None
    if any(not elements for _, elements in parts) or gap is not None:
        raise _fault(written, "something is missing after a gap, & or at the start")
    return Pattern(
        written=written,
        wanted=tuple(tuple(elements) for wanted, elements in parts if wanted),
        barred=tuple(tuple(elements) for wanted, elements in parts if not wanted),
        scope=scope,
    )


def referred(written: str) -> str | None:
    """The code of another rule, where a side of a contradiction is written ``=CODE``."""
    return written[1:] if written.startswith("=") else None


def words(pattern: Pattern) -> dict[str, tuple[str, ...]]:
    """The literal words of a pattern as concepts of their own; their labels begin with an apostrophe."""
    return {label: (label[1:],) for label in sorted(pattern.labels) if label.startswith("'")}


def _element(token: str, written: str, gap: int, plain: str) -> Element:
    sign = token[0] if token[0] in (ANY, NEGATED, SURELY) else ""
    body = token[len(sign) :]
    polarity = plain if not sign else AFFIRMED if sign == SURELY else sign
    if not body:
        raise _fault(written, f"{token} stands alone")
    if body.startswith("{"):
        labels = tuple(
            part.strip().replace("_", " ") if part.strip().startswith("'") else part.strip()
            for part in body[1:-1].split("|")
        )
        if not all(labels):
            raise _fault(written, f"{body} has an empty name")
        return Element(labels=labels, polarity=polarity, gap=gap)
    if stray := next((sign for sign in "{}" if sign in body), ""):
        raise _fault(written, f"{body} has a stray {stray}: write {{name}}, with a blank before and after it")
    if body.count("(") != body.count(")"):
        raise _fault(written, f"the brackets of {body} do not close: alternatives hold no blanks")
    return Element(labels=("'" + body.replace("_", " "),), polarity=polarity, gap=gap)


def _fault(written: str, why: str) -> PackError:
    return PackError(f"the pattern {written!r} cannot be read: {why}.", todo="See patterns/README.md for the notation.")
