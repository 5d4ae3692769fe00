"""Words beside a value that make it a bound: 不超过, 至少, 左右."""

from agreecheck.expressions import compiled

# 最低还款额为, 至少应还: what may stand between the word and its value
_PAID = (
    "(?:可|应|须|需|要|能)?(?:还款|偿还|归还|支付|付款|缴纳|减免|债权|授信|借款|贷款|还本|还|付|免|借)?(?:本金)?"
    "(?:额度|限额|金额|额)?"
)
_BEFORE = compiled(
    r"(?=[不小低少≤<最至上大多高超≥>起满下逾未约将接近UuNnAaMmOoEeLl])"  # nothing else begins one
    rf"(?i:(?:(?P<le>不得?(?:超过|高于|大于|多于)|(?:小于|低于|少于) ?(?:或者?)? ?等于|≤|<=|(?:最多|至多|最高){_PAID}"
    r"|上限为?|up to|not exceeding|not (?:to )?exceed|(?:no|not) more than|at most|(?:a )?maximum of)"
    r"|(?P<ge>不得?(?:低于|少于|小于)|(?:大于|高于|多于|超过) ?(?:或者?)? ?等于|≥|>="
    rf"|(?:至少|最少|最低|起码){_PAID}|(?:(?<![届期])|(?<=逾期))满|下限为?|(?:no|not) less than|at least"
    r"|(?:a )?minimum of)"
    r"|(?P<gt>超过|超出|高于|大于|多于|逾|>|more than|over|exceeding)"
    r"|(?P<lt>低于|少于|小于|不足|不满|未满|<|less than|under)"
    r"|(?P<about>大约|约为?|大概|将近|接近|(?<!最)近|about|approximately|around))"
    r"(?:了|有|为|是|额?为?|:| |人民币|¥)*$)"
)
_AFTER = compiled(
    r" ?(?:(?P<ge>(?:\(含\))?(?:及其?|或者?)? ?(?:以上|更[多高大])|起(?!诉|草|算|息|止|至))"
    r"|(?P<le>(?:\(含\))?(?:及其?|或者?)? ?(?:以[下内]|更[少低小]))"
    r"|(?P<about>左右|上下|许))"
)
# The last character of what _BEFORE and the first of what _AFTER can match: most values have neither.
_LAST = frozenset(
    "过于大多等有≤=高限为少≥低码满出逾>足<约概近了是额: 币¥可应须需要能还款付纳免权信借贷本金度oTGNtegrdyfTNGRDYF"
)
_FIRST = frozenset(" (及或以起左上许")
_SIGN = {"le": "<=", "ge": ">=", "gt": ">", "lt": "<", "about": "~"}


def bound(text: str, start: int, end: int) -> str:
    """``<= >= > < ~`` for the value at ``[start, end)``, or empty."""
    found = _BEFORE.search(text, max(0, start - 18), start) if text[start - 1 : start] in _LAST else None
    if found is None and text[end : end + 1] in _FIRST:
        found = _AFTER.match(text, end)
    return _SIGN[found.lastgroup or "about"] if found else ""
