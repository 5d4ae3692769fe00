"""The JSON Schema of the JSON report, kept beside this file."""

from pathlib import Path


def text() -> str:
    """The schema as a JSON text."""
    return (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
