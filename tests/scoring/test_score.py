from collections import Counter
from typing import Any

import pytest

from saksi.scoring.score import figures, table, tally, total
from saksi.scoring.sheet import Record, Sheet, match_articles, pair_events
from tests.scoring.made_records import event, quote, record


def counts(gold: Record, predicted: Record) -> Counter[str]:
    return tally(Sheet(gold), Sheet(predicted))


def scored(gold: Record, predicted: Record) -> dict[str, float]:
    return figures(counts(gold, predicted))


def test_a_record_scores_full_marks_against_itself() -> None:
    same = record(event(), quote())
    assert set(scored(same, same).values()) == {1.0}


def test_nothing_predicted_scores_nothing() -> None:
    assert set(scored(record(event(), quote()), record()).values()) == {0.0}


@pytest.mark.parametrize(
    ("start", "kind", "paired"),
    [
        (5, "SUPPORT", 1),  # touching
        (85, "SUPPORT", 1),  # 80 characters between the triggers
        (86, "SUPPORT", 0),  # one more
        (0, "ACCUSE", 0),  # another type
    ],
)
def test_triggers_pair_by_type_and_reach(start: int, kind: str, paired: int) -> None:
    assert counts(record(event()), record(event(start, type=kind)))["paired"] == paired


def test_triggers_before_the_gold_one_are_measured_from_their_end() -> None:
    assert counts(record(event(85)), record(event(0)))["paired"] == 1
    assert counts(record(event(86)), record(event(0)))["paired"] == 0


def test_the_nearest_trigger_pairs_first_and_each_only_once() -> None:
    gold = [event(100), event(140)]
    predicted = [event(142), event(20), event(160)]
    assert pair_events(gold, predicted) == [(1, 0), (0, 2)]


def test_of_two_that_overlap_the_one_that_starts_nearer_wins() -> None:
    assert pair_events([event(100)], [event(103), event(101)]) == [(0, 1)]


def test_who_multiplies_lists_out_and_counts_codes_once() -> None:
    gold = event(actors=["fr", "pl"], recipients=["de", "nk"])
    predicted = event(actors=["fr", "fr_mod"], recipients=["de"])
    n = counts(record(gold), record(predicted))
    assert (n["who_right"], n["who_predicted"], n["who_gold"]) == (1, 1, 4)


def test_an_empty_side_is_a_tuple_of_its_own() -> None:
    n = counts(record(event(recipients=[])), record(event()))
    assert (n["who_right"], n["who_predicted"], n["who_gold"]) == (0, 1, 1)


def test_who_of_unpaired_events_counts_against_it_but_not_given_the_pair() -> None:
    found = scored(record(event(), event(500, type="AID")), record(event(), event(900, type="REJECT")))
    assert found["who"] == pytest.approx(0.5)
    assert found["who_given_pair"] == 1.0


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (["paper"], ["paper"], 1),
        (["paper"], [], 1),  # no chain: the outlet itself
        (["paper", "fr"], ["paper", "agency", "fr_mod"], 1),  # the last link, by its party
        (["paper", "agency"], ["paper", "fr"], 1),  # an agency counts as its country
        (["paper"], ["paper", "de"], 0),
        (["paper", "nobody known"], ["paper", "---"], 1),  # neither is an actor
        (["paper", "kim"], ["paper", "choe"], 1),
    ],
)
def test_a_witness_is_the_party_of_the_last_link(gold: list[str], predicted: list[str], right: int) -> None:
    def told(chain: list[str]) -> Record:
        return record(event(testimony=[{"stance": "asserts", "chain": chain}]))

    assert counts(told(gold), told(predicted))["witness_right"] == right


def test_outlets_of_two_names_are_the_outlet_all_the_same() -> None:
    other = record(event(testimony=[{"stance": "asserts", "chain": ["a1"]}]), outlet="a1")
    assert counts(record(event()), other)["witness_right"] == 1


def test_stance_is_part_of_the_witness() -> None:
    gold = event(
        testimony=[{"stance": "asserts", "chain": ["paper", "fr"]}, {"stance": "denies", "chain": ["paper", "de"]}]
    )
    predicted = event(
        testimony=[{"stance": "asserts", "chain": ["paper", "fr"]}, {"stance": "asserts", "chain": ["paper", "de"]}]
    )
    n = counts(record(gold), record(predicted))
    assert (n["witness_right"], n["witness_predicted"], n["witness_gold"]) == (1, 2, 2)


