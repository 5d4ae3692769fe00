"""Each format by itself: what a hostile paper cannot do to it, and what its reader can rely on."""

import itertools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreecheck.messages import load
from agreecheck.model.base import Words
from agreecheck.model.document import Source
from agreecheck.model.finding import Evidence, Question, Report, Verdict
from agreecheck.report import FORMATS, render
from agreecheck.report.equation import worded
from agreecheck.report.markdown import escape
from agreecheck.report.passages import in_turn, passages
from agreecheck.report.terminal import render as terminal
from agreecheck.report.view import view
from agreecheck.report.wrap import breaks, cells
from report.paper import HOSTILE, TEXTS, document, report, sentence, span, unread_report

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hostile() -> Report:
    """A paper whose quotes, name and questions try to steer the output."""
    evil = Evidence(span=sentence("三、"), focus=span("[/][red]"))
    whole = Evidence(span=span(f"备注{HOSTILE}"), focus=span(HOSTILE))
    return report(
        document=document(source=Source(name=f"a{HOSTILE}\u009b.pdf", sha256="0", kind="pdf", size=1)),
        verdicts=(Verdict(item="settle-cert", status="risky", severity="high", evidence=(evil, whole)),),
        questions=(Question(serves=("settle-cert",), text=Words(zh=f"何为{HOSTILE}？", en=HOSTILE), rank=1),),
    )


