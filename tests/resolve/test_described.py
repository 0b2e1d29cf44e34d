"""Parties spoken of by title or common noun: who they are, and whose."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.resolve.made_mentions import (
    ANALYSTS,
    ARMY,
    CITIZENS,
    GOVERNMENT,
    HOME_POLICE,
    LEADER,
    MILITARY,
    MINISTER,
    MISSILE,
    POLICE,
    PRESIDENT,
    described,
    known,
    person,
    place,
    state,
    tell,
)

from saksi.model import Mention, Role


@pytest.mark.parametrize(
    ("role", "owner", "name", "kind", "code"),
    [
        (MILITARY, "NOR", "military of Norway", "organisation", "NOR"),
        (CITIZENS, "NOR", "citizens of Norway", "group", "NOR"),
        (ANALYSTS, "", "analysts", "group", "---"),
        (HOME_POLICE, "", "national police of Indonesia", "organisation", "IDN"),
        (GOVERNMENT, "NOR", "Norway", "state", "NOR"),
        (MISSILE, "NOR", "Norway", "state", "NOR"),
        (LEADER, "NOR", "party leader of Norway", "person", "NOR"),
    ],
)
def test_what_an_owned_party_is_called(role: Role, owner: str, name: str, kind: str, code: str) -> None:
    actor = tell(described(role, owner=owner)).one(0)
    assert (actor.name, actor.kind, actor.code) == (name, kind, code)


def test_the_same_words_of_the_same_owner_are_one_party() -> None:
    told = tell(described(MILITARY, owner="NOR"), described(MILITARY, owner="CHL"), described(MILITARY, owner="NOR"))
    assert told.one(0) is told.one(2)
    assert told.one(1).code == "CHL"


def test_an_unowned_army_is_whose_the_same_words_were_before() -> None:
    told = tell(described(MILITARY, owner="NOR"), state("CHL", sentence=1), described(MILITARY, sentence=1))
    assert told.one(2) is told.one(0)


def test_else_it_is_of_the_only_state_in_the_sentence() -> None:
    told = tell(state("NOR"), state("NOR"), state("CHL", sentence=1), described(ARMY, sentence=1))
    assert told.one(3).code == "CHL"


def test_else_of_the_state_that_is_told_most() -> None:
    told = tell(state("CHL"), state("NOR"), state("NOR"), described(ARMY, sentence=1))
    assert told.one(3).code == "NOR"


def test_where_two_states_stand_in_the_sentence_the_one_told_most_has_it() -> None:
    told = tell(state("NOR"), state("CHL", sentence=1), state("NOR", sentence=1), described(ARMY, sentence=1))
    assert told.one(3).code == "NOR"


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ([], "IDN"),
        ([place("Oslo", key="NOR")], "NOR"),
        ([place("Oslo", key="NOR"), place("Santiago", key="CHL")], "IDN"),
        ([place("Lembah Hijau")], "IDN"),
    ],
    ids=["no place", "places of one country", "places of two", "a place of no known country"],
)
def test_where_no_state_is_told_officials_are_of_where_it_is_else_of_the_outlets_country(
    before: list[Mention], code: str
) -> None:
    assert tell(*before, described(ARMY)).one(len(before)).code == code


def test_where_no_state_is_told_civilians_are_of_none() -> None:
    assert tell(place("Oslo", key="NOR"), described(ANALYSTS)).one(1).code == "---"


@pytest.mark.parametrize("role", [CITIZENS, ANALYSTS])
def test_civilians_without_owner_are_of_no_country(role: Role) -> None:
    assert tell(state("NOR"), state("NOR"), described(role)).one(2).code == "---"


@pytest.mark.parametrize("role", [MISSILE, GOVERNMENT])
def test_what_stands_for_a_state_is_nobody_without_one(role: Role) -> None:
    assert tell(described(role))[0] == []


def test_an_owner_that_is_not_known_is_none() -> None:
    assert tell(described(CITIZENS, owner="XXX")).one(0).code == "---"


POSSESSIVE: list[tuple[list[Mention], str]] = [
    ([state("NOR", subject=True), state("CHL")], "NOR"),
    ([state("NOR"), state("CHL")], "CHL"),
    ([described(MILITARY, owner="NOR", subject=True)], "NOR"),
    ([known("vladimir_putin", subject=True), state("CHL")], "RUS"),
    ([known("kcna", subject=True), state("CHL")], "CHL"),
    ([known("un", subject=True)], "---"),
    ([], "---"),
]


@pytest.mark.parametrize(("before", "code"), POSSESSIVE)
def test_its_people_are_of_who_was_told_before(before: list[Mention], code: str) -> None:
    """`warganya`: of the last subject of a country, else of the last party of one."""
    told = tell(*before, replace(described(CITIZENS), possessive=True))
    assert told.one(len(before)).code == code


def test_its_people_are_not_of_who_was_told_long_before() -> None:
    told = tell(state("NOR", subject=True), replace(described(CITIZENS, sentence=2), possessive=True))
    assert told.one(1).code == "---"


def test_a_title_means_the_person_told_with_it() -> None:
    told = tell(person("Ingrid Solvang", role=MINISTER, owner="NOR"), described(MINISTER, sentence=4))
    assert told.one(1) is told.one(0)


def test_a_title_of_another_country_means_somebody_else() -> None:
    told = tell(person("Ingrid Solvang", role=MINISTER, owner="NOR"), described(MINISTER, owner="FJI"))
    assert told.one(1) is not told.one(0)
    assert told.one(1).code == "FJI"


@pytest.mark.parametrize(("pointing", "same"), [(True, True), (False, False)])
def test_another_title_means_the_person_only_if_it_points_back(pointing: bool, same: bool) -> None:
    pointer = replace(described(LEADER, owner="NOR"), pointing=pointing)
    told = tell(person("Ingrid Solvang", role=PRESIDENT, owner="NOR"), pointer)
    assert (told.one(1) is told.one(0)) is same


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "name"),
    [
        ("2024-10-19", "Joko Widodo"),
        ("2024-10-21", "Prabowo Subianto"),
        ("2009-03-01", "Susilo Bambang Yudhoyono"),
        ("1939-01-01", "president of Indonesia"),
    ],
)
def test_a_title_means_who_held_the_office_that_day(published: str, name: str) -> None:
    assert tell(described(PRESIDENT, owner="IDN"), published=day(published)).names(0) == [name]


def test_without_a_date_the_holder_stays_unnamed() -> None:
    actor = tell(described(PRESIDENT, owner="IDN"), published=None).one(0)
    assert (actor.name, actor.kind, actor.code) == ("president of Indonesia", "person", "IDN")


def test_a_former_holder_is_not_the_one_of_that_day() -> None:
    told = tell(replace(described(PRESIDENT, owner="IDN"), former=True), published=day("2025-01-01"))
    assert told.names(0) == ["president of Indonesia"]


def test_the_holder_by_title_and_by_name_are_one() -> None:
    told = tell(described(PRESIDENT, owner="IDN"), known("prabowo_subianto"), published=day("2025-01-01"))
    assert told.one(0) is told.one(1)


def test_bodies_of_one_kind_but_different_owners_are_different() -> None:
    told = tell(described(POLICE, owner="NOR"), described(POLICE, owner="CHL"))
    assert [told.one(number).name for number in (0, 1)] == ["police of Norway", "police of Chile"]
