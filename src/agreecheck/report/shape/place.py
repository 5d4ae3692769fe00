"""Stretches of the text: offsets are code points of the document's text."""

from typing import Literal

from agreecheck.model.base import Frozen


class Placed(Frozen):
    """A stretch of the text: ``clause`` is its dotted path, ``page`` from 1 or None where the format has no pages."""

    clause: str | None = None
    clause_label: str = ""
    page: int | None = None
    start: int = 0
    end: int = 0


class Quote(Placed, kw_only=True):
    """A sentence of the masked text (at most 240 characters); ``focus_start`` and ``focus_end`` are offsets in the
    document like ``start``, ``focus`` the words there. ``role``: subject, against, searched."""

    quote: str
    focus: str
    focus_start: int
    focus_end: int
    role: Literal["subject", "against", "searched"] = "subject"

    def parts(self) -> tuple[str, str, str]:
        """The quote before, at and after its focus."""
        at = min(max(self.focus_start - self.start, 0), len(self.quote))
        end = min(max(self.focus_end - self.start, at), len(self.quote))
        return self.quote[:at], self.quote[at:end], self.quote[end:]
