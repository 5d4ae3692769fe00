"""Money in the forms of everyday papers: periods told together, parts of an instalment, fees a time, plain talk."""

from decimal import Decimal

import pytest

from facts.money_papers import money_of

RANGE = "| 期次 | 还款日 | 金额（元） |\n| 第1期至第11期 | 每月6日 | 700.00 |\n| 第12期 | {last} | 705.00 |"


def roles(text: str, type_: str = "loan_instalment") -> list[tuple[str, str | None]]:
    return [(str(a.value), a.role) for a in money_of(text, type_).amounts]


def sums(text: str) -> list[tuple[str, list[str], str]]:
    return [(b.kind, [str(p.value) for p in b.parts], str(b.whole.value)) for b in money_of(text).breakdowns]


def rows(text: str, type_: str = "loan_instalment") -> list[tuple[str, str]]:
    schedule = money_of(text, type_).schedule
    return [(str(i.due), str(i.total)) for i in schedule.instalments] if schedule else []


def test_periods_told_together_are_dated_back_from_the_first_date_of_the_table() -> None:
    found = rows(f"共12期，每月6日还款。\n{RANGE.format(last='2027年6月6日')}")
    assert found[0] == ("2026-07-06", "700.00")
    assert found[10:] == [("2027-05-06", "700.00"), ("2027-06-06", "705.00")]


def test_periods_told_together_are_dated_on_from_the_first_date_of_the_text() -> None:
    found = rows(f"首期还款日为2026年7月6日，共12期，每月6日还款。\n{RANGE.format(last='每月6日')}")
    assert found[0] == ("2026-07-06", "700.00")
    assert found[11] == ("2027-06-06", "705.00")


def test_periods_told_together_have_no_dates_where_the_paper_has_none() -> None:
    assert {due for due, _ in rows(f"共12期，每月6日还款。\n{RANGE.format(last='每月6日')}")} == {"None"}


def test_a_table_in_plain_words_is_a_plan() -> None:
    text = "| 第几次 | 最晚哪天 | 还多少 |\n| 1 | 2026.3.5 | 800 |\n| 2 | 2026.4.5 | 800 |"
    assert rows(text) == [("2026-03-05", "800"), ("2026-04-05", "800")]


def test_what_is_really_paid_in_a_month_is_the_sum_of_its_columns() -> None:
    text = "| 期 | 还款日 | 方案款 | 维护费 | 当月实付 |"
    text += "\n| 1 | 2026/06/15 | 600.00 | 18.00 | 618.00 |\n| 2 | 2026/07/15 | 600.00 | 18.00 | 618.00 |"
    found = money_of("每期600.00元。\n" + text)
    assert found.schedule
    parts = [(str(i.total), str(i.principal), str(i.fee)) for i in found.schedule.instalments]
    assert parts == [("618.00", "600.00", "18.00")] * 2
    assert not found.conflicts


def test_a_list_that_the_text_counts_is_the_plan() -> None:
    text = (
        "被告于2026年5月31日前支付7,000.00元，于2026年8月31日、2026年11月30日、2027年2月28日之前各支付"
        "6,000.00元，共四次付清上述25,000.00元。"
    )
    assert rows(text, "mediation") == [
        ("2026-05-31", "7000.00"),
        ("2026-08-31", "6000.00"),
        ("2026-11-30", "6000.00"),
        ("2027-02-28", "6000.00"),
    ]


def test_payments_at_the_end_of_quarters_fall_on_the_end_of_a_quarter() -> None:
    text = "余款自2026年7月起每季度末支付10,000元，分四期付清。"
    assert [due for due, _ in rows(text)] == ["2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30"]


def test_a_first_payment_that_the_count_includes_is_counted_once() -> None:
    text = "尚欠60,000元，于2026年6月30日前付清首笔10,000元，此后每满三个月支付10,000元，共六笔。"
    assert [due for due, _ in rows(text)][-2:] == ["2027-06-30", "2027-09-30"]
    assert len(rows(text)) == 6


