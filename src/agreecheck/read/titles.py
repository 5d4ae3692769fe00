"""What to call a clause: its short heading, and its number as a reader would say it."""

from collections.abc import Sequence

from agreecheck.expressions import compiled

_TITLE_END = compiled(r"[：:。；;，,]|(?<=[A-Za-z])\.(?=\s|$)|(?<![A-Za-z0-9])[ \t\u3000]")
_TITLE_LIMIT = 30
_SHORT_TITLE = 14  # characters of a Chinese heading that prose follows in the same paragraph
_SENTENCE = compiled(r"[。；;，]|\.(?:\s|$)|,$")


def title_of(body: str) -> str:
    """The short heading after the number: the whole paragraph if it is no sentence, else up to the first stop."""
    line = body.split("\n", 1)[0]
    if len(line) <= _TITLE_LIMIT and not _SENTENCE.search(line):
        return line.rstrip("：:")
    match = _TITLE_END.search(line)
    if match is None or match.group() in "，,；;。":
        return ""
    title, rest = line[: match.start()], line[match.end() :]
    limit = _TITLE_LIMIT if title.isascii() else _SHORT_TITLE
    whole = title.count("（") == title.count("）") and not title[-1:].isdigit()
    prose = match.group().isspace() and not "\u4e00" <= rest[:1] <= "\u9fff"
    return title if whole and not prose and 2 <= len(title) <= limit else ""


def label_of(units: Sequence[tuple[str, str, str]]) -> str:
    """Units as (style, Arabic number, as written) from the top: 第三条第2款, 一（二）, 3.2."""
    label = ""
    for style, number, written in units:
        if style.startswith("dotted") or (style == "en_section" and "." in written):
            label = written
        elif style == "point" and "条" in label:
            label += f"第{number}款"
        elif style in ("comma", "point", "bare"):
            label += ("、" if label else "") + written.rstrip("、.． ")
        else:
            label += written
    return label
