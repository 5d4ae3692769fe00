"""What a summary may show of a debtor, and by what it knows that two papers have the same one."""

from datetime import date

import pytest
from borrower_papers import IDENTITY, A, paper

from agreecheck import engine
from agreecheck.report.shape import Trace
from agreecheck.report.trace import masked_name
from agreecheck.report.view import view


def trace(text: str, **options: bool) -> Trace:
    report = engine.check_text(text, as_of=date(2026, 11, 1), second_reader=False)
    return view(report, language="zh", **options).trace


def agreement(name: str = "向以南", identity: str = IDENTITY) -> str:
    return paper("恒信小额贷款有限公司", A, "3,200.50", name=name, identity=identity)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("季闻笙", "季*笙"), ("沈白", "沈*"), ("欧阳明月", "欧**月"), ("Ann Lee", "A** L**"), ("沈", "沈"), ("", "")],
)
def test_of_a_name_the_ends_are_shown(name: str, shown: str) -> None:
    assert masked_name(name) == shown


def test_a_person_is_masked_unless_all_may_be_shown() -> None:
    assert (trace(agreement()).debtor, trace(agreement()).tail) == ("向*南", "4126")
    assert trace(agreement(), show_personal=True).debtor == "向以南"
    assert trace(agreement(), redact=True).debtor == "***"


def test_a_firm_keeps_its_name_unless_names_are_hidden() -> None:
    firm = agreement("汀岸装饰工程有限公司", "")
    assert (trace(firm).debtor, trace(firm).tail) == ("汀岸装饰工程有限公司", "")
    assert set(trace(firm, redact=True).debtor) == {"*"}


def test_one_person_is_one_however_written_and_however_masked() -> None:
    known = trace(agreement()).person
    assert known
    assert trace(agreement(), redact=True).person == known
    assert trace(agreement(identity="")).person == known
    assert trace(agreement("向北南")).person != known


def test_the_sketch_is_drawn_from_masked_words() -> None:
    """Nothing that a report hides can be told from it."""
    first, second = (
        agreement().replace("柳浦银行城东支行", f"柳浦银行城东支行，乙方住址：柳浦市{street}三单元")
        for street in ("青石巷九号院", "杨柳大街十二幢")
    )
    assert trace(first).sketch == trace(second).sketch


def test_other_contract_numbers_are_told_apart_and_other_sums_are_not() -> None:
    known = trace(agreement()).numbers
    assert trace(agreement().replace("1,200.50", "1,300.50")).numbers == known
    assert trace(agreement().replace("HX-2026-0001", "HX-2026-0002")).numbers != known
    assert trace(agreement().replace("0412", "0516")).numbers == known, "what is masked is no number"
