"""What a paragraph is by its looks: a line of contents, an annex heading, a line to sign on."""

import re

from agreecheck.expressions import compiled

_CONTENTS_HEAD = compiled(r"\s*(目\s*[录錄]|contents|table of contents)\s*$", re.IGNORECASE)
_CONTENTS_LINE = compiled(r"\s*(目\s*[录錄]|contents)\s*[：:]", re.IGNORECASE)
_LEADER = compiled(r"(?:[.．·…⋯]\s?){3,}\s*(?:第\s*)?\d{1,3}\s*页?\s*$|[\t\u3000 ]{2,}\d{1,3}\s*$|\t\s*\d{1,3}\s*$")
_DOTS = compiled(r"(?:[.．·…⋯]\s?){4,}\s*\d{1,3}\s*$")
_TAIL = 60  # characters from the end in which leaders are looked for: the search must not grow with the line
_ANNEX = compiled(
    r"\s*(?:附\s*[件表录錄][一二三四五六七八九十\d]*|附[：:]|(?:ANNEX|Annex|EXHIBIT|Exhibit|APPENDIX|Appendix|SCHEDULE|Schedule)(?:\s+[A-Z\d]{1,3}\b|\s*$|\s*:))"
)
_NO_HEADING = compiled(r"[。；;，,]|\.\s")
_SIGNER = (
    r"(?:甲|乙|丙|丁|戊|贷款|貸款|借款|出借|债权|債權|债务|債務|担保|保证|抵押|承诺|申请|委托|受托|共同还款|共同借款|立约|付款|收款|客户|机构|"
    r"法定代表|授权代表|授权代理|负责|经办|经手|见证|调解)[^：:，。；]{0,24}"
)
_SIGNING = compiled(
    rf"\s*(?:{_SIGNER}[（(]?\s*(?:签|簽|盖|蓋|公章|手印|捺|电子|以下无正文)[^。；]{{0,16}}?[：:]"
    r"|(?:签署|签订|签约|簽署|签字)?\s*日\s*期\s*[：:]"
    r"|[（(]?\s*(?:以下无正文|本页无正文|此页无正文|签署页)"
    r"|(?:授权代表|法定代表人|负责人|授权代理人)[^。；，]{0,14}[：:]"
    r"|(?:\d{4}|[_＿\s\u3000]{2,})\s*年[\s_＿\u3000\d]{1,12}月[\s_＿\u3000\d]{1,12}日\s*$"
    r"|(?:Accepted|Signed|Signature|Date|By)\s*:\s*_*)"
)
_SHORT = 90
_TITLE = 60
_NO_TITLE = compiled(r"[。；;：:，]|\d{4}年")
_LABEL = compiled(r"\s*[\u4e00-\u9fff]{2,12}(?:[（(][^）)]{1,24}[）)])?\s*[：:]")
_PARTY = compiled(
    r"\s*(?:甲|乙|丙|丁|戊|委托|委託|受托|受託)方|\s*(?:贷款|貸款|借款|出借|债权|債權|债务|債務|担保|擔保|保证|保證|抵押|共同还款|共同借款|申请|承诺|立约|转让|受让|持卡)(?:人|方|机构)"
)


def is_contents(body: str, before: bool) -> bool:
    """True for a contents heading, a line of contents, and lines with page numbers right after one."""
    if _CONTENTS_HEAD.match(body) or _CONTENTS_LINE.match(body):
        return True
    return bool(_DOTS.search(body[-_TAIL:])) or (before and is_leader(body))


def is_leader(line: str) -> bool:
    """True for a line that ends in leaders and a page number."""
    return bool(_LEADER.search(line[-_TAIL:]))


def is_annex(body: str) -> bool:
    """True for the heading of an annex (附件一 还款计划表), not for prose about one."""
    return len(body) <= 40 and bool(_ANNEX.match(body)) and not _NO_HEADING.search(body)


def is_signature(body: str) -> bool:
    """True for a line to sign on or the date beside it."""
    return len(body) <= _SHORT and bool(_SIGNING.match(body))


def is_label(line: str) -> bool:
    """True for a line that begins with a label and a colon."""
    return bool(_LABEL.match(line))


def is_party_label(line: str) -> bool:
    """True for a line that names a party after a label: 担保人：…, 乙方（签名）：…."""
    return bool(_PARTY.match(line) and _LABEL.match(line))


def is_heading(line: str) -> bool:
    """True for words that, set in the middle of the page, are a title: short and no sentence."""
    return len(line) <= _TITLE and not _NO_TITLE.search(line)
