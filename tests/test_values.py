from __future__ import annotations

import time
from fractions import Fraction

import pytest

from polyglot_news.errors import LanguageError
from polyglot_news.values import Moment, Value, find_values
from polyglot_news.values.lost import strayed_figures


def only(text: str, language: str) -> Value:
    values = find_values(text, language)
    assert len(values) == 1, [v.span.of(text) for v in values]
    return values[0]


SAME = {
    1_300_000: [
        ("en", "1.3 million"),
        ("en", "one point three million"),
        ("en", "1,300,000"),
        ("en", "1.3 mn"),
        ("fr", "1,3 million"),
        ("fr", "1 300 000"),
        ("fr", "1 300 000"),
        ("fr", "1.300.000"),
        ("fr", "un virgule trois million"),
        ("zh", "130万"),
        ("zh", "一百三十万"),
        ("zh", "1,300,000"),
        ("zh", "130 万"),
        ("zh", "１３０万"),
        ("zh", "130萬"),
    ],
    21: [
        ("en", "twenty-one"),
        ("en", "twenty one"),
        ("en", "21"),
        ("fr", "vingt et un"),
        ("fr", "vingt-et-un"),
        ("fr", "vingt et une"),
        ("zh", "二十一"),
        ("zh", "廿一"),
        ("zh", "21"),
    ],
    71: [
        ("fr", "soixante et onze"),
        ("fr", "soixante-et-onze"),
        ("fr", "septante et un"),
        ("en", "seventy-one"),
        ("zh", "七十一"),
    ],
    97: [("fr", "quatre-vingt-dix-sept"), ("fr", "nonante-sept"), ("en", "ninety-seven"), ("zh", "九十七")],
    280: [("fr", "deux cent quatre-vingts"), ("en", "two hundred and eighty"), ("zh", "二百八十"), ("zh", "两百八十")],
    105: [("en", "a hundred and five"), ("fr", "cent cinq"), ("zh", "一百零五"), ("zh", "105")],
    3_500: [
        ("en", "three thousand five hundred"),
        ("fr", "trois mille cinq cents"),
        ("zh", "三千五"),
        ("zh", "三千五百"),
    ],
    2_000_000_000: [
        ("en", "2 billion"),
        ("en", "two billion"),
        ("fr", "2 milliards"),
        ("fr", "deux milliards"),
        ("zh", "20亿"),
        ("zh", "二十亿"),
    ],
    3_000_000_000_000: [
        ("en", "3 trillion"),
        ("fr", "3 billions"),
        ("fr", "trois mille milliards"),
        ("zh", "3万亿"),
        ("zh", "三万亿"),
        ("zh", "三兆"),
    ],
    130_000_000: [("zh", "1亿3千万"), ("zh", "一亿三千万"), ("zh", "1.3亿"), ("en", "130 million")],
    500_000: [("en", "half a million"), ("fr", "un demi-million"), ("zh", "五十万")],
    1_500_000: [
        ("en", "one and a half million"),
        ("en", "a million and a half"),
        ("fr", "un million et demi"),
        ("zh", "150万"),
    ],
    1_150: [("fr", "mille cent cinquante"), ("en", "eleven hundred and fifty"), ("zh", "一千一百五十")],
    3_100_000: [("fr", "trois millions cent mille"), ("en", "3.1 million"), ("zh", "三百一十万")],
    2_100_000_000: [("fr", "deux milliards cent millions"), ("en", "2.1 billion")],
    1067: [("fr", "1 067"), ("en", "1,067"), ("en", "1’067"), ("zh", "1067")],
}


@pytest.mark.parametrize(
    ("number", "language", "text"), [(n, lang, t) for n, forms in SAME.items() for lang, t in forms]
)
def test_same_number_in_three_languages(number: int, language: str, text: str) -> None:
    value = only(text, language)
    assert value.number == number
    assert value.span.of(text) == text


