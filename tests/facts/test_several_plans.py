"""Several plans told in prose: phases are one plan, debts and alternatives are plans of their own with their names."""

import pytest

from agreecheck.facts.money.find import MoneyFacts
from agreecheck.model.fact import Schedule
from facts.money_papers import money_of

HEAD = "甲方：澄江小额贷款有限公司\n乙方：丁小满\n签订日期：2026年11月20日\n"


def facts(body: str) -> MoneyFacts:
    return money_of(HEAD + body)


def plan(schedule: Schedule) -> list[tuple[str, str]]:
    """Runs of equal sums: the first day of each, the sum and how often."""
    runs: list[tuple[str, str, int]] = []
    for row in schedule.instalments:
        total = f"{row.total:.0f}"
        if runs and runs[-1][1] == total:
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((str(row.due), total, 1))
    return [(day, f"{total} × {n}") for day, total, n in runs]


def plans(found: MoneyFacts) -> list[tuple[str, str, list[tuple[str, str]]]]:
    every = [s for s in (found.schedule, *found.more_schedules) if s]
    return [(s.kind, s.name, plan(s)) for s in every]


PHASES = [
    "乙方自2026年12月15日起每月15日还款，前6期每期1000元，后6期每期2000元。",
    "第一阶段自2026年12月至2027年5月，每月15日还款1000元；第二阶段自2027年6月至2027年11月，每月15日还款2000元。",
    "第一阶段：2026年12月至2027年5月，共6期，每月15日前还1000元。\n第二阶段：2027年6月起，每月15日前还2000元，共6期。",
    "第一阶段：自2026年12月15日起，每月15日还1000元，共6期。\n第二阶段：每月15日还2000元，共6期。",
]


@pytest.mark.parametrize("text", PHASES)
def test_phases_are_one_plan(text: str) -> None:
    found = facts(text)
    assert plans(found) == [("", "", [("2026-12-15", "1000 × 6"), ("2027-06-15", "2000 × 6")])]
    assert [i.number for i in found.schedule.instalments] == list(range(1, 13)) if found.schedule else False
    assert found.conflicts == ()


CARD = [("2026-12-15", "1000 × 12")]
LOAN = [("2026-12-20", "1000 × 24")]
DEBTS = [
    (
        "信用卡欠款12,000元分12期归还，自2026年12月15日起每月15日还款1,000元；消费贷款24,000元分24期归还，自2026年12月20日起每月20日还款1,000元。",
        "信用卡欠款",
        "消费贷款",
    ),
    (
        "借款一：本金12,000元，自2026年12月15日起每月15日还款1,000元，共12期。\n借款二：本金24,000元，自2026年12月20日起每月20日还款1,000元，共24期。",
        "借款一",
        "借款二",
    ),
    (
        "乙方欠甲方两笔借款：第一笔借款本金12,000元，第二笔借款本金24,000元。\n第一笔借款：自2026年12月起每月15日还1,000元，共12期。\n第二笔借款：自2026年12月起每月20日还1,000元，共24期。",
        "第一笔借款",
        "第二笔借款",
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), DEBTS)
def test_each_debt_has_its_plan(text: str, first: str, second: str) -> None:
    found = facts(text)
    assert plans(found) == [("debt", first, CARD), ("debt", second, LOAN)]
    assert found.conflicts == ()
    assert [t.count for t in found.terms if t.role == "plan"] == [12, 24]


TWO_WAYS = (
    "方案一：一次性结清。乙方于2026年12月31日前一次性支付25,000元，其余减免。\n"
    "方案二：分期归还。乙方自2026年12月15日起每月15日还款1,500元，共24期。\n"
)
AT_ONCE = ("alternative", "方案一", [("2026-12-31", "25000 × 1")])
BY_MONTH = ("alternative", "方案二", [("2026-12-15", "1500 × 24")])


