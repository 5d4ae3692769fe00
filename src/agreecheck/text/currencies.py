"""Names and signs of currencies, by ISO 4217 code."""

# an underscore stands for a space in a name
_NAMES = {
    "CNY": "人民币 RMB CNY ¥ renminbi Chinese_yuan",
    "USD": "USD US$ $ 美元 美金 美币 美圆 dollars dollar US_dollars US_dollar U.S._dollars U.S._dollar",
    "HKD": "HKD HK$ 港元 港币 港纸 港圆 HK_dollars Hong_Kong_dollars Hong_Kong_dollar",
    "MOP": "MOP MOP$ 澳门元 澳门币",
    "TWD": "TWD NT$ 新台币 台币 台湾元",
    "EUR": "EUR € 欧元 euros euro",
    "GBP": "GBP £ 英镑 pounds pound pounds_sterling",
    "JPY": "JPY 日元 日币 日圆 yen Japanese_yen",
    "KRW": "KRW 韩元 韩币 韩圆 韩国元",
    "AUD": "AUD A$ AU$ 澳元 澳币 澳大利亚元 澳洲元 Australian_dollars",
    "CAD": "CAD C$ CA$ 加元 加币 加拿大元 Canadian_dollars",
    "NZD": "NZD NZ$ 新西兰元 纽元 纽币 New_Zealand_dollars",
    "SGD": "SGD S$ 新加坡元 新加坡币 新元 新币 Singapore_dollars",
    "CHF": "CHF 瑞士法郎 瑞郎",
    "THB": "THB 泰铢 泰国铢",
    "RUB": "RUB 卢布 俄罗斯卢布",
    "INR": "INR 印度卢比 卢比",
    "PKR": "PKR 巴基斯坦卢比",
    "IDR": "IDR 印尼盾 印尼卢比 印度尼西亚盾",
    "MYR": "MYR 林吉特 马币 马来西亚令吉 令吉",
    "VND": "VND 越南盾 越盾",
    "PHP": "PHP 菲律宾比索",
    "MMK": "MMK 缅甸元 缅元",
    "KHR": "KHR 瑞尔 柬埔寨瑞尔",
    "LAK": "LAK 基普 老挝基普",
    "MNT": "MNT 图格里克 蒙古图格里克",
    "KZT": "KZT 坚戈 哈萨克斯坦坚戈",
    "SEK": "SEK 瑞典克朗",
    "NOK": "NOK 挪威克朗",
    "DKK": "DKK 丹麦克朗",
    "PLN": "PLN 兹罗提 波兰兹罗提",
    "HUF": "HUF 福林 匈牙利福林",
    "CZK": "CZK 捷克克朗",
    "TRY": "TRY 里拉 土耳其里拉",
    "ILS": "ILS 谢克尔 以色列谢克尔",
    "SAR": "SAR 沙特里亚尔 里亚尔",
    "AED": "AED 迪拉姆 阿联酋迪拉姆",
    "EGP": "EGP 埃及镑",
    "NGN": "NGN 奈拉 尼日利亚奈拉",
    "ZAR": "ZAR 兰特 南非兰特",
    "BRL": "BRL 雷亚尔 巴西雷亚尔",
    "MXN": "MXN 墨西哥比索",
    "ARS": "ARS 阿根廷比索",
    "CLP": "CLP 智利比索",
    "BOB": "BOB 玻利维亚诺",
    "ETB": "ETB 比尔 埃塞俄比亚比尔",
    "IRR": "IRR 伊朗里亚尔",
    "QAR": "QAR 卡塔尔里亚尔",
    "RON": "RON 罗马尼亚列伊",
    "UAH": "UAH 格里夫纳 乌克兰格里夫纳",
    "BDT": "BDT 塔卡 孟加拉塔卡",
    "LKR": "LKR 斯里兰卡卢比",
    "NPR": "NPR 尼泊尔卢比",
    "KPW": "KPW 朝鲜元 朝鲜圆",
    "KES": "KES 肯尼亚先令",
}

CURRENCIES = {name.replace("_", " "): code for code, names in _NAMES.items() for name in names.split()}

YUAN_ELSEWHERE = ("HKD", "MOP", "TWD")
"""What is called 元 in a paper of Hong Kong, Macau or Taiwan, where other law than China's mainland's holds."""

# A code such as BOB or TRY is one in capitals alone; those of papers are also written small.
_SMALL = frozenset("CNY RMB USD HKD EUR GBP JPY TWD SGD AUD CAD".split())  # noqa: SIM905
CODES = tuple(
    name for name in CURRENCIES if name.isascii() and name.isupper() and name.isalpha() and name not in _SMALL
)
NAMES = tuple(name for name in CURRENCIES if name not in CODES)
