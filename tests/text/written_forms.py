"""The many ways in which one value is written, made by rules independent of the reader."""

from datetime import date
from decimal import Decimal

_LOWER = "零一二三四五六七八九"
_UPPER = "零壹贰叁肆伍陆柒捌玖"


def chinese(number: int, *, capital: bool = False) -> str:
    """A whole number below 10**16 in full Chinese numerals (一十 for ten)."""
    digits = _UPPER if capital else _LOWER
    units = ("", "拾", "佰", "仟") if capital else ("", "十", "百", "千")
    if number == 0:
        return digits[0]
    groups = []
    rest = number
    while rest:
        groups.append(rest % 10000)
        rest //= 10000
    text = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if group == 0:
            gap = bool(text)
            continue
        part, inner_gap = "", False
        for power in (3, 2, 1, 0):
            digit = group // 10**power % 10
            if digit == 0:
                inner_gap = bool(part)
                continue
            part += (digits[0] if inner_gap else "") + digits[digit] + units[power]
            inner_gap = False
        if text and (gap or group < 1000):
            text += digits[0]
        text += part + ("", "万", "亿", "万亿")[place]
        gap = False
    return text


def capital_amount(cents: int) -> str:
    """An amount as it stands on a cheque: 壹万贰仟叁佰元肆角伍分, 元整 where there is no change."""
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text = chinese(yuan, capital=True) + "元"
    if not jiao and not fen:
        return text + "整"
    text += f"{_UPPER[jiao]}角" if jiao else "零"
    return text + (f"{_UPPER[fen]}分" if fen else "整")


def full_width(text: str) -> str:
    """The same in full-width signs."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def amounts(cents: int) -> list[str]:
    """Every form of one amount in yuan."""
    value = Decimal(cents) / 100
    grouped, bare = f"{value:,.2f}", f"{value:.2f}"
    forms = [
        f"{grouped}元",
        f"{bare}元",
        f"¥{grouped}",
        f"￥{bare}",
        f"人民币{grouped}元",
        f"RMB {grouped}",
        f"CNY{bare}",
        f"人民币 {bare} 元",
        full_width(bare) + "元",
        "￥" + full_width(grouped),
        capital_amount(cents),
        f"人民币{capital_amount(cents)}",
        f"{bare}块",
        capital_amount(cents).replace("元", "圆"),
        capital_amount(cents).replace("元", "圓").replace("万", "萬").replace("亿", "億"),
    ]
    if cents % 100 == 0:
        yuan = cents // 100
        forms += [
            f"{yuan}元",
            f"{yuan:,}元",
            f"{yuan}元整",
            chinese(yuan) + "元",
            " ".join(chinese(yuan, capital=True)) + " 元 整",
        ]
        if yuan % 10000 == 0:
            forms += [f"{yuan // 10000}万元", f"{yuan // 10000}.0万元"]
    return forms


def day_month(number: int) -> str:
    """A day or a month in Chinese numerals: 十, 二十一."""
    return chinese(number).removeprefix("一") if 10 <= number < 20 else chinese(number)


def dates(day: date) -> list[str]:
    """Every form of one date."""
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    name = months[day.month - 1]
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day:%m}月{day:%d}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{day.year}年{day.month}月{day.day}号",
        day.isoformat(),
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y%m%d}",
        full_width(f"{day.year}") + f"年{day.month}月{day.day}日",
        f"{year}年{day_month(day.month)}月{day_month(day.day)}日",
        f"{year.replace('〇', '零')}年{day_month(day.month)}月{day_month(day.day)}日",
        f"{year.replace('〇', '○')}年{day_month(day.month)}月{day_month(day.day)}日",
        f"{name} {day.day}, {day.year}",
        f"{day.day} {name} {day.year}",
        f"{name[:3]}. {day.day}, {day.year}",
    ]
