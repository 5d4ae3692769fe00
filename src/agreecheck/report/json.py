"""The report as JSON: the view's public part, keys sorted, UTF-8; the same report gives the same bytes."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from agreecheck.report.shape import Public, View


def as_object(view: View) -> dict[str, Any]:
    """The report as plain objects."""
    whole = msgspec.to_builtins(view)
    return {name: whole[name] for name in Public.__struct_fields__}


def render(view: View) -> str:
    """The report as a JSON text."""
    return dumps(as_object(view))


def render_line(view: View) -> str:
    """The report as a line of JSON Lines."""
    return line(view.source.name, as_object(view))


def line(file: str, report: dict[str, Any]) -> str:
    """One line: what the file is called in this run, and its report."""
    whole = {"file": file, "report": report}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def dumps(value: Any) -> str:
    """Any report object in the one form that all JSON output has."""
    return _indented(json.dumps(value, ensure_ascii=False, sort_keys=True)).decode("utf-8", "surrogatepass") + "\n"


def in_parts(value: Any, margin: str = "\n") -> Iterator[str]:
    """``dumps`` without the last line end, a piece at a time; iterators stand for lists that need not be held."""
    if not _grows(value):
        yield dumps(value).rstrip("\n").replace("\n", margin)
        return
    inner, comma = f"{margin}  ", ""
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    yield opening
    for one in sorted(value) if isinstance(value, dict) else value:
        yield f"{comma}{inner}"
        if isinstance(value, dict):
            yield f'"{one}": '
        yield from in_parts(value[one] if isinstance(value, dict) else one, inner)
        comma = ","
    yield f"{margin if comma else ''}{closing}"


def _grows(value: Any) -> bool:
    return isinstance(value, Iterator) or (isinstance(value, dict) and any(map(_grows, value.values())))


def listed(name: str, text: str, *, first: bool) -> str:
    """One value of an object's list ``name``, given as its JSON text; ``ending`` tells the rest of the object."""
    opening = f'{{\n  "{name}": [\n    ' if first else ",\n    "
    return opening + text.rstrip("\n").replace("\n", "\n    ")


def ending(name: str, rest: dict[str, Any], *, begun: bool) -> Iterator[str]:
    """What follows the values of a list in an object, in which it comes first; all of it where there were none."""
    parts = in_parts(rest if begun else {name: iter(())} | rest)
    if begun:
        next(parts)
        yield "\n  ],"
    yield from parts
    yield "\n"


def _indented(compact: str) -> bytes:
    """What json's own indent would give, faster."""
    return msgspec.json.format(compact.encode("utf-8", "surrogatepass"), indent=2)