def test_months_from_one_to_another_make_a_plan() -> None:
    found = rows("2026年3月起，每个月10号还你2,000元，一直还到2026年12月。")
    assert (found[0], found[-1], len(found)) == (("2026-03-10", "2000"), ("2026-12-10", "2000"), 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每次扣款失败收取50.00元。", ("50.00", "fee")),
        ("修复服务每次收取980.00元。", ("980.00", "fee")),
        ("停车费按每日100.00元计算。", ("100.00", "fee")),
        ("分期手续费：按尚欠货款的4%一次性收取720.00元，随首期支付。", ("720.00", "fee")),
        ("案件受理费2,000元，减半收取1,000元。", ("1000", "fee")),
        ("平台服务费每期25元随月供收取。", ("25", "instalment_fee")),
        ("每月应付总额（月供加使用费）为2,217.55元。", ("2217.55", "instalment")),
        ("每个月3,000元，13号之前打过来。", ("3000", "instalment")),
        ("本金每期归还3,000.00元，利息按剩余本金计算。", ("3000.00", "instalment_principal")),
        ("延期利息平均分摊到24期里，每期63.00元。", ("63.00", "instalment_interest")),
        ("罚息全免，利息再减1,226.35元。", ("1226.35", "waived")),
        ("减完以后您只需要还16,000.00元。", ("16000.00", "payable")),
        ("2024年11月20日，周禾从银行卡转给尹川48,000元开店，没写利息。", ("48000", "original_principal")),
        ("减免罚息300元，余下的9,000元（大写：玖仟元整）按本协议分期归还。", ("9000", "payable")),
        ("每期1,180元，共12期，重组总额14,160元。", ("14160", "plan_total")),
    ],
)
def test_the_words_around_a_sum_say_what_it_is(text: str, expected: tuple[str, str]) -> None:
    assert expected in roles(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("任意一期逾期的，减免金额全部收回，按原来的欠款18,764.35元重新计息。", "waived"),
        ("每次还款支付3,000元。", "fee"),
        ("至2026年6月25日尚欠服务费18,000.00元，分9期支付。", "fee"),
        ("本人每月话费100元、学费500元。", "fee"),
        ("乙方每月转给甲方3,000元，自2026年3月起。", "original_principal"),
        ("利息、罚息、违约金、费用均为0.00元。", "instalment"),
    ],
)
def test_the_words_around_a_sum_do_not_say_more_than_they_do(text: str, wrong: str) -> None:
    assert wrong not in [role for _, role in roles(text)]


def test_parts_that_add_up_to_an_instalment_are_its_parts_whatever_they_are_called() -> None:
    text = "每期1,180.00元，含应付款1,040.00元、重组利息60.00元、信息服务费80.00元，重组总额14,610.00元。"
    assert sums(text) == [("instalment", ["1040.00", "60.00", "80.00"], "1180.00")]


def test_the_part_of_a_debt_without_a_known_name_is_principal_if_all_add_up() -> None:
    text = "至2026年8月10日，乙方应付12,480元，其中未付租金9,600元、服务费1,280元、滞纳金1,600元。"
    assert ("9600", "principal") in roles(text)
    assert sums(text) == [("balance", ["9600", "1280", "1600"], "12480")]


def test_sums_that_do_not_add_up_make_no_part_of_what_has_no_name() -> None:
    text = "至2026年8月10日，乙方应付12,480元，其中未付租金9,000元、服务费1,280元、滞纳金1,600元。"
    assert ("9000", "principal") not in roles(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "欠款合计57,316.80元，由本金49,800.00元、利息5,216.80元、违约金2,300.00元组成。",
            ("balance", ["49800.00", "5216.80", "2300.00"], "57316.80"),
        ),
        (
            "原借款本金600,000元，现已归还120,000元，均冲减本金。\n截至2026年3月25日，尚欠本金480,000元。",
            ("balance", ["480000", "120000"], "600000"),
        ),
        (
            "每个月1号还5,000元。\n利息每月360元，跟本金一起给。这样每个月一共给5,360元。",
            ("instalment", ["5000", "360"], "5360"),
        ),
    ],
)
def test_a_sum_is_found_wherever_its_parts_stand(text: str, expected: tuple[str, list[str], str]) -> None:
    assert expected in sums(text)


def test_what_was_lent_is_held_against_nothing_that_does_not_fit() -> None:
    assert sums("原借款本金600,000元，现已归还120,000元。\n截至2026年3月25日，尚欠本金500,000元。") == []


def test_the_whole_plan_against_another_sum_for_it_is_a_conflict() -> None:
    text = "余下的9,005元按本协议分期归还，共12期。\n{}\n本人清楚分期总额为9,050元。"
    table = "| 期次 | 金额 |\n" + "\n".join(f"| {n} | 750 |" for n in range(1, 12)) + "\n| 12 | 755 |"
    assert [c.values for c in money_of(text.format(table)).conflicts] == [("9005", "9050")]


def test_two_rates_side_by_side_each_have_their_own_word() -> None:
    found = money_of("约定年利率5.22%，逾期罚息年利率为7.83%。").rates
    assert [(r.percent, r.role) for r in found] == [(Decimal("5.22"), "interest"), (Decimal("7.83"), "overdue")]


def test_plain_words_for_a_penalty_on_all_that_is_left() -> None:
    found = money_of("没讲就晚了的，从第二天开始，按还没还的全部钱每天千分之一算给周禾。").rates
    assert [(r.percent, r.role, r.base) for r in found] == [(Decimal("0.1"), "penalty", "total")]
