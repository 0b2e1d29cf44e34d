"""The ontology as its manual has it."""

import re

import pytest

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, plover

TYPES = [
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
]
MODES = [
    ("CONSULT", "visit third-party multilateral phone"),
    ("RETREAT", "withdraw release disarm ceasefire access resign"),
    ("REQUEST", "assist change yield meet"),
    ("REJECT", "assist change yield meet"),
    ("ACCUSE", "disapprove investigate allege"),
    ("THREATEN", "restrict arrest relations expel territory violence"),
    ("PROTEST", "demo riot strike hunger boycott obstruct vandalize"),
    ("SANCTION", "convict expel withdraw discontinue"),
    ("MOBILIZE", "troops weapons police militia"),
    ("COERCE", "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"),
    ("AGREE", ""),
    ("SUPPORT", ""),
    ("CONCEDE", ""),
    ("COOPERATE", ""),
    ("AID", ""),
]


def test_the_sixteen_types() -> None:
    assert sorted(plover().types) == sorted(TYPES)


@pytest.mark.parametrize(("deed", "modes"), MODES)
def test_modes(deed: str, modes: str) -> None:
    assert plover().types[deed]["modes"] == modes.split()


def test_fifteen_modes_of_assault() -> None:
    modes = plover().types["ASSAULT"]["modes"]
    assert len(modes) == len(set(modes)) == 15
    assert {"aerial", "drone", "heavy-weapons", "suicide-attack", "crowd-control"} <= set(modes)


@pytest.mark.parametrize("deed", TYPES)
def test_facts_of_a_type(deed: str) -> None:
    facts = plover().types[deed]
    assert facts["quad"] in {f"{how} {what}" for how in ("verbal", "material") for what in ("cooperation", "conflict")}
    assert -10 <= facts["score"] <= 10
    assert facts["score"] >= 0 if "cooperation" in facts["quad"] else facts["score"] <= 0
    assert facts["cameo"]
    assert all(re.fullmatch(r"0[1-9]|1\d|20", root) for root in facts["cameo"])
    assert facts.get("directed", True) is True


def test_how_many_types_each_quad_has() -> None:
    quads = [facts["quad"] for facts in plover().types.values()]
    counts = {quad: quads.count(quad) for quad in quads}
    assert counts == {
        "verbal cooperation": 4,
        "material cooperation": 3,
        "verbal conflict": 4,
        "material conflict": 5,
    }


def test_every_cameo_root_but_appeals_has_a_type() -> None:
    roots = {root for facts in plover().types.values() for root in facts["cameo"]}
    appeals = {"02"}
    assert roots == {f"{number:02}" for number in range(1, 21)} - appeals


@pytest.mark.parametrize("context", ["military", "human_rights", "diplomatic", "lgbt", "cbrn", "illegal_drugs"])
def test_contexts(context: str) -> None:
    assert context in plover().contexts
    assert len(plover().contexts) == 37


def test_codes_of_parties() -> None:
    assert len(SECTORS) == 24
    assert all(re.fullmatch("[A-Z]{3}", sector) for sector in SECTORS)
    assert {"UNO", "EUR", "IGO", "---"} <= CODES_WITHOUT_STATE
    assert not {"PSE", "KOS", "HKG"} & CODES_WITHOUT_STATE
