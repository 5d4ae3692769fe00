"""Folding: one spelling for each character, offsets kept."""

import pytest

from agreecheck.text.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("１２，３４５．００元（￥）：％", "12,345.00元(¥):%"),
        ("ＲＭＢ　５００\u00a0元\u2003整\u200b", "RMB 500 元 整 "),
        ("⺠法典⻓期⻋辆⻅证⻚⻉", "民法典长期车辆见证页贝"),
        ("⽉⽇⽀付⼈⺠币⾦额", "月日支付人民币金额"),
        ("還款協議書：甲方應於簽訂後償還債務", "还款协议书:甲方应于签订后偿还债务"),
        ("貳萬參仟陸佰億兩圓", "贰万叁仟陆佰亿两圆"),
        ("受託人蓋章，請向諮詢熱線詢問參加辦法", "受托人盖章,请向咨询热线询问参加办法"),
        ("－5—6–7〜8∼9", "-5—6–7~8~9"),
        ("、。“”《》\n\t", "、。“”《》\n\t"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_simplified_chinese_text_and_ascii_stay_as_they_are() -> None:
    text = "甲方著作权乾坤么后里只台面谷范"
    assert fold(text) == text
    assert fold("The balance is $1,250.00.") == "The balance is $1,250.00."
