"""The lexicon promises: every word of every concept, at its true place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.lexicon import find
from agreecheck.lexicon.index import index
from agreecheck.text.fold import fold


def seen(text: str, **concepts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(hit.label, text[hit.span.start : hit.span.end]) for hit in find(fold(text), concepts)]


def test_each_word_is_found_where_it_stands() -> None:
    text = "甲方有权宣布提前到期，乙方有权申诉"
    hits = find(text, {"entitled": ("有权",)})
    assert [(h.span.start, h.span.end) for h in hits] == [(2, 4), (13, 15)]


def test_the_longest_word_of_a_concept_wins_and_concepts_may_overlap() -> None:
    assert seen("结清证明", certificate=("证明", "结清证明"), settled=("结清",)) == [
        ("settled", "结清"),
        ("certificate", "结清证明"),
    ]


def test_alternatives_are_spelled_out() -> None:
    assert seen("停止一切催收；停催收", stop=("停(止|)(一切|)催收",)) == [("stop", "停止一切催收"), ("stop", "停催收")]


def test_a_word_may_be_all_alternatives_and_begin_with_an_empty_one() -> None:
    assert seen("先通知后告知", notify=("(通知|告知)",)) == [("notify", "通知"), ("notify", "告知")]
    assert seen("书面催告和催告", notify=("(书面|)催告",)) == [("notify", "书面催告"), ("notify", "催告")]


def test_a_lookalike_hides_the_word_inside_it() -> None:
    assert seen("乙方认可，甲方可取消", may=("可", "-认可")) == [("may", "可")]


def test_a_concept_may_take_in_another() -> None:
    assert seen("家属或同事", outsider=("{kin}", "同事"), kin=("家属",)) == [
        ("kin", "家属"),
        ("outsider", "家属"),
        ("outsider", "同事"),
    ]


def test_blanks_between_chinese_characters_do_not_matter() -> None:
    assert seen("结 清\n证　明", certificate=("结清证明",)) == [("certificate", "结 清\n证　明")]


def test_latin_words_match_whole_and_in_any_case() -> None:
    assert seen("Late  Fee applies; the feeling", fee=("late fee", "fee")) == [("fee", "Late  Fee")]


def test_width_and_script_do_not_matter() -> None:
    assert seen("以ＡＰＰ展示為準", shown=("以App展示为准",)) == [("shown", "以ＡＰＰ展示為準")]


def test_a_large_vocabulary_is_kept_and_finds_the_same_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    concepts = {f"n{n}": (f"第{n}条",) for n in range(1000)} | {
        "stop": ("停(止|)(一切|全部|)催收", "-停催收员"),
        "kin": ("家属",),
    }
    expected = [("n7", "第7条"), ("stop", "停止一切催收"), ("kin", "家属")]
    for _ in range(2):
        index.cache_clear()
        assert seen("第7条 停止一切催收家属，停催收员", **concepts) == expected
        assert len(list(tmp_path.rglob("*.msgpack"))) == 1


def test_a_word_of_many_readings_is_found_in_each() -> None:
    word = "(每|一)(日|天|周|月)(主动|)(拨打|致电|联系)(不超过|至多|仅限)(一|二|三)(次|通|回)"
    text = "每周主动致电至多三通，一月联系仅限一回，每周主动至多三通"
    assert seen(text, calls=(word,)) == [("calls", "每周主动致电至多三通"), ("calls", "一月联系仅限一回")]


@given(st.text(alphabet="甲乙 方可，\n", max_size=40))
def test_what_is_found_is_the_word_itself(text: str) -> None:
    for hit in find(text, {"may": ("方可",)}):
        assert "".join(text[hit.span.start : hit.span.end].split()) == "方可"


@given(st.text(alphabet="甲乙方可", max_size=40))
def test_nothing_is_missed(text: str) -> None:
    expected = [at for at in range(len(text)) if text.startswith("方可", at)]
    assert [hit.span.start for hit in find(text, {"may": ("方可",)})] == expected
