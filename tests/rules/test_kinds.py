"""The five kinds of rules, and how an item's verdict follows from them."""

from msgspec.structs import replace

from agreecheck.lexicon import find
from agreecheck.model.document import Document, Gap
from agreecheck.model.fact import Blank, Guess
from agreecheck.model.finding import CheckResult, Proposal, Verdict
from agreecheck.model.rule import Item, Pack, Profile, Rule, RuleText
from agreecheck.model.span import Place, Span
from agreecheck.rules import Ground, judge, reconsider
from agreecheck.rules.apply import apply
from agreecheck.rules.examples import document_of
from agreecheck.rules.load import Rulebook
from agreecheck.text.fold import fold
from rules.small import NOTHING, ground_of, outcome, pack, rule

CERT = {"cert": ("结清证明",), "days": ("七日内", "五日内")}
NEEDS_DAYS = rule(id="CN-M001", kind="absent", topic=("{cert}",), needs=(("{days}",),))


def status(one: Rule, text: str, **more: object) -> str | None:
    found = outcome(one, text, **CERT, **more)
    return found.status if found else None


def test_present_fires_unless_its_guard_stands_in_scope() -> None:
    one = rule(when=("取消 ..4 减免",), unless=("通知",))
    assert status(one, "甲方可取消全部减免") == "risky"
    assert status(one, "经通知后甲方可取消全部减免") is None
    assert status(one, "甲方应通知。甲方可取消全部减免") == "risky"


def test_a_requirement_is_met_partly_met_or_missing() -> None:
    assert status(NEEDS_DAYS, "甲方七日内出具结清证明") == "found"
    assert status(NEEDS_DAYS, "甲方出具结清证明") == "ambiguous"
    assert status(NEEDS_DAYS, "甲方七日内回复") == "absent"
    assert status(replace(NEEDS_DAYS, partial="absent"), "甲方出具结清证明") == "absent"


def test_a_place_that_is_undone_does_not_hide_a_later_one() -> None:
    one = rule(id="CN-M001", kind="absent", found=("冲抵本金",), unless=("此前",))
    assert status(one, "此前付款冲抵本金。") == "absent"
    assert status(one, "此前付款冲抵本金。每期款项冲抵本金。") == "found"


def test_one_place_must_meet_all_needs() -> None:
    one = replace(NEEDS_DAYS, needs=(("{days}",), ("免费",)))
    assert status(one, "甲方七日内出具结清证明。结清证明免费") == "ambiguous"
    assert status(one, "甲方七日内免费出具结清证明") == "found"


def test_an_open_field_makes_a_requirement_unclear() -> None:
    text = "甲方于____日内出具结清证明"
    facts = replace(NOTHING, blanks=(Blank(span=Span(3, 7)),))
    found = outcome(replace(NEEDS_DAYS, partial="absent"), text, facts, **CERT)
    assert found is not None
    assert found.status == "ambiguous"
    assert found.evidence[0].focus.slice(text) == "____日内出具结清证明"


def test_paired_wants_its_other_half() -> None:
    one = rule(id="CN-V001", kind="paired", when=("提前到期",), needs=(("{days}", "补救"),))
    assert status(one, "甲方可宣布提前到期") == "ambiguous"
    assert status(one, "补救期满，甲方可宣布提前到期") is None


FEE = {"fee": ("服务费",)}
FREE = rule(id="CN-M002", kind="absent", found=("免收 ..4 {fee}",))
CHARGED = rule(id="CN-R003", when=("支付 ..4 {fee}",), unless=("自愿",))


def contradiction(text: str, **parts: object) -> tuple[str, list[tuple[str, str]]] | None:
    """The status and, for each place quoted, its role and words."""
    one = rule(id="CN-V004", kind="contrary", **{"when": ("=CN-M002",), "against": ("=CN-R003",)} | parts)
    book = Rulebook(pack(FEE, FREE, CHARGED, one))
    found = apply(one, ground_of(text, book), {})
    return found and (found.status, [(e.role, e.focus.slice(text)) for e in found.evidence])


