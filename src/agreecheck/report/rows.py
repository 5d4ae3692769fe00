"""Facts as rows of the report."""

from decimal import Decimal
from typing import Any

from agreecheck.model.fact import RoleSource, Schedule
from agreecheck.model.span import Span
from agreecheck.report.context import Context
from agreecheck.report.plain import flow, money, percent
from agreecheck.report.shape.facts import (
    AccountRow,
    AmountRow,
    ConflictRow,
    Cue,
    DateRow,
    FactRows,
    PartyRow,
    PlanRow,
    RateRow,
    ScheduleRow,
    TermRow,
)


def fact_rows(context: Context) -> FactRows:
    """All facts of the report, masked and placed."""
    facts = context.report.facts
    return FactRows(
        currency=facts.currency,
        parties=tuple(
            context.places.at(
                p.span,
                PartyRow,
                name=context.name(p.name),
                role=p.role,
                person=p.person,
                label=context.name(p.label),
                given_by=_cue(context, p.evidence),
            )
            for p in facts.parties
        ),
        amounts=tuple(
            context.places.at(
                a.span,
                AmountRow,
                value=money(a.value),
                currency=a.currency,
                role=a.role,
                form=a.form,
                given_by=_cue(context, a.evidence, a.source),
            )
            for a in facts.amounts
        ),
        dates=tuple(
            context.places.at(
                d.span,
                DateRow,
                value=d.value.isoformat() if d.value else None,
                role=d.role,
                written=context.name(d.written),
                real=d.real,
                given_by=_cue(context, d.evidence, d.source),
            )
            for d in facts.dates
        ),
        rates=tuple(
            context.places.at(
                r.span,
                RateRow,
                percent=percent(r.percent),
                period=r.period,
                per_year_percent=_optional(r.per_year_percent, percent),
                role=r.role,
                base=r.base,
                relative=r.relative,
                given_by=_cue(context, r.evidence, r.source),
            )
            for r in facts.rates
        ),
        terms=tuple(
            context.places.at(
                t.span,
                TermRow,
                count=t.count,
                unit=t.unit,
                role=t.role,
                working=t.working,
                given_by=_cue(context, t.evidence, t.source),
            )
            for t in facts.terms
        ),
        due_day=facts.due_days[0].day if facts.due_days else None,
        due_days=tuple(d.day for d in facts.due_days),
        schedule=_schedule(facts.schedule),
        more_schedules=tuple(_schedule(one) for one in facts.more_schedules),
        plans=tuple(
            PlanRow(kind=one.kind, name=context.name(one.name), chosen=one.chosen)
            for one in (facts.schedule, *facts.more_schedules)
            if one and facts.more_schedules
        ),
        schedule_origin=facts.schedule.origin if facts.schedule else None,
        accounts=tuple(
            context.places.at(
                a.span,
                AccountRow,
                holder=context.name(a.holder),
                bank=context.name(a.bank),
                number=flow(context.places.words(a.number)) or None,
                qr_code=a.qr_code,
                person=a.person,
            )
            for a in facts.accounts
        ),
        blanks=tuple(context.places.placed(b.span) for b in facts.blanks),
        conflicts=tuple(
            ConflictRow(fact=c.fact, values=tuple(map(context.name, c.values)), evidence=context.places.bare(c.spans))
            for c in facts.conflicts
        ),
    )


def _cue(context: Context, span: Span | None, source: RoleSource = "") -> Cue | None:
    if not span or not len(span):
        return None
    return Cue(text=flow(context.places.words(span)), start=span.start, end=span.end, source=source)


def _schedule(schedule: Schedule | None) -> tuple[ScheduleRow, ...]:
    return tuple(
        ScheduleRow(
            number=row.number,
            due=row.due.isoformat() if row.due else None,
            total=_optional(row.total, money),
            principal=_optional(row.principal, money),
            interest=_optional(row.interest, money),
            fee=_optional(row.fee, money),
            balance=_optional(row.balance, money),
            derived=row.derived,
        )
        for row in (schedule.instalments if schedule else ())
    )


def _optional(value: Decimal | None, form: Any) -> str | None:
    return None if value is None else str(form(value))
