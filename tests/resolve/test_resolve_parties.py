"""Known parties, persons and bodies no pack knows, and the outlet."""

from dataclasses import replace

import pytest
from tests.resolve.made_mentions import (
    ANALYSTS,
    LEADER,
    MILITARY,
    MINISTER,
    body,
    known,
    person,
    place,
    state,
    tell,
)

from saksi.model import Mention, Span


@pytest.mark.parametrize(
    ("key", "name", "kind", "code"),
    [
        ("NOR", "Norway", "state", "NOR"),
        ("un", "United Nations", "organisation", "UNO"),
        ("kcna", "Korean Central News Agency", "outlet", "PRK"),
        ("vladimir_putin", "Vladimir Putin", "person", "RUS"),
    ],
)
def test_a_known_party_has_its_canonical_name(key: str, name: str, kind: str, code: str) -> None:
    actor = tell(known(key)).one(0)
    assert (actor.name, actor.kind, actor.code, actor.entity) == (name, kind, code, key)
    assert actor.sectors


def test_a_party_told_twice_is_one_actor_with_two_mentions() -> None:
    told = tell(state("NOR"), state("CHL"), state("NOR"))
    assert told.one(0) is told.one(2)
    assert len(told.one(0).mentions) == 2
    assert told.one(1).name == "Chile"


def test_ids_follow_the_text_with_the_outlet_first() -> None:
    told = tell(state("NOR"), state("CHL"), outlet="Detik")
    assert told.cast.outlet == "a1"
    assert [told.one(number).id for number in (0, 1)] == ["a2", "a3"]
    assert len({actor.id for actor in told.cast.actors}) == len(told.cast.actors)


def test_an_unknown_person_acts_for_the_country_of_the_phrase() -> None:
    actor = tell(person("Ingrid Solvang", role=MINISTER, owner="NOR")).one(0)
    assert (actor.name, actor.kind, actor.code, actor.sectors) == ("Ingrid Solvang", "person", "NOR", ("GOV",))
    assert actor.entity is None


@pytest.mark.parametrize("later", ["Solvang", "Ingrid Solvang", "solvang", "Ingrid"])
def test_an_unknown_person_is_known_again_by_a_part_of_the_name(later: str) -> None:
    told = tell(person("Ingrid Solvang", role=MINISTER, owner="NOR"), state("CHL"), person(later, sentence=5))
    assert told.one(2) is told.one(0)


def test_a_person_told_first_by_surname_is_known_again_by_the_fuller_name() -> None:
    told = tell(person("Solvang"), person("Ingrid Solvang", role=MINISTER, owner="NOR"))
    assert told.one(1) is told.one(0)
    assert told.one(0).code == "NOR"


@pytest.mark.parametrize("other", ["Berg", "Ingrid Berg", "Solvang Berg"])
def test_another_name_is_another_person(other: str) -> None:
    told = tell(person("Ingrid Solvang", role=MINISTER, owner="NOR"), person(other))
    assert told.one(1) is not told.one(0)


def test_of_two_with_one_surname_the_last_told_is_meant() -> None:
    told = tell(person("Ingrid Solvang"), person("Karin Solvang"), person("Solvang"))
    assert told.names(2) == ["Karin Solvang"]


def test_a_known_person_is_known_again_by_surname() -> None:
    told = tell(known("vladimir_putin"), person("Putin", sentence=2))
    assert told.one(1) is told.one(0)


SETTLED: list[tuple[list[str], str | None, str]] = [
    ([], "Detik", "IDN"),
    ([], "Kabar Fjord", "---"),
    ([], None, "---"),
    (["NOR"], "Detik", "NOR"),
    (["NOR", "NOR", "CHL"], "Detik", "NOR"),
    (["NOR", "CHL", "FJI"], "Detik", "---"),
    (["NOR", "IDN", "NOR", "IDN"], "Detik", "IDN"),
    (["NOR", "IDN", "NOR"], "Detik", "NOR"),
]


@pytest.mark.parametrize(("states", "outlet", "code"), SETTLED, ids=str)
def test_a_person_of_no_told_country_is_of_the_one_the_article_is_about(
    states: list[str], outlet: str | None, code: str
) -> None:
    """The one told in at least half of the mentions of countries; the outlet's own where none is told more often."""
    told = tell(*(state(key) for key in states), person("Ingrid Solvang", role=LEADER), outlet=outlet)
    assert told.one(len(states)).code == code


