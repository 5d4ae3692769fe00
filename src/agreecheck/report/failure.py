"""A file without a report still gets a JSON object: what it is called, and why there is nothing to say about it."""

import msgspec

from agreecheck import __version__
from agreecheck.report.json import dumps
from agreecheck.report.plain import harmless
from agreecheck.report.shape import SCHEMA_VERSION, Error, Failure, NoDocument, NoSource, ToolRow


def render(name: str, code: str, message: str) -> str:
    """The object as a JSON text."""
    failure = Failure(
        schema_version=SCHEMA_VERSION,
        tool=ToolRow(name="agreecheck", version=__version__),
        source=NoSource(name=harmless(name)),
        document=NoDocument(),
        error=Error(code=code, message=message),
    )
    return dumps(msgspec.to_builtins(failure))
