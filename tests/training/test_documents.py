"""Sentences to documents: joined, put in quotation marks, made headlines."""

import pytest
import spacy
from spacy.language import Language
from training.conllu import ROOT, is_tree
from training.documents import Variation, document, documents, headline, quoted

from tests.training.made_sentences import PLAIN, sentence

RUSIA = sentence(PLAIN)
KUBA = sentence("Kuba/PROPN/nsubj/1 diam+/VERB/ROOT/1 ./PUNCT/punct/1")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("xx")


def test_sentences_in_one_document_keep_their_heads_and_get_a_space_between(nlp: Language) -> None:
    doc = document([RUSIA, KUBA], nlp=nlp)
    assert doc.text == "Rusia memuji Kuba. Kuba diam. "
    assert [(token.text, token.head.text) for token in doc if token.dep_ == "nsubj"] == [
        ("Rusia", "memuji"),
        ("Kuba", "diam"),
    ]
    assert [found.text for found in doc.sents] == ["Rusia memuji Kuba.", "Kuba diam."]
    assert [token.pos_ for token in doc] == [token.upos for token in (*RUSIA, *KUBA)]


def test_a_quoted_sentence_is_a_tree_between_marks_that_hang_on_its_root() -> None:
    found = quoted(RUSIA)
    assert [token.form for token in found] == ['"', "Rusia", "memuji", "Kuba", ".", '"']
    assert [token.space for token in found] == [False, True, True, False, False, True]
    assert is_tree(found)
    assert {found[0].head, found[-1].head} == {2}
    assert found[2].relation == ROOT


@pytest.mark.parametrize(
    "spec",
    [
        "Kuba/PROPN/nsubj/1 diam/VERB/ROOT/1",
        "“+/PUNCT/punct/2 Kuba+/PROPN/nsubj/2 diam+/VERB/ROOT/2 ”+/PUNCT/punct/2 ./PUNCT/punct/2",
    ],
    ids=["no stop", "marks of its own"],
)
def test_what_is_no_plain_sentence_is_not_quoted(spec: str) -> None:
    assert quoted(sentence(spec)) == sentence(spec)


HEADLINES = [
    (PLAIN, "Rusia Memuji Kuba"),
    (
        "serangan-serangan/NOUN/nsubj/1 terjadi/VERB/ROOT/1 di/ADP/case/3 AS/PROPN/obl/1",
        "Serangan-Serangan Terjadi di AS",
    ),
    # a stop on which something hangs stays, as does a question mark
    ("siapa/PRON/ROOT/0 dia+/PRON/nsubj/0 ?/PUNCT/punct/0", "Siapa Dia ?"),
    ("diam+/VERB/dep/1 ./PUNCT/ROOT/1", "Diam ."),
]


@pytest.mark.parametrize(("spec", "expected"), HEADLINES)
def test_a_headline_capitalises_content_words_and_drops_the_full_stop(spec: str, expected: str) -> None:
    found = headline(sentence(spec))
    assert " ".join(token.form for token in found) == expected
    assert is_tree(found)


def test_without_variation_every_sentence_is_a_document(nlp: Language) -> None:
    assert [doc.text for doc in documents([RUSIA, KUBA], nlp=nlp)] == ["Rusia memuji Kuba. ", "Kuba diam. "]


def test_sentences_are_joined_in_their_order_and_headlines_stand_at_the_end(nlp: Language) -> None:
    *joined, last = documents([RUSIA, KUBA] * 3, nlp=nlp, variation=Variation(joined=(4,), headlines=1 / 6))
    assert [len(list(doc.sents)) for doc in joined] == [4, 2]
    assert "".join(doc.text for doc in joined) == "Rusia memuji Kuba. Kuba diam. " * 3
    assert last.text == "Rusia Memuji Kuba "


def test_every_sentence_may_be_quoted_and_every_mark_replaced(nlp: Language) -> None:
    varied = Variation(joined=(1,), quoted=1.0, requoted=1.0)
    found = {doc[0].text for doc in documents([RUSIA] * 40, nlp=nlp, variation=varied)}
    assert found == {'"', "“", "‘"}


def test_the_same_seed_gives_the_same_documents(nlp: Language) -> None:
    varied = Variation(joined=(1, 2, 3), quoted=0.5, requoted=0.5, headlines=0.5)
    first, again, other = (
        [doc.text for doc in documents([RUSIA, KUBA] * 10, nlp=nlp, variation=varied, seed=seed)] for seed in (1, 1, 2)
    )
    assert first == again != other
