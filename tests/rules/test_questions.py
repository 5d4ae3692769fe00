"""Questions: every flagged item is served, the gravest first, none twice, no slot left open."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from agreecheck.lexicon import find
from agreecheck.model.base import Words
from agreecheck.model.check import CheckEntry, CheckText
from agreecheck.model.document import Clause
from agreecheck.model.fact import Amount, Day, Facts, Party
from agreecheck.model.finding import CheckResult, Evidence, Question
from agreecheck.model.rule import Asking, Item, Joint, Rule, RuleText
from agreecheck.model.span import Span
from agreecheck.rules import Ground, judge, load, questions
from agreecheck.rules.examples import document_of
from agreecheck.rules.load import Rulebook
from agreecheck.rules.questions import Draft, together
from agreecheck.rules.slots import fill, of_evidence
from agreecheck.text.fold import fold
from rules.small import NOTHING, pack, rule


def text_of(ask: str) -> RuleText:
    return RuleText(title="t", why="w", ask=(ask,))


def item(slug: str, ask: str, severity: str = "high") -> Item:
    return Item(slug=slug, group="a", severity=severity, guide=(), basis=(), zh=text_of(ask), en=text_of(ask))


ASKING = Asking(
    letter=Words(zh="关于{clause}（“{phrase}”）：", en="On {clause}: "),
    clause=Words(zh="协议{clause}", en="clause {clause}"),
    unreadable=Words(zh="请提供清晰文本", en="Please send a legible copy"),
    amounts={"*": ("total_debt",), "first": ("down_payment",)},
)
NEUTRAL = {"amount": Words(zh="该笔款项", en="this amount"), "clause": Words(zh="协议中", en="the agreement")}


def asked(
    text: str,
    items: tuple[Item, ...],
    rules: tuple[Rule, ...],
    facts: Facts = NOTHING,
    checks: tuple[CheckResult, ...] = (),
    entries: tuple[CheckEntry, ...] = (),
    coverage: float = 1.0,
    asking: Asking = ASKING,
) -> tuple[Question, ...]:
    made = replace(pack({}, *rules), items=items, asking=asking, neutral=NEUTRAL, checks=entries)
    book = Rulebook(made)
    clause = Clause(path="3", number="三、", label="第三条", title="", level=1, span=Span(0, len(text)))
    document = replace(document_of(text), clauses=(clause,), coverage=coverage)
    verdicts = judge(Ground(document, facts, find(fold(text), book.vocabulary), made), checks, book)
    return questions(document, facts, verdicts, checks, book)


def absent(code: str, slug: str, word: str) -> Rule:
    return rule(id=code, item=slug, kind="absent", topic=(word,))


def test_the_gravest_comes_first_and_each_flagged_item_is_served() -> None:
    items = (item("minor", "甲？", "low"), item("major", "乙？", "critical"))
    made = asked("乙方还款", items, (absent("CN-M001", "minor", "利率"), absent("CN-M002", "major", "账户")))
    assert [(q.rank, q.serves, q.text.zh) for q in made] == [(1, ("major",), "乙？"), (2, ("minor",), "甲？")]


def test_the_same_question_is_asked_once_and_serves_both() -> None:
    items = (item("one", "谁收款？"), item("two", "谁收款？"))
    made = asked("乙方还款", items, (absent("CN-M001", "one", "利率"), absent("CN-M002", "two", "账户")))
    assert [q.serves for q in made] == [("one", "two")]


def test_a_rules_own_question_goes_before_the_items() -> None:
    risky = rule(
        id="CN-R001", item="one", when=("工本费",), zh=text_of("“{phrase}”为何收取？"), en=text_of("Why {phrase}?")
    )
    (only,) = asked("收取工本费", (item("one", "其他？"),), (risky,))
    assert only.text.zh == "“工本费”为何收取？"
    assert only.write is not None
    assert only.write.zh == "关于协议第三条（“工本费”）：“工本费”为何收取？"


def test_slots_come_from_facts_and_else_from_neutral_words() -> None:
    items = (item("first", "{clause}首期{amount}元何时付？"), item("other", "截至{date}欠{creditor}{amount}元？"))
    rules = (absent("CN-M001", "first", "利率"), absent("CN-M002", "other", "账户"))
    facts = replace(
        NOTHING,
        amounts=(Amount(value=Decimal("28750"), currency="CNY", role="total_debt", span=Span(0, 1)),),
        dates=(Day(value=date(2026, 11, 12), role="debt_as_of", span=Span(0, 1)),),
        parties=(Party(role="creditor", name="沐川银行", person=False, span=Span(0, 1)),),
    )
    made = {q.serves[0]: q.text.zh for q in asked("乙方还款", items, rules, facts)}
    assert made == {"first": "协议中首期该笔款项何时付？", "other": "截至2026年11月12日欠沐川银行28,750.00元？"}


def test_a_figure_that_the_paper_does_not_give_is_not_asked_about() -> None:
    two = text_of("已付的{amount}元抵扣了吗？")
    two = replace(two, ask=(*two.ask, "付过的钱抵扣了吗？"))
    paid = replace(item("paid", ""), zh=two, en=two)
    books = replace(ASKING, amounts={"*": ("total_debt",), "paid": ("paid",)})
    owed = Amount(value=Decimal(900), currency="CNY", role="total_debt", span=Span(0, 1))
    rules, silent = (absent("CN-M001", "paid", "利率"),), replace(NOTHING, amounts=(owed,))
    told = replace(NOTHING, amounts=(replace(owed, role="paid"),))
    assert [q.text.zh for q in asked("乙方还款", (paid,), rules, silent, asking=books)] == ["付过的钱抵扣了吗？"]
    assert [q.text.zh for q in asked("乙方还款", (paid,), rules, told, asking=books)] == ["已付的900.00元抵扣了吗？"]


def test_a_failed_check_asks_its_own_question() -> None:
    text = CheckText(title="t", compares="c", why="w", ask=("合计为何不是{sum}？",))
    entry = CheckEntry(id="A01", name="n", severity="high", serves=(), basis=(), zh=text, en=text)
    failed = CheckResult(id="A01", status="fail", severity="high", values={"sum": "1,000.00"})
    passed = replace(failed, status="pass")
    assert [q.text.zh for q in asked("x", (), (), checks=(failed,), entries=(entry,))] == ["合计为何不是1,000.00？"]
    assert asked("x", (), (), checks=(passed,), entries=(entry,)) == ()


def test_a_failed_check_on_the_same_words_joins_the_items_question() -> None:
    text = CheckText(title="t", compares="c", why="w", ask=("账户是谁的？",))
    entry = CheckEntry(id="A24", name="n", severity="high", serves=("account",), basis=(), zh=text, en=text)
    words = Evidence(span=Span(0, 6), focus=Span(2, 6))
    failed = CheckResult(id="A24", status="fail", severity="high", evidence=(words,))
    risky = rule(id="CN-R001", item="account", when=("收款账户",))
    items = (item("account", "账户？"),)
    assert [q.serves for q in asked("变更收款账户", items, (risky,), checks=(failed,), entries=(entry,))] == [
        ("account", "A24")
    ]
    other = replace(failed, evidence=(Evidence(span=Span(0, 2), focus=Span(0, 2)),))
    assert len(asked("变更收款账户", items, (risky,), checks=(other,), entries=(entry,))) == 2


def test_checks_that_find_the_same_two_figures_to_differ_ask_once() -> None:
    text = CheckText(title="t", compares="c", why="w", ask=("{computed}还是{stated}？",))
    codes = ("A01", "A05", "A09")
    entries = tuple(CheckEntry(id=c, name="n", severity="high", serves=(), basis=(), zh=text, en=text) for c in codes)
    told = ({"computed": "1", "stated": "2"}, {"computed": "1", "stated": "2"}, {"stated": "2", "other": "3"})
    failed = tuple(
        CheckResult(id=c, status="fail", severity="high", values=values) for c, values in zip(codes, told, strict=True)
    )
    assert [q.serves for q in asked("x", (), (), checks=failed, entries=entries)] == [("A01", "A05"), ("A09",)]


def test_a_scan_asks_for_a_legible_copy_once() -> None:
    items = (item("one", "甲？"), item("two", "乙？"))
    made = asked("乙方还款", items, (absent("CN-M001", "one", "利率"),), coverage=0.0)
    assert [(q.serves, q.text.en) for q in made] == [(("one", "two"), "Please send a legible copy")]


@given(st.dictionaries(st.sampled_from(["amount", "date", "clause", "rate"]), st.text("0a元", max_size=3)))
def test_no_slot_of_the_pack_is_ever_left_open(values: dict[str, str]) -> None:
    book = load("zh")
    for entry in (*book.items.values(), *book.pack.rules):
        for language in ("zh", "en"):
            for ask in (entry.zh if language == "zh" else entry.en).ask:
                filled = fill(ask, values, book.pack.neutral, language)
                assert "{" not in filled
                assert "}" not in filled


def draft(slug: str, untouched: bool = True, weight: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Draft:
    return Draft(serves=(slug,), text=Words(zh=slug, en=slug), write=None, weight=weight, untouched=untouched)


def test_matters_left_out_are_asked_together_and_serve_all() -> None:
    joint = Joint(parts={"b": Words("乙？", "B?"), "c": Words("丙？", "C?"), "a": Words("甲？", "A?")})
    got = together([draft("a"), draft("b", weight=(-3, 0, 0, 1)), draft("d")], (joint,))
    assert [d.serves for d in got] == [("d",), ("a", "b")]
    assert got[-1].text == Words("乙？甲？", "B? A?")  # nothing is asked for c, which the paper does tell
    assert got[-1].weight == (-3, 0, 0, 1)  # as grave as the gravest of them


def test_what_the_paper_does_mention_keeps_its_own_question() -> None:
    joint = Joint(parts={"a": Words("甲？", "A?"), "b": Words("乙？", "B?")})
    drafts = [draft("a", untouched=False), draft("b")]
    assert together(drafts, (joint,)) == drafts


def test_of_two_equally_grave_the_dearer_is_asked_first() -> None:
    items = (item("cheap", "便宜？"), item("dear", "贵？"))
    rules = (absent("CN-M011", "cheap", "甲词"), absent("CN-M021", "dear", "乙词"))
    facts = replace(NOTHING, amounts=(Amount(value=Decimal(900), currency="CNY", role="waived", span=Span(0, 1)),))
    plain = asked("别的话。", items, rules, facts)
    staked = asked("别的话。", items, rules, facts, asking=replace(ASKING, stakes={"dear": ("waived",)}))
    assert [q.serves[0] for q in plain] == ["cheap", "dear"]
    assert [q.serves[0] for q in staked] == ["dear", "cheap"]


def test_every_item_of_a_joint_question_is_known_and_in_one_only() -> None:
    book = load("zh")
    named = [slug for joint in book.pack.asking.joint for slug in joint.parts]
    assert set(named) <= set(book.items)
    assert len(named) == len(set(named))
    assert set(book.pack.asking.stakes) <= set(book.items)


def test_the_words_quoted_in_a_question_run_to_the_end_of_their_part() -> None:
    text = "乙方放弃以诉讼时效届满为由提出抗辩，并确认债务。"
    document = document_of(text, "zh")
    at = text.index("放弃以诉讼时效")
    evidence = Evidence(span=Span(0, len(text)), focus=Span(at, at + len("放弃以诉讼时效")))
    values = of_evidence(evidence, document, load("zh").pack, "zh")
    assert values["phrase"] == "放弃以诉讼时效届满为由提出抗辩"
