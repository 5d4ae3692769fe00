"""What holds of the facts of any text: every span lies in it, nothing is said twice."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from agreecheck.facts.paper.blanks import find_blanks
from agreecheck.facts.paper.doctype import document_type, find_title
from agreecheck.facts.paper.personal import find_personal
from agreecheck.facts.parties.accounts import find_accounts
from agreecheck.facts.parties.find import find_parties
from agreecheck.facts.reading import Reading
from agreecheck.text.fold import fold
from agreecheck.text.scan import scan
from facts.plain_papers import paper

WORDS = (
    "甲方 乙方 （借款人） ： 林小满 青禾银行股份有限公司 ____ ， 。 （以下简称“ ”） 向 借款 尚欠 户名 收款人 微信 "
    "身份证号 990101199001011234 【\u3000】 年 月 日 致 还款协议 ( ) 公司 我叫 指 签字 13900001234 住 青禾路2号 由 转让"
)
PIECES = st.sampled_from([*WORDS.split(" "), "\n", "\t", "\u3000\u3000"])


def reading(text: str) -> Reading:
    return Reading(document=paper(text), folded=fold(text), mentions=tuple(scan(text)), pack="zh")


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_span_lies_in_the_text(text: str) -> None:
    given_ = reading(text)
    parties = find_parties(given_)
    accounts = find_accounts(given_, parties)
    spans = [span for p in parties for span in (p.span, *p.labels, *filter(None, (p.evidence, p.identity)))]
    spans += [b.span for b in find_blanks(given_)] + [a.span for a in accounts]
    spans += [p.span for p in find_personal(given_, parties, accounts)]
    spans += document_type(given_, find_title(given_), parties, None).evidence
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_two_parties_share_a_name_in_one_role(text: str) -> None:
    named = [(p.role, p.name) for p in find_parties(reading(text))]
    assert len(named) == len(set(named))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_personal_data_and_blanks_do_not_overlap_themselves(text: str) -> None:
    given_ = reading(text)
    for found in (find_blanks(given_), find_personal(given_, (), ())):
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))
