"""Treebanks to sentences: multiword tokens, spaces, and what is no tree."""

from pathlib import Path

import pytest
from training.conllu import ROOT, Sentence

from tests.training.made_sentences import sentence
from training import conllu

MULTIWORD = """# text = Warganya diam.
1-2	Warganya	_	_	_	_	_	_	_	_
1	Warga	warga	NOUN	NSD	Number=Sing	3	nsubj	_	_
2	nya	nya	PRON	PS3	_	1	nmod	_	_
3	diam	diam	VERB	VSA	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	Z--	_	3	punct	_	_
"""

GLUED = """1	Oslo	Oslo	PROPN	X	_	2	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	SpaceAfter=No
2	did	do	AUX	X	_	0	root	_	_
3	n't	_	PART	X	_	2	advmod	_	_
4	,	,	PUNCT	X	_	2	punct	_	_
"""

EMPTY_NODE = """1	Oslo	Oslo	PROPN	X	_	2	nsubj	_	_
1.1	ghost	_	_	_	_	_	_	_	_
2	diam	diam	VERB	X	_	0	root	_	_
"""

TWO_ROOTS = """1	Oslo	Oslo	PROPN	X	_	0	root	_	_
2	diam	diam	VERB	X	_	0	root	_	_
"""

CYCLE = """1	Oslo	Oslo	PROPN	X	_	2	nsubj	_	_
2	diam	diam	VERB	X	_	1	conj	_	_
3	lagi	lagi	ADV	X	_	0	root	_	_
"""


def read(tmp_path: Path, *blocks: str, merge: bool) -> list[Sentence]:
    path = tmp_path / "made.conllu"
    path.write_text("\n".join(blocks), encoding="utf-8")
    return conllu.read(path, merge=merge)


def rows(found: Sentence) -> list[tuple[str, str, str, int, bool]]:
    return [(token.form, token.upos, token.relation, token.head, token.space) for token in found]


def test_words_of_a_multiword_token_stay_apart(tmp_path: Path) -> None:
    (found,) = read(tmp_path, MULTIWORD, merge=False)
    assert rows(found) == [
        ("Warga", "NOUN", "nsubj", 2, False),
        ("nya", "PRON", "nmod", 0, True),
        ("diam", "VERB", ROOT, 2, False),
        (".", "PUNCT", "punct", 2, True),
    ]
    assert (found[0].lemma, found[0].features, found[0].tag) == ("warga", "Number=Sing", "NSD")


def test_a_merged_multiword_token_is_what_its_governing_word_is(tmp_path: Path) -> None:
    (found,) = read(tmp_path, MULTIWORD, merge=True)
    assert rows(found) == [
        ("Warganya", "NOUN", "nsubj", 1, True),
        ("diam", "VERB", ROOT, 1, False),
        (".", "PUNCT", "punct", 1, True),
    ]


@pytest.mark.parametrize(
    ("merge", "spaces"), [(False, [True, False, False, True]), (True, [True, False, True])], ids=["apart", "merged"]
)
def test_the_space_behind_a_multiword_token_is_told_once(tmp_path: Path, merge: bool, spaces: list[bool]) -> None:
    (found,) = read(tmp_path, GLUED, merge=merge)
    assert [token.space for token in found] == spaces


def test_a_lemma_that_the_treebank_does_not_tell_is_empty(tmp_path: Path) -> None:
    (found,) = read(tmp_path, GLUED, merge=False)
    assert [token.lemma for token in found] == ["Oslo", "do", "", ","]


def test_empty_nodes_are_no_words(tmp_path: Path) -> None:
    (found,) = read(tmp_path, EMPTY_NODE, merge=True)
    assert [token.form for token in found] == ["Oslo", "diam"]


def test_what_is_no_tree_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    found = read(tmp_path, TWO_ROOTS, MULTIWORD, CYCLE, EMPTY_NODE, merge=True)
    assert [one[0].form for one in found] == ["Warganya", "Oslo"]


RUNNING_ON = [
    ("Oslo/PROPN/nsubj/1 diam+/VERB/ROOT/1 ./PUNCT/punct/1 Kairo/PROPN/dep/1", True),
    ("Oslo/PROPN/nsubj/1 diam+/VERB/ROOT/1 ./PUNCT/punct/1", False),
    # no capital behind the stop, no space, or no stop at all
    ("Oslo/PROPN/nsubj/1 diam+/VERB/ROOT/1 ./PUNCT/punct/1 lalu/ADV/dep/1", False),
    ("Oslo+/PROPN/nsubj/3 .+/PUNCT/punct/0 Kairo/PROPN/flat/0 diam/VERB/ROOT/3", False),
    ("Dr./NOUN/nsubj/2 Ali/PROPN/flat/0 diam/VERB/ROOT/2", False),
]


@pytest.mark.parametrize(("spec", "expected"), RUNNING_ON)
def test_a_sentence_that_holds_two(spec: str, expected: bool) -> None:
    assert conllu.runs_on(sentence(spec)) is expected
