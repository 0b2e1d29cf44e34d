"""What the packs hold is valid against the codebook, and each word stands once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

import pytest

from saksi.codebook import plover
from saksi.languages import FILES, Pack, codes, load_pack, trigger_forms
from saksi.model import Status
from saksi.model.mention import Anaphor

BEYOND_STATUS = {"past", "alleged", "attempt", "standing", "none"}
NO_ANAPHORS = {"pointing", "possessive"}

Row = Mapping[str, str]


def repeated(values: Iterable[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


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
