"""A file without a report still gets a JSON object: what it is called, and why there is nothing to say about it."""

import msgspec

from agreecheck.report.json import dumps
from agreecheck.report.plain import harmless
from agreecheck.report.shape import SCHEMA_VERSION, Error, Failure, NoDocument, NoSource, ToolRow


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
