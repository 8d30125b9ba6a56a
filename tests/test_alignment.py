from __future__ import annotations

import datetime as dt
import json

import numpy as np
import pytest

from polyglot_news.align.band import connected, find_band
from polyglot_news.align.chain import Potentials, best_chain, probabilities
from polyglot_news.align.formats import similarity, to_jsonl, to_tmx, to_tsv, units
from polyglot_news.align.model import Link
from polyglot_news.align.sentences import HARDLY, align_sentences, rate_links, share_rendered, split_side
from polyglot_news.tmx import read_tmx

ENGLISH = [
    "The minister opened the meeting at nine.",
    "Our country will pay 40 million euros to the refugees.",
    "We will not send a single soldier to the region.",
    "The port stays open to ships that carry food.",
    "A delegation will travel to Geneva next Tuesday.",
    "The climate talks will resume in spring.",
]
FRENCH = [
    "La ministre a ouvert la séance à neuf heures.",
    "Notre pays versera 40 millions d'euros aux réfugiés.",
    "Nous n'enverrons aucun soldat dans la région.",
    "Le port restera ouvert aux navires qui apportent des vivres.",
    "Une délégation se rendra à Genève mardi prochain.",
    "Les discussions sur le climat reprendront au printemps.",
]
CHINESE = [
    "部长九点宣布开会。",
    "我国将向难民提供4000万欧元。",
    "我们不会向该地区派遣任何士兵。",
    "港口将继续向运送粮食的船只开放。",
    "一个代表团将于下周二前往日内瓦。",
    "气候会谈将于春季恢复。",
]


def pairs(links: list[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in links]


@pytest.mark.parametrize(
    ("source", "target"), [(ENGLISH, FRENCH), (ENGLISH, CHINESE), (FRENCH, CHINESE), (FRENCH, FRENCH)]
)
def test_sentence_by_sentence(source: list[str], target: list[str]) -> None:
    links = align_sentences(source, target)
    assert pairs(links) == [((i,), (i,)) for i in range(6)]
    assert all(link.similarity > 0.5 for link in links)


def test_sentences_that_were_merged() -> None:
    merged = [FRENCH[0], f"{FRENCH[1]} {FRENCH[2]}", *FRENCH[3:]]
    assert pairs(align_sentences(ENGLISH, merged))[:3] == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]
    assert pairs(align_sentences(merged, ENGLISH))[:3] == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_a_sentence_that_was_left_out() -> None:
    found = pairs(align_sentences(ENGLISH, FRENCH[:2] + FRENCH[3:]))
    assert ((2,), ()) in found
    assert ((3,), (2,)) in found
    assert ((), (2,)) in pairs(align_sentences(FRENCH[:2] + FRENCH[3:], ENGLISH))


def test_neighbours_that_changed_places() -> None:
    moved = [FRENCH[0], FRENCH[2], FRENCH[1], *FRENCH[3:]]
    found = pairs(align_sentences(ENGLISH, moved))
    assert found == [((0,), (0,)), ((1,), (2,)), ((2,), (1,)), ((3,), (3,)), ((4,), (4,)), ((5,), (5,))]


def test_a_sentence_that_moved_far() -> None:
    moved = [*FRENCH[1:], FRENCH[0]]
    found = pairs(align_sentences(ENGLISH, moved))
    assert ((0,), (5,)) in found
    assert ((1,), (0,)) in found


@pytest.mark.parametrize(("source", "target"), [([], FRENCH), (ENGLISH, []), ([], []), ("", " \n")])
def test_an_empty_side_has_no_counterparts(source: list[str] | str, target: list[str] | str) -> None:
    links = align_sentences(source, target)
    assert all(not link.source or not link.target for link in links)
    assert len(links) == (0 if isinstance(source, str) else len(source) + len(target))


def test_one_side_much_longer() -> None:
    other = [f"Le train numéro {n} est parti en retard de la gare de Lyon." for n in range(114)]
    links = align_sentences(ENGLISH, other[:60] + FRENCH + other[60:])
    found = pairs(links)
    assert all(((i,), (60 + i,)) in found for i in range(6))
    assert sum(bool(link.source and link.target) for link in links) <= 8