@pytest.mark.parametrize(
    ("language", "text", "kind", "number", "unit"),
    [
        ("en", "5%", "percent", 5, "%"),
        ("en", "five per cent", "percent", 5, "%"),
        ("fr", "5,5 %", "percent", Fraction(11, 2), "%"),
        ("zh", "百分之五", "percent", 5, "%"),
        ("zh", "百分之三点五", "percent", Fraction(7, 2), "%"),
        ("zh", "五成", "percent", 50, "%"),
        ("zh", "三成五", "percent", 35, "%"),
        ("en", "5 percentage points", "points", 5, "pp"),
        ("fr", "0,5 point de pourcentage", "points", Fraction(1, 2), "pp"),
        ("zh", "5个百分点", "points", 5, "pp"),
        ("en", "US$3.2 million", "money", 3_200_000, "USD"),
        ("en", "$5bn", "money", 5 * 10**9, "USD"),
        ("en", "£11million", "money", 11 * 10**6, "GBP"),
        ("fr", "2 milliards d’euros", "money", 2 * 10**9, "EUR"),
        ("fr", "200 000 €", "money", 200_000, "EUR"),
        ("zh", "6000万元", "money", 60_000_000, "CNY"),
        ("zh", "近200亿美元", "money", 20 * 10**9, "USD"),
        ("zh", "$150万", "money", 1_500_000, "USD"),
        ("en", "3,850 square kilometres", "quantity", 3850, "km2"),
        ("zh", "2.5万平方公里", "quantity", 25_000, "km2"),
        ("zh", "3千米", "quantity", 3, "km"),
        ("zh", "15亩", "quantity", 15, "mu"),
        ("fr", "cinquante kilomètres", "quantity", 50, "km"),
        ("fr", "enfoui à un mètre cinquante au moins", "quantity", Fraction(3, 2), "m"),
        ("fr", "2 m 50 de haut", "quantity", Fraction(5, 2), "m"),
        ("fr", "un ticket à deux euros vingt hier", "money", Fraction(11, 5), "EUR"),
        ("zh", "6浬外", "quantity", 6, "nmi"),
        ("zh", "新臺幣九千萬元", "money", 90_000_000, "TWD"),
        ("zh", "港幣500萬元", "money", 5_000_000, "HKD"),
        ("zh", "人民币三百元", "money", 300, "CNY"),
        ("zh", "三千萬澳幣", "money", 30_000_000, "AUD"),
        ("zh", "500萬日幣", "money", 5_000_000, "JPY"),
        ("zh", "3,029鎊", "money", 3029, "GBP"),
        ("zh", "200萬歐羅", "money", 2_000_000, "EUR"),
        ("zh", "1.2萬方呎", "quantity", 12_000, "sqft"),
        ("zh", "三十坪", "quantity", 30, "ping"),
        ("zh", "50萬瓩", "quantity", 500_000, "kW"),
        ("zh", "八千立方公尺", "quantity", 8000, "m3"),
        ("en", "two and a half years", "quantity", Fraction(5, 2), "year"),
        ("fr", "un an et demi", "quantity", Fraction(3, 2), "year"),
        ("zh", "三年半", "quantity", Fraction(7, 2), "year"),
        ("fr", "cette demi-journée", "quantity", Fraction(1, 2), "day"),
        ("fr", "pendant le dernier demi-siècle", "quantity", Fraction(1, 2), "century"),
        ("en", "the half hour that followed", "quantity", Fraction(1, 2), "hour"),
        ("zh", "半个小时", "quantity", Fraction(1, 2), "hour"),
        ("en", "three long years", "quantity", 3, "year"),
        ("fr", "les deux prochaines décennies", "quantity", 2, "decade"),
        ("zh", "零下5度", "quantity", -5, "°"),
        ("en", "-5 degrees", "quantity", -5, "°"),
        ("en", "a 14-year-old", "age", 14, "year"),
        ("fr", "âgé de 14 ans", "age", 14, "year"),
        ("zh", "14岁", "age", 14, "year"),
        ("en", "two thirds", "fraction", Fraction(2, 3), None),
        ("en", "a third of the seats", "fraction", Fraction(1, 3), None),
        ("en", "rents are a sixth lower than here", "fraction", Fraction(1, 6), None),
        ("en", "exports were down a quarter", "fraction", Fraction(1, 4), None),
        ("en", "a fourth higher court", "ordinal", 4, None),
        ("fr", "deux tiers", "fraction", Fraction(2, 3), None),
        ("fr", "la moitié", "fraction", Fraction(1, 2), None),
        ("fr", "trois quarts", "fraction", Fraction(3, 4), None),
        ("zh", "三分之二", "fraction", Fraction(2, 3), None),
        ("zh", "一半", "fraction", Fraction(1, 2), None),
        ("en", "the 21st meeting", "ordinal", 21, None),
        ("en", "the twenty-second time", "ordinal", 22, None),
        ("fr", "le vingt-deuxième", "ordinal", 22, None),
        ("fr", "Louis XIV", "ordinal", 14, None),
        ("zh", "第三次", "ordinal", 3, None),
        ("en", "dozens of people", "magnitude", 12, None),
        ("en", "tens of thousands", "magnitude", 10_000, None),
        ("fr", "des centaines de milliers", "magnitude", 100_000, None),
        ("zh", "数百人", "magnitude", 100, None),
        ("zh", "几十万人", "magnitude", 100_000, None),
        ("zh", "三倍", "multiple", 3, None),
        ("en", "5-fold", "multiple", 5, None),
        ("en", "the G20", "identifier", 20, None),
        ("en", "an F-16", "identifier", 16, None),
    ],
)
def test_kind_number_unit(language: str, text: str, kind: str, number: float, unit: str | None) -> None:
    value = only(text, language)
    assert value.kind == kind
    assert value.number == number
    assert value.unit == unit


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("en", "May 6, 2024", Moment(year=2024, month=5, day=6)),
        ("en", "6 May 2024", Moment(year=2024, month=5, day=6)),
        ("en", "May 6th", Moment(month=5, day=6)),
        ("en", "the 6th of May", Moment(month=5, day=6)),
        ("en", "Monday, 6 May", Moment(weekday=1, month=5, day=6)),
        ("en", "2024-05-06", Moment(year=2024, month=5, day=6)),
        ("en", "last Tuesday", Moment(weekday=2)),
        ("fr", "le 6 mai 2024", Moment(year=2024, month=5, day=6)),
        ("fr", "1er mai", Moment(month=5, day=1)),
        ("fr", "mardi dernier", Moment(weekday=2)),
        ("fr", "06/05/2024", Moment(year=2024, month=5, day=6)),
        ("zh", "2024年5月6日", Moment(year=2024, month=5, day=6)),
        ("zh", "二〇二四年五月六日", Moment(year=2024, month=5, day=6)),
        ("zh", "5 月 6 日", Moment(month=5, day=6)),
        ("zh", "上周二", Moment(weekday=2)),
        ("zh", "公元前221年", Moment(year=-221)),
        ("en", "221 BC", Moment(year=-221)),
        ("fr", "221 av. J.-C.", Moment(year=-221)),
        ("en", "in 2015", Moment(year=2015)),
        ("zh", "2015年", Moment(year=2015)),
        ("en", "the 1990s", Moment(decade=1990)),
        ("en", "the nineties", Moment(decade=90)),
        ("fr", "les années 90", Moment(decade=90)),
        ("zh", "上世纪90年代", Moment(decade=1990)),
        ("zh", "20 世纪 90 年代", Moment(decade=1990)),
        ("en", "the 21st century", Moment(century=21)),
        ("en", "the twenty-first century", Moment(century=21)),
        ("fr", "au XXIe siècle", Moment(century=21)),
        ("zh", "二十一世纪", Moment(century=21)),
        ("en", "3 pm", Moment(minute=900)),
        ("en", "3:30 p.m.", Moment(minute=930)),
        ("fr", "à 15 h", Moment(minute=900)),
        ("fr", "15 h 30", Moment(minute=930)),
        ("fr", "15h30", Moment(minute=930)),
        ("zh", "下午3点半", Moment(minute=930)),
        ("zh", "15时30分", Moment(minute=930)),
        ("zh", "24时", Moment(minute=1440)),
        ("en", "the second quarter", Moment(quarter=2)),
        ("en", "Q3", Moment(quarter=3)),
        ("en", "the first half of the year", Moment(half=1)),
        ("fr", "au premier trimestre", Moment(quarter=1)),
        ("fr", "au 4e trimestre", Moment(quarter=4)),
        ("fr", "au S2", Moment(half=2)),
        ("zh", "第一季度", Moment(quarter=1)),
        ("zh", "下半年", Moment(half=2)),
    ],
)
def test_dates_and_times(language: str, text: str, moment: Moment) -> None:
    assert only(text, language).moment == moment


