"""A file without a report still gets a JSON object: what it is called, and why there is nothing to say about it."""

from agreecheck import __version__
from agreecheck.report.json import dumps
from agreecheck.report.plain import harmless
from agreecheck.report.shape import SCHEMA_VERSION


def render(name: str, code: str, message: str) -> str:
    """The object as a JSON text."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "agreecheck", "version": __version__},
            "source": {"name": harmless(name)},
            "document": {"coverage": 0},
            "error": {"code": code, "message": message},
        }
    )
