"""How a deed stands follows from its testimony alone."""

import pytest

from saksi.model import Event, Span, Stance, Standing, Testimony

Vote = tuple[Stance, tuple[str, ...]]
OUTLET = "a1"

ROWS: list[tuple[list[Vote], Standing]] = [
    ([("asserts", ("a1",))], "reported"),
    ([("asserts", ("a1",)), ("asserts", ("a1", "a2"))], "reported"),
    ([("asserts", ("a1", "a2")), ("asserts", ("a1",))], "reported"),
    ([("asserts", ("a1", "a2"))], "claimed"),
    ([("asserts", ("a1", "a3", "a2"))], "claimed"),
    ([("asserts", ("a2",))], "claimed"),
    ([("asserts", ("a1",)), ("denies", ("a1", "a2"))], "contested"),
    ([("asserts", ("a1", "a3")), ("denies", ("a1", "a2"))], "contested"),
    ([("denies", ("a1", "a2")), ("asserts", ("a1", "a3"))], "contested"),
    ([("denies", ("a1", "a2"))], "denied"),
    ([("denies", ("a1",)), ("denies", ("a1", "a2"))], "denied"),
]


@pytest.mark.parametrize(("votes", "standing"), ROWS)
def test_standing_follows_from_the_testimony(votes: list[Vote], standing: Standing) -> None:
    event = Event(
        id="e1",
        type="ASSAULT",
        trigger=Span(start=0, end=1),
        status="happened",
        testimony=tuple(Testimony(stance=stance, chain=chain) for stance, chain in votes),
    )
    assert event.standing(OUTLET) == standing