@pytest.mark.parametrize(
    ("language", "text", "numbers", "unit"),
    [
        ("en", "5-10 km", (5, 10), "km"),
        ("en", "between 5 and 10 million", (5_000_000, 10_000_000), None),
        ("fr", "de 5 à 10 millions d'euros", (5_000_000, 10_000_000), "EUR"),
        ("fr", "entre 5 et 10 %", (5, 10), "%"),
        ("zh", "5至10万元", (50_000, 100_000), "CNY"),
        ("zh", "三四十岁", (30, 40), "year"),
        ("en", "$5-6 billion", (5 * 10**9, 6 * 10**9), "USD"),
        ("en", "from 5 km to 10", (5, 10), "km"),
        ("fr", "de 5 euros à 10", (5, 10), "EUR"),
        ("en", "won 3-0", (3, 0), None),
        ("zh", "3比0", (3, 0), None),
        ("en", "at 2-1/4 to 2-1/2 percent", (Fraction(9, 4), Fraction(5, 2)), "%"),
        ("en", "2-3/4 to 3 percent", (Fraction(11, 4), 3), "%"),
    ],
)
def test_ranges_and_ratios(
    language: str, text: str, numbers: tuple[Fraction | int, Fraction | int], unit: str | None
) -> None:
    value = only(text, language)
    assert list(value.numbers) == list(numbers)
    assert value.unit == unit


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The bank lent 300 euros to 45 firms."), ("fr", "La banque a prêté 300 euros à 45 entreprises.")],
)
def test_what_goes_to_a_number_of_others_is_no_range(language: str, text: str) -> None:
    values = find_values(text, language)
    assert [(int(value.number or 0), value.unit) for value in values] == [(300, "EUR"), (45, None)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("an 80-million-euro fund", 80_000_000, "EUR"),
        ("a £2-billion plan", 2_000_000_000, "GBP"),
        ("a two-million-dollar gift", 2_000_000, "USD"),
        ("a 12-year-old boy", 12, "year"),
    ],
)
def test_a_hyphen_before_the_scale(text: str, number: int, unit: str) -> None:
    value = only(text, "en")
    assert (int(value.number or 0), value.unit) == (number, unit)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "about 40", "about"),
        ("en", "more than 40", "at least"),
        ("en", "no more than 40", "at most"),
        ("en", "40 or more", "at least"),
        ("fr", "près de 40", "nearly"),
        ("en", "just over 40", "at least"),
        ("en", "longer than 40 metres", "at least"),
        ("en", "no longer than 40 metres", "at most"),
        ("en", "aged 40 and over", "at least"),
        ("en", "I gave 40 and over the years more", "exact"),
        ("fr", "les 40 ans et moins", "at most"),
        ("fr", "n'excédant pas 40 mètres", "at most"),
        ("zh", "长于40米", "at least"),
        ("fr", "un peu plus de 40", "at least"),
        ("fr", "près des deux tiers", "nearly"),
        ("fr", "plus des trois quarts", "at least"),
        ("fr", "moins d’un tiers", "at most"),
        ("fr", "d’ici trois ans", "at most"),
        ("fr", "pas achevé d’ici trois ans", "at most"),
        ("en", "not done within three years", "at most"),
        ("zh", "近40人", "nearly"),
        ("fr", "une centaine de", "about"),
        ("fr", "au moins 40", "at least"),
        ("zh", "约40人", "about"),
        ("zh", "40余年", "at least"),
        ("zh", "十几个", "at least"),
        ("zh", "不到40人", "at most"),
        ("zh", "40人", "exact"),
    ],
)
def test_bounds(language: str, text: str, bound: str) -> None:
    assert only(text, language).bound == bound


