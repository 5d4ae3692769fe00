"""What a report must mask, and what an institution publishes."""

from agreecheck.facts import understand
from facts.plain_papers import paper

HEAD = "还款协议\n出借人：岚山小额贷款有限公司，住所：岚山市金融街1号，客服热线：400-000-1234\n借款人：周子墨"


def personal(text: str, language: str = "zh-Hans") -> list[tuple[str, str, int]]:
    return [(p.kind, p.span.slice(text), p.keep) for p in understand(paper(text, language=language)).personal]


def test_identity_number_phone_mail_and_home() -> None:
    text = HEAD + "，身份证号990101199001011234，手机13900001234，现住岚山市青禾路2号3栋，邮箱zhou@mail.example"
    assert personal(text) == [
        ("identity", "990101199001011234", 4),
        ("phone", "13900001234", 4),
        ("address", "岚山市青禾路2号3栋", 0),
        ("email", "zhou@mail.example", 0),
    ]


def test_masked_numbers_are_kept() -> None:
    assert personal(HEAD + "，身份证号9901**********1234，电话1**-****-1234") == [
        ("identity", "9901**********1234", 4),
        ("phone", "1**-****-1234", 4),
    ]


def test_hotlines_seats_and_service_mail_of_a_firm_are_public() -> None:
    assert personal(HEAD + "\n投诉电话：12378，官方服务邮箱：service@lanshan.example，银行客服95599") == []


def test_the_address_of_a_firm_is_public_and_that_of_a_person_is_not() -> None:
    firm = "还款协议\n甲方（出借人）：岚山小额贷款有限公司\n地址：岚山市金融街1号\n"
    text = firm + "乙方（借款人）：周子墨\n地址：岚山市青禾路2号"
    assert personal(text) == [("address", "岚山市青禾路2号", 0)]


def test_accounts_keep_the_last_four() -> None:
    assert personal(HEAD + "\n户名：岚山小额贷款有限公司，账号：99001234567890") == [("account", "99001234567890", 4)]


def test_a_card_number_is_masked() -> None:
    assert personal(HEAD + "\n还款卡号6222020000000000000") == [("card", "6222020000000000000", 4)]


def test_a_password_is_masked_and_the_word_alone_is_not() -> None:
    assert personal(HEAD + "\n银行卡密码：135790") == [("password", "135790", 0)]
    assert personal(HEAD + "\n乙方应将银行卡密码和短信验证码告知甲方。") == []


def test_the_address_block_of_a_letter_is_personal() -> None:
    text = (
        "Alder Bank\n1 Mill Street\nJune 1, 2026\nJane Roe\n12 Elm Lane, Eddington\nDear Ms. Roe,\nCall 800-555-0100."
    )
    assert personal(text, "en") == [("address", "12 Elm Lane, Eddington", 0)]


def test_numbers_of_other_countries_show_by_their_shape() -> None:
    text = "債務清償協議書\n甲方：松岬資產管理股份有限公司\n乙方：柯宥廷，身分證字號A123456789，電話0912-345-678。"
    assert personal(text) == [("identity", "A123456789", 4), ("phone", "0912-345-678", 4)]
    paid = "\n乙方應匯入甲方指定帳戶：松岬銀行 012-34567890123 戶名：松岬資產管理股份有限公司。"
    assert ("account", "012-34567890123", 4) in personal(text + paid)
    assert personal(HEAD + "\n合同编号：A123456789，签订日期2026-11-23") == []


def test_names_in_messengers_are_personal_and_an_office_account_is_not() -> None:
    assert personal(HEAD + "，微信号 zxy_900307，QQ：990012345") == [
        ("handle", "zxy_900307", 0),
        ("handle", "990012345", 0),
    ]
    assert personal(HEAD + "\n官方微信：lanshan_2026\n乙方可以通过微信、支付宝付款，收款码由甲方提供。") == []


def test_an_english_persons_number_and_street_are_personal() -> None:
    text = (
        "PAYMENT AGREEMENT\nThis agreement is made between Birchmoor Recovery LLC (“Creditor”), 5 Wharf Road, "
        "Millford, and Jonah Whitlock (“you”), 14 Larch Street, Millford, SSN 900-12-3456.\nYou will pay $350 a month."
    )
    assert personal(text, "en") == [("address", "14 Larch Street, Millford", 0), ("identity", "900-12-3456", 4)]
