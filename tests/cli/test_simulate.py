"""What if I am late: by clause, in yuan, in both readings; and a line of it in every review."""

import json
from pathlib import Path

import pytest

from cli.test_command_line import FAST, run

PLAN = """分期还款协议
甲方：银角商务信息咨询部
乙方：曾映雪
一、截至2026年3月9日，乙方尚欠甲方借款本金10,000.00元、利息800.00元，欠款总额为人民币10,800.00元。甲方减免利息300.00元，减免后应还总额10,500.00元。
二、乙方分10期偿还，每期1,050.00元，每月15日前支付，首期2026年4月15日，末期2027年1月15日。
三、乙方逾期的，就逾期未付部分按日万分之五支付违约金。
四、乙方任何一期逾期超过5日的，上述减免作废，甲方有权宣布剩余款项立即到期。
签署日期：2026年3月9日
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def reckoned(plan: Path, *words: object) -> dict[str, object]:
    done = run("simulate", plan, *words, "--format", "json", "--type", "loan_instalment", *FAST)
    assert done.returncode == 0, done.stderr.decode()
    return dict(json.loads(done.stdout))


def test_three_days_late_costs_the_penalty_alone(plan: Path) -> None:
    got = reckoned(plan, "--miss", 3, "--days", 3)
    assert (got["low"], got["high"], got["at_once_high"]) == ("1.58", "1.58", None)  # 1,050 × 0.05 % × 3 = 1.575


def test_ten_days_late_costs_the_waiver_and_calls_in_the_rest(plan: Path) -> None:
    got = reckoned(plan, "--miss", 3, "--days", 10)
    # low 1,050 × 0.05 % × 10 = 5.25; high on the 8,400 of eight instalments: 42.00, and 300.00 of waiver
    assert (got["low"], got["high"]) == ("5.25", "342.00")
    assert (got["at_once_low"], got["at_once_high"]) == ("8400.00", "8700.00")
    assert "第四" in str(got["text"]) or "四" in str(got["text"])


def test_sums_are_told_as_people_write_them(plan: Path) -> None:
    shown = run("simulate", plan, "--miss", 3, "--days", 3, "--type", "loan_instalment", *FAST).stdout.decode()
    assert "第 3 期（1,050.00 元）晚还 3 天" in shown
    assert "违约金：1.58 元" in shown


def test_every_review_has_its_line(plan: Path) -> None:
    done = run(plan, "--format", "json", "--type", "loan_instalment", *FAST)
    report = json.loads(done.stdout)
    assert report["late"]["days"] == 1
    assert report["late"]["high"] == "0.53"  # 1,050 × 0.05 % = 0.525
    assert report["deal"][-1]["value"] == report["late"]["text"]
    assert "0.53" in run(plan, "--type", "loan_instalment", *FAST).stdout.decode()


def test_an_instalment_goes_by_the_number_that_is_written(plan: Path) -> None:
    rows = "".join(f"| {n} | 2026年{n + 3}月15日 | {n}00元 |\n" for n in (1, 2, 4, 5))
    head = "还款协议\n甲方：银角商务信息咨询部\n乙方：曾映雪\n一、乙方按下表还款：\n| 期次 | 还款日期 | 还款金额 |\n"
    plan.write_text(f"{head}{rows}二、逾期的，按未付金额每日0.1%支付违约金。\n", encoding="utf-8")
    assert [reckoned(plan, "--miss", n)["missed"] for n in (4, 5)] == ["400.00", "500.00"]
    assert run("simulate", plan, "--miss", 3, *FAST).returncode == 2


def test_words_for_people_and_wrong_numbers(plan: Path) -> None:
    assert "8400.00" in run("simulate", plan, "--miss", 3, "--days", 10, *FAST).stdout.decode()
    assert run("simulate", plan, "--miss", 11, *FAST).returncode == 2
    assert run("simulate", plan, "--days", "-1", *FAST).returncode == 2
    assert run("simulate", plan.parent / "none.txt", *FAST).returncode == 2