def test_a_contradiction_quotes_both_places_and_is_as_bad_as_the_worse() -> None:
    both = [("subject", "免收服务费"), ("against", "支付服务费")]
    assert contradiction("甲方免收服务费。乙方支付服务费") == ("risky", both)
    assert contradiction("乙方支付服务费。甲方免收服务费") == ("risky", both)
    assert contradiction("甲方免收服务费。乙方支付服务费", against=("支付 ..4 {fee}",)) == ("ambiguous", both)


def test_one_side_alone_contradicts_nothing() -> None:
    assert contradiction("甲方免收服务费") is None
    assert contradiction("乙方支付服务费") is None
    assert contradiction("甲方免收服务费。乙方自愿支付服务费") is None


def test_a_clause_with_its_exception_is_no_contradiction() -> None:
    assert contradiction("甲方免收服务费，但乙方支付服务费的除外") is None


def test_a_guard_bars_a_side_that_is_a_pattern() -> None:
    text = "甲方免收服务费。乙方提前还款的，支付服务费"
    assert contradiction(text, against=("支付 ..4 {fee}",)) is not None
    assert contradiction(text, against=("支付 ..4 {fee}",), unless=("提前",)) is None


ITEM = Item(
    slug="i",
    group="a",
    severity="high",
    guide=(),
    basis=(),
    zh=RuleText(title="t", why="w"),
    en=RuleText(title="t", why="w"),
)
RISK = rule(id="CN-R002", when=("工本费",))


def verdict(
    text: str | Document,
    *rules: Rule,
    item: Item = ITEM,
    profiles: tuple[Profile, ...] = (),
    checks: tuple[CheckResult, ...] = (),
    type_: str = "other",
) -> Verdict:
    base: Pack = replace(pack(CERT, *rules), items=(item,), profiles=profiles)
    book = Rulebook(base)
    document = document_of(text) if isinstance(text, str) else text
    facts = replace(NOTHING, type=Guess(value=type_))
    return judge(Ground(document, facts, find(fold(document.text), book.vocabulary), base), checks, book)[0]


def test_the_worst_status_wins_and_risk_is_a_step_up() -> None:
    both = verdict("甲方七日内出具结清证明，收工本费", NEEDS_DAYS, RISK)
    assert (both.status, both.severity, [f.rule for f in both.findings]) == ("risky", "critical", ["CN-R002"])
    assert verdict("甲方出具结清证明", NEEDS_DAYS, RISK).severity == "high"
    fine = verdict("甲方七日内出具结清证明", NEEDS_DAYS, RISK)
    assert (fine.status, fine.severity) == ("found", "info")


def test_silence_is_absence_only_where_the_item_is_due() -> None:
    assert verdict("乙方还款", NEEDS_DAYS).status == "absent"
    assert verdict("乙方还款", NEEDS_DAYS, item=replace(ITEM, quiet_when_silent=True)).status == "not_applicable"
    left_out = (Profile(type="other", not_applicable=("i",)),)
    assert verdict("乙方还款", NEEDS_DAYS, profiles=left_out).status == "not_applicable"
    assert verdict("收工本费", NEEDS_DAYS, RISK, profiles=left_out).status == "risky"
    assert (
        verdict("收工本费", RISK, profiles=(Profile(type="other", not_applicable=("*",)),)).status == "not_applicable"
    )


def test_an_item_made_for_other_papers_is_not_spoken_of() -> None:
    theirs = replace(ITEM, only_types=("hardship_application",))
    book = Rulebook(replace(pack(CERT, NEEDS_DAYS), items=(theirs,)))
    paper = document_of("乙方还款")
    hits = find(fold(paper.text), book.vocabulary)
    assert judge(Ground(paper, NOTHING, hits, book.pack), (), book) == ()
    request = replace(NOTHING, type=Guess(value="hardship_application"))
    assert [v.status for v in judge(Ground(paper, request, hits, book.pack), (), book)] == ["absent"]