@pytest.mark.parametrize(
    ("language", "text", "value", "reading"),
    [
        ("en", "1,500", 1500, Fraction(3, 2)),
        ("fr", "1,500", Fraction(3, 2), 1500),
        ("fr", "1.500", 1500, Fraction(3, 2)),
        ("en", "1.500", Fraction(3, 2), 1500),
    ],
)
def test_ambiguous_numerals_keep_both_readings(language: str, text: str, value: float, reading: float) -> None:
    found = only(text, language)
    assert found.number == value
    assert list(found.readings) == [reading]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "First of all, no one helped one another: a zero-sum game."),
        ("en", "A one-sided view, that one. She may march on."),
        ("en", "Wait a second."),
        ("fr", "D'abord, le Premier ministre et les uns ont aidé les autres, un par un."),
        ("fr", "Un homme, une femme, un véhicule neuf, les pays tiers, le quart de finale."),
        ("fr", "Le roi. Ce mois. Les élections."),
        ("zh", "一些人十分高兴，万一下雨，一定不要去四川，百姓一般统一行动。"),
        ("zh", "红十字会、三明治、五角大楼、千方百计、唯一一个、第一时间。"),
        ("zh", "万斯和伊万诺夫"),
    ],
)
def test_words_that_count_nothing(language: str, text: str) -> None:
    assert [v.span.of(text) for v in find_values(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("en", "resolution 2196 (2015) of 22 January", ["2196", "2015", "22 January"]),
        ("fr", "la résolution 2196 (2015), au paragraphe 7", ["2196", "2015", "7"]),
        ("zh", "第2196(2015)号决议，任期延长13个月", ["第2196", "2015", "13个月"]),
        ("zh", "《手册》第13.17段和第4.1.1.3段", ["13.17"]),
        ("fr", "le quart des élèves, le cinquième de leur solde, le quart de nuit", ["quart", "cinquième"]),
        ("en", "141 in Osaka, 90 in Fukuoka, 80 in Aichi", ["141", "90", "80"]),
        ("en", "three million and five million", ["three million", "five million"]),
        ("en", "in 2015 200 people left", ["2015", "200"]),
        ("en", "in 2024 $300 million was spent", ["2024", "$300 million"]),
        ("en", "in 2024 USD 300 million was spent", ["2024", "USD 300 million"]),
        ("fr", "sur 100 € 20 % vont à l’État", ["100 €", "20 %"]),
        ("fr", "5 millions € 20 personnes", ["5 millions €", "20"]),
        ("zh", "投入五千万美金三个月建成，占100$的20%", ["五千万美金", "三个月", "100$", "20%"]),
        ("zh", "共100 $300", ["100", "$300"]),
        ("en", "one, two, three", ["two", "three"]),
        ("en", "five dozen and five douzaines", ["five dozen", "five"]),
        ("fr", "cinq douzaines et cinq dozen", ["cinq douzaines", "cinq"]),
        ("zh", "打٨折", ["٨折"]),
        ("zh", "共\u202f300\u202f人，5\u202f月", ["300", "5\u202f月"]),
        ("zh", "十分钟后，第四季", ["十分钟", "第四"]),
        ("zh", "自 2008 年 11 月 26 日起", ["2008 年 11 月 26 日"]),
        ("en", "call +33 1 23 45 67 89 now", ["+33 1 23 45 67 89"]),
        ("en", "1950-53", ["1950", "53"]),
        ("zh", "增长率将在5%-7%之间", ["5%-7%之间"]),
        ("zh", "5℃-7℃", ["5℃-7℃"]),
        ("zh", "凌晨零时，零点五", ["凌晨零时", "零点五"]),
        ("fr", "20h-8h", ["20h", "8h"]),
        ("fr", "de 8 heures du matin, pendant 8 heures", ["8 heures du matin", "8 heures"]),
        ("en", "from $5-$7 billion at 5°C-7°C", ["$5-$7 billion", "5°C-7°C"]),
        ("en", "a fifth as many, a third higher", ["a fifth", "a third"]),
        ("fr", "un cinquième plus élevé, le cinquième plus grand", ["un cinquième", "cinquième"]),
    ],
)
def test_spans(language: str, text: str, spans: list[str]) -> None:
    assert [v.span.of(text) for v in find_values(text, language)] == spans


