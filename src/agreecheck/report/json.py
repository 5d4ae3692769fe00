"""The report as JSON: the view's public part, keys sorted, UTF-8; the same report gives the same bytes."""

import json
from collections.abc import Iterable, Iterator
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


def in_parts(name: str, values: Iterable[object], rest: dict[str, object]) -> Iterator[str]:
    """``dumps`` of ``{name: [values]} | rest``, a value at a time; ``name`` comes first among the keys."""
    begun = False
    for value in values:
        yield listed(name, dumps(value), first=not begun)
        begun = True
    yield ending(name, rest, begun=begun)


def listed(name: str, text: str, *, first: bool) -> str:
    """One value of ``in_parts``, given as its JSON text."""
    opening = f'{{\n  "{name}": [\n    ' if first else ",\n    "
    return opening + text.rstrip("\n").replace("\n", "\n    ")


def ending(name: str, rest: dict[str, object], *, begun: bool) -> str:
    """What follows the values of ``in_parts``; all of it where there were none."""
    whole = dumps({name: []} | rest)
    return whole.replace(f'{{\n  "{name}": []', "\n  ]", 1) if begun else whole


def _indented(compact: str) -> bytes:
    """What json's own indent would give, faster."""
    return msgspec.json.format(compact.encode("utf-8", "surrogatepass"), indent=2)
