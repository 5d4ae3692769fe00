"""Reports: a view of what was found, and one renderer a format, imported when it is used."""

from importlib import import_module
from typing import Any

from agreecheck.errors import UsageError

FORMATS = {
    "terminal": "agreecheck.report.terminal:render",
    "json": "agreecheck.report.json:render",
    "jsonl": "agreecheck.report.json:render_line",
    "markdown": "agreecheck.report.markdown:render",
    "html": "agreecheck.report.html:render",
}
SUFFIXES = {"terminal": "txt", "json": "json", "jsonl": "jsonl", "markdown": "md", "html": "html"}


def render(view: Any, format: str = "terminal", **options: Any) -> str:
    """The view in one of ``FORMATS``; ``width`` and ``colour`` are options of the terminal alone."""
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}.", todo=f"Formats: {', '.join(FORMATS)}.")
    module, function = FORMATS[format].split(":")
    text: str = getattr(import_module(module), function)(view, **options)
    return text
