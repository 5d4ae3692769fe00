"""Facts of a bare string for callers outside: flat values with offsets and words."""

from datetime import date

import msgspec

from agreecheck.text.scan import scan


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """One fact: a :class:`~agreecheck.model.mention.Mention` with ``start``, ``end`` (code points, end exclusive)
    and ``text``, the words themselves."""

    kind: str
    value: str
    unit: str
    start: int
    end: int
    text: str
    mod: str = ""
    form: str = ""
    per_year: str = ""
    day_count: str = ""
    event: str = ""
    valid: bool | None = None
    note: tuple[str, ...] = ()


def extract(text: str, as_of: date | None = None) -> list[Extracted]:
    """The facts of ``text`` in order of place. ``as_of`` gives year and month to a bare day (30日)."""
    return [
        Extracted(
            kind=one.kind, value=_seen_from(one.value, as_of) if one.kind == "date" else one.value, unit=one.unit,
            start=one.span.start, end=one.span.end, text=one.span.slice(text), mod=one.mod, form=one.form,
            per_year=one.per_year, day_count=one.day_count, event=one.event, valid=one.valid, note=one.note,
        )
        for one in scan(text)
    ]  # fmt: skip


def _seen_from(value: str, as_of: date | None) -> str:
    bare_day = value.startswith("XXXX-XX-") and value[-1].isdigit()
    return value.replace("XXXX-XX", as_of.strftime("%Y-%m"), 1) if as_of and bare_day else value
