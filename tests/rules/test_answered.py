"""A paper that asks and answers: the answer decides, and what it denies is denied."""

import pytest

from agreecheck.engine import check_text

HEAD = "还款协议\n出借人：周大山\n借款人：薛念之\n借款人欠出借人5000元，分5期还，每月5日还1000元，首期2026年12月5日。\n"


def status(item: str, body: str) -> str:
    report = check_text(HEAD + body, second_reader=False)
    return next(v.status for v in report.verdicts if v.item == item)


@pytest.mark.parametrize(
    ("item", "asked", "no", "yes"),
    [
        ("coll-third-party", "会找我家里人要钱吗？", "不会。", "晚了就会。"),
        ("early-repay", "提前还要不要违约金？", "不要。", "要，按剩余本金的3%收。"),
        ("credit-during", "会向征信报逾期吗？", "不会，按正常还款报送。", "会，一直报到还清。"),
        ("fee-service", "还有别的收费吗？", "没有了。", "有，以当时通知为准。"),
    ],
)
def test_the_answer_decides(item: str, asked: str, no: str, yes: str) -> None:
    assert status(item, asked + no) == "found"
    assert status(item, asked + yes) != "found"


def test_an_answer_in_a_paragraph_of_its_own_belongs_to_the_question_above() -> None:
    assert status("coll-third-party", "问：会找我家里人要钱吗？\n答：不会。\n") == "found"


def test_a_no_denies_what_is_asked_and_not_what_it_is_about() -> None:
    text = HEAD.replace("周大山", "岚山消费金融有限公司") + "会找我家里人要钱吗？不会。"
    report = check_text(text, second_reader=False)
    assert {v.item: v.status for v in report.verdicts}["coll-stop"] == "absent"


def test_a_question_that_is_followed_by_another_is_not_answered_by_it() -> None:
    assert status("coll-third-party", "会找我家里人要钱吗？\n会不会不要利息？不会。") != "found"
