"""Who speaks in Chinese news, and what is a statement there."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.chinese_persons import is_name


def statements(text: str) -> list[tuple[str, str | None]]:
    """Return what is said, and by whom."""
    return [
        (quote.text, quote.speaker.of(text) if quote.speaker else None)
        for quote in extract_quotes(text, "zh")
        if quote.is_statement
    ]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker in statements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拉斯穆森说，会谈继续。拉斯穆森指出：“我们还有时间。”", ["拉斯穆森"]),
        ("伊万诺维奇批评这是“危险的一步”。伊万诺维奇说，他会投票。", ["伊万诺维奇"]),
        ("卡尔斯特伦多次强调：“门还开着。”", ["卡尔斯特伦"]),
        ("尼日利亚代表说：“我们赞成。”", ["尼日利亚代表"]),
        ("泽连斯基总统说：“我们赞成。”", ["泽连斯基总统"]),
        ("海伦斯堡人奥尔登说：“我们赞成。”", ["海伦斯堡人奥尔登"]),
        ("英格丽·索尔海姆代表北欧五国发言，她说：“我们赞成。”", ["英格丽·索尔海姆"]),
        ("萨默维尔学院发言人表示：“我们赞成。”", ["萨默维尔学院发言人"]),
    ],
)
def test_transliterated_names_are_whole(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("马克龙说，黎巴嫩人民渴望和平，黎巴嫩不能再等。“炮火必须停，”他说，“就在今天。”", ["马克龙"]),
        (
            "挪威代表英格丽·索尔海姆说：“我们赞成。”\n\n肯尼亚大使约瑟夫·卡马乌随后走上讲台。他强调：“非洲在等。”",
            ["挪威代表英格丽·索尔海姆", "肯尼亚大使约瑟夫·卡马乌"],
        ),
        (
            "外交部发言人毛宁说：“我们注意到了。”政府昨日公布新规。她说：“规定很清楚。”",
            ["外交部发言人毛宁", "外交部发言人毛宁"],
        ),
        ("石破茂出席峰會。能源方面，他表示：「日本需要天然氣。」", ["石破茂"]),
        ("中国方面表示：“我们赞成。”", ["中国方面"]),
        ("澤連斯基引用諺語：「團結就是力量。」", ["澤連斯基"]),
        ("局长李明说，审计法院认为钱不够，“我也这么看”。他说：“再等等。”", ["局长李明"] * 2),
        ("局长李明说，审计法院认为“钱不够”。他说：“再等等。”", ["审计法院", "局长李明"]),
        (
            "总统说：“我们不停工。”\n\n工业与能源部长保罗·莱蒙走进“六号电台”的直播间。“这很难。”他说。",
            ["总统", "工业与能源部长保罗·莱蒙"],
        ),
        ("记者：“您怎么看？”\n发言人：“我们赞成。”", ["记者", "发言人"]),
    ],
)
def test_whom_a_pronoun_or_a_label_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("默茨：德国“不会退缩”", [("不会退缩", "默茨")]),
        ("石破茂談關稅：日本「絕不讓步」", [("絕不讓步", "石破茂")]),
        ("油价大跌 分析师：“供应已经过剩”", [("供应已经过剩", "分析师")]),
        ("部长称结果“很不理想”，但“仍有希望”。", [("很不理想", "部长"), ("仍有希望", "部长")]),
        ("部长告诉记者，这是“荒谬的”，“愚蠢的”。", [("荒谬的", "部长"), ("愚蠢的", "部长")]),
        ("部長痛批這是「鬧劇」。", [("鬧劇", "部長")]),
        ("部长表示，本国“强烈反对”，并将“绝不退让”。", [("强烈反对", "部长"), ("绝不退让", "部长")]),
        ("据路透社报道，部长星期一说，边界“必须开放”。", [("必须开放", "部长")]),
        ("据路透社报道，边界“必须开放”。", [("必须开放", "路透社")]),
        ("“数字丝路”项目落地，商务部发言人说，“绿色发展”理念受到欢迎。", []),
        ("“新航线”货运项目开通，有专家认为，前景广阔。", []),
        ("“会谈失败了”，林剑说。", [("会谈失败了", "林剑")]),
        ("“对话没有中断”毛宁表示。", [("对话没有中断", "毛宁")]),
        ("“我们绝不退让”马克龙强调。", [("我们绝不退让", "马克龙")]),
        ("“谈判已经开始”发言人说。会谈继续。", [("谈判已经开始", "发言人")]),
        ("“海上明珠”剧组负责人说。", []),
        ("“雪龙”号船长表示。", []),
        ("“对话没有中断”毛宁表示，会谈继续。", []),
        # A figure with its unit says something, and so does a predicate that the words before it ask for.
        ("公司将继续裁员，“每月不超过300人”。", [("每月不超过300人", None)]),
        ("学员增加，“为期十八个月”。", [("为期十八个月", None)]),
        ("部长说，轮换将持续“三周”，不会更久。", [("三周", "部长")]),
        ("这里有“一小时”生活圈，“五年”是剧名，“百年”是店名。", []),
        (
            "部长说，“我们有信心”。如果拖延，则“可能失去更多市场”。",
            [("我们有信心", "部长"), ("可能失去更多市场", "部长")],
        ),
        ("村长说，“水退了”。不少志愿者“三夜没有合过眼”。", [("水退了", "村长"), ("三夜没有合过眼", "村长")]),
        ("他去了“9.9元”店和“100米”跑道，那里有“211工程”展览。", []),
        ("市场将“双十一”视为机会，游客都“不买账”。", []),
        ("「我們會等。」部長敦促雙方克制，「戰爭沒有贏家。」", [("我們會等。", "部長"), ("戰爭沒有贏家。", "部長")]),
        ("“我们会等。”部长告诉记者，“战争没有赢家。”", [("我们会等。战争没有赢家。", "部长")]),
    ],
)  # fmt: skip
def test_what_is_a_statement(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert statements(text) == expected


def test_whose_answer_it_is_speaks() -> None:
    assert speakers("局长的回答是：“我们再等一个月。”") == ["局长"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市长周三称这是“一次失败”。", [("一次失败", "市长")]),
        ("市長隨後稱此事是「一場鬧劇」。", [("一場鬧劇", "市長")]),
        ("市长再次称对手“不负责任”。", [("不负责任", "市长")]),
        ("市长在社交媒体上称对手“很不诚实”。", [("很不诚实", "市长")]),
        ("林剑5月14日在日内瓦举行的会议上称谈判“还没有结束”。", [("还没有结束", "林剑")]),
        ("公司昨天发布财报，称业绩“不如往年同期”。", [("不如往年同期", "公司")]),
        ("老周在村里被称“活地图”。", []),
    ],
)
def test_dates_and_places_may_stand_before_a_verb_of_calling(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert statements(text) == expected


def test_a_verb_that_looks_like_two_words_ends_its_subject() -> None:
    assert speakers("沈芳说：“很好。”\n\n沈立认为，桥必须重建。“不要再等。”他说。") == ["沈芳", "沈立"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长被批评“不负责任”。", [("不负责任", None)]),
        ("林剑说：“我们会等。”局长被指责“失信于民”。", [("我们会等。", "林剑"), ("失信于民", None)]),
        ("局长被村民批评“不负责任”。", [("不负责任", "村民")]),
        ("局長被媒體痛批「不負責任」。", [("不負責任", "媒體")]),
        ("局长被捕后说：“我没有错。”", [("我没有错。", "局长")]),
        ("被告说：“我没有错。”", [("我没有错。", "被告")]),
    ],
)
def test_a_passive_is_said_by_its_agent(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    "verb",
    ["苦笑", "苦笑道", "冷笑着说", "高喊", "堅稱", "坦承", "供称", "安慰道", "鼓勵道", "回嗆", "直呼", "开口道"],
)  # fmt: skip
def test_verbs_of_feeling_and_manner_say_something(verb: str) -> None:
    assert speakers(f"会谈很长。沈大明{verb}：“渡轮星期一恢复。”") == ["沈大明"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("村民痛批公司“贪心”。", [("贪心", "村民")]),
        ("議員直斥渡輪公司「黑心」。", [("黑心", "議員")]),
        ("议员痛批政府的“限塑令”。", []),
        ("市长说，公司须为渡轮“预留舱位”。", [("预留舱位", "市长")]),
        ("市長說，兩國關係處於「轉捩點」。", [("轉捩點", "市長")]),
        ("市长说，公司会推出“优惠券”。村民都有“一卡通”。", []),
        ("他不明白什么叫“网红”。", []),
    ],
)
def test_a_short_predicate_that_ends_its_clause_is_said(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("何建军", True), ("李卫国", True), ("何立峰", True), ("毕业生", False), ("高中生", False), ("何老师", False)],
)
def test_a_given_name_may_end_as_an_office_does(name: str, expected: bool) -> None:
    assert is_name(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("散会后，约翰·普赖斯说：“渡轮恢复了。”", ["约翰·普赖斯"]),
        ("会议结束后，亚当·皮斯托留斯当天表示：“渡轮恢复了。”", ["亚当·皮斯托留斯"]),
        ("会议结束后，表示：“渡轮恢复了。”", [None]),
        ("沈芳抵达码头后，说：“渡轮恢复了。”", ["沈芳"]),
        ("任职于气象局的预报员沈立表示，这是“一个转折点”。", ["任职于气象局的预报员沈立"]),
        ("总部位于奥斯陆的渡轮公司表示：“票价不变。”", ["总部位于奥斯陆的渡轮公司"]),
        ("沈大明于昨天的会议上说：“票价不变。”", ["沈大明"]),
        ("沈某某否认指控。其律师罗正平表示：“他没有罪。”", ["其律师罗正平"]),
        ("沈立：（笑）我丈夫说：“你不是冷。”", ["我丈夫"]),
        ("里長蔡金生氣憤地說：「公文去了。」", ["里長蔡金生"]),
        ("沈芳说：“很好。”\n\n村支书罗大明正忙着修路。他说：“路通了。”", ["沈芳", "村支书罗大明"]),
        ("沈芳说：“很好。”\n\n队长罗心玥拿下全队最高的24分。谈到对手，她说：“不怕。”", ["沈芳", "队长罗心玥"]),
    ],
)
def test_names_end_where_their_predicate_begins(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("惠特洛姆说：“票价不变。”惠特洛姆不愿多谈，但语气坚定：“我不走。”", ["惠特洛姆", "惠特洛姆"]),
        ("校长上星期天批评“懒惰的学生”。", ["校长"]),
        ("局长说：“票价不变。”退休人士何伯却不以为然：“太贵了。”", ["局长", "退休人士何伯"]),
        ("局長說：「票價不變。」\n\n在碼頭，20歲的大學生阿晴搖頭：「太貴了。」", ["局長", "大學生阿晴"]),
        ("议长罗大明只发了一个词：“终于。”", ["议长罗大明"]),
        ("议长罗大明收到一封信：“请您离开。”", [None]),
        ("主委羅文芳說，票價不變。羅文芳並撂下重話：「誰都不准漲。」", ["羅文芳"]),
    ],
)
def test_a_colon_gives_the_word_to_its_subject(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「票價不變，」港務局長羅文芳也搖搖頭，「船照開。」", [("票價不變，船照開。", "港務局長羅文芳")]),
        ("「票價不變，」的標語很醒目，「船照開。」", [("票價不變，", None), ("船照開。", None)]),
        ("負責渡輪的大臣惠特康（Anne Whitcombe）到場。她說：「船照開。」", [("船照開。", "負責渡輪的大臣惠特康")]),
        ("惠特康（Anne Whitcombe）一臉疲憊：「船照開。」", [("船照開。", "惠特康")]),
        ("局長羅文芳說，會下雨。她一臉疲憊：「船照開。」船東沈立說，沒人怪她。", [("船照開。", "局長羅文芳")]),
        ("港務局認定，這些承諾「根本無從執行」。", [("根本無從執行", "港務局")]),
        ("羅文芳指，乘客「有責任買票」。", [("有責任買票", "羅文芳")]),
        ("局長羅文芳笑稱，這句話得先講，「因為船要開了」。", [("因為船要開了", "局長羅文芳")]),
    ],
)
def test_who_stands_between_or_before_the_parts_of_a_quote(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert statements(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("埃尔诺-拉加德警告：“港口不会关闭。”", ["埃尔诺-拉加德"]),
        ("瓦内尔－科斯塔出席会议。他说：“港口不会关闭。”", ["瓦内尔－科斯塔"]),
        ("疫情应对部门负责人彼得·林格伦说：“港口不会关闭。”", ["疫情应对部门负责人彼得·林格伦"]),
        ("科尔首先感谢码头工人。他说：“港口不会关闭。”", ["科尔"]),
        ("萨纳今天视察港口。她说：“港口不会关闭。”", ["萨纳"]),
        ("塔里没有人。她说：“港口不会关闭。”", [None]),
        ("北京-莫斯科航线重开。他说：“港口不会关闭。”", [None]),
        ("港务公司总裁李明说：“港口不会关闭。”该公司表示：“渡轮照常开。”", ["港务公司总裁李明", "该公司"]),
        ("外交部发言人李明说：“港口不会关闭。”该发言人表示：“渡轮照常开。”", ["外交部发言人李明"] * 2),
        ("欧洲与外交部发言人说：“港口不会关闭。”", ["欧洲与外交部发言人"]),
        ("罗大明与外交部长走出会场说：“港口不会关闭。”", ["罗大明"]),
    ],
)
def test_hyphens_in_names_short_transliterations_and_bodies(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_clause_of_what_is_done_has_no_subject_of_its_own() -> None:
    text = "何敏说：“很好。”何敏还宣布，放弃前任罗兰提出的设想，称那是“一个糟糕的回答”。她说：“我们会修好大坝。”"
    assert [quote.speaker.of(text) if quote.speaker else None for quote in extract_quotes(text, "zh")] == ["何敏"] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("由船长高建平带领的救援队指出，船体存在“严重裂缝”。", "救援队"),
        ("由九名教师组成的委员会表示：“课程不会减少。”", "委员会"),
        ("由市长主持的会议上，高建平表示：“码头明日开放。”", "高建平"),
    ],
)
def test_who_leads_the_speakers_is_not_the_speaker(text: str, speaker: str) -> None:
    (quote,) = extract_quotes(text, "zh")
    assert quote.speaker is not None
    assert quote.speaker.of(text) == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长周四视察码头。“港口不会关闭。”局长说。", ["局长"]),
        ("局長週六見記者。「港口不會關閉。」局長說。", ["局長"]),
        ("局长向议会报告。“港口不会关闭。”局长说。", ["局长"]),
        ("局长于码头上讲话。“港口不会关闭。”局长说。", ["局长"]),
        ("局长周立民视察码头。“港口不会关闭。”局长说。", ["周立民"]),
        ("局长于立民视察码头。于立民很高兴。“港口不会关闭。”局长说。", ["于立民"]),
    ],
)
def test_no_day_and_no_preposition_is_a_name_behind_an_office(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize("adverb", ["其後", "及後", "事后", "稍後", "翌日", "次日在码头", "今午"])
def test_when_somebody_speaks_is_no_part_of_who_speaks(adverb: str) -> None:
    assert speakers(f"局長{adverb}表示：「港口不會關閉。」") == ["局長"]


def test_a_palace_speaks_by_its_whole_name() -> None:
    text = "總統在貝爾維宮會見記者。貝爾維宮發表公報稱：「港口不會關閉。」"
    assert speakers(text) == ["貝爾維宮"]
