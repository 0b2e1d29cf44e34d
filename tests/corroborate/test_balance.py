"""Invented stories: who vouches independently, for and against."""

import pytest

from saksi.corroborate import Voice, balance

GOV = frozenset({"GOV"})
AGENCIES = {"AFP": "FRA", "Reuters": "GBR", "AP": "USA", "Antara": "IDN"}
PEOPLE = {
    "Putin": ("RUS", "person", GOV),
    "Lavrov": ("RUS", "person", GOV),
    "Russia": ("RUS", "state", GOV),
    "Ukraine": ("UKR", "state", GOV),
    "Kuleba": ("UKR", "person", GOV),
    "Ukrainian army": ("UKR", "organisation", frozenset({"MIL"})),
    "Amnesty": ("NGO", "organisation", frozenset({"NGO"})),
    "Hamas": ("PSE", "organisation", frozenset({"REB"})),
    "Fatah": ("PSE", "organisation", frozenset({"PTY"})),
    "residents": ("---", "group", frozenset({"CVL"})),
    "unnamed": ("---", "group", frozenset({"UNK"})),
}


def voice(line: str, number: int) -> Voice:
    """`Kompas~AFP > Putin -`: Kompas's article, a copy of AFP's text, has it from Putin, who denies it."""
    stance = "denies" if line.endswith(" -") else "asserts"
    links = [link.strip() for link in line.removesuffix(" -").split(">")]
    outlet, _, original = links[0].partition("~")
    chain = (outlet, *links[1:])
    code, kind, sectors = PEOPLE.get(chain[-1], (AGENCIES.get(chain[-1], "IDN"), "outlet", frozenset({"JRN"})))
    return Voice(
        event=f"a{number}#e1",
        outlet=outlet,
        copy_of=original or None,
        stance=stance,  # type: ignore[arg-type]
        chain=chain,
        witness=chain[-1],
        code=code,
        kind=kind,
        sectors=sectors,
        evidence=f"sentence {number}",
    )


STORIES = [
    ("one outlet", ["Kompas"], 1, 0, "reported"),
    ("two outlets of their own", ["Kompas", "Tempo"], 2, 0, "reported"),
    ("an outlet that reports twice", ["Kompas", "Kompas"], 1, 0, "reported"),
    ("a reprint", ["Kompas", "Detik~Kompas"], 1, 0, "reported"),
    ("three reprints of one text", ["Kompas", "Detik~Kompas", "Tempo~Kompas", "Okezone~Kompas"], 1, 0, "reported"),
    ("a reprint without its original", ["Detik~Kompas"], 1, 0, "reported"),
    ("two outlets from one agency", ["Kompas > AFP", "Tempo > AFP"], 1, 0, "claimed"),
    ("two outlets from two agencies", ["Kompas > AFP", "Tempo > Reuters"], 2, 0, "claimed"),
    ("ten from one agency", ["O1 > AFP", *(f"O{n} > AFP" for n in range(2, 11))], 1, 0, "claimed"),
    ("an agency and who quotes it", ["AFP", "Kompas > AFP"], 1, 0, "reported"),
    ("one speaker in three outlets", ["Kompas > Putin", "Tempo > Putin", "Detik > AFP > Putin"], 1, 0, "claimed"),
    ("a leader and his minister", ["Kompas > Putin", "Tempo > Lavrov"], 1, 0, "claimed"),
    ("a state and its army", ["Kompas > Ukraine", "Tempo > Ukrainian army"], 1, 0, "claimed"),
    ("two states", ["Kompas > Russia", "Kompas > Ukraine"], 2, 0, "claimed"),
    ("a group and a party of one people", ["Kompas > Hamas", "Tempo > Fatah"], 2, 0, "claimed"),
    ("a claim and its denial", ["Kompas > Ukraine", "Kompas > Russia -"], 1, 1, "contested"),
    ("a denial by two of one side", ["Kompas > Ukraine", "Tempo > Putin -", "Tempo > Lavrov -"], 1, 1, "contested"),
    ("only denials", ["Kompas > Russia -", "Tempo > AFP > Putin -"], 0, 1, "denied"),
    ("an outlet that saw it, and a denial", ["Kompas", "Tempo > Russia -"], 1, 1, "contested"),
    ("a watchdog and residents", ["Kompas > Amnesty", "Kompas > residents"], 2, 0, "claimed"),
    ("unnamed sources of two outlets", ["Kompas > unnamed", "Tempo > unnamed"], 2, 0, "claimed"),
    ("unnamed sources of one outlet", ["Kompas > unnamed", "Kompas > unnamed"], 1, 0, "claimed"),
    (
        "two sides, two agencies, a reprint",
        ["Kompas > AFP > Ukraine", "Detik~Kompas > AFP > Ukraine", "Tempo > Reuters > Kuleba", "AP > Putin -"],
        1,
        1,
        "contested",
    ),
    ("confirmed by an outlet later", ["Kompas > Ukraine", "Tempo > Ukraine", "Reuters"], 2, 0, "reported"),
    ("both sides and an outlet", ["Kompas > Ukraine", "Kompas > Russia", "Tempo"], 3, 0, "reported"),
    ("a side that says both", ["Kompas > Putin", "Tempo > Russia -"], 1, 1, "contested"),
]


@pytest.mark.parametrize(
    ("name", "lines", "against", "for_", "standing"),
    [(name, lines, against, for_, standing) for name, lines, for_, against, standing in STORIES],
)
def test_the_balance_of_a_story(name: str, lines: list[str], for_: int, against: int, standing: str) -> None:
    weighed = balance(voice(line, number) for number, line in enumerate(lines))
    assert (len(weighed.witnesses_for), len(weighed.witnesses_against)) == (for_, against)
    assert weighed.standing == standing
    assert weighed.reports == len(lines)


def test_what_was_folded_is_told_with_the_reason() -> None:
    weighed = balance(
        voice(line, number) for number, line in enumerate(["Kompas", "Detik~Kompas", "Tempo > AFP", "AFP"])
    )
    kompas, afp = weighed.witnesses_for
    assert (kompas.name, afp.name) == ("Kompas", "AFP")
    assert kompas.folded == {"Detik": "Detik stands on the text of Kompas"}
    assert list(afp.folded.values()) == ["AFP counts once"] or "the same credit: AFP" in afp.folded.values()
    assert kompas.events == ["a0#e1", "a1#e1"]


def test_the_order_of_voices_does_not_matter() -> None:
    lines = ["Kompas > AFP > Ukraine", "Detik~Kompas", "Tempo > Putin -", "Kompas"]
    voices = [voice(line, number) for number, line in enumerate(lines)]
    assert balance(voices) == balance(reversed(voices))
