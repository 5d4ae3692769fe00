"""A09, A18, A21 to A24: people, numbers, and one value for one fact."""

import pytest

from agreecheck.checks.identity import credit_code_check_character, identity_check_character, luhn_holds
from agreecheck.model.fact import Party
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from checks.deal import Deal

FIRM = "禾渚小额贷款有限责任公司"


def test_the_creditors_own_account_passes() -> None:
    deal = Deal(creditor="small_loan").party("creditor", FIRM).account(FIRM)
    assert deal.check("A24").status == "pass"


def test_a_private_person_in_place_of_the_creditor_fails() -> None:
    got = Deal().party("creditor", FIRM).account("郗大奎", person=True).check("A24")
    assert (got.status, got.severity, got.reason) == ("fail", "critical", "payee_person")
    assert got.equation == f"郗大奎 ≠ {FIRM}"


def test_a_qr_code_fails() -> None:
    assert Deal().party("creditor", FIRM).account("", qr_code=True).check("A24").reason == "payee_qr_code"


def test_a_private_creditor_may_be_paid_himself() -> None:
    deal = Deal(creditor="private").party("creditor", "穆青山", person=True).account("穆青山", person=True)
    assert deal.check("A24").status == "pass"


def test_a_private_creditors_own_wallet_is_his_account() -> None:
    deal = Deal(creditor="private").party("creditor", "周维安", person=True)
    got = deal.account("周维安", person=True, qr_code=True).check("A24")
    assert (got.status, got.reason) == ("pass", "payee_wallet")


def test_a_code_beside_a_firms_name_shows_no_holder() -> None:
    deal = Deal().party("creditor", FIRM).account(FIRM, qr_code=True)
    assert (deal.check("A24").status, deal.check("A24").reason) == ("not_computable", "payee_qr_code")


def test_a_private_creditors_friend_may_not() -> None:
    deal = Deal(creditor="private").party("creditor", "穆青山", person=True).account("郗大奎", person=True)
    assert deal.check("A24").status == "fail"


def test_the_agent_named_in_the_paper_passes_with_a_hint() -> None:
    deal = Deal().party("creditor", FIRM).party("agent", "衡拓企业服务（苏埠）有限公司")
    got = deal.account("衡拓企业服务(苏埠)有限公司").check("A24")
    assert (got.status, got.reason) == ("pass", "payee_agent")


def test_a_bank_is_paid_for_its_card_centre() -> None:
    deal = (
        Deal(creditor="bank_card").party("creditor", "砚湖银行股份有限公司信用卡中心").account("砚湖银行股份有限公司")
    )
    assert deal.check("A24").status == "pass"


def test_a_firm_that_the_paper_does_not_explain_is_left_open() -> None:
    got = Deal().party("creditor", FIRM).account("远渡商务服务有限公司").check("A24")
    assert (got.status, got.reason) == ("not_computable", "payee_other_firm")


def test_the_debtors_own_account_is_no_payee() -> None:
    deal = Deal().party("creditor", FIRM).party("debtor", "尉迟明朗", person=True).account("尉迟明朗", person=True)
    assert deal.check("A24").reason == "no_account"


def test_without_a_creditor_nobody_is_accused() -> None:
    assert Deal().account("穆青山", person=True).check("A24").reason == "no_creditor"


def test_check_characters_of_the_standards_examples() -> None:
    assert identity_check_character("11010519491231002X") == "X"
    assert credit_code_check_character("91350100M000100Y43") == "3"
    assert luhn_holds("6222020000000000000")
    assert not luhn_holds("6222020000000000001")


@pytest.mark.parametrize("number", ["", "1234567890123456", "1101051949123100AX"])
def test_no_check_character_for_what_is_no_number(number: str) -> None:
    assert identity_check_character(number) is None


def mention(deal: Deal, kind: str, value: str) -> Deal:
    return deal.add("mentions", Mention(kind=kind, value=value, span=deal.at(value)))


def test_a_wrong_check_character_fails_and_the_number_is_not_printed() -> None:
    """990102 is a region that does not exist; 17 digits by the standard give 3."""
    got = mention(Deal(), "identity", "990102199308172048").check("A21")
    assert (got.status, got.equation) == ("fail", "…8 ≠ …3")
    assert "19930817" not in got.equation + str(got.values) + "".join(i.value for i in got.inputs)
    assert mention(Deal(), "identity", "990102199308172043").check("A21").status == "pass"


def test_a_birth_date_that_does_not_exist_fails() -> None:
    assert mention(Deal(), "identity", "990102199302302040").check("A21").reason == "birth_date_not_real"