def test_unrelated_texts_are_hardly_linked() -> None:
    other = [
        "Le boulanger sort son pain du four à cinq heures.",
        "Mon chat dort sur le canapé toute la journée.",
        "L'avant-centre a marqué deux buts en seconde période.",
        "La recette demande trois œufs et un peu de farine.",
    ]
    links = align_sentences(ENGLISH, other)
    linked = [link for link in links if link.source and link.target]
    assert len(linked) <= 1
    assert all(link.similarity >= 0.5 for link in linked)
    assert share_rendered(links) < HARDLY < share_rendered(align_sentences(ENGLISH, FRENCH))


def test_a_side_in_two_languages() -> None:
    mixed = [*ENGLISH[:3], *CHINESE[3:]]
    assert split_side(mixed, None)[1] == "und"
    assert pairs(align_sentences(mixed, FRENCH)) == [((i,), (i,)) for i in range(6)]
    assert pairs(align_sentences(FRENCH, mixed)) == [((i,), (i,)) for i in range(6)]


@pytest.mark.parametrize(
    ("sentences", "language"),
    [([*CHINESE, "2024", "12%"], "zh"), ([*CHINESE, "联合国秘书长António Guterres讲话。"], "zh"), (ENGLISH, "en")],
)
def test_the_language_of_a_side(sentences: list[str], language: str) -> None:
    assert split_side(sentences, None)[1] == language


def test_the_order_of_the_sides_makes_no_difference() -> None:
    there = align_sentences(ENGLISH[:2] + ENGLISH[3:], CHINESE)
    back = align_sentences(CHINESE, ENGLISH[:2] + ENGLISH[3:])
    assert {(link.source, link.target) for link in there} == {(link.target, link.source) for link in back}


def test_links_of_others_are_rated() -> None:
    right, wrong = rate_links([(1, 1), (2, 4)], ENGLISH, FRENCH)
    assert right.similarity > 0.9
    assert wrong.similarity < 0.1
    assert rate_links([], ENGLISH, FRENCH) == []


def test_a_block_that_moved_is_linked_with_what_it_merged() -> None:
    moved = [*FRENCH[4:], FRENCH[0], f"{FRENCH[1]} {FRENCH[2]}", FRENCH[3]]
    more = [(f"Room {number} is closed.", f"La salle {number} est fermée.") for number in (12, 35, 78)]
    links = align_sentences([*ENGLISH, *(one for one, _ in more)], [*moved, *(other for _, other in more)])
    assert ((1, 2), (3,)) in pairs(links)
    assert {link.source for link in links if not link.target} == set()


def test_no_neighbour_speaks_for_a_link_of_others() -> None:
    wrong = ["Le boulanger sort son pain du four.", "Mon chat dort sur le canapé."]
    french = [*FRENCH[:2], wrong[0], *FRENCH[3:5], wrong[1], *FRENCH[6:]]
    links = [(i, i) for i in range(min(len(ENGLISH), len(french)))]
    rated = rate_links(links, ENGLISH, french, source_language="en", target_language="fr")
    assert [link.source[0] for link in rated if link.similarity < 0.5] == [2, 5]
    alone = rate_links(links[3:4], ENGLISH, french, source_language="en", target_language="fr")
    assert alone[0].similarity == pytest.approx(rated[3].similarity, abs=1e-3)


def test_every_sentence_stands_once() -> None:
    mixed = [FRENCH[5], "好。", *ENGLISH[:2], *CHINESE[2:4], "", "…", *FRENCH[:3]]
    links = align_sentences(ENGLISH + CHINESE, mixed)
    assert sorted(i for link in links for i in link.source) == list(range(12))
    assert sorted(j for link in links for j in link.target) == list(range(len(mixed)))
    assert all(0 <= link.similarity <= 1 for link in links)


def test_texts_are_split() -> None:
    assert pairs(align_sentences(" ".join(ENGLISH), "".join(CHINESE))) == [((i,), (i,)) for i in range(6)]


def test_the_same_twice() -> None:
    assert align_sentences(ENGLISH, FRENCH) == align_sentences(ENGLISH, FRENCH)


def test_band_follows_a_gap_in_a_long_text() -> None:
    rng = np.random.default_rng(3)
    source = rng.normal(size=(7_000, 32)).astype(np.float32)
    source /= np.linalg.norm(source, axis=1, keepdims=True)
    target = np.concatenate([source[:2_000], source[2_300:]])
    band = find_band(source, target)
    for i in (0, 1_000, 1_999, 2_300, 5_000, 6_999):
        assert band[i, 0] <= (i if i < 2_000 else i - 300) <= band[i, 1]
    assert (band[:, 1] - band[:, 0]).mean() < 120
    assert band[0, 0] == 0
    assert band[-1, 1] == len(target)