@dataclass
class Seen(HTMLParser):
    """The tags and attributes of a page, and what of its text a reader sees."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.text += data


def seen(made: Report) -> Seen:
    page = Seen()
    page.feed(render(view(made, TEXTS), "html"))
    return page


@pytest.mark.parametrize("format", FORMATS)
def test_a_hostile_paper_puts_nothing_that_steers_into_any_format(format: str) -> None:
    shown = render(view(hostile(), TEXTS), format)
    assert STEERING.findall(shown) == []


def test_markup_in_a_paper_is_shown_as_it_stands() -> None:
    assert "[/][red]" in terminal(view(hostile(), TEXTS))
    assert "[/][red]" in re.sub("\x1b\\[[0-9;]*m", "", terminal(view(hostile(), TEXTS), colour=True))
    assert "<script>alert(1)</script>" in seen(hostile()).text


@pytest.mark.parametrize("made", [report(), hostile(), unread_report()])
def test_html_runs_nothing_and_loads_nothing(made: Report) -> None:
    page, source = seen(made), render(view(made, TEXTS), "html")
    assert not {"script", "iframe", "object", "embed", "link", "img", "form", "a", "base", "svg"} & set(page.tags)
    assert [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href", "style")] == []
    assert not re.search(r"https?:|url\(|@import", source)
    policy = dict(page.attributes)["http-equiv"]
    assert policy == "Content-Security-Policy"
    assert "default-src 'none'; style-src 'sha256-" in source
    assert '<meta name="viewport" content="width=device-width' in source


def test_html_says_severity_and_focus_in_words() -> None:
    page = seen(report())
    assert "务必弄清 · 可能不利" in page.text
    assert page.tags.count("mark") == 3


@given(st.text())
def test_any_text_in_html_and_markdown_stays_text(text: str) -> None:
    asked = report(questions=(Question(serves=(), text=Words(zh=text, en=text), rank=1),))
    plain = set(seen(report()).tags)
    assert set(seen(asked).tags) <= plain
    assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`|]", escape(text))


@pytest.mark.parametrize(
    ("text", "safe"), [("a|b", r"a\|b"), ("<b>", r"\<b\>"), ("https://x.example", r"https\://x.example")]
)
def test_markdown_is_escaped(text: str, safe: str) -> None:
    assert escape(text) == safe


def test_markdown_tables_keep_their_columns() -> None:
    table = [line for line in render(view(report(), TEXTS), "markdown").splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {4}


def test_a_piped_report_is_plain_and_fits_its_width() -> None:
    for language in ("zh", "en"):
        lines = terminal(view(report(), TEXTS, language), width=60).splitlines()
        sheet = lines.index(load(language)("heading.questions"))
        assert "\x1b" not in "".join(lines)
        assert not set("│┃─━╭╮╰╯█") & set("".join(lines))
        assert [line for line in lines[:sheet] if cells(line) > 60] == []


def test_colour_is_used_only_where_asked() -> None:
    assert "\x1b[" in terminal(view(report(), TEXTS), colour=True)
    assert "\x1b" not in terminal(view(report(), TEXTS))


def test_the_question_sheet_can_be_copied_whole() -> None:
    lines = terminal(view(report(), TEXTS), width=40).splitlines()
    at = lines.index("1. 逾期几期之后才会宣布全部到期？")
    assert lines[at - 1] == "您好，我愿意按协商方案还款。为在签署前充分理解协议，请协助确认以下问题："
    assert lines[at + 3] == "烦请以书面（短信、邮件或站内信）回复，谢谢。"


def test_a_focus_is_marked_without_colour() -> None:
    assert "【不经催告】" in terminal(view(report(), TEXTS))


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("全部款项，立即到期。", 8, ["全部款", "项，立即", "到期。"]),
        ("甲方（银角）有权", 6, ["甲方", "（银", "角）有", "权"]),
        ("pay 1,200.00 each", 10, ["pay ", "1,200.00 ", "each"]),
        ("x" * 12, 5, ["xxxxx", "xxxxx", "xx"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, lines: list[str]) -> None:
    cuts = [0, *breaks(text, width), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(cuts)] == lines


@given(st.text(alphabet=st.sampled_from("甲乙，。（）“”ab 19.%é\u0301")), st.integers(4, 30))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    cuts = [0, *breaks(text, width), len(text)]
    assert cuts == sorted(set(cuts)) or text == ""
    assert all(cells(text[a:b].rstrip(" ")) <= width for a, b in itertools.pairwise(cuts))


@pytest.mark.parametrize(
    ("equation", "zh", "en"),
    [
        ("0.5 %/day × 365 = 182.5 %", "0.5%/日 × 365 = 182.5%", "0.5%/day × 365 = 182.5%"),
        ("base = overdue", "基数 = 逾期部分", "base = the overdue part"),
        ("due_day: 12 ≠ 10", "还款日: 12 ≠ 10", "due day: 12 ≠ 10"),
        ("QR", "收款码", "QR code"),
        ("=", "", ""),
        ("Day Loans: base ≠ Month Ltd", "Day Loans: base ≠ Month Ltd", "Day Loans: base ≠ Month Ltd"),
    ],
)
def test_equations_speak_the_readers_language(equation: str, zh: str, en: str) -> None:
    assert worded(equation, load("zh")) == zh
    assert worded(equation, load("en")) == en


def test_quotes_of_one_sentence_are_one_passage_with_all_marks() -> None:
    whole = Evidence(span=sentence("三、"), focus=span("郗大奎"))
    part = Evidence(span=sentence("收款人"), focus=span("收款人"))
    verdict = Verdict(item="settle-cert", status="risky", severity="high", evidence=(part, whole))
    (issue,) = view(report(verdicts=(verdict,), checks=()), TEXTS).issues
    (passage,) = passages(issue.quotes, load("zh"))
    assert [piece for piece, marked in passage.pieces if marked] == ["收款人", "郗大奎"]
    assert "".join(piece for piece, _ in passage.pieces).startswith("三、收款人：郗大奎")
    assert passage.where == "第三条，第 1 页"


def test_a_sentence_is_quoted_whole_once_and_later_by_its_marked_words_alone() -> None:
    sale = sentence("四、")
    verdicts = tuple(
        Verdict(item=item, status="risky", severity="high", evidence=(Evidence(span=sale, focus=span(words)),))
        for item, words in (("default-accel", "宣布全部款项"), ("default-notice", "有权不经催告宣布"))
    )
    first, second = in_turn(view(report(verdicts=verdicts, checks=()), TEXTS).issues, load("zh"))
    assert "".join(piece for piece, _ in first[1][0].pieces).startswith("四、乙方任何一期逾期的")
    assert second[1][0].where == first[1][0].where
    assert [piece for piece, _ in second[1][0].pieces] == ["…", "有权不经催告宣布", "…"]


def test_the_first_sheet_holds_twelve_questions_and_the_rest_stand_behind() -> None:
    many = tuple(
        Question(serves=("plan-grace",), text=Words(zh=f"第{n}问？", en=f"Question {n}?"), rank=n) for n in range(1, 16)
    )
    shown = view(report(questions=many), TEXTS)
    assert [q.first_sheet for q in shown.questions] == [True] * 12 + [False] * 3
    for style in ("terminal", "markdown", "html"):
        text = render(shown, style)
        closing, behind = text.index("烦请以书面"), text.index("其余问题（3 个")
        assert text.index("第12问？") < closing < behind < text.index("第13问？")
