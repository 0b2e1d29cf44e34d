"""The loader reads what is right, and says file, line and reason where a row is wrong."""

import pytest

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS
from saksi.errors import KnowledgeError
from saksi.knowledge import fold, load
from saksi.knowledge.tables import assemble

GOOD = {
    "states": """key,code,name,capital,latitude,longitude,leader
FRA,FRA,France,Paris,48.86,2.35,head_of_state
""",
    "bodies": """key,name,kind,code,sectors,parent
un,United Nations,organisation,UNO,GOV,
who,WHO,organisation,UNO,GOV MED,un
""",
    "leaders": """key,name,code,sectors
macron,Emmanuel Macron,FRA,GOV
hollande,François Hollande,FRA,GOV
""",
    "terms": """person,code,office,title,since,until
hollande,FRA,head_of_state,president,2012-05-15,2017-05-14
macron,FRA,head_of_state,president,2017-05-14,
macron,FRA,minister,minister of the economy,2014-08,2016-08
""",
    "outlets": """key,name,code,domain,kind
afp,Agence France-Presse,FRA,afp.com,agency
""",
}


def test_build_reads_every_column() -> None:
    knowledge = assemble(GOOD, [])
    assert len(knowledge) == 6
    assert knowledge.entity("FRA").latitude == pytest.approx(48.86)
    assert knowledge.entity("who").sectors == ("GOV", "MED")
    assert knowledge.entity("who").parent == "un"
    assert [term.title for term in knowledge.entity("macron").terms] == ["president", "minister of the economy"]
    assert [term.person for term in knowledge.terms("FRA")] == ["hollande", "macron", "macron"]
    assert knowledge.terms("DEU") == ()
    kinds = [entity.kind for entity in knowledge]
    assert kinds == ["state", "organisation", "organisation", "person", "person", "outlet"]


@pytest.mark.parametrize(
    ("title", "day", "key"),
    [
        ("president", "2016-01-01", "hollande"),
        ("President", "2017-05-13", "hollande"),
        ("president", "2017-05-14", "macron"),
        ("head of state", "2025-01-01", "macron"),
        ("leader", "2025-01-01", "macron"),
        ("president", "2012-05-14", None),
        ("minister of the economy", "2015-01-01", None),
        ("king", "2016-01-01", None),
    ],
)
def test_a_title_means_its_holder_on_the_day(title: str, day: str, key: str | None) -> None:
    holder = assemble(GOOD, []).holder(title, "FRA", day)
    assert (holder.key if holder else None) == key


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("states", "fr,FRA,France,Paris,,,head_of_state", r"states\.csv:3: a state's key is its code"),
        ("states", "FRA,FRA,France,Paris,,,head_of_state", r"states\.csv:3: duplicate key 'FRA'"),
        ("states", "DEU,DEU,Germany,Berlin,,,chancellor", r"states\.csv:3: unknown leader 'chancellor'"),
        ("states", "DEU,DEU,Germany,Berlin,north,,head_of_state", r"states\.csv:3: could not convert"),
        ("bodies", "nato,NATO,organisation,NAT,MIL,", r"bodies\.csv:4: unknown code 'NAT'"),
        ("bodies", "nato,NATO,alliance,IGO,MIL,", r"bodies\.csv:4: unknown kind 'alliance'"),
        ("bodies", "nato,NATO,organisation,IGO,ARMY,", r"bodies\.csv:4: unknown sectors 'ARMY'"),
        ("bodies", "nato,NATO,organisation,IGO,,", r"bodies\.csv:4: unknown sectors"),
        ("bodies", "nato,NATO,organisation,IGO,MIL,west", r"bodies\.csv:4: unknown parent 'west'"),
        ("bodies", "nato,,organisation,IGO,MIL,", r"bodies\.csv:4: a row needs key and name"),
        ("bodies", "nato,NATO", r"bodies\.csv:4: expected 6 fields"),
        ("terms", "macron,FRA,king,king,,", r"terms\.csv:5: unknown office 'king'"),
        ("terms", "macron,FRA,minister,minister,May 2017,", r"terms\.csv:5: bad date 'May 2017'"),
        ("terms", "macron,FRA,minister,minister,2017-13,", r"terms\.csv:5: bad date '2017-13'"),
        ("terms", "macron,FRA,minister,minister,2017-05,2016", r"terms\.csv:5: the term ends"),
        ("terms", "un,FRA,minister,minister,,", r"terms\.csv:5: unknown person 'un'"),
        ("terms", "macron,ATL,minister,minister,,", r"terms\.csv:5: unknown code 'ATL'"),
        (
            "terms",
            "hollande,FRA,head_of_state,president,2020-01-01,",
            r"terms\.csv:5: hollande is president of FRA from 2020.*macron is so until today \(terms\.csv:3\)",
        ),
        ("leaders", "un,X,FRA,GOV", r"leaders\.csv:4: duplicate key 'un'"),
        ("outlets", "lm,Le Monde,FRA,lemonde.fr,paper", r"outlets\.csv:3: unknown kind of outlet 'paper'"),
    ],
)
def test_a_broken_row_is_named(table: str, row: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        assemble(GOOD | {table: GOOD[table] + row + "\n"}, [])


def test_a_missing_column_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"outlets\.csv: no column 'kind'"):
        assemble(GOOD | {"outlets": "key,name,code,domain\nafp,Agence France-Presse,FRA,afp.com\n"}, [])


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(KnowledgeError, match="'atlantis'"):
        assemble(GOOD, []).entity("atlantis")


@pytest.mark.parametrize(
    ("name", "key"), [("afp.com", "afp"), ("www.AFP.com", "afp"), ("A.F.P.", "afp"), ("Agence", None), ("", None)]
)
def test_outlets_are_found_by_domain_and_by_name(name: str, key: str | None) -> None:
    found = assemble(GOOD, []).outlet(name, names={fold("AFP"): "afp"})
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


def test_the_tables_that_come_with_saksi_are_many_and_read_once() -> None:
    knowledge = load()
    assert knowledge is load()
    assert len(knowledge) > 5000
