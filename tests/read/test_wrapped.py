"""A text file whose lines a margin cut reads like the file whose lines were not cut."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.read import read_bytes

PAPER = """还款协议
甲方（债权人）：澄江小额贷款有限公司
乙方（债务人）：丁小满
鉴于乙方因经营困难未能按期归还借款，经双方友好协商，就剩余债务的偿还事宜达成如下协议，以资共同遵守。
第一条 债务确认
截至2026年11月20日，乙方尚欠甲方借款本金人民币30,000元、利息人民币2,400元，合计人民币32,400元，双方对此均无异议。
第二条 还款计划
乙方自2026年12月15日起分12期归还，每月15日前归还人民币2,700元，逾期的按未付金额的日万分之五支付违约金，直至付清之日止。
甲方收款账户：户名澄江小额贷款有限公司，开户行及账号以甲方书面通知为准，乙方不得向任何个人账户付款。
"""
ENGLISH = "\n".join(
    (
        "Repayment Agreement",
        "The Customer acknowledges that the balance owed on the account is $4,800.00 as of November 20, 2026, "
        "and agrees to pay it as set out below.",
        "Payments of $400.00 are due on the 15th of each month, the first on December 15, 2026, "
        "until twelve payments have been made in full.",
        "The Company will report the account as paid as agreed to the bureaus "
        "within thirty days after the last of these payments has cleared.",
    )
)


def text_of(text: str) -> str:
    return read_bytes(text.encode(), "paper.txt").text.strip()


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def cut(line: str, width: int) -> str:
    """A line cut wherever the margin stands, no mark at the start of a line."""
    lines = [""]
    for char in line:
        if columns(lines[-1] + char) > width and char not in "，。、；：）":
            lines.append("")
        lines[-1] += char
    return "\n".join(lines)


def cut_words(line: str, width: int) -> str:
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


@pytest.mark.parametrize("width", [40, 48, 60, 76])
def test_lines_cut_by_a_margin_are_one_paragraph(width: int) -> None:
    assert text_of("\n".join(cut(line, width) for line in PAPER.split("\n"))) == PAPER.strip()


@pytest.mark.parametrize("width", [56, 64, 72])
def test_english_lines_are_joined_by_a_blank(width: int) -> None:
    assert text_of("\n".join(cut_words(line, width) for line in ENGLISH.split("\n"))) == ENGLISH.strip()


@pytest.mark.parametrize(
    "cut_fact",
    ["人民币3,\n000元", "2026年12月\n15日", "年利率\n12%", "日万分\n之五", "人民币壹万贰仟\n叁佰元整", "每月15\n日"],
)
def test_a_fact_cut_in_two_is_one_whatever_the_margin(cut_fact: str) -> None:
    assert cut_fact.replace("\n", "") in text_of(f"乙方确认{cut_fact}，此后不变。\n")


@pytest.mark.parametrize(
    "apart",
    [
        "2026年12月15日 3,000元\n2027年01月15日 3,000元\n2027年02月15日 3,000元\n2027年03月15日 3,000元",
        "第一期2026年12月15日前归还人民币三千元整\n第二期2027年01月15日前归还人民币三千元整\n第三期2027年02月15日前归还人民币三千元整",
        "甲方（盖章）\n乙方（签字）\n日期：2026年11月20日",
        "借到王小明人民币三千元\n丁小满\n2026年11月20日",
    ],
)
def test_lines_of_a_list_stay_apart(apart: str) -> None:
    assert text_of(apart) == apart


def test_each_part_of_a_joined_paragraph_keeps_its_line() -> None:
    document = read_bytes("乙方于2026年12月\n15日付清。\n".encode(), "paper.txt")
    assert [piece.place.path for piece in document.pieces if len(piece.span)] == [(0,), (1,)]


@given(st.lists(st.text(alphabet="乙方还款3,0元年月日12。，、：\t |#", max_size=24), max_size=12))
def test_no_character_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = set("\t |#\n+-=:")
    read = read_bytes(text.encode(), "paper.txt").text if text.strip() else ""
    assert [c for c in read if c not in kept] == [c for c in text if c not in kept]
