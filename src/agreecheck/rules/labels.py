"""Facts as labels, so that a pattern can ask for a figure and not for a word about it."""

from typing import get_args

from agreecheck.model.fact import Facts, PartyRole
from agreecheck.model.finding import Hit
from agreecheck.model.rule import Pack
from agreecheck.model.span import Span

# What a bare mention is called in a pattern. A rate is also a percent, a deadline also a duration.
MENTIONS = {
    "money": ("money",), "money_range": ("money",), "number": ("number",), "percent": ("percent", "rate"),
    "rate": ("rate", "percent"), "date": ("date",), "date_range": ("date", "date_range"), "duration": ("duration",),
    "duration_range": ("duration",), "recurrence": ("recurrence",), "deadline": ("deadline", "duration"),
    "count": ("count",), "ordinal": ("ordinal",), "time": ("time",), "identity": ("identity",),
    "credit_code": ("credit_code",), "card": ("card",),
    "phone": ("phone",), "email": ("email",), "account": ("account_number",),
    "plate": ("plate",),
}  # fmt: skip
ROLES: tuple[str, ...] = get_args(PartyRole)
PLAIN = (
    "blank",
    "due_day",
    "schedule",
    "row",
    "account",
    "account:person",
    "account:qr",
    "name",
    "term",
    "breakdown",
    "personal",
    "title",
)
FAMILIES = (
    "recurrence:",
    "schedule:",
    "amount:",
    "date:",
    "rate:",
    "term:",
    "breakdown:",
    "personal:",
    "party:",
    "conflict:",
    "reference:",
    "missing:",
)


def is_label(label: str) -> bool:
    """Whether facts may answer to this label."""
    return label in PLAIN or label.startswith(FAMILIES) or any(label in names for names in MENTIONS.values())


def of_facts(facts: Facts) -> list[Hit]:
    """A hit for each fact, under its kind and under its role."""
    found: list[tuple[str, Span]] = []
    for mention in facts.mentions:
        found += [(label, mention.span) for label in MENTIONS.get(mention.kind, ())]
        if mention.kind == "recurrence" and "@" in mention.value:
            found.append(("recurrence:day", mention.span))
    for amount in facts.amounts:
        found += [("money", amount.span), (f"amount:{amount.role}", amount.span)]
    for day in facts.dates:
        found += [("date", day.span), (f"date:{day.role}", day.span)]
    for rate in facts.rates:
        found += [("rate", rate.span), ("percent", rate.span), (f"rate:{rate.role}", rate.span)]
        found += [(f"rate:{rate.role}:{rate.base}", rate.span)] if rate.base else []
    for term in facts.terms:
        found += [("term", term.span), (f"term:{term.role}", term.span)]
        found += [("count" if term.unit == "instalment" else "duration", term.span)]
    found += [("due_day", day.span) for day in facts.due_days]
    if facts.schedule is not None:
        found.append((f"schedule:{facts.schedule.origin}", facts.schedule.span))
        found.append(("schedule", facts.schedule.span))
        found += [("row", row.span) for row in facts.schedule.instalments if row.span]
    for whole in facts.breakdowns:
        found += [("breakdown", whole.span), (f"breakdown:{whole.kind}", whole.span)]
    for account in facts.accounts:
        found.append(("account", account.span))
        found += [("account:person", account.span)] if account.person else []
        found += [("account:qr", account.span)] if account.qr_code else []
    found += [("blank", blank.span) for blank in facts.blanks]
    for personal in facts.personal:
        found += [("personal", personal.span), (f"personal:{personal.kind}", personal.span)]
        found += [("identity", personal.span)] if personal.kind == "identity" else []
        found += [("phone", personal.span)] if personal.kind == "phone" else []
    for conflict in facts.conflicts:
        found += [(f"conflict:{conflict.fact}", span) for span in conflict.spans]
    for reference in facts.references:
        found.append((f"reference:{reference.kind}", reference.span))
        found += [(f"missing:{reference.kind}", reference.span)] if reference.missing else []
    if facts.title is not None:
        found.append(("title", facts.title))
    return [Hit(label=label, span=span) for label, span in found if len(span)]


def of_parties(facts: Facts, hits: dict[str, list[tuple[int, int]]], pack: Pack) -> list[Hit]:
    """Who acts: each mention of a party, its label (甲方, 我司, 您) and generic words for its role; then the sides.

    A word that the paper gives to one party (乙方 as the platform) stands for that party alone; for words it gives to
    none the pack's default holds. ``party:ROLE`` and ``name`` want a name, not 受托机构 or 您.
    """
    found: list[Hit] = []
    taken: set[Span] = set()
    generic = {
        s
        for role in (*pack.roles, *pack.default_roles)
        for kind in ("role", "default")
        for s in _spans(hits, f"{kind}:{role}")
    }
    for party in facts.parties:
        spans = {party.span, *party.labels}
        taken |= spans if party.role != "payee" else set()
        found += [Hit(label=party.role, span=span) for span in sorted(spans)]
        named = [span for span in sorted(spans - generic) if len(span) == len(party.span)]
        found += [Hit(label=label, span=span) for span in named for label in (f"party:{party.role}", "name")]
    for role in pack.roles:
        found += [Hit(label=role, span=s) for s in _spans(hits, f"role:{role}") if s not in taken]
    for role in pack.default_roles:
        found += [
            Hit(label=role, span=s) for s in _spans(hits, f"default:{role}") if not any(s.overlaps(t) for t in taken)
        ]
    for side, roles in pack.sides.items():
        found += [Hit(label=side, span=hit.span) for hit in list(found) if hit.label in roles]
    return found


def role_vocabulary(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The concepts behind roles."""
    generic = {f"role:{role}": words for role, words in pack.roles.items()}
    return generic | {f"default:{role}": words for role, words in pack.default_roles.items()}


def _spans(hits: dict[str, list[tuple[int, int]]], label: str) -> list[Span]:
    return [Span(start, end) for start, end in hits.get(label, ())]
