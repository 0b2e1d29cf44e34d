"""The loader reads what is right, and says file, line and reason where a row is wrong."""

import time

import pytest

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS
from saksi.errors import KnowledgeError
from saksi.knowledge import fold, load
from saksi.knowledge.tables import TABLES, build

GOOD = {
    "states": """key,code,name,capital,latitude,longitude
FRA,FRA,France,Paris,48.86,2.35
""",
    "bodies": """key,name,kind,code,sectors,parent
un,United Nations,organisation,UNO,GOV,
who,WHO,organisation,UNO,GOV MED,un
""",
    "leaders": """key,name,code,office,title,sectors,since,until
macron,Emmanuel Macron,FRA,head_of_state,president,GOV,2017-05-14,
""",
    "outlets": """key,name,code,domain,kind
afp,Agence France-Presse,FRA,afp.com,agency
""",
}


def test_build_reads_every_column() -> None:
    knowledge = build(GOOD)
    assert len(knowledge) == 5
    assert knowledge.entity("FRA").latitude == pytest.approx(48.86)
    assert knowledge.entity("who").sectors == ("GOV", "MED")
    assert knowledge.entity("who").parent == "un"
    assert [person.name for person in knowledge.people("FRA")] == ["Emmanuel Macron"]
    assert knowledge.people("DEU") == ()
    assert [entity.kind for entity in knowledge] == ["state", "organisation", "organisation", "person", "outlet"]


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("states", "fr,FRA,France,Paris,,", r"states\.csv:3: a state's key is its code"),
        ("states", "FRA,FRA,France,Paris,,", r"states\.csv:3: duplicate key 'FRA'"),
        ("states", "DEU,DEU,Germany,Berlin,north,", r"states\.csv:3: could not convert"),
        ("bodies", "nato,NATO,organisation,NAT,MIL,", r"bodies\.csv:4: unknown code 'NAT'"),
        ("bodies", "nato,NATO,alliance,IGO,MIL,", r"bodies\.csv:4: unknown kind 'alliance'"),
        ("bodies", "nato,NATO,organisation,IGO,ARMY,", r"bodies\.csv:4: unknown sectors 'ARMY'"),
        ("bodies", "nato,NATO,organisation,IGO,,", r"bodies\.csv:4: unknown sectors"),
        ("bodies", "nato,NATO,organisation,IGO,MIL,west", r"bodies\.csv: nato: unknown parent 'west'"),
        ("bodies", "nato,,organisation,IGO,MIL,", r"bodies\.csv:4: a row needs key and name"),
        ("bodies", "nato,NATO", r"bodies\.csv:4: expected 6 fields"),
        ("leaders", "x,X,FRA,king,king,GOV,,", r"leaders\.csv:3: unknown office 'king'"),
        ("leaders", "x,X,FRA,minister,minister,GOV,May 2017,", r"leaders\.csv:3: bad date 'May 2017'"),
        ("leaders", "x,X,FRA,minister,minister,GOV,2017-13,", r"leaders\.csv:3: bad date '2017-13'"),
        ("leaders", "x,X,FRA,minister,minister,GOV,2017-05,2016", r"leaders\.csv:3: the term ends"),
        ("leaders", "un,X,FRA,minister,minister,GOV,,", r"leaders\.csv:3: duplicate key 'un'"),
        ("outlets", "lm,Le Monde,FRA,lemonde.fr,paper", r"outlets\.csv:3: unknown kind of outlet 'paper'"),
    ],
)
def test_a_broken_row_is_named(table: str, row: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        build(GOOD | {table: GOOD[table] + row + "\n"})


def test_a_missing_column_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"outlets\.csv: no column 'kind'"):
        build(GOOD | {"outlets": "key,name,code,domain\nafp,Agence France-Presse,FRA,afp.com\n"})


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(KnowledgeError, match="'atlantis'"):
        build(GOOD).entity("atlantis")


@pytest.mark.parametrize(
    ("name", "key"), [("afp.com", "afp"), ("www.AFP.com", "afp"), ("A.F.P.", "afp"), ("Agence", None), ("", None)]
)
def test_outlets_are_found_by_domain_and_by_name(name: str, key: str | None) -> None:
    found = build(GOOD).outlet(name, names={fold("AFP"): "afp"})
    assert (found.key if found else None) == key


def test_fold_leaves_letters_and_digits() -> None:
    assert fold("KOMPAS.com") == fold("Kompas com") == "kompascom"


def test_the_tables_that_come_with_saksi_are_sound() -> None:
    knowledge = load()
    states = {state.code for state in knowledge.states}
    assert {"IDN", "USA", "KOS", "PSE", "HKG", "TWN", "VAT"} <= states
    assert len(states) >= 195
    for entity in knowledge:
        assert entity.code in states | CODES_WITHOUT_STATE, entity
        assert SECTORS.issuperset(entity.sectors), entity
        assert entity.name == entity.name.strip(), entity
    names = [(entity.name, entity.code) for entity in knowledge]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_loading_takes_well_under_150_milliseconds() -> None:
    load.cache_clear()
    start = time.perf_counter()
    knowledge = load()
    assert time.perf_counter() - start < 0.15
    assert all(getattr(knowledge, table) for table in TABLES)
