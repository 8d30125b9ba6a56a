"""Units of measure and currencies: their names in three languages, their dimension and their size."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

# code: (dimension, size in the base unit of the dimension). Months and years are the average ones, so that
# twelve months make a year; temperatures are left out, since they need an offset (see ``convert``).
UNITS: dict[str, tuple[str, Fraction]] = {
    "second": ("time", Fraction(1)),
    "minute": ("time", Fraction(60)),
    "hour": ("time", Fraction(3600)),
    "day": ("time", Fraction(86400)),
    "week": ("time", Fraction(604800)),
    "fortnight": ("time", Fraction(1209600)),
    "month": ("time", Fraction(2629800)),
    "quarter": ("time", Fraction(7889400)),
    "year": ("time", Fraction(31557600)),
    "decade": ("time", Fraction(315576000)),
    "century": ("time", Fraction(3155760000)),
    "millennium": ("time", Fraction(31557600000)),
    "millisecond": ("time", Fraction(1, 1000)),
    "nm": ("length", Fraction(1, 10**9)),
    "um": ("length", Fraction(1, 10**6)),
    "mm": ("length", Fraction(1, 1000)),
    "cm": ("length", Fraction(1, 100)),
    "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)),
    "in": ("length", Fraction(254, 10000)),
    "ft": ("length", Fraction(3048, 10000)),
    "yd": ("length", Fraction(9144, 10000)),
    "mi": ("length", Fraction(1609344, 1000)),
    "nmi": ("length", Fraction(1852)),
    "li": ("length", Fraction(500)),
    "zhang": ("length", Fraction(10, 3)),
    "chi": ("length", Fraction(1, 3)),
    "ly": ("length", Fraction(9460730472580800)),
    "cm2": ("area", Fraction(1, 10**4)),
    "m2": ("area", Fraction(1)),
    "km2": ("area", Fraction(10**6)),
    "ha": ("area", Fraction(10**4)),
    "acre": ("area", Fraction(40468564224, 10**7)),
    "sqft": ("area", Fraction(9290304, 10**8)),
    "sqmi": ("area", Fraction(2589988110336, 10**6)),
    "mu": ("area", Fraction(2000, 3)),
    "qing": ("area", Fraction(200000, 3)),
    "ml": ("volume", Fraction(1, 1000)),
    "cl": ("volume", Fraction(1, 100)),
    "l": ("volume", Fraction(1)),
    "m3": ("volume", Fraction(1000)),
    "gal": ("volume", Fraction(3785411784, 10**9)),
    "bbl": ("volume", Fraction(158987294928, 10**9)),
    "ft3": ("volume", Fraction(28316846592, 10**9)),
    "ug": ("mass", Fraction(1, 10**9)),
    "mg": ("mass", Fraction(1, 10**6)),
    "g": ("mass", Fraction(1, 1000)),
    "kg": ("mass", Fraction(1)),
    "t": ("mass", Fraction(1000)),
    "lb": ("mass", Fraction(45359237, 10**8)),
    "oz": ("mass", Fraction(45359237, 16 * 10**8)),
    "jin": ("mass", Fraction(1, 2)),
    "liang": ("mass", Fraction(1, 20)),
    "W": ("power", Fraction(1)),
    "kW": ("power", Fraction(10**3)),
    "MW": ("power", Fraction(10**6)),
    "GW": ("power", Fraction(10**9)),
    "TW": ("power", Fraction(10**12)),
    "hp": ("power", Fraction(7457, 10)),
    "Wh": ("energy", Fraction(1)),
    "kWh": ("energy", Fraction(10**3)),
    "MWh": ("energy", Fraction(10**6)),
    "GWh": ("energy", Fraction(10**9)),
    "TWh": ("energy", Fraction(10**12)),
    "bit": ("data", Fraction(1, 8)),
    "byte": ("data", Fraction(1)),
    "kB": ("data", Fraction(10**3)),
    "MB": ("data", Fraction(10**6)),
    "GB": ("data", Fraction(10**9)),
    "TB": ("data", Fraction(10**12)),
    "Mbit": ("data", Fraction(10**6, 8)),
    "Gbit": ("data", Fraction(10**9, 8)),
    "m/s": ("speed", Fraction(1)),
    "km/h": ("speed", Fraction(10, 36)),
    "mph": ("speed", Fraction(44704, 100000)),
    "kn": ("speed", Fraction(1852, 3600)),
    "Hz": ("frequency", Fraction(1)),
    "kHz": ("frequency", Fraction(10**3)),
    "MHz": ("frequency", Fraction(10**6)),
    "GHz": ("frequency", Fraction(10**9)),
    "°C": ("temperature", Fraction(1)),
    "°F": ("temperature", Fraction(5, 9)),
    "K": ("temperature", Fraction(1)),
    "V": ("voltage", Fraction(1)),
    "kV": ("voltage", Fraction(10**3)),
    "°": ("angle", Fraction(1)),
    "%": ("share", Fraction(1)),
    "‰": ("share", Fraction(1, 10)),
    "pp": ("points", Fraction(1)),
    "bp": ("points", Fraction(1, 100)),
}

# Signs that all three languages write alike; case counts.
_SYMBOLS = {
    "nm": "nm", "µm": "um", "μm": "um", "mm": "mm", "cm": "cm", "m": "m", "km": "km", "ft": "ft", "mi": "mi",
    "cm²": "cm2", "m²": "m2", "m2": "m2", "km²": "km2", "km2": "km2", "ha": "ha", "ml": "ml", "mL": "ml", "cl": "cl",
    "l": "l", "L": "l", "m³": "m3", "m3": "m3", "µg": "ug", "mg": "mg", "g": "g", "kg": "kg", "t": "t", "lb": "lb", "lbs": "lb",
    "oz": "oz", "W": "W", "kW": "kW", "MW": "MW", "GW": "GW", "TW": "TW", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh",
    "TWh": "TWh", "kB": "kB", "KB": "kB", "MB": "MB", "GB": "GB", "TB": "TB", "Mo": "MB", "Go": "GB", "To": "TB",
    "Mbit": "Mbit", "Gbit": "Gbit", "Mbps": "Mbit", "Gbps": "Gbit", "km/h": "km/h", "kph": "km/h", "mph": "mph",
    "m/s": "m/s", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "°C": "°C", "℃": "°C", "°F": "°F", "℉": "°F",
    "°": "°", "º": "°", "%": "%", "‰": "‰", "kV": "kV", "s": "second", "ms": "millisecond", "h": "hour", "hr": "hour", "hrs": "hour",
    "min": "minute", "mins": "minute", "sec": "second", "yr": "year", "yrs": "year", "sq km": "km2", "km carrés": "km2", "km carré": "km2", "m carrés": "m2", "sq m": "m2",
    "sq ft": "sqft", "sq mi": "sqmi", "hp": "hp", "bbl": "bbl", "yds": "yd", "in": "in",
}  # fmt: skip

_ENGLISH = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month",
    "quarter": "quarter", "year": "year", "decade": "decade", "century": "century", "centuries": "century",
    "millennium": "millennium", "millennia": "millennium", "millisecond": "millisecond", "fortnight": "fortnight",
    "nanometer": "nm", "nanometre": "nm", "micron": "um", "millimeter": "mm", "millimetre": "mm", "centimeter": "cm",
    "centimetre": "cm", "meter": "m", "metre": "m", "kilometer": "km", "kilometre": "km", "inch": "in",
    "inches": "in", "foot": "ft", "feet": "ft", "yard": "yd", "mile": "mi", "nautical mile": "nmi", "light year": "ly",
    "light-year": "ly", "square centimeter": "cm2", "square centimetre": "cm2", "square meter": "m2",
    "square metre": "m2", "square kilometer": "km2", "square kilometre": "km2", "hectare": "ha", "acre": "acre",
    "square foot": "sqft", "square feet": "sqft", "square mile": "sqmi", "milliliter": "ml", "millilitre": "ml",
    "liter": "l", "litre": "l", "cubic meter": "m3", "cubic metre": "m3", "gallon": "gal", "barrel": "bbl",
    "cubic foot": "ft3", "cubic feet": "ft3", "microgram": "ug", "milligram": "mg", "gram": "g", "gramme": "g",
    "kilogram": "kg", "kilogramme": "kg", "kilo": "kg", "ton": "t", "tonne": "t", "metric ton": "t", "metric tonne": "t",
    "ounce": "oz", "watt": "W", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt hour": "kWh", "kilowatt-hour": "kWh", "megawatt hour": "MWh", "megawatt-hour": "MWh",
    "gigawatt hour": "GWh", "gigawatt-hour": "GWh", "terawatt hour": "TWh", "terawatt-hour": "TWh",
    "horsepower": "hp", "bit": "bit", "byte": "byte", "kilobyte": "kB", "megabyte": "MB", "gigabyte": "GB",
    "terabyte": "TB", "megabit": "Mbit", "gigabit": "Gbit", "kilometers per hour": "km/h",
    "kilometres per hour": "km/h", "kilometers an hour": "km/h", "kilometres an hour": "km/h", "miles per hour": "mph",
    "miles an hour": "mph", "meters per second": "m/s", "metres per second": "m/s", "knot": "kn",
    "degrees celsius": "°C", "degrees centigrade": "°C", "degrees fahrenheit": "°F", "degree": "°", "kelvin": "K",
    "percent": "%", "per cent": "%", "percentage": "%", "percentage point": "pp", "percent point": "pp", "basis point": "bp", "volt": "V",
    "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz", "pct": "%",
}  # fmt: skip

_FRENCH = {
    "seconde": "second", "minute": "minute", "heure": "hour", "jour": "day", "journée": "day", "semaine": "week",
    "mois": "month", "trimestre": "quarter", "an": "year", "année": "year", "décennie": "decade", "siècle": "century",
    "millénaire": "millennium", "milliseconde": "millisecond", "nanomètre": "nm", "micron": "um", "millimètre": "mm",
    "centimètre": "cm", "mètre": "m", "kilomètre": "km", "pouce": "in", "pied": "ft", "yard": "yd", "mile": "mi",
    "mille marin": "nmi", "mille nautique": "nmi", "mille": "mi", "année-lumière": "ly", "années-lumière": "ly", "année lumière": "ly",
    "centimètre carré": "cm2", "mètre carré": "m2", "kilomètre carré": "km2", "hectare": "ha", "acre": "acre",
    "pied carré": "sqft", "mile carré": "sqmi", "millilitre": "ml", "centilitre": "cl", "litre": "l", "mètre cube": "m3",
    "gallon": "gal", "baril": "bbl", "pied cube": "ft3", "microgramme": "ug", "milligramme": "mg", "gramme": "g",
    "kilogramme": "kg", "kilo": "kg", "tonne": "t", "once": "oz", "watt": "W", "kilowatt": "kW", "mégawatt": "MW",
    "gigawatt": "GW", "térawatt": "TW", "kilowattheure": "kWh", "kilowatt-heure": "kWh", "mégawattheure": "MWh",
    "mégawatt-heure": "MWh", "gigawattheure": "GWh", "térawattheure": "TWh", "cheval": "hp", "chevaux": "hp",
    "bit": "bit", "octet": "byte", "kilooctet": "kB", "mégaoctet": "MB", "gigaoctet": "GB", "téraoctet": "TB",
    "mégabit": "Mbit", "gigabit": "Gbit", "kilomètre par heure": "km/h", "kilomètre heure": "km/h",
    "kilomètre à l'heure": "km/h", "mètre par seconde": "m/s", "nœud": "kn", "noeud": "kn", "degré celsius": "°C",
    "degré centigrade": "°C", "degré fahrenheit": "°F", "degré": "°", "kelvin": "K", "pour cent": "%", "pourcent": "%",
    "point de pourcentage": "pp", "point de pour cent": "pp", "point de base": "bp", "volt": "V", "hertz": "Hz", "livre": "lb",
    "kilohertz": "kHz", "mégahertz": "MHz", "gigahertz": "GHz",
}  # fmt: skip

CHINESE = {
    "秒": "second", "秒钟": "second", "分钟": "minute", "小时": "hour", "个小时": "hour", "个钟头": "hour", "钟头": "hour", "天": "day",
    "周": "week", "个星期": "week", "星期": "week", "个礼拜": "week", "周时间": "week", "个月": "month", "月时间": "month",
    "个季度": "quarter", "年": "year", "周年": "year", "载": "year", "个世纪": "century", "世纪": "century",
    "毫秒": "millisecond", "纳米": "nm", "微米": "um", "毫米": "mm", "厘米": "cm", "公分": "cm", "米": "m", "公尺": "m",
    "千米": "km", "公里": "km", "英寸": "in", "吋": "in", "英尺": "ft", "呎": "ft", "码": "yd", "英里": "mi", "哩": "mi", "海里": "nmi",
    "里": "li", "丈": "zhang", "尺": "chi", "光年": "ly", "平方厘米": "cm2", "平方米": "m2", "平米": "m2", "平方公尺": "m2", "平方公里": "km2",
    "平方千米": "km2", "公顷": "ha", "英亩": "acre", "平方英尺": "sqft", "平方英里": "sqmi", "亩": "mu", "顷": "qing", "毫升": "ml",
    "升": "l", "公升": "l", "立方米": "m3", "加仑": "gal", "桶": "bbl", "立方英尺": "ft3", "微克": "ug", "毫克": "mg", "克": "g",
    "千克": "kg", "公斤": "kg", "吨": "t", "公吨": "t", "磅": "lb", "盎司": "oz", "斤": "jin", "市斤": "jin", "瓦": "W", "千瓦": "kW",
    "兆瓦": "MW", "吉瓦": "GW", "太瓦": "TW", "瓦特": "W", "千瓦时": "kWh", "千瓦小时": "kWh", "度电": "kWh", "兆瓦时": "MWh",
    "吉瓦时": "GWh", "太瓦时": "TWh", "马力": "hp", "比特": "bit", "字节": "byte", "公里/小时": "km/h", "英里/小时": "mph",
    "米/秒": "m/s", "节": "kn", "摄氏度": "°C", "华氏度": "°F", "度": "°", "伏": "V", "千伏": "kV", "赫兹": "Hz", "千赫": "kHz", "兆赫": "MHz",
    "百分点": "pp", "个百分点": "pp", "个基点": "bp", "基点": "bp", "兆字节": "MB", "千兆字节": "GB", "兆比特": "Mbit",
    "英担": "cwt", "岁": "year", "周岁": "year", "平方米左右": "m2", "日元": "JPY",
    "元": "CNY", "块钱": "CNY", "块": "CNY", "元人民币": "CNY", "人民币": "CNY", "元钱": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR",
    "英镑": "GBP", "日圆": "JPY", "港元": "HKD", "港币": "HKD", "新台币": "TWD", "台币": "TWD", "卢布": "RUB", "卢比": "INR",
    "韩元": "KRW", "韩圆": "KRW", "瑞士法郎": "CHF", "瑞郎": "CHF", "加元": "CAD", "加拿大元": "CAD", "澳元": "AUD", "澳大利亚元": "AUD",
    "新西兰元": "NZD", "新加坡元": "SGD", "新元": "SGD", "里亚尔": "IRR", "里拉": "TRY", "土耳其里拉": "TRY", "雷亚尔": "BRL",
    "比索": "MXN", "兰特": "ZAR", "泰铢": "THB", "越南盾": "VND", "谢克尔": "ILS", "新谢克尔": "ILS", "瑞典克朗": "SEK", "挪威克朗": "NOK",
    "丹麦克朗": "DKK", "克朗": "SEK", "格里夫纳": "UAH", "迪拉姆": "AED", "非洲法郎": "XOF", "法郎": "CHF", "奈拉": "NGN", "便士": "GBX",
    "美分": "USX", "欧分": "EUX", "兹罗提": "PLN", "福林": "HUF", "林吉特": "MYR", "马克": "DEM", "圆": "CNY",
}  # fmt: skip

_ENGLISH_MONEY = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP", "pounds sterling": "GBP", "british pound": "GBP", "pound": "GBP", "quid": "GBP", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "yen": "JPY", "hong kong dollar": "HKD", "taiwan dollar": "TWD", "rouble": "RUB",
    "ruble": "RUB", "rupee": "INR", "won": "KRW", "swiss franc": "CHF", "franc": "CHF", "canadian dollar": "CAD",
    "australian dollar": "AUD", "new zealand dollar": "NZD", "singapore dollar": "SGD", "rial": "IRR", "riyal": "SAR",
    "lira": "TRY", "real": "BRL", "reais": "BRL", "peso": "MXN", "rand": "ZAR", "baht": "THB", "dong": "VND", "shekel": "ILS",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "hryvnia": "UAH", "dirham": "AED", "dinar": "DZD",
    "cfa franc": "XOF", "naira": "NGN", "shilling": "KES", "zloty": "PLN", "forint": "HUF", "ringgit": "MYR",
    "penny": "GBX", "pence": "GBX", "cent": "USX", "cents": "USX", "mark": "DEM",
}  # fmt: skip

_FRENCH_MONEY = {
    "dollar": "USD", "dollar américain": "USD", "dollar us": "USD", "dollar des états-unis": "USD", "euro": "EUR",
    "livre sterling": "GBP", "livres sterling": "GBP", "livre": "GBP", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY",
    "dollar de hong kong": "HKD", "dollar hongkongais": "HKD", "dollar taïwanais": "TWD", "rouble": "RUB",
    "roupie": "INR", "won": "KRW", "franc suisse": "CHF", "francs suisses": "CHF", "franc": "CHF", "dollar canadien": "CAD",
    "dollar australien": "AUD", "dollar néo-zélandais": "NZD", "dollar de singapour": "SGD", "rial": "IRR",
    "riyal": "SAR", "lire": "TRY", "livre turque": "TRY", "réal": "BRL", "réaux": "BRL", "real": "BRL", "reais": "BRL", "peso": "MXN", "rand": "ZAR",
    "baht": "THB", "dong": "VND", "shekel": "ILS", "couronne": "SEK", "hryvnia": "UAH", "dirham": "AED",
    "dinar": "DZD", "franc cfa": "XOF", "francs cfa": "XOF", "naira": "NGN", "shilling": "KES", "zloty": "PLN", "forint": "HUF",
    "ringgit": "MYR", "penny": "GBX", "pence": "GBX", "centime": "USX", "cent": "USX", "mark": "DEM",
}  # fmt: skip

# Signs that stand before or after the figure, longest first where one begins another.
MONEY_SIGNS = {
    "US$": "USD", "USD": "USD", "U.S.$": "USD", "$US": "USD", "US $": "USD", "HK$": "HKD", "NT$": "TWD", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "¥": "CNY", "￥": "CNY", "CN¥": "CNY", "RMB": "CNY", "CNY": "CNY", "JPY": "JPY", "JP¥": "JPY", "₽": "RUB", "RUB": "RUB",
    "₹": "INR", "Rs": "INR", "INR": "INR", "₩": "KRW", "₪": "ILS", "₴": "UAH", "₺": "TRY", "₦": "NGN", "CHF": "CHF", "HKD": "HKD",
    "CAD": "CAD", "AUD": "AUD", "＄": "USD",
}  # fmt: skip

# Words that name several units: an equal figure with another unit of the family is no contradiction.
_DOLLARS = {"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"}
_FAMILIES: tuple[set[str], ...] = (
    _DOLLARS,
    {"CNY", "JPY"},  # ¥
    {"CNY", *_DOLLARS},  # 元
    {"GBP", "lb"},
    {"GBP", "TRY"},
    {"INR", "PKR"},
    {"IRR", "SAR"},
    {"SEK", "NOK", "DKK"},
    {"CHF", "XOF"},
    {"USX", "EUX", "GBX", "USD", "EUR", "GBP"},
    {"°", "°C", "°F", "K"},
    {"DZD", "AED"},
    {"km", "km/h"},
    {"mi", "mph"},
    {"m", "m/s"},
    {"nmi", "kn"},
)


@lru_cache(maxsize=None)
def unit_names(language: str) -> dict[str, str]:
    """Return the lower-case names (up to three words) of units and currencies, plurals included, and their codes."""
    if language == "zh":
        return CHINESE
    names: dict[str, str] = {}
    for name, code in ({**_FRENCH, **_FRENCH_MONEY} if language == "fr" else {**_ENGLISH, **_ENGLISH_MONEY}).items():
        names[name] = code
        if language == "fr":
            plural = " ".join(
                w if w in {"de", "par", "à", "pour", "cent", "l'heure"} or w[-1] in "sx" else w + "s"
                for w in name.split()
            )
            names.setdefault(plural, code)
            names.setdefault(name.split()[0] + "s" + name[len(name.split()[0]) :], code)
        elif name[-1] not in "sy":
            names.setdefault(name + "s", code)
    names.pop("pounds sterlings", None)
    return names


@lru_cache(maxsize=None)
def unit_symbols() -> dict[str, str]:
    """Return the signs that all three languages write alike (km, °C, %), and their codes; case counts."""
    return _SYMBOLS


def is_currency(code: str | None) -> bool:
    """Whether a unit code stands for money."""
    return code is not None and code not in UNITS and len(code) == 3 and code.isupper()


def convert(number: Fraction, unit: str | None) -> tuple[str, Fraction] | None:
    """Return the dimension and the number in its base unit; None for money and for what has no unit."""
    if unit is None or unit not in UNITS:
        return None
    dimension, size = UNITS[unit]
    if unit == "°F":
        number -= 32
    elif unit == "K":
        number -= Fraction(27315, 100)
    return dimension, number * size


def units_conflict(one: str | None, other: str | None) -> bool:
    """Whether the same figure cannot mean the same with the one unit and with the other."""
    if one is None or other is None or one == other:
        return False
    return not any(one in family and other in family for family in _FAMILIES)
