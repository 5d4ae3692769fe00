"""The JSON Schema of the JSON report. It is made from the types of ``shape`` and kept as a file beside this one."""

from pathlib import Path
from typing import Any

import msgspec

from agreecheck.report.failure import Failure
from agreecheck.report.json import dumps
from agreecheck.report.shape import Public

_FILE = Path(__file__).parent / "schema.json"


def text() -> str:
    """The schema as a JSON text."""
    return _FILE.read_text(encoding="utf-8")


def build() -> str:
    """The schema as the types say it. Further keys are allowed everywhere, so that reports can grow."""
    (report, failure), definitions = msgspec.json.schema_components([Public, Failure], ref_template="#/$defs/{name}")
    several = {
        "type": "object",
        "title": "Several",
        "description": "What a call for several files gives.",
        "required": ["reports", "summary"],
        "properties": {
            "reports": {"type": "array", "items": {"anyOf": [report, failure]}},
            "summary": {"type": "array"},
        },
    }
    return dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "agreecheck report",
            "anyOf": [report, failure, {"$ref": "#/$defs/Several"}],
            "$defs": _open({**definitions, "Several": several}),
        }
    )


def _open(schema: Any) -> Any:
    """The schema without the word that forbids further keys."""
    if isinstance(schema, dict):
        return {key: _open(value) for key, value in schema.items() if key != "additionalProperties" or value}
    return [_open(value) for value in schema] if isinstance(schema, list) else schema
