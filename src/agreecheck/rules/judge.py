"""Every item of the checklist on one document."""

from collections.abc import Sequence

from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import CheckResult, Verdict
from agreecheck.rules.apply import applies, apply
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import Rulebook
from agreecheck.rules.once import once
from agreecheck.rules.verdict import Setting, conclude


def judge(ground: Ground, checks: Sequence[CheckResult], book: Rulebook) -> tuple[Verdict, ...]:
    """A verdict for each item, in the order of the checklist; items made for other types of paper are left out.

    The hits of ``ground`` are those of ``book.vocabulary``.
    """
    facts = ground.facts
    setting = setting_of(ground.document, facts, book)
    results = {result.id: result for result in checks}
    verdicts = []
    for slug, item in book.items.items():
        if item.only_types and facts.type.value not in item.only_types:
            continue
        rules = book.by_item[slug] if setting.readable and not setting.barred(item) else ()
        outcomes = [
            apply(rule, ground, results) for rule in rules if applies(rule, facts.type.value, facts.creditor_kind.value)
        ]
        verdicts.append(conclude(item, [o for o in outcomes if o is not None], setting))
    return once(tuple(verdicts), book.items)


def setting_of(document: Document, facts: Facts, book: Rulebook) -> Setting:
    """The profiles of the document's type and of its creditor's kind, and how far it could be read."""
    profiles = [book.profile(facts.type.value), book.creditor_profile(facts.creditor_kind.value)]
    named = [profile for profile in profiles if profile is not None]
    must = {slug for profile in named for slug in profile.must}
    left_out = {slug for profile in named for slug in profile.not_applicable}
    barred = {slug for profile in named for slug in profile.barred}
    return Setting(document, must, left_out, barred, facts.type.value)
