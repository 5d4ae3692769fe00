"""Personal data never leaves the view, and every offset stays true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.model.base import Words
from agreecheck.model.document import Document, Source
from agreecheck.model.fact import Facts, Guess
from agreecheck.model.finding import Question
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.report import FORMATS, render
from agreecheck.report.mask import Masker, shapes
from agreecheck.report.plain import harmless
from agreecheck.report.view import view
from report.paper import CANARIES, CARD, HOTLINE, IDENTITY, PHONE, TEXT, TEXTS, document, facts, report


def bare(text: str, **known: object) -> Masker:
    """A masker over a text of which nothing is known but what is given."""
    paper = Document(source=Source(name="x", sha256="", kind="text", size=0), text=text)
    nothing = Guess(value="other")
    return Masker(paper, Facts(type=nothing, creditor_kind=nothing, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("format", FORMATS)
def test_no_canary_reaches_any_format(format: str, language: str) -> None:
    shown = render(view(report(), TEXTS, language), format)
    assert [c for c in CANARIES if c in shown] == []
    assert CARD[:-4] not in shown.replace(" ", "")


@pytest.mark.parametrize("format", FORMATS)
def test_what_the_facts_missed_is_caught_by_its_shape(format: str) -> None:
    question = Question(serves=("x",), text=Words(zh=f"{IDENTITY}和{PHONE}？", en=""), rank=9)
    shown = render(view(report(facts=facts(personal=()), questions=(question,)), TEXTS), format)
    assert [c for c in CANARIES[:4] if c in shown] == []


def test_the_masked_text_is_as_long_as_the_text() -> None:
    masked = Masker(document(), facts()).text
    assert len(masked) == len(TEXT)
    at = TEXT.index(IDENTITY)
    assert masked[at : at + 18] == "*" * 18
    assert masked[TEXT.index(HOTLINE) :].startswith(HOTLINE)


def test_a_payee_account_keeps_its_last_four() -> None:
    masked = Masker(document(), facts()).text
    at = TEXT.index(CARD)
    assert masked[at : at + len(CARD)] == "*" * 15 + "0000"


def test_show_personal_shows_it() -> None:
    shown = render(view(report(), TEXTS, show_personal=True), "json")
    assert IDENTITY in shown
    assert CARD in shown


@pytest.mark.parametrize("format", FORMATS)
def test_redact_hides_names_too(format: str) -> None:
    names = ("曾映雪", "郗大奎", "银角商务信息咨询部")
    assert all(n in render(view(report(), TEXTS), format) for n in names[1:])
    shown = render(view(report(), TEXTS, redact=True), format)
    assert [n for n in names if n in shown] == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("身份证990101199003077774。", "身份证******************。"),
        ("９９０１０１１９９００３０７７７７Ｘ", "*" * 18),
        ("卡号6222 0200 0000 0000 000", "卡号**** **** **** ***0 000"),
        ("致电139-0000-1234", "致电*************"),
        ("邮件a.b@mail.example", "邮件****************"),
        ("合同编号：2026031500000001", "合同编号：2026031500000001"),
        ("金额10,000.00元，2026年3月9日", "金额10,000.00元，2026年3月9日"),
        ("热线400-000-0000，12378", "热线400-000-0000，12378"),
    ],
)
def test_shapes(text: str, masked: str) -> None:
    assert bare(text).text == masked


def test_an_institutions_own_mail_that_the_facts_saw_is_shown() -> None:
    text = "客服邮箱：service@bank.example"
    seen = Mention(kind="email", value="service@bank.example", span=Span(5, len(text)))
    assert bare(text, mentions=(seen,)).text == text
    assert bare(text).text == "客服邮箱：" + "*" * 20


@given(st.text())
def test_masking_keeps_the_length_of_any_text(text: str) -> None:
    masked = bare(text).text
    assert len(masked) == len(text) == len(harmless(text))
    assert all(0 <= span.start < span.end <= len(text) for span, _ in shapes(text))


@given(st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x2100)))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    left = {sign for sign in harmless(text) if sign not in "\n\t" and (ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0)}
    assert left == set()
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f") & set(harmless(text))
