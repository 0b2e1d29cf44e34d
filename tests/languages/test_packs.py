"""What the packs hold is valid against the codebook, and each word stands once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

import pytest

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, frames, plover
from saksi.knowledge import load
from saksi.languages import FILES, Pack, codes, load_pack, trigger_forms
from saksi.model import Kind, Status
from saksi.model.mention import Anaphor

ANY_OBJECT = {"", "party", "place"}
COMPLEMENTS = {"", "planned", "requested", "threatened", "refused", "denied", "alleged", "ended"}
POS = {"verb", "noun", "adj"}
PARTS = {"title", "body", "people", "equipment"}
BEYOND_STATUS = {"past", "alleged", "attempt", "standing", "none"}
NO_ANAPHORS = {"pointing", "possessive"}

Row = Mapping[str, str]


def repeated(values: Iterable[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def modes(row: Row) -> list[str]:
    return list(plover().types[row["type"]]["modes"]) if row["type"] in plover().types else []


def wrong(row: Row, classes: Mapping[str, object]) -> list[str]:
    """The columns of a trigger that hold what does not exist."""
    valid = {
        "type": row["type"] in plover().types,
        "mode": row["mode"] in ["", *modes(row)],
        "frame": row["frame"] in frames(),
        "pos": row["pos"] in POS,
        "complement": row["complement"] in COMPLEMENTS,
        "object": row["object"] in ANY_OBJECT | set(classes),
        "contexts": plover().contexts.issuperset(row["contexts"].split()),
        "words": row["words"] == " ".join(row["words"].lower().split()) != "",
    }
    return [f"{column}={row[column]}" for column, right in valid.items() if not right]


def test_triggers_are_valid_against_codebook_and_classes(pack: Pack) -> None:
    classes = pack.table("classes")
    assert {row["words"]: errors for row in pack.rows("triggers") if (errors := wrong(row, classes))} == {}


def test_the_check_of_triggers_finds_what_is_wrong() -> None:
    row = dict.fromkeys(("type", "mode", "frame", "pos", "complement", "object", "contexts", "words"), "X")
    assert len(wrong(row, {})) == len(row)


def test_a_trigger_stands_once_for_each_object(pack: Pack) -> None:
    assert repeated((row["words"], row["pos"], row["object"]) for row in pack.rows("triggers")) == []


def test_every_type_can_be_found(pack: Pack) -> None:
    assert {row["type"] for row in pack.rows("triggers")} == set(plover().types)


def test_a_stem_is_the_verbs_own(pack: Pack) -> None:
    """A prefix may swallow the first letter of the stem, as in `menyerang` of `serang`; the rest stays."""
    rows = [(row["words"].split()[0], row["stem"]) for row in pack.rows("triggers") if row["stem"]]
    assert [(word, stem) for word, stem in rows if len(stem) < 3 or not word.endswith(stem[1:])] == []


def test_only_verbs_have_a_stem(pack: Pack) -> None:
    assert [row["words"] for row in pack.rows("triggers") if row["stem"] and row["pos"] != "verb"] == []


def test_classes_hold_single_lower_case_words_once(pack: Pack) -> None:
    for name, words in pack.table("classes").items():
        assert words, name
        assert repeated(words) == [], name
        assert [word for word in words if word != word.lower() or " " in word] == [], name


def test_parties_are_valid(pack: Pack) -> None:
    codes_known = CODES_WITHOUT_STATE | {state.code for state in load().states} | {""}
    for row in pack.rows("parties"):
        assert row["sectors"], row
        assert SECTORS.issuperset(row["sectors"].split()), row
        assert row["kind"] in get_args(Kind), row
        assert row["role"] in PARTS, row
        assert row["code"] in codes_known, row
        assert row["english"], row
        assert row["words"] == " ".join(row["words"].split()) != "", row


def test_a_title_is_of_a_person(pack: Pack) -> None:
    rows = [row for row in pack.rows("parties") if (row["role"] == "title") != (row["kind"] == "person")]
    assert [(row["words"], row["role"], row["kind"]) for row in rows] == []


def test_a_party_stands_once(pack: Pack) -> None:
    assert repeated(row["words"].lower() for row in pack.rows("parties")) == []


def test_a_word_is_not_both_a_party_and_a_verb(pack: Pack) -> None:
    verbs = {row["words"] for row in pack.rows("triggers") if row["pos"] == "verb"}
    if pack.table("pack")["morphology"]["lookup"] == "form":
        assert verbs & {row["words"] for row in pack.rows("parties")} == set()


def test_status_cues_are_of_known_kinds(pack: Pack) -> None:
    table = pack.table("status")
    assert set(table) == (set(get_args(Status)) - {"happened"}) | BEYOND_STATUS
    for kind, cues in table.items():
        assert cues, kind
        assert repeated(cues) == [], kind
        assert [cue for cue in cues if cue != " ".join(cue.lower().split())] == [], kind


def test_pronouns_are_of_known_kinds(pack: Pack) -> None:
    table = pack.table("pronouns")
    assert set(table) - NO_ANAPHORS <= set(get_args(Anaphor))
    assert repeated(words for kind, phrases in table.items() if kind not in NO_ANAPHORS for words in phrases) == []


@pytest.mark.parametrize("key", ["undergoing", "undergoing_passive", "idioms"])
def test_light_verbs_and_idioms_stand_once_in_lower_case(pack: Pack, key: str) -> None:
    phrases = pack.table("lights")[key]
    assert phrases
    assert repeated(phrases) == []
    assert [phrase for phrase in phrases if phrase != " ".join(phrase.lower().split()) or not phrase] == []


def test_siblings_words_are_of_one_of_the_two(pack: Pack) -> None:
    for code, words in pack.table("pack").get("siblings", {}).items():
        assert set(words) == {"ours", "theirs"}
        assert repeated([*words["ours"], *words["theirs"]]) == [], code
        assert [word for word in [*words["ours"], *words["theirs"]] if not word.isalpha() or not word.islower()] == []


def test_an_idiom_holds_more_than_a_trigger(pack: Pack) -> None:
    """An idiom wins over a trigger's word; one that is a trigger itself would only hide it."""
    idioms = set(pack.table("lights")["idioms"])
    triggers = {form for row in pack.rows("triggers") for form in trigger_forms(row, pack)}
    assert idioms & triggers == set()


def test_a_pack_says_what_it_is(pack: Pack) -> None:
    about = pack.table("pack")
    assert about["code"] == pack.code
    assert about["name"]
    assert about["licence"]
    assert about["sources"]


@pytest.mark.parametrize("name", ["status", "lights", "pronouns", "statements", "furniture"])
def test_every_pack_has_the_same_tables(name: str) -> None:
    keys = {code: set(load_pack(code).table(name)) for code in codes()}
    assert len(set(map(frozenset, keys.values()))) == 1, keys


@pytest.mark.parametrize("name", [name.removesuffix(".csv") for name in FILES if name.endswith(".csv")])
def test_every_pack_has_the_same_columns(name: str) -> None:
    assert len({tuple(load_pack(code).rows(name)[0]) for code in codes()}) == 1
