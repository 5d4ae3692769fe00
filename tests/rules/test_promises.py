"""What was said is held against the paper: kept, contradicted, or not written, with its place or nowhere."""

import pytest
from msgspec.structs import replace

from agreecheck import facts, lexicon
from agreecheck.errors import ConfigError
from agreecheck.model.base import Words
from agreecheck.model.finding import CheckResult, Held, Question, Replied
from agreecheck.model.given import Answer, Promise
from agreecheck.rules import Ground, Paper, follow_up, held, judge, load, replied
from agreecheck.rules.examples import document_of
from agreecheck.text.fold import fold

TEXT = """还款协议
甲方：枫桥消费金融有限公司
乙方：曲听澜
甲方减免罚息3,000.00元。
本协议生效后，甲方及其委托机构停止一切催收，不再联系乙方的亲属和单位。
乙方还清全部款项后15日内，甲方免费出具结清证明。
分期期间每月另收利息，月利率0.5%。
每年中秋前甲方寄送纪念明信片一张。"""
BOOK = load("zh")


def paper(text: str = TEXT, checks: tuple[CheckResult, ...] = ()) -> Paper:
    document = document_of(text)
    known = facts.understand(document, "waiver_settlement")
    hits = lexicon.find(fold(text), BOOK.vocabulary)
    verdicts = judge(Ground(document, known, hits, BOOK.pack), checks, BOOK)
    return Paper(document=document, facts=known, verdicts=verdicts, checks=checks)


def hold(said: str, item: str = "") -> Held:
    (one,) = held((Promise(said=said, item=item),), paper(), BOOK, facts.understand, lexicon.find)
    return one


def words(one: Held | Replied) -> list[str]:
    return [e.span.slice(TEXT) for e in one.evidence]


def test_a_promise_that_stands_in_the_paper_is_kept_with_its_place() -> None:
    got = hold("签完就停止催收")
    assert got.status == "kept"
    assert "停止一切催收" in words(got)[0]


def test_the_same_figure_keeps_it_another_contradicts_it() -> None:
    assert hold("减免3000元罚息").status == "kept"
    less = hold("减免5000元罚息")
    assert less.status == "contradicted"
    assert "3,000.00元" in words(less)[0]


def test_no_interest_was_promised_and_a_rate_is_written() -> None:
    assert hold("分期期间不收利息").status == "contradicted"


def test_what_stands_nowhere_has_no_place() -> None:
    got = hold("可以宽限5天")
    assert (got.status, got.evidence) == ("not_written", ())


def test_matters_outside_the_checklist_are_found_by_their_words() -> None:
    assert hold("每年中秋前寄送纪念明信片").status == "kept"
    assert hold("每年清明前寄送新茶两盒").status == "not_written"


def test_an_item_may_be_named() -> None:
    assert hold("十五天左右给那个证明", "settle-cert").items == ("settle-cert",)
    with pytest.raises(ConfigError):
        hold("别的", "no-such-item")


def test_the_words_are_given_back_as_told() -> None:
    assert hold("签完就停止催收，好吗？").said == "签完就停止催收，好吗？"


def answer(
    items: tuple[str, ...], told: str = "", refused: bool = False, checks: tuple[CheckResult, ...] = ()
) -> Replied:
    asked = Answer(question="?", items=items, answer=told, refused=refused)
    (one,) = replied((asked,), paper(checks=checks), BOOK, facts.understand, lexicon.find)
    return one


def test_what_the_paper_settles_needs_no_answer() -> None:
    got = answer(("settle-cert",))
    assert (got.status, got.open_items) == ("in_text", ())


def test_what_is_only_said_stays_open() -> None:
    got = answer(("settle-cert", "plan-grace"), "可以宽限5天")
    assert (got.status, got.open_items) == ("promised", ("plan-grace",))


def test_refused_and_unanswered() -> None:
    assert answer(("plan-grace",), refused=True).status == "refused"
    assert answer(("plan-grace",)).status == "open"


def test_an_answer_that_the_paper_contradicts_is_not_settled() -> None:
    got = answer(("waive-scope",), "减免5000元罚息")
    assert (got.status, got.contradicted) == ("promised", True)


def test_a_failed_check_keeps_its_question_open() -> None:
    failing = CheckResult(id="A16", status="fail", severity="high")
    assert answer(("A16",), checks=(failing,)).status == "open"
    assert answer(("A16",), checks=(CheckResult(id="A16", status="pass", severity="info"),)).status == "in_text"


ENGLISH = """Repayment arrangement
If a payment is more than 14 days late we will write to you and give you 14 days to put things right."""


def test_numbers_in_english_words_are_figures() -> None:
    book = load("en")
    document = replace(document_of(ENGLISH), language="en")
    known = facts.understand(document, "loan_instalment")
    verdicts = judge(Ground(document, known, lexicon.find(fold(ENGLISH), book.vocabulary), book.pack), (), book)
    whole = Paper(document=document, facts=known, verdicts=verdicts)
    said = Promise(said="Three extra days if a payment is late")
    (got,) = held((said,), whole, book, facts.understand, lexicon.find)
    assert got.status != "kept"


