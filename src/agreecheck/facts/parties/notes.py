"""What notes beside a name say of it: （以下简称“甲方”）, （债权人、原贷款人）."""

import re

from agreecheck.expressions import compiled
from agreecheck.facts.parties.pack import Vocabulary

_ALIAS = compiled(r"(?:简称|统称|合称|并称|称为|称作|称|下称|作为|系|为|即) ?[:,]? ?[\"“「『]?")
# Behind a name and its particulars, set off by a comma: 张三，身份证号码……，以下简称“甲方”.
_DEFINED = compiled(
    r",[^。;\n\t()与和]{0,60}?,? ?(?:以下|下文|下)?(?:均|统|合|简|并)?称(?:为|作)?(?P<as>[^\n)。;,]{1,24})"
)
_CALLED = compiled(r"^(?:以下|下文|下)?(?:均|统|合|简)?称(?:为|作)?")
_QUOTES = '"“”「」『』'
_LINE = 240
_QUOTED = compiled(r"[\"“「『]([^\"“”」』\n]{1,12})[\"”」』]")


def labels_in(note: str, words: Vocabulary) -> list[str]:
    """The labels that a note in brackets gives: not those of others it mentions (乙方之父, 受甲方委托)."""
    found = []
    for hit in words.label.finditer(note):
        before = note[: hit.start()]
        if (
            words.plain(hit[0]) in words.nobody
            or words.relation.match(note, hit.end())
            or before.endswith(("受", "经", "由", "向", "与", "对", "代表", "受托于", "接受", "不是", "并非", "非"))
        ):
            continue
        if (
            words.plain(hit[0]) in words.letters
            and before
            and not before.endswith(("称", "“", '"', "、", "/", "为", "即", "「", ",", " "))
        ):
            continue
        found.append(words.plain(hit[0]))
    return found


def notes_after(text: str, at: int, words: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Labels and aliases that brackets or 以下简称 in the same line give to the name that ends at ``at``."""
    labels: list[str] = []
    aliases: list[str] = []
    while bracket := compiled(r" ?\(([^()\n]{1,80})\)").match(text, at):
        labels += labels_in(bracket[1], words)
        aliases += aliases_in(bracket[1])
        at = bracket.end()
    if not labels and not aliases:
        defined = _DEFINED.match(text, at)
        if defined and not words.label.search(text, at, defined.start("as")):
            labels += labels_in(defined["as"], words)
            aliases += aliases_in("称" + defined["as"])
    if not labels and not aliases:
        labels += _at_line_end(text, at, words)
    return tuple(labels), tuple(aliases)


def _at_line_end(text: str, at: int, words: Vocabulary) -> list[str]:
    """张三，男，住某某村（借款人）。: the bracket that ends the line, behind particulars that name nobody else."""
    end = text.find("\n", at, at + _LINE)
    line = text[at : end if end >= 0 else at + _LINE].rstrip("。;, ")
    opening = line.rfind("(")
    if not line.endswith(")") or opening < 0 or line[:1] not in ",;、 \t" or "。" in line:
        return []
    last = re.split(r"[,;、 \t]", line[:opening])[-1]
    if (len(last) <= 4 and last not in ("男", "女")) or words.label.search(line[:opening]):
        return []
    note = _CALLED.sub("", line[opening + 1 : -1]).strip(_QUOTES)
    return labels_in(note, words) if all(words.label.fullmatch(part) for part in re.split("[、/,]", note)) else []


def aliases_in(note: str) -> list[str]:
    if not _ALIAS.search(note):
        return []
    return [found[1].strip() for found in _QUOTED.finditer(note)]
