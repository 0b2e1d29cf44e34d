"""Types of names in raw news: what is known goes first, then the majority."""

from dataclasses import replace

import pytest
from training.agreement import Known, agreed, known
from training.conllu import Sentence

from tests.training.made_sentences import PLAIN, sentence


def named(*labels: str) -> Sentence:
    return tuple(replace(token, name=label) for token, label in zip(sentence(PLAIN), labels, strict=True))


NOTHING = Known(types={}, places=frozenset())
USUAL = named("B-PLACE", "O", "B-PLACE", "O")
ODD = named("B-PERSON", "O", "B-PLACE", "O")


@pytest.mark.parametrize(
    ("usual", "odd", "expected"),
    [
        (4, 1, "B-PLACE"),
        # as often the one as the other, or too seldom to tell: it stays
        (3, 3, "B-PERSON"),
        (2, 1, "B-PERSON"),
    ],
)
def test_the_majority_decides_where_there_is_one(usual: int, odd: int, expected: str) -> None:
    groups = list(agreed([[USUAL]] * usual + [[ODD]] * odd, NOTHING))
    assert groups[-1][0][0].name == expected


def test_what_is_known_goes_before_the_majority() -> None:
    (*_, last) = agreed([[ODD]] * 9, Known(types={("Rusia",): "PLACE"}, places=frozenset()))
    assert [token.name for token in last[0]] == ["B-PLACE", "O", "B-PLACE", "O"]


def test_what_is_no_name_stays_none() -> None:
    ((tree,),) = agreed([[named("O", "O", "O", "O")]], NOTHING)
    assert {token.name for token in tree} == {"O"}


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [("id", "Rusia", "PLACE"), ("en", "Russia", "PLACE"), ("en", "Vladimir Putin", "PERSON"), ("id", "Xinhua", "ORG")],
)
def test_packs_know_types(code: str, name: str, kind: str) -> None:
    assert known(code).types[tuple(name.split())] == kind


def test_a_place_gives_way_to_persons_of_its_name() -> None:
    place = Known(types={}, places=frozenset({("Rusia",)}))
    assert next(iter(agreed([[ODD]] * 9, place)))[0][0].name == "B-PERSON"
    assert next(iter(agreed([[named("B-ORG", "O", "O", "O")]] * 9, place)))[0][0].name == "B-PLACE"


@pytest.mark.parametrize(
    ("spec", "labels", "expected"),
    [
        # a known name that is not marked is found, alone or of several words
        ("Kuba/PROPN/nsubj/1 menang/VERB/ROOT/1", "O O", "B-PLACE O"),
        ("Sri/PROPN/nsubj/2 Lanka/PROPN/flat/0 menang/VERB/ROOT/2", "O O O", "B-PLACE I-PLACE O"),
        # but no single word within a longer name; a capital at the beginning of a sentence tells nothing
        ("Bank/PROPN/nsubj/2 Kuba/PROPN/flat/0 untung/VERB/ROOT/2", "O O O", "O B-PLACE O"),
        ("si/DET/det/2 Bank/PROPN/nsubj/3 Kuba/PROPN/flat/1 untung/VERB/ROOT/3", "O O O O", "O O O O"),
        # a dateline in capitals
        ("HAVANA/PROPN/nsubj/1 menang/VERB/ROOT/1", "B-ORG O", "B-PLACE O"),
        # two names without anything between them are one person, a hyphen joins two
        ("Ann/PROPN/nsubj/2 Lee/PROPN/flat/0 tiba/VERB/ROOT/2", "B-PERSON B-PERSON O", "B-PERSON I-PERSON O"),
        (
            "Ann+/PROPN/nsubj/3 -+/PUNCT/punct/0 Lee/PROPN/flat/0 tiba/VERB/ROOT/3",
            "B-PERSON O B-PERSON O",
            "B-PERSON I-PERSON I-PERSON O",
        ),
    ],
)
def test_names_are_made_whole(spec: str, labels: str, expected: str) -> None:
    tree = tuple(replace(t, name=label) for t, label in zip(sentence(spec), labels.split(), strict=True))
    places = Known(types={("Kuba",): "PLACE", ("Sri", "Lanka"): "PLACE"}, places=frozenset({("Havana",)}))
    ((found,),) = agreed([[tree]], places)
    assert " ".join(token.name for token in found) == expected
