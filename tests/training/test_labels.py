"""Labels brought to those that the pipelines predict, and tests kept out of training."""

from dataclasses import replace

import pytest
from training.conllu import Token
from training.labels import Labels, name_lemma

from training import overlap

LABELS = Labels(subtypes={"nsubj:pass"}, renamed={"compound": "nmod"}, features={"Number"})
TOKEN = Token(form="Oslo", lemma="oslo", upos="PROPN", features="", head=0, relation="ROOT", space=True)


@pytest.mark.parametrize(
    ("relation", "kept"),
    [("nsubj:pass", "nsubj:pass"), ("nmod:poss", "nmod"), ("compound:prt", "nmod"), ("obj", "obj"), ("ROOT", "ROOT")],
)
def test_subtypes_are_dropped_but_for_the_ones_kept(relation: str, kept: str) -> None:
    assert LABELS.relation(relation) == kept


def test_only_the_features_asked_for_stay() -> None:
    (token,) = LABELS.apply((replace(TOKEN, features="Case=Nom|Number=Sing"),))
    assert token.features == "Number=Sing"
    assert LABELS.apply((TOKEN,))[0].features == ""


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "expected"),
    [("OSLO", "oslo", "PROPN", "OSLO"), ("Oslos", "oslo", "PROPN", "oslo"), ("House", "house", "NOUN", "house")],
)
def test_the_lemma_of_a_name_is_written_as_the_name(form: str, lemma: str, upos: str, expected: str) -> None:
    assert name_lemma(replace(TOKEN, form=form, lemma=lemma, upos=upos)) == expected


HELD_OUT = overlap.all_grams([["Presiden", "Rusia", "memuji", "menteri", "Kuba", "."]])


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("presiden rusia memuji menteri kuba", 2),
        # punctuation and numbers do not hide what is the same
        ("Presiden , Rusia memuji 3 menteri", 1),
        ("Rusia memuji menteri", 0),
        ("menteri memuji Rusia Presiden", 0),
        ("", 0),
    ],
)
def test_runs_of_four_words_shared_with_tests(words: str, count: int) -> None:
    assert overlap.shared(words.split(), HELD_OUT) == count
