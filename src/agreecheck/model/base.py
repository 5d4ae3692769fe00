"""The one base of all values that travel between stages."""

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An immutable value; at once type, TOML decoder and JSON codec."""


class Words(Frozen):
    """One text in both languages of the reader."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for ``"zh"`` or ``"en"``."""
        return self.zh if language == "zh" else self.en
