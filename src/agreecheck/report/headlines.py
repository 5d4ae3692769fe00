"""The headlines of a report in every language, for the summary of many files; nothing of it stands in a report."""

from collections.abc import Sequence
from dataclasses import replace

from agreecheck.messages import LANGUAGES, load
from agreecheck.report.context import Context
from agreecheck.report.plain import flow
from agreecheck.report.shape.judged import Entry, Issue
from agreecheck.report.verdicts import check_headline, headlines_of, item_text


def headlines(context: Context, issues: Sequence[Issue], missing: Sequence[Entry]) -> dict[str, dict[str, str]]:
    """By language and key, in one line: what each issue says, and the title of each missing item."""
    return {
        language: _in(replace(context, messages=load(language, context.report.facts.type.value)), issues, missing)
        for language in LANGUAGES
    }


def _in(context: Context, issues: Sequence[Issue], missing: Sequence[Entry]) -> dict[str, str]:
    verdicts = {verdict.item: verdict for verdict in context.report.verdicts}
    checks = {check.id: check for check in context.report.checks}

    def headline(key: str) -> str:
        if key in verdicts:
            return headlines_of(context, verdicts[key])[0]
        return check_headline(context, checks[key])

    titles = {entry.item: item_text(context, entry.item).title for entry in missing}
    return {key: flow(text) for key, text in (titles | {i.key: headline(i.key) for i in issues}).items()}
