"""The one base of all values that travel between stages."""

import msgspec


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An immutable value; at once type, TOML decoder and JSON codec."""


class Words(Frozen):
    """One text in both languages of the reader."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for ``"zh"`` or ``"en"``."""
        return self.zh if language == "zh" else self.en
