"""The report in two or three sentences, the loudest first: what could not be read comes before all else."""

from collections import Counter

from agreecheck.messages import Messages
from agreecheck.model.finding import SEVERITIES
from agreecheck.report.paper import ALMOST_NOTHING
from agreecheck.report.shape import Summary
from agreecheck.report.shape.judged import Entry, Issue
from agreecheck.report.shape.paper import DocumentRow

_ORDER: tuple[str, ...] = SEVERITIES


def summary(
    say: Messages,
    document: DocumentRow,
    issues: tuple[Issue, ...],
    missing: tuple[Entry, ...],
    unreadable: tuple[Entry, ...],
    ignored: int = 0,
) -> Summary:
    """Counts by severity, and the sentences a report begins with."""
    counts: Counter[str] = Counter(i.severity for i in issues)
    settle: dict[str, int] = {severity: counts[severity] for severity in reversed(_ORDER) if counts[severity]}
    grave = [i.severity for i in issues] + [e.severity for e in (*missing, *unreadable)]
    worst = max(grave, key=_ORDER.index, default=None)
    lines = (
        [*_warnings(say, document), *_counted(say, settle, len(missing))]
        if document.type != "other"
        else _other(say, document)
    )
    if document.read_in_full and not grave and not ignored and document.type != "other":
        lines.append(say("summary.quiet"))
    if ignored:
        lines.append(say("summary.ignored", n=ignored))
    return Summary(
        worst=worst,
        settle=settle,
        missing=len(missing),
        unreadable=len(unreadable),
        lines=tuple(lines),
        ignored=ignored,
    )


def short(say: Messages, document: DocumentRow, summary: Summary) -> str:
    """The summary in a few words, for a list of files."""
    if document.coverage < ALMOST_NOTHING:
        return say("summary.short_unread")
    if document.type == "other":
        return say("summary.short_other")
    comma, stop = ("、", "；") if say.language == "zh" else (", ", "; ")
    parts = [comma.join(_counts(say, summary.settle))] if summary.settle else []
    parts += [f"{say.name('status', 'absent')} {summary.missing}"] if summary.missing else []
    parts += [say("summary.short_ignored", n=summary.ignored)] if summary.ignored else []
    parts += [] if document.read_in_full else [say("summary.short_partial")]
    return stop.join(parts) or say("summary.short_quiet")


def _warnings(say: Messages, document: DocumentRow) -> list[str]:
    if document.read_in_full:
        return []
    if document.coverage < ALMOST_NOTHING:
        return [say("banner.nothing_read"), say("banner.nothing_read_todo")]
    percent = int(document.coverage * 100)
    first = say("banner.partly_read", percent=percent) if percent < 99 else say("banner.gaps")
    return [first, say("banner.gaps_todo"), say("summary.incomplete")]


def _other(say: Messages, document: DocumentRow) -> list[str]:
    warnings = _warnings(say, document)
    if document.coverage < ALMOST_NOTHING:
        return warnings
    kind = say.get(f"paper_kind.{document.type_detail}")
    return [*warnings, say("banner.other_known", kind=kind) if kind else say("banner.other"), say("banner.other_todo")]


def _counted(say: Messages, settle: dict[str, int], missing: int) -> list[str]:
    comma = "、" if say.language == "zh" else ", "
    lines = [say("summary.counts", n=sum(settle.values()), parts=comma.join(_counts(say, settle)))] if settle else []
    lines += [say("summary.missing", n=missing)] if missing else []
    return [*lines, say("summary.calm")] if lines else []


def _counts(say: Messages, settle: dict[str, int]) -> list[str]:
    return [say("summary.count", word=say.name("severity", severity), n=n) for severity, n in settle.items()]
