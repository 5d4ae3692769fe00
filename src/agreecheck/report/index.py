"""The summary of several reports: one row a file."""

import json
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.json import dumps
from agreecheck.report.paper import ALMOST_NOTHING
from agreecheck.report.plain import harmless
from agreecheck.report.shape import View
from agreecheck.report.summary import short


class Row(Frozen):
    """One file: its type, gravest severity (a key) and result in words; ``failed`` if there is no report."""

    file: str
    result: str
    type: str = ""
    worst: str | None = None
    failed: bool = False


def row(say: Messages, name: str, view: View) -> Row:
    """The row of a file with a report."""
    kind = view.document.type_name if view.document.coverage >= ALMOST_NOTHING else ""
    result = short(say, view.document, view.summary)
    return Row(file=harmless(name), type=kind, worst=view.summary.worst, result=result)


def failed_row(name: str, message: str) -> Row:
    """The row of a file without one: why."""
    return Row(file=harmless(name), result=message, failed=True)


def render_index(say: Messages, rows: Sequence[Row], format: str, suffix: str = "") -> str:
    """All rows in a format of ``report.FORMATS``. With a suffix, each name leads to its report in the same folder."""
    if format == "json":
        return dumps({"summary": summary_rows(rows)})
    if format == "jsonl":
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in summary_rows(rows))
    if format == "markdown":
        return _markdown(say, rows, suffix)
    if format == "html":
        return _html(say, rows, suffix)
    lines = [say("group.index"), ""]
    for line in rows:
        lines += [line.file, "    " + " · ".join(part for part in (line.type, line.result) if part)]
    return "\n".join([*lines, "", say("end.line")]) + "\n"


def summary_rows(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows as plain objects."""
    return [{"file": r.file, "type": r.type, "worst": r.worst, "result": r.result, "failed": r.failed} for r in rows]


def _markdown(say: Messages, rows: Sequence[Row], suffix: str) -> str:
    from agreecheck.report import markdown

    def named(line: Row) -> str:
        name = markdown.escape(line.file)
        return name if line.failed or not suffix else f"[{name}]({quote(line.file)}.{suffix})"

    heads = [say(f"group.{key}") for key in ("file", "type", "result")]
    table = markdown.table(heads, [[named(r), markdown.escape(r.type), markdown.escape(r.result)] for r in rows])
    return f"# {say('group.index')}\n\n{table}\n{say('end.line')}\n"


def _html(say: Messages, rows: Sequence[Row], suffix: str) -> str:
    from agreecheck.report.html import page

    def card(line: Row) -> str:
        name = escape(line.file)
        if suffix and not line.failed:
            name = f'<a href="{quote(line.file)}.{suffix}">{name}</a>'
        kind = f'<p class="soft">{escape(line.type)}</p>' if line.type else ""
        severity = escape(line.worst or "low")
        return f'<article class="card issue {severity}"><h3>{name}</h3>{kind}<p>{escape(line.result)}</p></article>'

    return page(say, say("group.index"), f"<h1>{escape(say('group.index'))}</h1>\n" + "\n".join(map(card, rows)))