def test_masked_and_old_numbers_are_left_alone() -> None:
    assert mention(Deal(), "identity", "9901**********2048").check("A21").status == "not_computable"
    assert mention(Deal(), "identity", "990102930817204").check("A21").status == "not_computable"


def test_credit_codes() -> None:
    assert mention(Deal(), "credit_code", "91350100M000100Y43").check("A22").status == "pass"
    assert mention(Deal(), "credit_code", "91350100M000100Y44").check("A22").status == "fail"


def test_a_card_that_does_not_follow_mod_ten_proves_nothing() -> None:
    assert mention(Deal(), "card", "6222020000000000001").check("A23").reason == "card_not_conclusive"


def test_two_values_for_one_fact_fail() -> None:
    got = Deal().amount("1.00", "payable").conflict("due_day", "12", "10").check("A09")
    assert (got.status, got.equation) == ("fail", "due_day: 12 ≠ 10")
    assert Deal().amount("1.00", "payable").check("A09").status == "pass"


def test_words_against_digits_are_told_once() -> None:
    from agreecheck.model.fact import Conflict

    deal = Deal().words("陆万柒仟捌佰元整", "67800.00", "68700.00").amount("68700.00", "total_debt")
    pair = deal.lists["pairs"][0]
    spans = (pair.words.span, pair.digits.span)
    deal.add("conflicts", Conflict(fact="total_debt", values=("67800.00", "68700.00"), spans=spans))
    assert deal.check("A09").status == "pass"
    assert deal.check("A04").status == "fail"


def test_an_instalment_above_what_is_left_fails() -> None:
    deal = Deal("hardship_application").amount("5600.00", "income").amount("4500.00", "spending")
    got = deal.amount("1380.00", "proposed_instalment").check("A18")
    assert (got.status, got.equation) == ("fail", "5600.00 - 4500.00 = 1100.00 < 1380.00 (24.64 %)")
    assert Deal().amount("5600.00", "income").amount("1380.00", "instalment").check("A18").status == "not_computable"


def signing(creditor: str, foot: str, *, person: bool = False) -> Deal:
    deal = Deal()
    span = deal.at(f"甲方（债权人）：{creditor}")
    start = span.start + len("甲方（债权人）：")
    deal.add(
        "parties",
        Party(role="creditor", name=creditor, person=person, label="甲方", span=Span(start, start + len(creditor))),
    )
    deal.at("一、乙方分期偿还。")
    deal.at(foot)
    return deal


def test_another_firm_in_the_signature_block_fails() -> None:
    got = signing("澄江小额贷款有限公司", "甲方（盖章）：恒远催收服务有限公司　乙方：丁小满").check("A30")
    assert (got.status, got.severity, got.reason) == ("fail", "high", "signer_differs")
    assert got.equation == "恒远催收服务有限公司 ≠ 澄江小额贷款有限公司"


@pytest.mark.parametrize(
    ("creditor", "foot", "status", "reason"),
    [
        ("澄江小额贷款有限公司", "甲方：澄江小额贷款有限公司（公章）", "pass", ""),
        ("远岫银行股份有限公司信用卡中心", "甲方（盖章）：远岫银行股份有限公司", "pass", ""),
        ("远岫银行股份有限公司", "甲方（盖章）：远岫银行临安支行", "not_computable", "signer_alike"),
        ("澄江小额贷款有限公司", "甲方（签章）：　　　　乙方（签字）：", "not_computable", "no_signature"),
        ("澄江小额贷款有限公司", "甲方：（盖章）授权代表：李四", "not_computable", "no_signature"),
        ("澄江小额贷款有限公司", "甲方：签字盖章", "not_computable", "no_signature"),
    ],
)
def test_forms_of_the_signature_block(creditor: str, foot: str, status: str, reason: str) -> None:
    got = signing(creditor, foot).check("A30")
    assert (got.status, got.reason) == (status, reason)


def test_an_agent_that_signs_is_asked_for_its_authority() -> None:
    deal = signing("澄江小额贷款有限公司", "甲方：恒远催收服务有限公司").party("agent", "恒远催收服务有限公司")
    assert deal.check("A30").reason == "signer_is_agent"


def test_private_people_sign_by_their_names() -> None:
    assert signing("周维安", "甲方：周维安", person=True).check("A30").status == "pass"
    assert signing("周维安", "甲方：郗大奎", person=True).check("A30").status == "fail"
    assert signing("周维安", "甲方：周某", person=True).check("A30").reason == "signer_alike"
    assert signing("周维安", "甲方：签字", person=True).check("A30").reason == "no_signature"
