"""What looks like a fact and is none: addresses of the web, reference and file numbers, house and clause numbers."""

import re
from collections.abc import Iterable

from agreecheck.expressions import compiled
from agreecheck.model.span import Span

_HUSH = "\0"
_D = r"\d〇零○一二两三四五六七八九十百千"
_PATTERNS = tuple(
    compiled(pattern)
    for pattern in (
        r"(?:https?://|www\.)[!-~]++",
        # 编号：MZ-GR-240611-7085, 尾号6391, 证号, Reference: HB-771930, account ending in 0467
        r"(?:编号|编码|合同号|协议号|借据号|文号|案号|单号|流水号|序列号|订单号|票号|凭证号|尾号|尾数|末四位"
        r"|后四位|证号|邮编|工号|批号|版本号?|房号|QQ号?|微信号?)"
        r"[为是:# ]{0,3}(?P<x>[A-Za-z\d(\[〔](?>[A-Za-z\d()\[\]〔〕_/.—-]*)(?<![.(\[〔]))",
        r"(?:编号|文号|案号|字号)[为是: ]{0,2}(?P<x>[^\s。,;:]{1,24}?第?[\d-]{1,12}号)",
        (
            r"[RrNnAaLlCcFfSsUuZz](?<![A-Za-z].)(?i:(?:ef(?:erence)?|o|ccount|oan|ase|ile|uite|te|oom|pt|nit|ip)(?:\."
            r"|:| ?#| number:?| no\.?:?| ending in:?){1,2} ?)(?P<x>[A-Za-z-]{0,8}\d(?>[A-Za-z\d_/-]*))"
        ),
        (
            r"[SsRrAaUuFfCcPpEe](?<![A-Za-z].)(?i:(?:uite|oom|pt|nit|orm|ection|lause|rticle|aragraph|xhibit|age) )"
            r"(?P<x>\d(?>[\d.-]*)(?<!\.))"
        ),
        (
            r"(?P<x>[A-Za-z](?<![A-Za-z\d].)[A-Za-z]{0,7}(?:-[A-Za-z]{1,8}){0,3}-?\d(?>[A-Za-z\d]*)(?:-[A-Za-z\d]{1,20}){1,5})"
            r"(?![A-Za-z\d])"
        ),
        # 第三条(二), 附件1, and the numbering 1. that would run into an amount
        r"(?=[ (])(?<=[条款项章节]) ?\([\d一二三四五六七八九十]{1,3}\)",
        (
            r"\((?<![A-Za-z] .)(?<![\dA-Za-z一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾].)(?:\d{1,2}"
            r"|[一二三四五六七八九十]{1,3})\)(?! ?[个年月日天期次份元%周倍小工])"
        ),
        (
            r"(?:附件|附表|附录|附注|表格?|图|序号|选项|方案|条款)(?P<x>[\d一二三四五六七八九十]{1,3})"
            r"(?![\d期元%个万千百,.年月日])"
        ),
        r"(?=[IGJQS])(?<![A-Za-z])(?:ISO|GB|JR|QB|SF)(?:/[TZ])? ?(?P<x>\d(?>[\d.-]*))",
        r"(?P<x>\d(?<![\d.,].)\d?\.)(?=\d{1,3}(?:,\d{3})++(?!\d))",
        # an open date of a form: 2026年__月__日
        r"(?P<x>(?:\d{2,4}|二[零〇]..) {0,3}年)[ _]{1,20}月[ _]{0,20}",
        # the basis of a reckoning is no term: 一年按360天计
        r"(?:[一1]|每)年(?:按照?|以|为|=)? ?(?:36[056])[日天]",
        # (2025)鄂0222民初1424号, 法发〔2017〕22号
        (
            r"[(〔\[](?:19|20)\d\d[)〕\]](?:第? ?\d{1,6}号|[\u4e00-\u9fff]\d{2,6}[\u4e00-\u9fff]{1,4}"
            r"(?:第? ?)?\d{1,8}(?:号|之[一二三四五\d]{1,2}))"
        ),
        # 文汇路50号, 3号楼2单元1501室
        (
            rf"(?=[{_D}])(?:(?<=[路街巷弄里道村庄园区院镇组坊胡同大厦])|(?<=[号栋幢座层楼元] )"
            rf"|(?<=[号栋幢座层楼元]))[{_D}]{{1,6}}(?:-\d{{1,5}}){{0,2}}(?:号(?:楼|院|铺|之[{_D}]{{1,2}})?|弄|栋|幢"
            rf"|座|单元|楼|层|室|户|房)"
        ),
        (
            rf"[{_D}](?<![{_D}A-Za-z.].)[{_D}]{{0,4}}(?:-\d{{1,5}}){{0,2}}(?:号(?:楼|院|铺|线|店|仓|库|窗)|栋|幢|单元|楼"
            rf"(?!市)|室|座(?!谈))[A-Za-z]?"
        ),
    )
)
# 1．, 2.3, (三), 四、 at the start of a line; 1. before an amount must not run into it
_NUMBERING = compiled(
    (
        rf"^[ \t]*(?:\(? ?(?:[{_D}]{{1,4}}|[a-zA-Z]) ?\)|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}"
        rf"(?:\.\d{{1,2}}){{1,3}}(?=[ \t\u4e00-\u9fff])"
        rf"(?![ ]?(?:[万亿元%‰年月日天倍个块点到至折成分角厘千]|人民币|英镑|[港美欧日澳][元币圆金]))|\d{{1,2}}"
        rf"(?:[、)]|\.(?:(?!\d)|(?=(?:19|20)\d\d ?[年./-])))|[①-⑳])|(?<=[;。])[ ]?\d{{1,2}}、(?=\D|(?:19|20)\d\d ?年)"
    ),
    re.MULTILINE,
)


def hush(text: str, spans: Iterable[Span] = ()) -> str:
    """The folded text with silent stretches, and those at ``spans``, blanked out; of the same length."""
    holes = [(span.start, span.end) for span in spans]
    for pattern in _PATTERNS:
        named = "x" in pattern.groupindex
        holes += [match.span("x") if named else match.span() for match in pattern.finditer(text)]
    holes += [match.span() for match in _NUMBERING.finditer(text)]
    if not holes:
        return text
    parts, at = [], 0
    for start, end in sorted(holes):
        if end > at:
            parts += [text[at:start], _HUSH * (end - max(start, at))]
            at = end
    return "".join([*parts, text[at:]])
