"""A file without a report still gets a JSON object: what it is called, and why there is nothing to say about it."""

import msgspec

from agreecheck.model.base import Frozen
from agreecheck.report.json import dumps
from agreecheck.report.plain import harmless
from agreecheck.report.shape import SCHEMA_VERSION
from agreecheck.report.shape.paper import ToolRow


class Error(Frozen):
    """Why there is no report: a code (missing, empty, encrypted, damaged, not_text, no_pages, too_big, unsupported,
    internal, ...) and a sentence."""

    code: str
    message: str


class NoSource(Frozen):
    name: str


class NoDocument(Frozen):
    coverage: float = 0.0


class Failure(Frozen):
    """What stands in the place of a report where a file could not be read at all."""

    schema_version: str
    tool: ToolRow
    source: NoSource
    document: NoDocument
    error: Error


def render(name: str, code: str, message: str, version: str) -> str:
    """The object as a JSON text; ``version`` is the program's."""
    failure = Failure(
        schema_version=SCHEMA_VERSION,
        tool=ToolRow(name="agreecheck", version=version),
        source=NoSource(name=harmless(name)),
        document=NoDocument(),
        error=Error(code=code, message=message),
    )
    return dumps(msgspec.to_builtins(failure))
