"""Values that disagree although they are one fact; and all the pairs of values that may well differ."""

import pytest

from facts.money_papers import money_of

TABLE = """
| 期数 | 还款日 | 应还金额 |
| 1 | 2026年12月15日 | 3,000.00 |
| 2 | 2027年1月15日 | 3,000.00 |
| 合计 | | 6,000.00 |"""


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(c.fact, c.values) for c in money_of(text).conflicts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月12日为还款日。甲方于每月10日（还款日）扣款。", ("due_day", ("12", "10"))),
        ("还款日为每月20日。" + TABLE, ("due_day", ("20", "15"))),
        ("上述款项分12期偿还。\n乙方应按期偿还全部10期款项，共10期。", ("plan_periods", ("12", "10"))),
        ("每期还款2,900元。" + TABLE, ("instalment", ("2900", "3000.00"))),
        ("各期合计应还6,100元。" + TABLE, ("plan_total", ("6100", "6000.00"))),
        ("首期还款日为2026年12月25日。" + TABLE, ("first_due", ("2026-12-25", "2026-12-15"))),
        ("末期还款日为2027年2月15日。" + TABLE, ("last_due", ("2027-02-15", "2027-01-15"))),
        ("一、乙方欠款总额为50,000元。\n二、欠款总额51,000元由乙方分期偿还。", ("total_debt", ("50000", "51000"))),
        ("按欠款总额每日0.5%（日万分之五）支付违约金。", ("rate_notation", ("0.5%/day", "0.05%/day"))),
    ],
)
def test_a_conflict_is_found(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "每月12日为还款日，于每月12日扣款。",
        "账单日为每月5日，还款日为每月25日。",
        "年利率5.40%（月利率0.45%）。",
        "日利率0.04%（折合年化14.60%）。",
        "日利率0.05%（年化18%）。",
        "年利率6%，逾期按年利率9%计收罚息。",
        "减免前欠款总额50,000元，减免后应还40,000元。",
        "分12期偿还。逾期连续两期的，视为违约。",
        "每月还1,350元，共支付11次，其余作为末期款，共计12期。",
        "首期还款日为2026年12月15日，末期还款日为2027年1月15日，每月15日还款，每期3,000元，共2期。" + TABLE,
        "合计应还6,000元。" + TABLE,
        "首付款1,000元，余款每期3,000元。" + TABLE,
        "合同一欠款总额为10,000元；合同二欠款总额为20,000元；欠款总额合计30,000元。",
        "欠款总额为50,000元。逾期的，乙方应按欠款总额50,000元清偿。",
        "自2026年9月21日起，按年利率6%计收利息。" + TABLE,
        "剩余期数由6期变更为12期。",
        "月供由1,500元调整为3,000元。" + TABLE,
        "原还款日每月5日为账单日，每月15日为还款日。" + TABLE,
    ],
)
def test_values_that_may_differ_are_no_conflict(text: str) -> None:
    assert found(text) == []