def _potentials(scores: list[list[float]], swap: float = -9.0) -> Potentials:
    """Beads of one sentence on each side only."""
    n, m = len(scores), len(scores[0])
    beads = []
    for row in scores:
        cells = np.full((5, 5, m), -np.inf)
        cells[0, 0] = row
        beads.append(cells)
    band = np.array([[0, m]] * (n + 1))
    return Potentials(beads=beads, swap=swap, source_null=np.zeros(n), target_null=np.zeros(m), band=band)


def test_chain_and_probabilities_agree_with_counting() -> None:
    potentials = _potentials([[1.0, -1.0], [0.5, 2.0]])
    assert [(b.source, b.target) for b in best_chain(potentials) if b.source_count and b.target_count] == [
        (0, 0),
        (1, 1),
    ]
    likely = probabilities(potentials)
    # All paths from (0, 0) to (2, 2) in steps right, down and across: weights of links multiply.
    e = np.exp
    orders = {"none": 6, "00": 2, "01": 1, "10": 1, "11": 2}  # the ways to place what is left over
    weights = {"none": 1, "00": e(1.0), "01": e(-1.0), "10": e(0.5), "11": e(2.0)}
    both = e(1.0) * e(2.0)
    swapped = e(-1.0) * e(0.5) * e(-9.0)
    # One link leaves a sentence on each side: those can be placed in either order where they are neighbours.
    total = sum(orders[k] * weights[k] for k in orders) + both + swapped
    assert likely.total == pytest.approx(np.log(total))
    assert likely.beads[0][0, 0, 0] == pytest.approx((2 * e(1.0) + both) / total)
    assert likely.swaps[0][0] == pytest.approx(swapped / total)


LINKS = [
    Link(source=(0, 1), target=(0,), similarity=0.98765),
    Link(source=(), target=(1,), similarity=0.5),
    Link(source=(2,), target=(2,), similarity=0.7),
]
SOURCE, TARGET = ["A & B.", "C\tD.", "<E>"], ["甲。", "乙。", "丙\x0b。"]


def test_tsv() -> None:
    lines = to_tsv(LINKS, SOURCE, TARGET, target_language="zh").split("\n")
    assert lines[1] == "0,1\t0\t0.9877\tA & B. C D.\t甲。"
    assert lines[2] == "\t1\t0.5000\t\t乙。"
    assert all(line.count("\t") == 4 for line in lines[:-1])
    assert to_tsv(LINKS[2:], ["", "", "e\nf"], ["", "", "我们\n不去"]).endswith("\te f\t我们不去\n")


def test_jsonl() -> None:
    rows = [json.loads(line) for line in to_jsonl(LINKS, SOURCE, TARGET).splitlines()]
    assert rows[0] == {
        "source_ids": [0, 1], "target_ids": [0], "similarity": 0.98765, "source": "A & B. C\tD.", "target": "甲。",
    }  # fmt: skip
    assert rows[1]["source"] == ""


def test_tmx_goes_out_and_comes_back() -> None:
    written = to_tmx(LINKS, SOURCE, TARGET, source_language="en", target_language="zh")
    found = read_tmx(written.encode(), "a.tmx").units
    assert [(unit.text("en"), unit.text("zh"), similarity(unit)) for unit in found] == [
        ("A & B. C\tD.", "甲。", 0.9877), ("<E>", "丙。", 0.7),
    ]  # fmt: skip
    assert "changedate" not in written
    dated = to_tmx(
        LINKS,
        SOURCE,
        TARGET,
        source_language="en",
        target_language="zh",
        changed=dt.datetime(2024, 5, 6, tzinfo=dt.timezone.utc),
    )
    assert 'changedate="20240506T000000Z"' in dated


def test_units_join_chinese_without_a_space() -> None:
    (unit,) = units(
        [Link(source=(0, 1), target=(0, 1), similarity=1.0)], ["One.", "Two."], ["一。", "二。"],
        source_language="en", target_language="zh",
    )  # fmt: skip
    assert (unit.source, unit.target) == ("One. Two.", "一。二。")


def test_a_band_has_no_gaps() -> None:
    low, high = np.array([0, 2, 7, 9]), np.array([3, 4, 6, 9])
    assert connected(low, high).tolist() == [[0, 3], [2, 7], [7, 9], [9, 9]]
