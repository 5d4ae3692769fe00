"""Names that another reader proposes fill a side that nothing in the paper names, and no other. People are invented."""

import pytest

from agreecheck.facts import name_places, understand, with_names
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.span import Span
from facts.plain_papers import paper

PROMISE = "还款计划\n欠岚山银行股份有限公司贷款三万元，从下月起每月还一千元，还清为止。\n宿晚舟\n2026年5月1日"
FAVOUR = "还钱约定\n上次宿晚舟跟明月白借的钱还剩两万元，分十个月付，每月两千元。\n2026年5月1日"


def _proposed(text: str, *names: str) -> tuple[Document, Facts]:
    document = paper(text)
    spans = tuple(Span(at, at + len(n)) for n in names if (at := text.find(n)) >= 0)
    return document, with_names(understand(document), document, spans)


def test_who_alone_signs_is_the_debtor() -> None:
    document, facts = _proposed(PROMISE, "宿晚舟")
    debtor = facts.party("debtor")
    assert debtor is not None
    assert document.quote(debtor.span) == debtor.name == "宿晚舟"
    assert {p.name: p.role for p in facts.parties}["岚山银行股份有限公司"] == "creditor"


def test_what_is_said_of_a_name_gives_its_role() -> None:
    _, facts = _proposed(FAVOUR, "宿晚舟", "明月白")
    assert {p.name: p.role for p in facts.parties} == {"宿晚舟": "debtor", "明月白": "creditor"}
    assert facts.creditor_kind.value == "private"


@pytest.mark.parametrize(
    "text",
    [
        "还款协议\n出借人：林小满\n借款人：周子墨\n宿晚舟",
        "还款计划\n欠岚山银行股份有限公司贷款三万元，每月还一千元。\n见证人：宿晚舟",
        "还款计划\n欠岚山银行股份有限公司贷款三万元，每月还一千元，有事找宿晚舟商量。\n2026年5月1日",
        "房屋租赁合同\n租赁期限一年，月租金两千元。\n宿晚舟",
    ],
)
def test_a_name_that_nothing_speaks_for_changes_nothing(text: str) -> None:
    assert _proposed(text, "宿晚舟")[1] == understand(paper(text))


def test_no_proposal_changes_nothing() -> None:
    assert _proposed(PROMISE)[1] == understand(paper(PROMISE))


def test_names_are_sought_only_where_a_side_is_missing() -> None:
    both = paper("还款协议\n出借人：林小满\n借款人：周子墨")
    assert name_places(understand(both), both) == ()


def test_names_are_sought_at_the_head_and_at_the_foot() -> None:
    text = "还款计划\n" + "每月还一千元。\n" * 200 + "宿晚舟\n"
    document = paper(text)
    places = [span.slice(text) for span in name_places(understand(document), document)]
    assert places[0] == "还款计划"
    assert places[-1] == "宿晚舟"
    assert len(places) < 120
