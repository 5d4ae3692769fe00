"""Identifiers. 11010519491231002X and 91350100M000100Y43 are the examples of GB 11643 and GB 32100,
4111111111111111 is the test card that payment providers publish."""

import pytest

from agreecheck.text.extract import extract
from agreecheck.text.identifiers import card_valid, credit_code_valid, identity_valid


def test_check_digits_of_the_standards_own_examples() -> None:
    assert identity_valid("11010519491231002X")
    assert not identity_valid("110105194912310021")
    assert credit_code_valid("91350100M000100Y43")
    assert not credit_code_valid("91350100M000100Y44")
    assert card_valid("4111111111111111")
    assert not card_valid("4111111111111112")


@pytest.mark.parametrize(
    ("text", "kind", "words", "valid", "note"),
    [
        ("身份证号：99010119900101123X，", "identity", "99010119900101123X", False, ()),
        ("证件号码：9901**********2617", "identity", "9901**********2617", None, ("masked",)),
        ("统一社会信用代码：91350100M000100Y43", "credit_code", "91350100M000100Y43", True, ()),
        (
            "信用代码９１３５０１００Ｍ０００１００Ｙ４３",
            "credit_code",
            "９１３５０１００Ｍ０００１００Ｙ４３",
            True,
            (),
        ),
        ("银行卡号4111 1111 1111 1111", "card", "4111 1111 1111 1111", True, ()),
        ("账号：9907 **** **** 2054。", "account", "9907 **** **** 2054", None, ("masked",)),
        ("账号1102020119000123456", "account", "1102020119000123456", None, ()),
        ("手机：1**-****-4470", "phone", "1**-****-4470", None, ("masked",)),
        ("电话138****1234", "phone", "138****1234", None, ("masked",)),
        ("热线：400-000-5507（", "phone", "400-000-5507", None, ()),
        ("致电95588", "phone", "95588", None, ("hotline",)),
        ("Toll-free 800-555-0142", "phone", "800-555-0142", None, ()),
        ("邮箱：care@muze-bank.example", "email", "care@muze-bank.example", None, ()),
        ("车牌京A·12345", "plate", "京A·12345", None, ()),
    ],
)
def test_an_identifier(text: str, kind: str, words: str, valid: bool | None, note: tuple[str, ...]) -> None:
    [one] = extract(text)
    assert (one.kind, one.text, one.valid, one.note) == (kind, words, valid, note)


@pytest.mark.parametrize(
    "text",
    [
        "编号：MZ-GR-240611-7085",
        "合同编号：20240307001",
        "（2026）川0107民初1234号",
        "法发〔2017〕22号",
        "沐泽市文汇路50号3号楼2单元1501室",
        "尾号为1234的信用卡",
        "第三条第（二）项",
        "附件1：还款计划表",
        "ISO 9001",
        "account ending in 0467",
        "Reference: HB-771930",
        "____________",
        "Suite 6",
    ],
)
def test_names_and_places_are_no_facts(text: str) -> None:
    assert extract(text) == []
