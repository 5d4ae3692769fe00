"""The summary of several reports for people, and the choice of its form."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from urllib.parse import quote

from agreecheck.messages import Messages
from agreecheck.report.json import dumps
from agreecheck.report.picture import Picture, Row, clean, failed_row, picture, row
from agreecheck.report.plain import flow
from agreecheck.report.table import as_csv, as_lines, as_object

__all__ = ["Row", "failed_row", "render_index", "report_name", "row", "summary_rows"]

_LONGEST, _CUT = 255, 200  # bytes of a file name


def render_index(say: Messages, rows: Sequence[Row], format: str, suffix: str = "") -> str:
    """All rows in one of ``FORMS``. With a suffix, each name leads to its report in the same folder."""
    rows = tuple(map(clean, rows))
    if format == "json":
        return dumps({"summary": summary_rows(rows)})
    if format == "jsonl":
        return as_lines(rows)
    if format == "csv":
        return as_csv(say, rows)
    if format == "markdown":
        return _markdown(say, rows, suffix)
    if format == "html":
        return _html(say, rows, suffix)
    return "\n".join(_terminal(say, picture(rows), len(rows))) + "\n"


def report_name(file: str, suffix: str) -> str:
    """What the report on a file is called in its folder; a name too long for most systems is cut and marked."""
    folder, slash, name = file.rpartition("/")
    data = name.encode("utf-8", "surrogatepass")
    if len(data) + len(suffix) >= _LONGEST:
        name = f"{data[:_CUT].decode('utf-8', 'ignore')}-{sha256(data).hexdigest()[:8]}"
    return f"{folder}{slash}{name}.{suffix}"


def summary_rows(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The rows as plain objects, in the order of the files."""
    return [as_object(one) for one in rows]


def _terminal(say: Messages, seen: Picture, total: int) -> Iterator[str]:
    yield from (say("group.index"), say("group.count", n=total, unread=len(seen.unread)), "")
    for title, rows in _sections(say, seen):
        yield from (f"— {title} —", "") if seen.unread else ()
        for one in rows:
            yield one.file
            yield "    " + " · ".join(part for part in (one.type, flow(one.result)) if part)
            if deal := _deal(say, one):
                yield f"    {deal}"
            for finding in one.worst_findings:
                yield f"    - {say.name('severity', finding.severity)}: {finding.headline}"
        yield ""
    yield from _remarks(say, seen)
    yield say("end.line")


def _sections(say: Messages, seen: Picture) -> list[tuple[str, tuple[Row, ...]]]:
    """What could not be read comes first."""
    return [(say(f"group.{key}"), rows) for key, rows in (("unread", seen.unread), ("read", seen.read)) if rows]


def _deal(say: Messages, one: Row) -> str:
    """Creditor, amounts, next date and cost in one line."""
    return " · ".join(_figures(say, one).values())


def _figures(say: Messages, one: Row) -> dict[str, str]:
    told = {
        "creditor": one.creditor,
        "total": one.total and f"{one.total} {one.currency}",
        "instalment": one.instalment and f"{one.instalment} {one.currency}",
        "next_due": one.next_due,
        "annual_percent": one.annual_percent and f"{one.annual_percent} %",
    }
    return {key: f"{say(f'group.{key}')} {value}" for key, value in told.items() if value}


def _remarks(say: Messages, seen: Picture) -> Iterator[str]:
    """Which files are the same, and which findings are frequent."""
    for files in seen.same:
        yield say("group.same", files=" = ".join(files))
    if seen.frequent:
        yield say("group.frequent")
        for finding, n in seen.frequent:
            yield f"    {n} × {finding.headline}"
    if seen.same or seen.frequent:
        yield ""


def _markdown(say: Messages, rows: Sequence[Row], suffix: str) -> str:
    from agreecheck.report import markdown

    def named(line: Row) -> str:
        name = markdown.escape(line.file)
        return name if line.failed or not suffix else f"[{name}]({quote(report_name(line.file, suffix))})"

    def cells(line: Row) -> list[str]:
        told = (line.type, line.creditor, line.total, line.instalment, line.next_due, line.annual_percent, line.result)
        return [named(line), *map(markdown.escape, told)]

    keys = ("file", "type", "creditor", "total", "instalment", "next_due", "annual_percent", "result")
    seen = picture(rows)
    table = markdown.table([say(f"group.{key}") for key in keys], map(cells, (*seen.unread, *seen.read)))
    remarks = "".join(f"{markdown.escape(line.strip())}  \n" for line in _remarks(say, seen))
    return f"# {say('group.index')}\n\n{table}\n{remarks}\n{say('end.line')}\n"


def _html(say: Messages, rows: Sequence[Row], suffix: str) -> str:
    from agreecheck.report.html import page

    def card(line: Row) -> str:
        name = escape(line.file)
        if suffix and not line.failed:
            name = f'<a href="{quote(report_name(line.file, suffix))}">{name}</a>'
        told = [line.type, _deal(say, line)]
        soft = "".join(f'<p class="soft">{escape(text)}</p>' for text in told if text)
        worst = "".join(f"<li>{escape(finding.headline)}</li>" for finding in line.worst_findings)
        severity = escape(line.worst or "low")
        return f'<article class="card issue {severity}"><h3>{name}</h3>{soft}<p>{escape(line.result)}</p>' + (
            f"<ul>{worst}</ul></article>" if worst else "</article>"
        )

    seen = picture(rows)
    body = f"<h1>{escape(say('group.index'))}</h1>\n"
    body += f"<p>{escape(say('group.count', n=len(rows), unread=len(seen.unread)))}</p>\n"
    for title, part in _sections(say, seen):
        body += f"<h2>{escape(title)}</h2>\n" + "\n".join(map(card, part)) + "\n"
    body += "".join(f"<p>{escape(line.strip())}</p>\n" for line in _remarks(say, seen) if line)
    return page(say, say("group.index"), body)