@pytest.mark.parametrize(
    ("text", "times"),
    [("增长了三倍", 4), ("增至三倍", 3), ("翻了一番", 2), ("翻两番", 4), ("涨了近两倍", 3), ("翻倍", 2)],
)
def test_growth_by_so_many_times_is_not_growth_to_so_many(text: str, times: int) -> None:
    (value,) = [value for value in find_values(text, "zh", loose=True) if value.kind == "multiple"]
    assert value.number == times
    assert value.readings == ()


def test_chinese_numerals_agree_with_cn2an() -> None:
    cn2an = pytest.importorskip("cn2an")
    numbers = [*range(10, 1200, 7), *range(10_000, 10_000_000, 654_321), 20_050, 300_007, 10**8, 10**8 + 5 * 10**7]
    for number in numbers:
        text = cn2an.an2cn(number) + "人"
        assert only(text, "zh").number == number, text


def test_loose_values_are_returned_only_when_asked() -> None:
    text = "both sides took one step"
    assert find_values(text, "en") == []
    assert [(str(v.number), v.loose) for v in find_values(text, "en", loose=True)] == [("2", True), ("1", True)]


def test_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="give en, fr or zh"):
        find_values("5", "de")


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "a", "a ", '"', "一", "万", "百分之", "three hundred and ", "vingt-", "0 1", "第", "1-"]
)
@pytest.mark.usefixtures("steady_clock")
def test_hostile_text_takes_linear_time(language: str, piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        find_values(text, language)
        return time.process_time() - start

    seconds(100)
    small = min(seconds(1_000) for _ in range(2))
    assert seconds(8_000) < max(8 * 6 * small, 1.5)  # a quadratic search would take minutes


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "They pay 200 euros a month.", "month"),
        ("en", "They met 3 times per year.", "year"),
        ("en", "They paid 200 euros a month ago.", None),
        ("fr", "Ils paient 200 euros par mois.", "month"),
        ("fr", "Un taxi coûte 30 euros de l’heure.", "hour"),
        ("zh", "他们每月支付200欧元。", "month"),
        ("zh", "他们每周工作5天。", "week"),
        ("zh", "他们支付200欧元。", None),
        ("en", "Barley costs 200 euros a ton.", "t"),
        ("en", "They get 200 euros per head.", "person"),
        ("en", "They pay 200 euros per head of cattle.", None),
        ("fr", "L'orge vaut 200 euros la tonne.", "t"),
        ("fr", "L'aide est de 200 euros par ménage.", "household"),
        ("zh", "每公斤大麦200欧元。", "kg"),
        ("zh", "人均补助200欧元。", "person"),
        ("en", "Each household will get 200 euros.", "household"),
        ("fr", "Chaque tonne coûte 200 euros.", "t"),
        ("fr", "Chaque habitant paie 200 euros par mois.", "month"),
        ("en", "Every head of state brought 200 guests.", None),
    ],
)
def test_rates_have_what_they_are_told_by(language: str, text: str, per: str | None) -> None:
    (value,) = find_values(text, language)
    assert value.per == per


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "three or four tenths of a point", [["3/10"], ["2/5"]]),
        ("en", "between three and four tenths of a point", [["3/10", "2/5"]]),
        ("en", "three to four tenths of a percentage point", [["3/10", "2/5"]]),
        ("en", "two to three fifths of voters", [["2/5"], ["3/5"]]),
        ("fr", "de trois ou quatre dixièmes de point", [["3/10"], ["2/5"]]),
        ("en", "two and three quarters", [["11/4"]]),
        ("fr", "deux heures trois quarts", [["11/4"]]),
        ("en", "three men and four tenths of the stock", [["3"], ["2/5"]]),
        ("en", "Prices fell by a tenth.", [["1/10"]]),
        ("en", "Prices fell by half in May.", [["1/2"], []]),
        ("fr", "Les prix ont baissé d’un cinquième depuis lundi.", [["1/5"], []]),
        ("en", "It was run by a third party.", []),
    ],
)
def test_shares(language: str, text: str, numbers: list[list[str]]) -> None:
    values = [value for value in find_values(text, language) if value.kind != "ordinal"]
    assert [[str(number) for number in value.numbers] for value in values] == numbers


