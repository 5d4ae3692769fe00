"""The summary of several reports: one row a file."""

import html
from collections.abc import Sequence

from agreecheck.messages import Messages
from agreecheck.model.base import Frozen
from agreecheck.report.json import dumps
from agreecheck.report.plain import harmless
from agreecheck.report.shape import View
from agreecheck.report.summary import short


class Row(Frozen):
    """One file: its type, gravest severity and result in words; ``failed`` if there is no report."""

    file: str
    result: str
    type: str = ""
    worst: str = ""
    failed: bool = False


def row(say: Messages, name: str, view: View) -> Row:
    """The row of a file with a report."""
    worst = say.name("severity", view.summary.worst) if view.summary.worst else ""
    return Row(
        file=harmless(name), type=view.document.type_name, worst=worst, result=short(say, view.document, view.summary)
    )


def failed_row(say: Messages, name: str, message: str) -> Row:
    """The row of a file without one: why."""
    return Row(file=harmless(name), result=message, failed=True)


def render_index(say: Messages, rows: Sequence[Row], format: str) -> str:
    """All rows in a format of ``report.FORMATS``."""
    heads = [say(f"group.{key}") for key in ("file", "type", "worst", "result")]
    cells = [[r.file, r.type, r.worst, r.result] for r in rows]
    if format == "json":
        return dumps(
            {
                "summary": [
                    {"file": r.file, "type": r.type, "worst": r.worst, "result": r.result, "failed": r.failed}
                    for r in rows
                ]
            }
        )
    if format == "markdown":
        from agreecheck.report.markdown import escape, table

        return (
            f"# {say('group.index')}\n\n"
            + table(heads, [[escape(c) for c in line] for line in cells])
            + f"\n{say('end.line')}\n"
        )
    if format == "html":
        from agreecheck.report.html import page

        return page(say, say("group.index"), _html_rows(heads, cells))
    lines = [say("group.index"), ""]
    for file, kind, worst, result in cells:
        lines += [file, "    " + " · ".join(part for part in (kind, worst, result) if part)]
    return "\n".join([*lines, "", say("end.line")]) + "\n"


def _html_rows(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{html.escape(h)}</th>' for h in heads)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in line) + "</tr>" for line in cells)
    return f"<section><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
