"""For an item about to be reported absent the second reader names the sentence that may cover it, or none."""

import subprocess
import sys

import pytest

from agreecheck.model.span import Span
from agreecheck.nlp.features import features, parts
from agreecheck.nlp.names import names
from agreecheck.nlp.pipeline import topics
from agreecheck.nlp.propose import propose
from agreecheck.nlp.sentences import sentences
from agreecheck.rules.second import CONVINCING
from nlp.conftest import Paper

LINES = (
    "一、还款安排",
    "全部款项由债务人分十期付清，每月二十日付款。",
    "债务人付清之后，债权人在五日内向其出具书面的结清证明；双方就此再无纠纷。",
    "债权人不得与债务人的父母、同事联络。",
    "本协议一式两份。",
)


def test_the_sentence_that_covers_an_item_is_proposed(paper: Paper) -> None:
    document = paper(*LINES, heading=LINES[:1])
    found = {p.item: document.quote(p.span) for p in propose(document, {"settle-cert": (), "coll-third-party": ()})}
    assert found == {
        "settle-cert": "债务人付清之后，债权人在五日内向其出具书面的结清证明；",
        "coll-third-party": "债权人不得与债务人的父母、同事联络。",
    }


def test_nothing_is_proposed_for_what_the_paper_does_not_touch(paper: Paper) -> None:
    assert propose(paper(*LINES), {"pay-autodebit": (), "credit-notice": (), "dispute-court": ()}) == ()


def test_an_application_is_read_for_the_topics_of_applications(paper: Paper) -> None:
    document = paper("因工厂关闭，本人于三月失业，收入中断。", "本人保证以上情况属实。", "请贵行尽快书面答复。")
    found = {p.item: document.quote(p.span) for p in propose(document, {"ha-reason": (), "ha-truth": (), "ha-to": ()})}
    assert found == {"ha-reason": "因工厂关闭，本人于三月失业，收入中断。", "ha-truth": "本人保证以上情况属实。"}


@pytest.mark.parametrize(
    "text", ["", "，" * 9000, "还款" * 9000, "甲方还款，" * 3000, "\u3000\n\n；。；", "abc def " * 2000]
)
def test_no_text_is_too_odd(paper: Paper, text: str) -> None:
    assert propose(paper(text), {"ha-reason": ()}) == () == propose(paper(text, language="en"), {"settle-cert": ()})
    assert all(0 < p.score <= 1 for p in propose(paper(text), dict.fromkeys(topics(), ())))


def test_nothing_wanted_loads_nothing(paper: Paper) -> None:
    assert propose(paper(*LINES), {}) == ()


def test_scores_lie_between_0_and_1_and_items_keep_the_order_asked_for(paper: Paper) -> None:
    wanted = dict.fromkeys(("sign-copies", "coll-third-party", "settle-cert"), ())
    found = propose(paper(*LINES), wanted)
    assert [p.item for p in found] == [item for item in wanted if item in {p.item for p in found}]
    assert all(0 < p.score <= 1 for p in found)


def test_items_the_classifier_never_saw_are_looked_for_by_their_own_words(paper: Paper) -> None:
    document = paper(*LINES)
    (found,) = propose(document, {"my-own-item": ("父母", "同事")})
    assert document.quote(found.span) == LINES[3]


def test_other_languages_are_read_by_words_too(paper: Paper) -> None:
    document = paper("You pay monthly.", "We will not contact your employer or your family.", language="en")
    (found,) = propose(document, {"coll-third-party": ("employer", "family")})
    assert document.quote(found.span) == "We will not contact your employer or your family."
    assert found.score < CONVINCING  # all of its words are there, yet no classifier has weighed them


def test_headings_and_short_leftovers_are_no_sentences(paper: Paper) -> None:
    document = paper(*LINES, heading=LINES[:1])
    found = [document.quote(span) for span in sentences(document)]
    assert "一、还款安排" not in found
    assert found[0] == LINES[1]
    assert all(len(sentence.strip()) == len(sentence) for sentence in found)


def test_a_sentence_that_explains_a_word_covers_nothing(paper: Paper) -> None:
    assert propose(paper("“结清证明”是指债权人出具的证明债务已经还清的文件。"), {"settle-cert": ()}) == ()


def test_who_is_called_what_and_how_much_makes_no_difference() -> None:
    assert features("乙方每月支付1,000元") == features("债务人每月支付2,350.50元") == features("您每月支付８８８元")
    assert features("。") == ("2",)


def test_a_sentence_is_read_whole_and_in_its_parts() -> None:
    assert parts("没有逗号的句子。") == ("没有逗号的句子。",)
    assert parts("第一部分，第二部分，第三部分") == (
        "第一部分，第二部分，第三部分",
        "第一部分",
        "第二部分",
        "第三部分",
        "第一部分，第二部分",
        "第二部分，第三部分",
    )


def test_names_of_persons_are_found_without_a_label() -> None:
    text = "款项由季闻笙转交，客户经理卢见青负责跟进。乙方应按月还款。"
    found = names(text, (Span(0, len(text)),))
    assert [span.slice(text) for span in found] == ["季闻笙", "卢见青"]
    assert names(text, (Span(21, len(text)),)) == ()


def test_the_same_proposals_with_any_hash_seed() -> None:
    program = (
        "from agreecheck.model.document import *; from agreecheck.nlp import propose\n"
        f"t = {''.join(LINES)!r}\n"
        "d = Document(source=Source(name='x', sha256='', kind='text', size=1), text=t, language='zh-Hans')\n"
        "items = dict.fromkeys(('settle-cert', 'coll-third-party', 'plan-dates', 'plan-periods'), ())\n"
        "print(propose(d, items | {'own': ('付清', '结清', '父母')}))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(runs) == 1
    assert runs.pop().count("Proposal") >= 3
