"""A report becomes a view: sorted, masked, worded in the reader's language. Nothing else of it reaches a renderer."""

from pathlib import Path

from agreecheck.messages import load
from agreecheck.model.finding import SEVERITIES, Cost, Limit, Question, Report, Verdict
from agreecheck.report import texts as wording
from agreecheck.report.context import Context
from agreecheck.report.deal import deal
from agreecheck.report.headlines import headlines
from agreecheck.report.ignored import expired_rows, ignored_rows
from agreecheck.report.issues import issues, worst_first
from agreecheck.report.late import late_row
from agreecheck.report.mask import Masker
from agreecheck.report.paper import almost_unread, paper
from agreecheck.report.place import Places
from agreecheck.report.plain import harmless, money, percent, percent2
from agreecheck.report.price import told_once
from agreecheck.report.rows import fact_rows
from agreecheck.report.said import answer_rows, promise_rows
from agreecheck.report.shape import SCHEMA_VERSION, View
from agreecheck.report.shape.cost import CostRow, LimitRow
from agreecheck.report.shape.judged import QuestionRow
from agreecheck.report.shape.paper import SourceRow, ToolRow
from agreecheck.report.summary import summary
from agreecheck.report.texts import Texts
from agreecheck.report.trace import trace
from agreecheck.report.verdicts import check_entry, entry

FIRST_SHEET = 12  # questions that one call or one message can carry


def view(
    report: Report,
    texts: Texts | None = None,
    language: str = "zh",
    *,
    show_personal: bool = False,
    redact: bool = False,
) -> View:
    """What may be shown of a report. ``texts`` default to those of the packs it was judged with."""
    masker = Masker(report.document, report.facts, show_personal=show_personal, redact=redact)
    context = Context(
        report=report,
        texts=texts if texts is not None else wording.load(report.packs),
        messages=load(language, report.facts.type.value),
        masker=masker,
        places=Places(report.document, masker.text),
    )
    other = report.facts.type.value == "other" and not almost_unread(report.document)
    entries = () if other else tuple(entry(context, v) for v in _in_pack_order(context))
    checks = () if other else tuple(check_entry(context, c) for c in sorted(report.checks, key=lambda c: c.id))
    questions = () if other else tuple(_question(context, q, n) for n, q in enumerate(_by_rank(report), start=1))
    causes = {code: rule.check for code, rule in context.texts.rules.items() if rule.check}
    document = paper(context)
    found = tuple(told_once(issues(entries, checks, questions, causes), report.late))
    ignored = () if other else ignored_rows(context, checks)
    missing, unreadable = worst_first(entries, "absent"), worst_first(entries, "unreadable")
    return View(
        schema_version=SCHEMA_VERSION,
        view_language=language,
        as_of=report.as_of.isoformat(),
        tool=ToolRow(
            name="agreecheck",
            version=report.version,
            packs=tuple(Path(pack).name for pack in report.packs),  # a folder of one's own has a path that is private
            second_reader=report.second_reader,
        ),
        source=SourceRow(
            name=harmless(report.document.source.name),
            sha256=report.document.source.sha256,
            kind=report.document.source.kind,
        ),
        document=document,
        summary=summary(context.messages, document, found, missing, unreadable, len(ignored)),
        deal=deal(context),
        facts=fact_rows(context),
        costs=tuple(_cost(context, c) for c in report.costs),
        limits=tuple(_limit(context, limit) for limit in report.limits),
        warnings=tuple(context.words(context.texts.warnings.get(key)) or key for key in report.warnings),
        checklist=entries,
        checks=checks,
        questions=questions,
        unclassified=() if other else context.places.bare(report.unclassified),
        late=late_row(context),
        promises=promise_rows(context),
        answers=answer_rows(context),
        abroad=context.abroad,
        trace=trace(report.document, report.facts.party("debtor"), masker, show_personal=show_personal, redact=redact),
        headlines=headlines(context, found, missing),
        ignored=ignored,
        expired_ignores=() if other else expired_rows(context),
        issues=found,
        missing=missing,
        unreadable=unreadable,
    )


def severity_at_least(view: View, severity: str) -> bool:
    """Whether anything flagged, or any check that does not hold, is at least so grave."""
    order: tuple[str, ...] = SEVERITIES
    return view.summary.worst is not None and order.index(view.summary.worst) >= order.index(severity)


def _in_pack_order(context: Context) -> list[Verdict]:
    order = {slug: n for n, slug in enumerate(context.texts.items)}
    return sorted(context.report.verdicts, key=lambda v: (order.get(v.item, len(order)), v.item))


def _by_rank(report: Report) -> list[Question]:
    return sorted(report.questions, key=lambda q: q.rank)


def _question(context: Context, question: Question, rank: int) -> QuestionRow:
    spoken = context.words(question.text)
    return QuestionRow(
        rank=rank,
        items=question.serves,
        text=spoken,
        write=context.words(question.write) or spoken,
        first_sheet=rank <= FIRST_SHEET,
    )


def _cost(context: Context, cost: Cost) -> CostRow:
    return CostRow(
        basis=cost.basis,
        start=cost.start.isoformat(),
        financed=money(cost.financed),
        nominal_percent=None if cost.nominal_percent is None else percent2(cost.nominal_percent),
        effective_percent=percent2(cost.effective_percent),
        periods_per_year=cost.periods_per_year,
        equation=context.name(cost.equation),
    )


def _limit(context: Context, limit: Limit) -> LimitRow:
    (law,) = context.basis([limit.law])
    return LimitRow(
        law=limit.law,
        name=law.text,
        percent=percent(limit.percent),
        applies=limit.applies,
        equation=context.name(limit.equation),
        confidence=law.confidence,
    )
