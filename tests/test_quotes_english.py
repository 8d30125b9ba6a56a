"""Who speaks in the usual forms of English newspapers."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.text import Span


def text_of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span is not None else None


def speakers(text: str) -> list[str | None]:
    return [text_of(quote.speaker, text) for quote in extract_quotes(text, "en") if quote.is_statement]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour chief rejects plans for “a floating casino”", "Harbour chief"),
        ("Regulator backs fresh calls for “a full audit”", "Regulator"),
        ("Fishermen back demands for “a fair quota”", "Fishermen"),
        ("Regulator to face calls for “a full audit”", "Regulator"),
        ("The ferry line ignored warnings of “rust in the hull.”", "The ferry line"),
        ("The ferry line waved aside repeated warnings that the hull was “full of rust.”", "The ferry line"),
        ("Danish Minister Lars Holm on Friday dismissed claims of “a secret deal.”", "Danish Minister Lars Holm"),
        ("Holm late Friday denied reports of a row, calling them “pure invention.”", "Holm"),
        ("Holm on May 6 rejected demands to quit, saying the row was “over for good.”", "Holm"),
        ("Holm, facing calls to quit, said the row was “over for good.”", "Holm"),
    ],
)
def test_a_noun_is_no_verb_and_a_verb_no_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour chief calls for “a full audit”", "Harbour chief"),
        ("Holm demands that the audit be “open to all.”", "Holm"),
        ("Fishermen claim that the quota is “a bad joke.”", "Fishermen"),
        ("The ministry repeated claims that the hull was “full of rust.”", "The ministry"),
        ("“We saw nothing,” police said.", "police"),
    ],
)
def test_a_verb_that_could_be_a_noun_still_reports(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holm answered that, as far as he knew, “the hull was sound.”", "Holm"),
        ("Holm answered that, so far as the crew could tell, “the hull was sound.”", "Holm"),
        ("Holm answered that, as he put it, “the hull was sound.”", "Holm"),
        ("Holm answered that it was, as one diver put it, “a floating wreck.”", "one diver"),
        ("As the diver noted, “the hull was sound.”", "the diver"),
    ],
)
def test_a_clause_set_in_names_the_speaker_only_if_the_words_are_hers(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The envoys of Peru, Chile and Cuba said: “We are ready.”", "The envoys of Peru, Chile and Cuba"),
        ("“We are ready,” the envoys of Peru, Chile, and Cuba said.", "the envoys of Peru, Chile, and Cuba"),
        ("“We are ready,” said the envoys of Peru, Chile and Cuba on Friday.", "the envoys of Peru, Chile and Cuba"),
        ("Holm, Berg and Dahl said: “We are ready.”", "Holm, Berg and Dahl"),
        ("“We are ready,” said Holm, Berg and Dahl.", "Holm, Berg and Dahl"),
        ("The priest, the nurse and the captain said: “We are ready.”", "The priest, the nurse and the captain"),
        ("In Oslo, Holm and Berg said: “We are ready.”", "Holm and Berg"),
        ("After talks in Oslo, Holm and Berg said: “We are ready.”", "Holm and Berg"),
        ("However, Holm and Berg said: “We are ready.”", "Holm and Berg"),
        ("Holm left, and Berg said: “We are ready.”", "Berg"),
        ("“We are ready,” said Eva Berg, captain and owner of the ferry.", "Eva Berg, captain and owner of the ferry"),
    ],
)
def test_an_enumeration_is_one_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Berg, 47, said: “We lost the nets.”",
        "“We lost the nets,” said Eva Berg, 47, a cook from Oslo.",
        "Eva Berg, 47, runs the ferry. “We lost the nets,” she said.",
    ],
)
def test_an_age_is_no_part_of_a_speaker(text: str) -> None:
    assert speakers(text) == ["Eva Berg"]


def test_the_mention_is_what_stands_there() -> None:
    text = "Eva Berg, 47, said: “We lost the nets.”"
    (quote,) = extract_quotes(text, "en")
    assert text_of(quote.mention, text) == "Eva Berg, 47"


@pytest.mark.parametrize("title", ["Amb.", "Det.", "Insp.", "Supt.", "Cmdr.", "Brig. Gen.", "Lt. Col."])
def test_a_title_belongs_to_its_name(title: str) -> None:
    for text in (
        f"“We are ready,” said {title} Eva Berg.",
        f"“We are ready,” {title} Eva Berg said.",
        f"They met. {title} Eva Berg said: “We are ready.”",
    ):
        assert speakers(text) == [f"{title} Eva Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Berg asked me. Lars Holm said: “We are ready.”",
        "Eva Berg left the U.S. The pilot said: “We are ready.”",
        "Eva Berg said no. Lars Holm said: “We are ready.”",
    ],
)
def test_a_word_that_is_no_abbreviation_there_ends_its_sentence(text: str) -> None:
    assert speakers(text) in (["Lars Holm"], ["The pilot"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("There was one rule: “We never close the harbour at night,” whatever the weather.", None),
        ("On the levy, which angers many, Ms Roy was firm. “We will keep it for ten years,” she said.", "Ms Roy"),
    ],
)
def test_neither_a_verb_nor_a_relative_clause_opens_a_subject(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Though Holm insisted the hull was “beyond repair,” the mayor said it was sound.", "Holm"),
        ("After Holm called the hull “a rusty grave,” the board said that it would close.", "Holm"),
        ("While Holm thought the hull “beyond repair,” the mayor told Oslo on Monday.", "the mayor"),
        ("Holm thought the hull was “beyond repair,” the mayor said as she left.", "the mayor"),
    ],
)
def test_a_verb_with_a_clause_of_its_own_closes_no_quote(text: str, speaker: str) -> None:
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It will snow,” said Olivia May.", "Olivia May"),
        ("Olivia May said: “It will snow.”", "Olivia May"),
        ("Mr May said: “It will snow.”", "Mr May"),
        ("“It will snow,” May said.", "May"),
        ("“It will snow,” said June Holm.", "June Holm"),
        ("August Holm said: “It will snow.”", "August Holm"),
        ("“It will snow,” said Jan Holm on Monday.", "Jan Holm"),
        ("“It will snow,” Sunday Holm said.", "Sunday Holm"),
        # Dates and modals.
        ("In May Holm said: “It will snow.”", "Holm"),
        ("Holm on May 6 said: “It will snow.”", "Holm"),
        ("Holm said Sunday Oslo would be “white as a sheet”.", "Holm"),
        ("“It will snow,” said Holm in June.", "Holm"),
    ],
)
def test_names_of_months_and_days(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another said: “The hull is sound.”", "Another"),
        ("“The hull is sound,” said another.", "another"),
        ("“The hull is sound,” one said.", "one"),
        ("Some say the hull is “rusty all through”.", "Some"),
        ("Fishermen at Bergen say the hull is “rusty all through”.", "Fishermen at Bergen"),
        ("Members of the board believe the hull is “rusty all through”.", "Members of the board"),
        ("The pilot of the ferry that sank off Bergen told Oslo that the hull was “rusty all through”.",
         "The pilot of the ferry"),
        ("The harbour speaker, Ida Lund, said: “The hull is sound.”", "The harbour speaker, Ida Lund"),
        ("Bergen Skip A/S said the hull was “rusty all through”.", "Bergen Skip A/S"),
        ("The Institute for Sea Studies said the hull was “rusty all through”.", "The Institute for Sea Studies"),
        ("“The hull is sound,” said the Centre for Ships.", "the Centre for Ships"),
        # Determiners of a noun, and a complement that is no subject.
        ("Holm said another promised ferry was “rusty all through”.", "Holm"),
        ("Holm left for Oslo, and the board said the hull was “rusty all through”.", "the board"),
    ],
)  # fmt: skip
def test_subjects_of_more_than_a_name(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Brokers said so in a note titled “The Snow Is Here.” “It came late,” they wrote.", ["title", "direct"]),
        ("The cat, nicknamed “Snowy” by the crew, slept.", ["scare"]),
        ("The hull, known as “the tub” in Oslo, was sold.", ["scare"]),
        ("The hull was called “a tub” by Holm.", ["direct"]),
        ("His books, “The Quay” and “The Ship,” sold well.", ["title", "title"]),
    ],
)
def test_titles_and_nicknames_are_no_statements(text: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in extract_quotes(text, "en")] == kinds


@pytest.mark.parametrize("verb", ["shrugged", "sniffed", "deadpanned", "hit back", "chimed in", "reflected", "begged"])
def test_rarer_verbs_in_both_orders(verb: str) -> None:
    assert speakers(f"Nobody came. “The port will open on Monday,” Ida Lund {verb}.") == ["Ida Lund"]
    assert speakers(f"Nobody came. “The port will open on Monday,” {verb} Ida Lund.") == ["Ida Lund"]


@pytest.mark.parametrize("rate", ["per cent", "per capita", "per night", "per 1,000 visitors", "per pupil", "per MWh"])
def test_a_rate_names_no_source(rate: str) -> None:
    assert speakers(f"Holm spoke. The levy came to 4.5 {rate}, “the highest so far”, he said.") == ["Holm"]


@pytest.mark.parametrize("source", ["the harbour board", "Ms Holm", "port officials"])
def test_a_source_stands_behind_per(source: str) -> None:
    assert speakers(f"Per {source}, the levy is “a first step”.") == [source]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vice-Minister He Wenbo said the quota was “fair to all”.", "Vice-Minister He Wenbo"),
        ("The quota was “fair to all”, harbour spokeswoman She Lan said.", "harbour spokeswoman She Lan"),
        ("Mr He said the quota was “fair to all”.", "Mr He"),
        ("“The quota is fair,” said You Min, a harbour official.", "You Min, a harbour official"),
        ("You Jun, the harbour's spokesman, said: “The quota is fair.”", "You Jun, the harbour's spokesman"),
        ("Holm spoke. “The quota is fair,” He said.", "Holm"),
        ("Holm spoke. He said the quota was “fair to all”.", "Holm"),
        ("Holm spoke. He’s sure the quota is “fair to all”, he said.", "Holm"),
    ],
)
def test_a_family_name_is_no_pronoun(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fares rose on Monday, with Ida Holm, the harbour chief, saying that “the quota is fair to all”.",
         "Ida Holm, the harbour chief"),
        ("The talks dragged on, with the envoy insisting that “nobody leaves before it is done”.", "the envoy"),
        ("Holm sat down with the board, saying that “nobody leaves before it is done”.", "Holm"),
        ("Coastal states were “deeply worried”, the envoy said.", "the envoy"),
        ("Island states must “cut the catch by half”.", None),
        ("The accord states that “nobody may cut the catch by half”.", "The accord"),
        ("Island states said they were “deeply worried”.", "Island states"),
    ],
)  # fmt: skip
def test_with_somebody_saying_and_states_that_are_bodies(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


def test_a_plural_before_its_verb_is_no_cue() -> None:
    for text in (
        "Rates are “too high”, the bank said.",
        "The plan will ensure that rates are “kept high”, the bank said.",
    ):
        (quote,) = extract_quotes(text, "en")
        assert quote.speaker is not None
        assert quote.speaker.of(text) == "the bank"
    text = "It is a plan that Ann Roe claims is “completely unworkable”."
    (quote,) = extract_quotes(text, "en")
    assert quote.speaker is not None
    assert quote.speaker.of(text) == "Ann Roe"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The crack was “barely visible” from the road, said Anna Roe.", "Anna Roe"),
        (
            "Paul Holm has left. It took “almost a day” to mend the pipe, said Anna Roe, an engineer.",
            "Anna Roe, an engineer",
        ),
        ("The council opened 30 meeting points, “all of them heated.”", None),
        ("The council, Roe said, sold its boats, “rotten as they were,” to people who say they love them.", "Roe"),
        ("Whoever “spreads such rumours in the city” will hear from the police.", None),
    ],
)
def test_who_speaks_behind_the_rest_of_a_sentence(text: str, speaker: str | None) -> None:
    (found,) = extract_quotes(text, "en")
    assert text_of(found.speaker, text) == speaker