def test_an_unknown_body_belongs_to_the_owner_of_the_phrase() -> None:
    actor = tell(body("Komite Fjord", owner="NOR", role=MILITARY)).one(0)
    assert (actor.name, actor.kind, actor.code) == ("Komite Fjord", "organisation", "NOR")
    assert actor.sectors == ("MIL", "GOV")


def test_a_body_without_owner_is_of_no_country() -> None:
    assert tell(state("NOR"), body("Komite Fjord")).one(1).code == "---"


def test_an_abbreviation_in_brackets_stands_for_what_was_told_right_before() -> None:
    full = replace(body("Komite Fjord", owner="NOR"), span=Span(start=0, end=12))
    short = replace(body("KF", alias=True), span=Span(start=14, end=16))
    told = tell(full, short, state("CHL"), body("KF"))
    assert told.names(1) == ["Komite Fjord"]
    assert told.names(3) == ["Komite Fjord"]


def test_brackets_further_away_are_no_abbreviation() -> None:
    full = replace(body("Komite Fjord", owner="NOR"), span=Span(start=0, end=12))
    told = tell(full, replace(body("KF", alias=True), span=Span(start=40, end=42)))
    assert told.names(1) == ["KF"]


def test_a_known_party_in_brackets_is_itself() -> None:
    told = tell(state("NOR"), replace(known("un"), alias=True))
    assert told.names(1) == ["United Nations"]


def test_places_are_no_parties() -> None:
    told = tell(place("Oslo", key="NOR"), place("Fjordheim"), place("Oslo", key="NOR"))
    assert [told[number] for number in range(3)] == [[], [], []]
    assert [(spot.name, spot.country, len(spot.mentions)) for spot in told.cast.places] == [
        ("Oslo", "NOR", 2),
        ("Fjordheim", None, 1),
    ]
    assert [spot.id for spot in told.cast.places] == ["p1", "p2"]


def test_the_same_name_is_a_place_or_a_party_by_its_mention() -> None:
    told = tell(state("NOR"), replace(state("NOR"), place=True))
    assert told.names(0) == ["Norway"]
    assert told[1] == []
    assert [spot.country for spot in told.cast.places] == ["NOR"]


def test_an_unknown_name_of_a_place_is_a_place() -> None:
    told = tell(Mention(span=Span(start=0, end=9), name="Fjordheim", label="PLACE"))
    assert told[0] == []
    assert [spot.name for spot in told.cast.places] == ["Fjordheim"]


@pytest.mark.parametrize(
    ("outlet", "name", "code"),
    [
        ("Detik", "Detik", "IDN"),
        ("detik.com", "Detik", "IDN"),
        ("www.bbc.com", "BBC", "GBR"),
        ("KOMPAS.com", "Kompas", "IDN"),
        ("detikcom", "Detik", "IDN"),
    ],
)
def test_the_outlet_is_known_by_name_domain_or_handle(outlet: str, name: str, code: str) -> None:
    cast = tell(outlet=outlet).cast
    actor = cast[cast.outlet]
    assert (actor.name, actor.kind, actor.code) == (name, "outlet", code)


@pytest.mark.parametrize(
    ("outlet", "name"), [("Kabar Fjord", "Kabar Fjord"), ("fjord.example", "fjord.example"), (None, "unnamed outlet")]
)
def test_an_unknown_outlet_is_an_actor_of_its_own(outlet: str | None, name: str) -> None:
    cast = tell(outlet=outlet).cast
    actor = cast[cast.outlet]
    assert (actor.name, actor.kind, actor.code, actor.sectors) == (name, "outlet", "---", ("JRN",))


def test_an_outlet_named_in_the_text_is_the_articles_own_voice() -> None:
    told = tell(known("detik"), outlet="Detik")
    assert told.one(0).id == told.cast.outlet


def test_somebody_stands_for_witnesses_whom_the_text_does_not_name() -> None:
    cast = tell().cast
    unnamed = cast[cast.unnamed]
    assert cast.unnamed != cast.outlet
    assert (unnamed.code, unnamed.sectors, unnamed.mentions) == ("---", ("UNK",), ())


def test_words_of_nobody_are_left_out() -> None:
    told = tell(Mention(span=Span(start=0, end=5)), person("Ingrid", role=ANALYSTS))
    assert told[0] == []
    assert told.names(1) == ["Ingrid"]
