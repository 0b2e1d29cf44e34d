"""The parties of an article, found by where the text names them."""

import pytest

from saksi.model import Actor, Cast, Kind, Place, Span

TEXT = "Presiden Kenya bertemu utusan Ghana di Nairobi. Keduanya sepakat; Kenya senang."


def where(words: str, number: int = 0) -> Span:
    """The span of the words, or of their later occurrence."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def actor(actor_id: str, code: str, *mentions: Span, kind: Kind = "state") -> Actor:
    return Actor(id=actor_id, name=actor_id, kind=kind, code=code, mentions=mentions)


CAST = Cast(
    actors=(
        actor("a1", "IDN", kind="outlet"),
        actor("a2", "KEN", where("Presiden Kenya"), where("Keduanya"), kind="person"),
        actor("a3", "GHA", where("utusan Ghana"), where("Keduanya"), kind="person"),
        actor("a4", "KEN", where("Kenya", 1)),
        actor("a5", "---", kind="group"),
    ),
    places=(Place(id="p1", name="Nairobi", country="KEN", mentions=(where("Nairobi"),)),),
    outlet="a1",
    unnamed="a5",
)


def party_at(offset: int) -> str | None:
    found = CAST.at(offset)
    return found[1].id if found else None


@pytest.mark.parametrize(
    ("offset", "party"),
    [
        (0, "a2"),
        (where("Kenya").start, "a2"),
        (where("Presiden Kenya").end - 1, "a2"),
        (where("Presiden Kenya").end, None),
        (where("bertemu").start, None),
        (where("utusan").start, "a3"),
        (where("Nairobi").start, None),
        (where("Kenya", 1).start, "a4"),
        (len(TEXT) - 1, None),
        (len(TEXT) + 5, None),
    ],
)
def test_who_is_named_at_an_offset(offset: int, party: str | None) -> None:
    assert party_at(offset) == party


def test_at_tells_the_whole_mention() -> None:
    found = CAST.at(where("Kenya").start)
    assert found is not None
    assert found[0].of(TEXT) == "Presiden Kenya"


@pytest.mark.parametrize(
    ("span", "parties"),
    [
        (Span(start=0, end=len(TEXT)), ["a2", "a3", "a2", "a3", "a4"]),
        (where("Presiden Kenya"), ["a2"]),
        (where("Kenya bertemu utusan Ghana"), ["a3"]),
        (where("Keduanya sepakat"), ["a2", "a3"]),
        (where("bertemu"), []),
        (where("di Nairobi"), []),
    ],
)
def test_who_is_named_wholly_within_a_stretch(span: Span, parties: list[str]) -> None:
    assert [party.id for _, party in CAST.within(span)] == parties


def test_one_word_may_stand_for_two_parties() -> None:
    both = list(CAST.within(where("Keduanya")))
    assert {party.id for _, party in both} == {"a2", "a3"}
    assert party_at(where("Keduanya").start) in {"a2", "a3"}


def test_a_state_is_found_by_its_code_and_no_other_party_of_that_code_is() -> None:
    state = CAST.state("KEN")
    assert state is not None
    assert state.id == "a4"
    assert CAST.state("GHA") is None
    assert CAST.state("---") is None


@pytest.mark.parametrize(("words", "places"), [("di Nairobi", ["Nairobi"]), ("Nairobi", ["Nairobi"]), ("Keduanya", [])])
def test_places_within_a_stretch(words: str, places: list[str]) -> None:
    assert [place.name for _, place in CAST.places_within(where(words))] == places


def test_lookup_by_id() -> None:
    assert CAST["a3"].code == "GHA"
    assert CAST[CAST.outlet].kind == "outlet"
    with pytest.raises(KeyError):
        CAST["a9"]


def test_an_empty_cast_names_nobody() -> None:
    cast = Cast(actors=(), outlet="a1", unnamed="a2")
    assert cast.at(0) is None
    assert list(cast.within(Span(start=0, end=9))) == []
