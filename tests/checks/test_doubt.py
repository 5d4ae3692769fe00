"""What we may have misread is not held against the paper."""

from datetime import date

import agreecheck
from agreecheck.model.finding import CheckResult, Report

HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n"
FOOT = "\n甲方：澄江小额贷款有限公司\n乙方：丁小满\n2026年5月8日\n"


def review(body: str) -> Report:
    return agreecheck.check_text(HEAD + body + FOOT, as_of=date(2026, 11, 1), second_reader=False)


def result(code: str, body: str) -> CheckResult:
    return next(c for c in review(body).checks if c.id == code)


def test_a_counted_plan_that_misses_its_total_fails() -> None:
    body = "一、乙方尚欠甲方12,000元，不计利息。\n二、乙方分12期偿还，每期900元，每月10日支付，首期2026年6月10日。"
    assert result("A01", body).status == "fail"
    assert result("A05", body).status == "fail"


def test_parts_of_quite_another_size_are_no_breakdown() -> None:
    body = "一、乙方尚欠甲方本金14,610元，其中材料费60元、邮寄费80元。\n二、乙方于2026年6月10日前一次付清14,610元。"
    assert result("A02", body).status != "fail"


def test_a_slip_of_the_pen_in_a_breakdown_still_fails() -> None:
    body = (
        "一、截至2026年5月1日，乙方尚欠甲方12,000元，其中本金10,000元、利息1,900元。\n"
        "二、乙方于2026年6月10日前一次付清。"
    )
    assert result("A02", body).status == "fail"
