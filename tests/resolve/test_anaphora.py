"""Whom pronouns, and phrases like them, point back to."""

import pytest
from tests.resolve.made_mentions import ANALYSTS, MILITARY, NOWHERE, described, known, person, state, tell

from saksi.model import Mention
from saksi.model.mention import Anaphor

IVO = person("Ivo Berg", subject=True)
RUTH = person("Ruth Dahl")
NORWAY, CHILE = state("NOR"), state("CHL")
ARMY = described(MILITARY, owner="NOR", subject=True)
EXPERTS = described(ANALYSTS, subject=True)


def points(anaphor: Anaphor, *, sentence: int = 0) -> Mention:
    return Mention(span=NOWHERE, name="-", anaphor=anaphor, sentence=sentence)


ROWS: list[tuple[str, list[Mention], Mention, list[str]]] = [
    ("nobody told", [], points("person"), []),
    ("last person", [RUTH], points("person"), ["Ruth Dahl"]),
    ("no state for a person", [NORWAY], points("person"), []),
    ("a person before a state", [RUTH, NORWAY], points("person"), ["Ruth Dahl"]),
    ("a subject before a later person", [IVO, RUTH], points("person"), ["Ivo Berg"]),
    ("a subject of the sentence before", [IVO, RUTH], points("person", sentence=1), ["Ivo Berg"]),
    ("no subject of long before", [IVO, RUTH], points("person", sentence=3), ["Ruth Dahl"]),
    ("nobody of longer before", [IVO, RUTH], points("person", sentence=4), []),
    ("a clitic is a person", [IVO], points("clitic"), ["Ivo Berg"]),
    ("last state", [NORWAY, CHILE, IVO], points("country"), ["Chile"]),
    ("the country of an army, not the army", [ARMY], points("country"), ["Norway"]),
    ("a state told before the country of an army", [CHILE, ARMY], points("country"), ["Chile"]),
    ("no country of who has none", [EXPERTS], points("country"), []),
    ("its is the state told last", [NORWAY, CHILE, IVO], points("near"), ["Chile"]),
    ("its is never a person's", [IVO], points("near"), []),
    ("its points to the sentence before at most", [NORWAY], points("near", sentence=2), []),
    ("last group that was subject", [ARMY, IVO, CHILE], points("plural"), ["military of Norway"]),
    ("people of no country", [EXPERTS], points("plural"), ["analysts"]),
    ("no person for a plural", [IVO], points("plural"), []),
    ("no group of long before", [ARMY], points("plural", sentence=4), []),
    ("the speaker's side", [NORWAY, ARMY, CHILE], points("self"), ["military of Norway"]),
    ("no side without a subject", [NORWAY], points("self"), []),
    ("the last two countries", [NORWAY, CHILE, state("FJI")], points("both"), ["Chile", "Fiji"]),
    ("two of one country are one", [NORWAY, ARMY, CHILE], points("both"), ["military of Norway", "Chile"]),
    ("who is of no country is not one of both", [NORWAY, EXPERTS, CHILE], points("both"), ["Norway", "Chile"]),
    ("an agency is not one of both", [NORWAY, CHILE, known("kcna")], points("both"), ["Norway", "Chile"]),
    ("both needs two", [NORWAY], points("both"), []),
    ("we are whoever speaks", [NORWAY, IVO], points("first"), []),
]


@pytest.mark.parametrize(("before", "pointer", "names"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_whom_it_points_back_to(before: list[Mention], pointer: Mention, names: list[str]) -> None:
    told = tell(*before, pointer)
    assert sorted(told.names(len(before))) == sorted(names)


def test_a_pronoun_is_told_too_and_keeps_the_chain_going() -> None:
    far = points("person", sentence=5)
    told = tell(RUTH, points("person", sentence=3), far)
    assert told.names(2) == ["Ruth Dahl"]


@pytest.mark.parametrize("anaphor", ["person", "country", "plural", "self", "near", "both", "first", "clitic"])
def test_pointing_back_makes_no_new_party(anaphor: Anaphor) -> None:
    before = [NORWAY, CHILE, IVO, ARMY]
    assert len(tell(*before, points(anaphor)).cast.actors) == len(tell(*before).cast.actors)