@pytest.mark.parametrize(
    "choice", ["乙方选择：方案二。", "乙方选择方案二。", "☑方案二 □方案一", "双方确认采用方案二。"]
)
def test_the_alternative_that_is_chosen_comes_first(choice: str) -> None:
    found = facts(TWO_WAYS + choice)
    assert plans(found) == [BY_MONTH, AT_ONCE]
    assert found.schedule is not None
    assert found.schedule.chosen
    assert not found.more_schedules[0].chosen


@pytest.mark.parametrize("open_", ["", "乙方可选择方案一或方案二。", "乙方有权选择方案一。乙方有权选择方案二。"])
def test_without_a_choice_alternatives_stand_in_the_order_of_the_paper(open_: str) -> None:
    found = facts(TWO_WAYS + open_)
    assert plans(found) == [AT_ONCE, BY_MONTH]
    assert not any(s.chosen for s in (found.schedule, *found.more_schedules) if s)


def test_a_down_payment_and_a_rest_in_one_alternative() -> None:
    found = facts(
        "一、乙方欠甲方50,000元。\n二、A方案：2026年12月31日前一次性还款30,000元，余款免除。\n"
        "三、B方案：2026年12月31日前还款10,000元，余款40,000元自2027年1月起每月15日还4,000元，共10期。\n"
    )
    assert plans(found) == [
        ("alternative", "A方案", [("2026-12-31", "30000 × 1")]),
        ("alternative", "B方案", [("2026-12-31", "10000 × 1"), ("2027-01-15", "4000 × 10")]),
    ]


ONE = [
    "本合同一式两份。合同二份。乙方自2026年12月15日起每月15日还款1,000元，共12期。",
    "还款方案一经确认不得变更。方案二字不作解释。乙方自2026年12月15日起每月15日还款1,000元，共12期。",
    "乙方欠甲方12,000元，自2026年12月15日起每月15日还款1,000元，共12期。如第一笔借款未还，第二笔借款不再发放。",
]


@pytest.mark.parametrize("text", ONE)
def test_words_that_look_like_heads_make_no_second_plan(text: str) -> None:
    assert plans(facts(text)) == [("", "", CARD)]


def test_english_options_and_loans() -> None:
    found = money_of(
        "Dated 20 November 2026.\n"
        "Option 1: the Borrower pays £2,500 in a single payment on or before 31 December 2026.\n"
        "Option 2: the Borrower pays £150 on the 15th of each month for 24 months, starting on 15 December 2026.\n"
        "The Borrower elects Option 2.\n",
        language="en",
    )
    assert [(kind, name) for kind, name, _ in plans(found)] == [
        ("alternative", "Option 2"),
        ("alternative", "Option 1"),
    ]
    assert plans(found)[0][2] == [("2026-12-15", "150 × 24")]
    assert plans(found)[1][2] == [("2026-12-31", "2500 × 1")]


EITHER = [
    "于2026年12月15日前一次性还款15,000元，即视为结清；或分6期偿还，每期3,000元，首期于2026年12月15日支付，以后每月15日支付。",
    "您可于2026年12月15日前一次性还清15,000元，也可以分6期归还，每期3,000元，自2026年12月起每月15日还款。",
]


@pytest.mark.parametrize("text", EITHER)
def test_two_ways_to_pay_in_one_breath(text: str) -> None:
    once, monthly = ("2026-12-15", "15000 × 1"), ("2026-12-15", "3000 × 6")
    assert plans(facts(text)) == [("alternative", "", [once]), ("alternative", "", [monthly])]


def test_english_ways_to_pay_in_one_breath() -> None:
    found = money_of(
        "Dated 20 November 2026.\nThe Borrower may pay £1,500 in one lump sum by 15 December 2026, or six monthly "
        "payments of £300, the first on 15 December 2026.\n",
        language="en",
    )
    assert [p for *_, p in plans(found)] == [[("2026-12-15", "1500 × 1")], [("2026-12-15", "300 × 6")]]