def test_what_the_type_must_have_weighs_more() -> None:
    light = replace(ITEM, severity="low")
    assert verdict("乙方还款", NEEDS_DAYS, item=light).severity == "low"
    assert (
        verdict("乙方还款", NEEDS_DAYS, item=light, profiles=(Profile(type="other", must=("i",)),)).severity == "high"
    )


def test_where_the_paper_could_not_be_read_nothing_is_called_absent() -> None:
    holed = replace(document_of("乙方还款"), coverage=0.9, gaps=(Gap(place=Place(page=1), reason="image", at=4),))
    assert verdict(holed, NEEDS_DAYS).status == "unreadable"
    assert verdict(holed, NEEDS_DAYS, item=replace(ITEM, quiet_when_silent=True)).status == "unreadable"
    assert verdict(holed, RISK).status == "unreadable"
    assert verdict(holed, replace(RISK, otherwise="found")).status == "unreadable"
    left_out = (Profile(type="other", not_applicable=("i",)),)
    assert verdict(holed, NEEDS_DAYS, RISK, profiles=left_out).status == "not_applicable"


def test_what_stands_in_the_part_that_was_read_is_told_as_ever() -> None:
    gap = Gap(place=Place(page=1), reason="image", at=4)
    holed = replace(document_of("乙方收工本费，七日内开结清证明"), coverage=0.9, gaps=(gap,))
    assert verdict(holed, RISK).status == "risky"
    assert verdict(holed, NEEDS_DAYS).status == "found"


def test_a_paper_that_could_hardly_be_read_is_not_judged() -> None:
    scan = replace(document_of("乙方收工本费"), coverage=0.02)
    assert verdict(scan, NEEDS_DAYS, RISK).status == "unreadable"


def test_a_check_speaks_through_its_rule() -> None:
    one = rule(id="CN-R003", kind="check", check="A11", on_fail="risky", on_pass="found")
    result = CheckResult(id="A11", status="fail", severity="critical", values={"rate": "26.1"})
    assert verdict("乙方还款", one, checks=(result,)).status == "risky"
    assert verdict("乙方还款", one, checks=(replace(result, status="pass"),)).status == "found"
    assert verdict("乙方还款", one, checks=(replace(result, status="not_computable"),)).status == "not_applicable"


def test_evidence_quotes_at_most_240_characters_around_the_words() -> None:
    text = "甲" * 300 + "收工本费" + "乙" * 300
    evidence = verdict(text, RISK).evidence[0]
    assert evidence.focus.slice(text) == "工本费"
    assert len(evidence.span) <= 240
    assert evidence.span.contains(evidence.focus)


def test_the_second_reader_only_names_a_clause() -> None:
    text = "款清之后七日内，甲方开给乙方一份单据。双方各执一份。"
    base = replace(pack(CERT, NEEDS_DAYS), items=(ITEM,))
    book = Rulebook(base)
    document = document_of(text)
    ground = Ground(document, NOTHING, find(fold(text), book.vocabulary), base)
    first = judge(ground, (), book)
    assert first[0].status == "absent"
    right, wrong = Span(0, 19), Span(19, len(text))

    def second(span: Span, score: float) -> Verdict:
        return reconsider(first, (Proposal(item="i", span=span, score=score),), ground, book)[0]

    assert (second(right, 0.5).status, second(right, 0.5).by) == ("found", "second")
    assert second(wrong, 0.5).status == "absent"
    assert (second(wrong, 0.97).status, second(wrong, 0.97).by) == ("ambiguous", "second")


def test_the_second_reader_cannot_bring_in_a_clause_that_the_rule_shuts_out() -> None:
    text = "债务人逾期的，五日内的一切费用由债务人承担。"

    def second(one: Rule) -> str:
        base = replace(pack(CERT, one), items=(ITEM,))
        book = Rulebook(base)
        ground = Ground(document_of(text), NOTHING, find(fold(text), book.vocabulary), base)
        proposal = Proposal(item="i", span=Span(0, len(text)), score=0.97)
        return reconsider(judge(ground, (), book), (proposal,), ground, book)[0].status

    assert second(NEEDS_DAYS) == "found"
    assert second(replace(NEEDS_DAYS, unless=("逾期",))) == "absent"
