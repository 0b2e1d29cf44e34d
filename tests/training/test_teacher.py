"""Teachers learn, and what they mark becomes whole training sentences."""

from collections.abc import Iterator, Sequence

import pytest

pytest.importorskip("torch", reason="torch is installed for training only (make train)")

from training.columns import Named
from training.conllu import ROOT, is_tree
from training.raw import Line
from training.silver import School, lemmas, news, relabelled, with_names, with_trees
from training.teacher import teach
from training.teacher.sentences import Index, Marked, batches, from_tree

from tests.training.made_sentences import PLAIN, sentence

TREES = [
    sentence(PLAIN),
    sentence("Kuba/PROPN/nsubj/1 memuji/VERB/ROOT/1 Rusia+/PROPN/obj/1 ./PUNCT/punct/1"),
    sentence("Hujan/NOUN/nsubj/1 turun/VERB/ROOT/1 lagi+/ADV/advmod/1 ./PUNCT/punct/1"),
]
LABELS = [("B-PLACE", "O", "B-PLACE", "O"), ("B-PLACE", "O", "B-PLACE", "O"), ("O", "O", "O", "O")]


def lookup(word: str) -> Sequence[float]:
    return (float(len(word)), float(word.isalpha()))


@pytest.fixture(scope="module")
def school() -> School:
    lessons = [from_tree(tree, source="new", names=names) for tree, names in zip(TREES, LABELS, strict=True)]
    teacher = teach.train(lessons * 3, lookup=lookup, rounds=250, hidden=16)
    return School(teachers=[teacher], trees="new", names="new", lemmas=lemmas(TREES))


def test_a_teacher_learns_its_lessons(school: School) -> None:
    guesses = list(school.mark([from_tree(tree, source="") for tree in TREES]))
    for tree, names, guess in zip(TREES, LABELS, guesses, strict=True):
        assert guess.sentence.heads == from_tree(tree, source="").heads
        assert guess.sentence.relations == tuple(token.relation for token in tree)
        assert guess.sentence.tags == tuple(token.upos for token in tree)
        assert guess.sentence.names == names
        assert guess.certainty > 0.5


def test_trees_get_names(school: School) -> None:
    assert [tuple(token.name for token in tree) for tree in with_names(TREES, school)] == LABELS


def test_names_get_trees(school: School) -> None:
    (tree,) = with_trees([Named(forms=("Rusia", "memuji", "Kuba", "."), labels=("O", "O", "B-PLACE", "O"))], school)
    assert [token.relation for token in tree] == ["nsubj", ROOT, "obj", "punct"]
    assert [token.name for token in tree] == ["O", "O", "B-PLACE", "O"]
    assert [token.space for token in tree] == [True, True, False, True]


def test_old_labels_give_way_where_the_head_is_the_same(school: School) -> None:
    old = sentence("Rusia/NOUN/obl/1 memuji/VERB/ROOT/1 Kuba+/PROPN/flat/0 ./PUNCT/punct/1")
    (new,) = relabelled([old], school, manner="new")
    assert [(token.upos, token.relation) for token in new] == [
        ("PROPN", "nsubj"),
        ("VERB", ROOT),
        ("PROPN", "flat"),
        ("PUNCT", "punct"),
    ]


LINE = Line(sentences=((("Rusia", True), ("memuji", True), ("Kuba", False), (".", True)),))


def lines(count: int) -> Iterator[Line]:
    return iter([LINE] * count)


def test_news_become_whole_sentences(school: School) -> None:
    (group,) = news(lines(1), school, words=100, certainty=0.0)
    (tree,) = group
    assert is_tree(tree)
    assert [(token.form, token.lemma, token.space) for token in tree[1:3]] == [
        ("memuji", "memuji", True),
        ("Kuba", "Kuba", False),
    ]


def test_doubtful_sentences_are_left_out(school: School) -> None:
    assert list(news(lines(3), school, words=100, certainty=1.1)) == []


@pytest.mark.parametrize(("words", "groups"), [(4, 1), (5, 2), (100, 3)])
def test_no_more_news_than_asked_for(words: int, groups: int, school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.silver._CHUNK", 1)
    assert len(list(news(lines(3), school, words=words, certainty=0.0))) == groups


def test_the_unknown_has_a_number_of_its_own() -> None:
    index = Index.of(["a", "b", "a"], at_least=2)
    assert (index["a"], index["b"], len(index), index.strings()[2:]) == (2, 1, 3, ["a"])


def test_batches_count_their_padding() -> None:
    sentences = [Marked(forms=("a",) * length, source="") for length in (1, 1, 4, 1)]
    assert [len(batch) for batch in batches(sentences, words=6)] == [2, 1, 1]
