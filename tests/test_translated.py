"""The machine translations that a report shows."""

from __future__ import annotations

from polyglot_news.article import compare_article


def test_an_article_in_traditional_characters_gets_its_translations_in_these() -> None:
    article = "「我們不會關閉這個舊港口，漁民們可以繼續在這裡工作。」部長說。"
    report = compare_article(article, "We will not close this old port, and the fishermen can go on working here.")
    assert report.article.script == "Hant"
    (item,) = report.items
    translation = item.sources[0].translation or ""
    assert "們" in translation
    assert not set(translation) & set("们关闭这旧渔继续")


def test_one_in_simplified_characters_keeps_them() -> None:
    article = "“我们不会关闭这个旧港口，渔民们可以继续在这里工作。”部长说。"
    report = compare_article(article, "We will not close this old port, and the fishermen can go on working here.")
    assert "们" in (report.items[0].sources[0].translation or "")