@pytest.mark.parametrize(
    ("languages", "text", "translation", "lost"),
    [
        ("en-zh", "Two hundred thousand refugees came.", "难民来了。", ("200,000",)),
        ("en-zh", "Two hundred thousand refugees came.", "20万难民来了。", ()),
        ("fr-en", "Les deux pays ont 3 accords.", "Both countries have agreements.", ("3",)),
        ("fr-en", "Il paie deux fois par an.", "He pays twice a year.", ()),
        ("zh-fr", "会议持续了5天。", "La réunion a duré 8 jours.", ("5 days",)),
        ("en-fr", "They came.", "Ils sont 12.", ()),
        ("zh-en", "已运送2.6万吨粮食。", "2.8 million tons of grain were delivered.", ("26,000 t",)),
        ("zh-en", "已运送2.6万吨粮食。", "26,000 tonnes of grain were delivered.", ()),
        ("fr-en", "Les 600 disparus sont connus.", "The missing are known.", ("600",)),
        ("zh-en", "两国元首第5次会晤。", "The presidents met 20 times.", ("5th",)),
        ("zh-en", "双方两次会谈。", "They spoke 7 times.", ()),
        ("zh-en", "两国同意在15天内支付50美分。", "The countries agreed to pay.", ("15 days", "50 cents")),
        ("zh-en", "必须满足三个条件。", "Four conditions must be met.", ("3",)),
        ("fr-en", "La réunion s'ouvre à 15 h.", "The meeting opens.", ("15:00",)),
        ("zh-fr", "会议晚上8时开始。", "La réunion s'ouvre à 20 heures.", ()),
        ("en-zh", "The meeting opens at noon.", "会议开始。", ()),
    ],
)
def test_figures_that_a_translation_lacks(languages: str, text: str, translation: str, lost: tuple[str, ...]) -> None:
    language, target = languages.split("-")
    assert strayed_figures(text, translation, language=language, target=target)[0] == lost


