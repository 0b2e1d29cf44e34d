"""What many events come to: one deed of several reports counts once."""

from datetime import date

import pytest

from saksi.intake import read_date
from saksi.model import Article
from saksi.runners import add, link
from saksi.runners.batch import Settings
from saksi.store import Store, aggregates
from saksi.store.search import Question, Who

ATTACK = "Rusia menyerang Ukraina di Odesa pada Senin, 17 Juni 2024, kata Kyiv."
ARTICLES = [
    ("a", "Kompas", "2024-06-17", ATTACK),
    ("b", "Tempo", "2024-06-18", f"{ATTACK} Rusia memuji Korea Utara pada Selasa, 18 Juni 2024."),
    ("c", "Detik", "2024-06-19", f"Dilansir dari Reuters, {ATTACK}"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("aggregates") / "s.duckdb", create=True)
    articles = [
        Article(id=name, text=text, language="id", outlet=outlet, published=read_date(day), title="Rusia serang Odesa")
        for name, outlet, day, text in ARTICLES
    ]
    add(articles, made, settings=Settings(read_by="1"), workers=1, command="test")
    link(made)
    return made


def test_weeks_have_cooperation_and_conflict_of_deeds(store: Store) -> None:
    attacks = Question(actor=Who(codes=("RUS",)), recipient=Who(codes=("UKR",)))
    (week,) = aggregates.over_time(store, attacks, "week")
    assert (week["start"], week["deeds"], week["cooperation"]) == (date(2024, 6, 17), 1, 0)
    assert week["conflict"] > 5
    praise = Question(actor=Who(codes=("RUS",)), recipient=Who(codes=("PRK",)))
    (week,) = aggregates.over_time(store, praise, "month")
    assert (week["start"], week["conflict"]) == (date(2024, 6, 1), 0)


def test_relations_and_partners_have_a_tone(store: Store) -> None:
    found = {(row["one"], row["other"]): row for row in aggregates.relations(store, Question(), limit=9)}
    assert found["RUS", "UKR"]["deeds"] == 1
    assert found["RUS", "UKR"]["tone"] < 0 < found["PRK", "RUS"]["tone"]
    done = Question(actor=Who(codes=("RUS",)))
    assert {row["name"] for row in aggregates.partners(store, done, "recipient", limit=9)} == {"UKR", "PRK"}


def test_places_have_coordinates(store: Store) -> None:
    (odesa,) = [row for row in aggregates.places(store, Question(), limit=9) if row["country"] == "UKR"]
    assert odesa["deeds"] == 1
    assert 46 < odesa["latitude"] < 47


def test_outlets_are_first_or_alone_and_rest_on_others(store: Store) -> None:
    found = {row["name"]: row for row in aggregates.outlets(store, None, None)}
    assert (found["Kompas"]["first"], found["Tempo"]["first"], found["Detik"]["first"]) == (1, 0, 0)
    assert (found["Kompas"]["alone"], found["Tempo"]["alone"]) == (0, 1)
    credits = aggregates.credits(store, None, None)  # noqa: A001 - the field's own name
    assert {(row["outlet"], row["source"]) for row in credits} == {("Detik", "Reuters")}
    assert [row["name"] for row in aggregates.outlets(store, date(2024, 6, 19), None)] == ["Detik"]
    assert aggregates.credits(store, None, date(2024, 6, 18)) == []


def test_new_stories_are_counted_by_day(store: Store) -> None:
    days = aggregates.first_told(store, date(2024, 6, 1), date(2024, 6, 30))
    assert sum(row["stories"] for row in days) == store.rows("SELECT count(*) AS n FROM stories")[0]["n"]
