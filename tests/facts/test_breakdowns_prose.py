"""Every sum that a paper states: its parts and its whole; and what a waiver leaves to pay."""

import pytest

from facts.money_papers import money_of

Sum = tuple[str, list[str], str]


def stated(text: str, type_: str = "loan_instalment") -> list[Sum]:
    return [
        (b.kind, [f"{p.value:.2f}" for p in b.parts], f"{b.whole.value:.2f}") for b in money_of(text, type_).breakdowns
    ]


DEBT: Sum = ("balance", ["42000.00", "5000.00", "2000.00", "1000.00"], "50000.00")
CASES: list[tuple[str, Sum]] = [
    ("欠款总额为50,000元，其中本金42,000元、利息5,000元、罚息2,000元、违约金1,000元。", DEBT),
    ("乙方共欠款50,000.00元（本金42,000.00元，利息5,000.00元，罚息2,000.00元，违约金1,000.00元）。", DEBT),
    ("欠款合计50,000元，包括：本金42,000元；利息5,000元；罚息2,000元；违约金1,000元。", DEBT),
    (
        "（一）乙方欠款为50,000元。\n（二）上述欠款由以下部分组成：本金42,000元；利息5,000元；罚息2,000元；违约金1,000元。",
        DEBT,
    ),
    ("截至2026年8月1日，本金42,000元、利息5,000元、罚息2,000元、违约金1,000元，欠款合计50,000元。", DEBT),
    ("尚欠本金42,000元、利息5,000元、罚息2,000元及违约金1,000元，以上共计50,000元。", DEBT),
    (
        "甲方减免利息6,913.15元、罚息4,873.25元和服务费600.00元，减免总额12,386.40元。",
        ("waiver", ["6913.15", "4873.25", "600.00"], "12386.40"),
    ),
    ("减免违约金4,389.19元及年费1,000.00元，合计减免5,389.19元。", ("waiver", ["4389.19", "1000.00"], "5389.19")),
    ("减免金额3,000元，其中利息2,000元、罚息1,000元。", ("waiver", ["2000.00", "1000.00"], "3000.00")),
    (
        "每期应还2,225元，其中本金2,000元、利息144元、担保服务费81元。",
        ("instalment", ["2000.00", "144.00", "81.00"], "2225.00"),
    ),
    (
        "每期还款2,225元（含本金2,000元、利息144元、服务费81元）。",
        ("instalment", ["2000.00", "144.00", "81.00"], "2225.00"),
    ),
    (
        "借款160,000元，已还28,000元，尚欠借款本金132,000元。",
        ("balance", ["132000.00", "28000.00"], "160000.00"),
    ),
    (
        "欠款总额28,750元，减免2,350元，减免后应还26,400元。",
        ("payable", ["28750.00", "2350.00"], "26400.00"),
    ),
]


LOANS = """
（1）编号A-1的贷款，本金80,000.00元，利息2,400.00元，小计82,400.00元；
（2）编号A-2的贷款，本金45,000.00元，利息1,125.00元，罚息310.00元，小计46,435.00元。
上述两笔债务合计128,835.00元。
"""
CASES += [
    (LOANS, ("loan", ["80000.00", "2400.00"], "82400.00")),
    (LOANS, ("loan", ["45000.00", "1125.00", "310.00"], "46435.00")),
    (LOANS, ("loans", ["82400.00", "46435.00"], "128835.00")),
    ("尚欠租金112,500元、违约金8,430元，共120,930元。", ("balance", ["112500.00", "8430.00"], "120930.00")),
    ("基本生活费2,100元、赡养父母600元，支出共2,700元。", ("spending", ["2100.00", "600.00"], "2700.00")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_stated_sum_is_found_with_its_parts(text: str, expected: Sum) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "欠款总额为50,000元，其中本金42,000元。",
        "欠款总额为50,000元，分10期偿还，每期5,000元。",
        "本金42,000元按年利率6%计息，逾期另付违约金1,000元。",
        "借款160,000元，已还本息28,000元，尚欠本息合计150,000元。",
        "乙方支付首付款5,000元，余款45,000元分9期支付，每期5,000元。",
        "每期还款3,000元，共12期，合计36,000元。",
    ],
)
def test_what_is_no_complete_list_of_parts_is_no_sum(text: str) -> None:
    assert stated(text) == []


def test_a_request_is_a_sum_too() -> None:
    found = stated("欠款56,000元。申请减免利息和罚息6,320元，剩余本金49,680元分36期偿还。", "hardship_application")
    assert ("payable", ["56000.00", "6320.00"], "49680.00") in found


def test_words_beside_digits_are_a_pair() -> None:
    (pair,) = money_of("欠款人民币陆万柒仟捌佰元整（¥68,700.00）。").pairs
    assert (str(pair.words.value), str(pair.digits.value)) == ("67800", "68700.00")


@pytest.mark.parametrize(
    "text",
    [
        "欠款人民币伍万元整（小写：50,000.00元）。",
        "欠款50,000.00元（大写：人民币伍万元整）。",
        "欠款金额（大写）伍万元整，（小写）￥50,000.00。",
        "人民币（大写）：伍万元整　（小写）：¥50,000.00",
    ],
)
def test_pairs_in_either_order(text: str) -> None:
    (pair,) = money_of(text).pairs
    assert pair.words.value == pair.digits.value == 50000


def test_two_sums_side_by_side_are_no_pair() -> None:
    assert money_of("本金伍万元整，利息3,000元。").pairs == ()


def test_loans_in_a_table_are_held_against_the_debt_that_the_text_states() -> None:
    text = """
| 合同编号 | 放款日 | 剩余本金 | 欠息 | 小计 |
| A-1 | 2022年3月18日 | 46,000.00 | 1,983.50 | 47,983.50 |
| A-2 | 2023年9月7日 | 63,500.00 | 2,745.25 | 66,245.25 |
上述债务合计114,828.75元。
"""
    assert ("loans", ["47983.50", "66245.25"], "114828.75") in stated(text)


def test_the_sum_of_the_spending_stands_for_its_items() -> None:
    found = money_of("基本生活费2,100元、赡养父母600元，支出共2,700元。").amounts
    assert [str(a.value) for a in found if a.role == "spending"] == ["2700"]