@pytest.mark.parametrize(
    ("languages", "text", "translation", "invented"),
    [
        ("en-fr", "They came.", "Ils sont 12.", ("12",)),
        ("zh-en", "2035年前排放将减少65%。", "Emissions will fall by 65% by 615 years ago, 2035.", ("615 years",)),
        ("zh-en", "他们来自二十国集团。", "They come from the G20.", ()),
        ("zh-en", "新冠疫情已经结束。", "The COVID-19 pandemic is over.", ()),
        ("fr-en", "Il paie deux fois par an.", "He pays 2 times a year.", ()),
        ("fr-en", "Il pèse environ 3 kilos.", "It weighs about 6.6 pounds.", ()),
        ("fr-en", "Le porc pesait 250 kg.", "The 550-pound pig was found.", ()),
        ("zh-fr", "会议持续了5天。", "La réunion a duré 8 jours.", ()),  # given otherwise: lost
    ],
)
def test_figures_that_only_a_translation_gives(
    languages: str, text: str, translation: str, invented: tuple[str, ...]
) -> None:
    language, target = languages.split("-")
    assert strayed_figures(text, translation, language=language, target=target)[1] == invented


@pytest.mark.parametrize(
    ("text", "number"), [("降至-7%", -7), ("气温为-5℃", -5), ("增长（-2%）", -2), ("第3-7页", 3), ("降至7%", 7)]
)
def test_a_chinese_minus_is_no_dash(text: str, number: int) -> None:
    assert find_values(text, "zh")[0].numbers[0] == number


