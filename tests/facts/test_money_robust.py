"""Whatever stands in a paper, the money step ends, points into the text and contradicts itself nowhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facts.money_papers import money_of, paper

_VOCABULARY = """
甲方 乙方 欠款 本金 利息 罚息 减免 减免后 应还 每期 每月 首期 末期 分 期 共 合计 其中 自 起 至 前 于 还款 支付 一次性
余款 第一期 最后一期 （ ） ， 。 ； ： | 1 12 31 3,000元 5万元 ¥2,500.00 0.00 叁仟元整 2026年12月15日 2026年11月31日
2027年1月 15日 12期 48期 年利率6% 日万分之五 0.5%/月 百分之二十 3日内 三个月 期数 还款日 金额 10000 2026-10-25
"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n", "\t"])


@given(st.lists(_WORDS, max_size=60), st.sampled_from(["loan_instalment", "hardship_application", "deferral"]))
@settings(max_examples=150, deadline=None)
def test_any_text_is_survived_and_every_fact_points_into_it(words: list[str], type_: str) -> None:
    text = "".join(words)
    document = paper(text)
    found = money_of(text, type_)
    spans = [f.span for facts in (found.amounts, found.dates, found.rates, found.terms, found.due_days) for f in facts]
    spans += [a.evidence for facts in (found.amounts, found.dates, found.rates) for a in facts if a.evidence]
    spans += [b.span for b in found.breakdowns] + [s for c in found.conflicts for s in c.spans]
    assert all(0 <= s.start < s.end <= len(document.text) for s in spans)
    if found.schedule:
        numbers = [i.number for i in found.schedule.instalments]
        assert numbers
        assert all(i.total is None or i.total >= 0 for i in found.schedule.instalments)


@given(st.lists(_WORDS, max_size=40))
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_facts(words: list[str]) -> None:
    text = "".join(words)
    assert money_of(text) == money_of(text)


def test_a_paper_in_one_endless_sentence_is_read() -> None:
    found = money_of("催告后3日内按日万分之五支付违约金1,000元，" * 150)
    assert {(str(a.value), a.role) for a in found.amounts} == {("1000", "penalty")}