def test_the_place_that_speaks_most_of_the_promise_comes_first() -> None:
    text = (
        "协议\n甲方：青禾小额贷款有限公司\n乙方：李四\n第一条 乙方逾期的，按未付金额每日0.2%支付违约金。\n"
        "第二条 乙方提前还清的，应支付剩余本金3%的违约金。\n"
    )
    book, find = load("zh"), lexicon.find
    document = document_of(text, "zh")
    known = facts.understand(document)
    verdicts = judge(Ground(document, known, find(fold(text), book.vocabulary), book.pack), (), book)
    whole = Paper(document=document, facts=known, verdicts=verdicts)
    [one] = held((Promise(said="提前还清不收违约金"),), whole, book, facts.understand, find)
    assert one.status == "contradicted"
    assert "提前还清" in one.evidence[0].span.slice(text)


def test_a_promise_not_in_the_text_is_asked_for_in_writing_and_a_refusal_for_its_reason() -> None:
    def question(item: str) -> Question:
        return Question(serves=(item,), text=Words(zh=f"{item}怎样？", en=f"What of {item}?"), rank=1)

    def reply(item: str, status: str, answer: str = "") -> Replied:
        return Replied(question="", answer=answer, items=(item,), status=status, open_items=(item,))  # type: ignore[arg-type]

    asked = tuple(map(question, ("early-repay", "coll-stop", "plan-grace")))
    replies = (reply("early-repay", "promised", "不收费"), reply("coll-stop", "refused"))
    first, second, third = follow_up(asked, replies, BOOK)
    assert "“不收费”" in first.text.zh
    assert "写进协议" in first.text.zh
    assert "early-repay怎样？" in first.text.zh
    assert "“不收费”" in first.text.en
    assert "书面说明理由" in second.text.zh
    assert third == asked[2]
    assert not any("{" in q.text.zh + q.text.en for q in (first, second, third))


TOPICAL = """还款协议
甲方：枫桥消费金融有限公司
乙方：曲听澜
第一条 截至2026年11月10日，乙方尚欠甲方本金24,000元、利息1,350元、罚息650元，合计26,000元。
第二条 甲方同意减免全部罚息650元及利息1,350元，乙方分12期偿还24,000元，每期2,000元。
第三条 {third}
第四条 {fourth}"""
QUIET, OPEN = "甲方不联系乙方的亲属、朋友、同事、单位。", "甲方委托的第三方机构可以继续与乙方及其联系人沟通还款事宜。"
FREE, DEAR = (
    "乙方可以随时提前还清，不需要甲方同意，不支付违约金。",
    "乙方提前还清的，不收手续费，但应支付剩余本金3%的违约金。",
)


@pytest.mark.parametrize(
    ("said", "third", "fourth", "status", "clause"),
    [
        ("我妈不会被打电话", QUIET, FREE, "kept", "第三条"),
        ("不再联系家人", QUIET, FREE, "kept", "第三条"),
        ("不再联系家人", OPEN, FREE, "contradicted", "第三条"),
        ("提前还款没有违约金", QUIET, FREE, "kept", "第四条"),
        ("提前还款没有违约金", QUIET, DEAR, "contradicted", "第四条"),
        ("提前还款没有手续费", QUIET, DEAR, "kept", "第四条"),
        ("利息全免", QUIET, FREE, "kept", "第二条"),
        ("罚息全部减免", QUIET, FREE, "kept", "第二条"),
        ("减免2000元", QUIET, FREE, "kept", "第二条"),  # 650 + 1,350
        ("减免2100元", QUIET, FREE, "contradicted", "第二条"),
    ],
)
def test_a_promise_is_known_by_its_topic_in_the_words_of_the_phone(
    said: str, third: str, fourth: str, status: str, clause: str
) -> None:
    text = TOPICAL.format(third=third, fourth=fourth)
    whole = paper(text)
    [one] = held((Promise(said=said),), whole, BOOK, facts.understand, lexicon.find)
    at = one.evidence[0].span.start
    assert (one.status, clause in text[text.rfind("\n", 0, at) : at + 4]) == (status, True)


def test_a_part_that_is_waived_at_will_is_not_all_of_it_and_is_shown_for_comparison() -> None:
    text = TOPICAL.format(third=QUIET, fourth=FREE).replace(
        "减免全部罚息650元及利息1,350元", "视还款情况酌情减免部分利息"
    )
    [one] = held((Promise(said="利息全免"),), paper(text), BOOK, facts.understand, lexicon.find)
    assert one.status == "not_written"
    assert "酌情减免部分利息" in one.evidence[0].span.slice(text)