DAYS = [
    {"id": "t1", "start": "2025-01-02T18", "end": "2025-01-03T23"},
    {"id": "t2", "start": "2025-01-02", "end": "2025-01-04"},
]


@pytest.mark.parametrize(("when", "right"), [("t1", 1), ("t2", 0), ("t9", 0), (None, 0)])
def test_when_compares_first_and_last_day(when: str | None, right: int) -> None:
    n = counts(record(event()), record(event(when=when), times=DAYS))
    assert (n["when"], n["when_gold"]) == (right, 1)


def test_when_is_not_asked_where_gold_has_none() -> None:
    n = counts(record(event(when=None)), record(event()))
    assert (n["when_gold"], n["complete"]) == (0, 1)


WRONG: list[dict[str, Any]] = [
    {"status": "planned"},
    {"standing": "claimed"},
    {"actors": ["pl"]},
    {"when": None},
    {"testimony": [{"stance": "asserts", "chain": ["paper", "de"]}]},
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: next(iter(wrong)))
def test_complete_wants_everything_right(wrong: dict[str, Any]) -> None:
    n = counts(record(event()), record(event(**wrong)))
    assert (n["paired"], n["complete"]) == (1, 0)


def test_status_and_standing_are_shares_of_pairs() -> None:
    gold = record(event(), event(300), event(600))
    predicted = record(event(status="planned"), event(300, standing="denied"))
    found = scored(gold, predicted)
    assert (found["status"], found["standing"], found["complete"]) == (0.5, 0.5, 0.0)


def test_when_is_a_share_of_dated_pairs_and_complete_of_all_gold() -> None:
    gold = record(event(), event(300, when=None), event(600), event(900, type="AID"))
    found = scored(gold, record(event(), event(300), event(600, when=None)))
    assert (found["when"], found["complete"]) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (quote(), quote(), 1),
        (quote(0, 10), quote(0, 20), 1),  # half of the longer one
        (quote(0, 10), quote(0, 21), 0),
        (quote(), quote(speaker="nk"), 1),  # a person and their state: the code suffices
        (quote(), quote(speaker="choe"), 0),  # two persons: a word of the name too
        (quote(), quote(speaker="kim_full"), 1),
        (quote(speaker=None), quote(speaker=None), 1),
        (quote(speaker=None), quote(), 0),
        (quote(), quote(direct=False), 0),
    ],
)
def test_quotes(gold: dict[str, Any], predicted: dict[str, Any], right: int) -> None:
    assert counts(record(gold), record(predicted))["quotes_right"] == right


def test_a_predicted_quote_serves_one_gold_quote() -> None:
    n = counts(record(quote(), quote()), record(quote()))
    assert (n["quotes_right"], n["quotes_gold"], n["quotes_predicted"]) == (1, 2, 1)


def test_articles_are_matched_by_id_or_by_text() -> None:
    matched = match_articles([record(id="a"), record(id="b", text="other")], [record(id="c", text=" other ".strip())])
    assert [predicted is None for _, predicted in matched] == [True, False]


def test_articles_whose_texts_differ_are_refused() -> None:
    with pytest.raises(ValueError, match="x: the texts differ"):
        match_articles([record()], [record(text="another")])


def test_the_halves_are_taken_in_each_language() -> None:
    names = ("id-1", "en-1", "id-2", "id-3", "en-2", "id-4", "id-5")
    gold = [record(event(), id=name, text=name, language=name[:2]) for name in names]
    predicted = [article for article in gold if article["id"] in {"id-1", "id-2", "en-1"}]
    rows = table(match_articles(gold, predicted), halves=True)
    recall = {row[:24].strip(): row[24:].split()[1].split("/")[1] for row in rows}
    assert recall == {
        "id": "0.40", "en": "0.50", "all": "0.43",
        "id looked at": "1.00", "id held out": "0.00", "en looked at": "1.00", "en held out": "0.00",
    }  # fmt: skip


def test_an_article_without_prediction_counts_as_nothing_found() -> None:
    n = total(match_articles([record(event(), id="a"), record(event(), id="b", text="b")], [record(event(), id="a")]))
    assert (n["gold"], n["paired"]) == (2, 1)