def test_a_plural_s_is_no_second() -> None:
    for text, bound in (("Under-16s may not enter", "at most"), ("the over 60s", "at least"), ("the 18-25s", "exact")):
        assert (only(text, "en").unit, only(text, "en").bound) == ("year", bound)
    assert only("she won in under 51s", "en").unit == "second"
    assert only("16s later he was gone", "en").unit == "second"
    assert only("it takes 10-15s to load", "en").unit == "second"
    assert only("it lasted over 30 s", "en").unit == "second"


def test_twenty_first_ones_are_twenty() -> None:
    first, *_ = find_values("les vingt premières rames", "fr", loose=True)
    assert first.numbers[0] == 20
    assert only("la vingt et unième rame", "fr").numbers[0] == 21


def test_a_speed_may_be_told_by_the_hour() -> None:
    assert only("40 kilomètres à l'heure", "fr").unit == "km/h"
    assert only("40 kilomètres à l’heure", "fr").unit == "km/h"


def test_in_these_three_years_is_no_lower_bound() -> None:
    assert only("近三年来的最低水平", "zh").bound == "nearly"
    assert only("三个星期来", "zh").bound == "exact"
    assert only("十来个人", "zh").bound == "at least"


@pytest.mark.parametrize(
    ("language", "text", "moment"),
    [
        ("zh", "该法于民国113年通过。", (2024, None, None)),
        ("zh", "民国元年", (1912, None, None)),
        ("zh", "115年2月11日發布", (2026, 2, 11)),
        ("zh", "9·11事件改变了一切。", (None, 9, 11)),
        ("zh", "911恐怖袭击", (None, 9, 11)),
        ("en", "The 9/11 attacks", (None, 9, 11)),
        ("fr", "Les attentats du 11-Septembre", (None, 9, 11)),
        ("zh", "拨打911求助", None),
        ("en", "9/10 of the vote", None),
    ],
)
def test_dates_that_go_by_another_name(
    language: str, text: str, moment: tuple[int | None, int | None, int | None] | None
) -> None:
    (value,) = find_values(text, language)
    found = value.moment and (value.moment.year, value.moment.month, value.moment.day)
    assert found == moment


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "at 4-3/4 percent", [Fraction(19, 4)]),
        ("en", "at 4‑3/4 percent", [Fraction(19, 4)]),
        ("fr", "un taux de 4 3/4 %", [Fraction(19, 4)]),
        ("en", "2 1/2 miles", [Fraction(5, 2)]),
        ("en", "by 1/4 point", [Fraction(1, 4)]),
        ("en", "In 2024 1/4 of the boats were sold.", [2024, Fraction(1, 4)]),
        ("en", "3 - 1/2 of the boats", [3, Fraction(1, 2)]),
    ],
)
def test_whole_numbers_with_a_part(language: str, text: str, numbers: list[Fraction]) -> None:
    assert [value.numbers[0] for value in find_values(text, language)] == numbers


def test_people_behind_a_length_are_no_part_of_it() -> None:
    assert [int(value.numbers[0]) for value in find_values("à deux mètres vingt personnes attendaient", "fr")] == [
        2,
        20,
    ]
    assert [int(value.numbers[0]) for value in find_values("cinq euros 80 % du temps", "fr")] == [5, 80]
