"""A hit that lies across a word edge is dropped; any other is kept."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.model.finding import Hit
from agreecheck.model.span import Span
from agreecheck.nlp.edges import veto


def hits(text: str, word: str) -> tuple[Hit, ...]:
    """The first occurrence of ``word``."""
    start = text.index(word)
    return (Hit(label=word, span=Span(start, start + len(word))),)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("该日本金融机构的代表", "本金"),  # 日本｜金融
        ("借款人可以提前到期日之前还款", "提前到期"),  # 提前｜到期日
        ("顺延期间不加收费用", "延期"),  # 顺延｜期间
        ("甲方可以随时查询账户", "方可"),  # 甲方｜可以
        ("该金额为确定金额", "定金"),  # 确定｜金额
        ("已付款项不予退还", "付款"),  # 已付｜款项
        ("不再承担其他违约金", "其他违约"),  # 其他｜违约金
        ("該日本金融機構的代表", "本金"),  # traditional script is folded first
        ("该日\n本金融机构的代表", "本金"),  # a line may end inside a word
    ],
)
def test_a_hit_across_a_word_edge_is_dropped(text: str, word: str) -> None:
    assert veto(text, hits(text, word)) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("尚欠本金若干元", "本金"),
        ("出借人有权宣布全部借款提前到期", "提前到期"),
        ("双方同意延期三个月", "延期"),
        ("经甲方书面同意方可变更", "方可"),
        ("乙方应付定金一万元", "定金"),
        ("向人民法院起诉", "人民"),
        ("一次性付款人民币捌仟元", "人民币"),  # 付款人 is a word too, but the other cut is likelier
        ("违约金按日计算", "违约"),  # a word that holds the whole hit is no edge across it
        ("此外不计收罚息", "不计"),  # a negation keeps its meaning when the verb goes on
        ("对逾期未付的部分", "逾期未"),  # 未付 means what its parts mean
        ("期初尚未归还的本金", "未归还"),
        ("现欠款合计如下", "现欠"),
        ("作为末期款项", "期款"),  # a fragment that its author chose
        ("期间暂停催收", "停催"),
        ("将债权转让给第三人", "转让给"),
        ("保存至本协议终止之日", "协议终止"),  # 本协议 ends with 协议
        ("任何一方可要求提前清偿剩余款项", "要求提前"),  # 提前清偿 is two words
        ("寄送债权转让通知书", "转让通知"),
        ("停息挂账期间", "停息挂账"),
        ("沐泽银行的客户", "沐泽"),  # unknown words have no edges
        ("principal and interest", "principal"),
        ("不良资产包收购方", "资产包"),
    ],
)
def test_a_hit_of_its_own_right_is_kept(text: str, word: str) -> None:
    assert veto(text, hits(text, word)) == hits(text, word)


@given(st.text("甲乙方提前到期日本金融资机构还款人民币不延顺 \n，。12ab", max_size=40), st.data())
def test_what_is_kept_stays_as_it_was_and_in_order(text: str, data: st.DataObject) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 6)), max_size=6))
    given_hits = tuple(Hit(label="x", span=Span(s, s + n)) for s, n in spans if s + n <= len(text))
    kept = veto(text, given_hits)
    left = list(given_hits)
    for hit in kept:
        assert hit in left
        left = left[left.index(hit) + 1 :]


def test_nothing_is_written_and_no_dictionary_of_jieba_is_read() -> None:
    program = (
        "import builtins, sys; opened = []; real = builtins.open\n"
        "sys.addaudithook(lambda e, a: opened.append(a) if e == 'open' else None)\n"
        "from agreecheck.nlp.words import cut; cut('日本金融')\n"
        "names = [str(a[0]) for a in opened]\n"
        "assert not [n for n in names if n.endswith(('dict.txt', '.cache'))], names\n"
        "assert not [a for a in opened if isinstance(a[1], str) and set(a[1]) & set('wax+')], opened\n"
        "assert 'pkg_resources' not in sys.modules and 'spacy' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
