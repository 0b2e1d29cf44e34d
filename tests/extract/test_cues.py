"""How a deed stands by the words before it."""

import pytest

from saksi.model import Status
from tests.extract.made_docs import cue_finder, doc, trigger

ID: list[tuple[str, str, Status]] = [
    ("Rusia/PROPN menyerang/VERB Iran/PROPN .", "menyerang", "happened"),
    ("Rusia/PROPN akan/AUX menyerang/VERB Iran/PROPN .", "menyerang", "planned"),
    ("Rusia/PROPN tidak/PART menyerang/VERB Iran/PROPN .", "menyerang", "negated"),
    ("Rusia/PROPN tidak/PART akan/AUX menyerang/VERB Iran/PROPN .", "menyerang", "negated"),
    ("Rusia/PROPN mungkin/ADV menyerang/VERB Iran/PROPN .", "menyerang", "hypothetical"),
    ("Rusia/PROPN mungkin/ADV akan/AUX menyerang/VERB Iran/PROPN .", "menyerang", "hypothetical"),
    ("Rusia/PROPN harus/AUX menyerang/VERB Iran/PROPN .", "menyerang", "requested"),
    ("Rusia/PROPN terus/ADV menyerang/VERB Iran/PROPN .", "menyerang", "ongoing"),
    ("Rusia/PROPN telah/AUX menyerang/VERB Iran/PROPN .", "menyerang", "happened"),
    ("Rusia/PROPN mencoba/ADV menyerang/VERB Iran/PROPN .", "menyerang", "happened"),
    ("Jika/SCONJ Rusia/PROPN menyerang/VERB Iran/PROPN .", "menyerang", "hypothetical"),
    ("Rusia/PROPN siap/ADJ untuk/SCONJ menyerang/VERB Iran/PROPN .", "menyerang", "planned"),
    # a cue behind the trigger, in another sentence, behind a semicolon or before a relative clause tells nothing
    ("Rusia/PROPN menyerang/VERB Iran/PROPN yang/PRON akan/AUX pergi/VERB .", "menyerang", "happened"),
    ("Iran/PROPN akan/AUX pergi/VERB . Rusia/PROPN menyerang/VERB .", "menyerang", "happened"),
    ("Iran/PROPN akan/AUX pergi/VERB ;/PUNCT Rusia/PROPN menyerang/VERB .", "menyerang", "happened"),
    ("Iran/PROPN akan/AUX yang/PRON menyerang/VERB .", "menyerang", "happened"),
    # a phrase that holds a cue and is none
    ("Rusia/PROPN tidak/PART hanya/ADV menyerang/VERB Iran/PROPN .", "menyerang", "happened"),
    ("Rusia/PROPN bukan/PART saja/ADV menyerang/VERB Iran/PROPN .", "menyerang", "happened"),
    # the negation of another verb
    ("Iran/PROPN tidak/PART pergi/VERB menyerang/VERB .", "menyerang", "happened"),
]
EN: list[tuple[str, str, Status]] = [
    ("Russia/PROPN attacked/VERB Iran/PROPN .", "attacked", "happened"),
    ("Russia/PROPN will/AUX attack/VERB Iran/PROPN .", "attack", "planned"),
    ("Russia/PROPN will/AUX not/PART attack/VERB Iran/PROPN .", "attack", "negated"),
    ("Russia/PROPN not/PART only/ADV attacked/VERB Iran/PROPN .", "attacked", "happened"),
    ("Russia/PROPN never/ADV attacked/VERB Iran/PROPN .", "attacked", "negated"),
    ("Russia/PROPN might/AUX attack/VERB Iran/PROPN .", "attack", "hypothetical"),
    ("Russia/PROPN must/AUX attack/VERB Iran/PROPN .", "attack", "requested"),
    ("It/PRON rises/VERB if/SCONJ Russia/PROPN attacks/VERB/x/rises .", "attacks", "hypothetical"),
    ("Russia/PROPN tried/VERB to/PART attack/VERB Iran/PROPN .", "attack", "happened"),
    ("Russia/PROPN continues/VERB to/PART attack/VERB Iran/PROPN .", "attack", "ongoing"),
]


def stands(spec: str, words: str, language: str) -> Status:
    made = doc(spec, language=language)
    finder = cue_finder(language)
    return finder.status(trigger(made, words), finder.find(made))


@pytest.mark.parametrize(("spec", "words", "expected"), ID)
def test_status_in_indonesian(spec: str, words: str, expected: Status) -> None:
    assert stands(spec, words, "id") == expected


@pytest.mark.parametrize(("spec", "words", "expected"), EN)
def test_status_in_english(spec: str, words: str, expected: Status) -> None:
    assert stands(spec, words, "en") == expected


def test_a_word_of_purpose_is_a_preposition_before_a_noun() -> None:
    made = doc("Rusia/PROPN memuji/VERB untuk/ADP serangan/NOUN Iran/PROPN .")
    finder = cue_finder()
    assert finder.status(trigger(made, "serangan", frame="deed-of"), finder.find(made)) == "happened"


def test_a_standing_deed_goes_on_unless_told_otherwise() -> None:
    finder = cue_finder()
    bare = doc("blokade/NOUN Israel/PROPN .")
    planned = doc("rencana/NOUN blokade/NOUN Israel/PROPN .")
    assert finder.status(trigger(bare, "blokade", frame="deed-of"), finder.find(bare)) == "ongoing"
    assert finder.status(trigger(planned, "blokade", frame="deed-of"), finder.find(planned)) == "planned"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Rusia/PROPN diduga/VERB menyerang/VERB Iran/PROPN .", True),
        ("Rusia/PROPN menyerang/VERB Iran/PROPN yang/PRON diduga/VERB .", False),
        ("Rusia/PROPN diduga/VERB . Iran/PROPN menyerang/VERB .", False),
    ],
)
def test_alleged(spec: str, expected: bool) -> None:
    made = doc(spec)
    finder = cue_finder()
    assert finder.is_alleged(trigger(made, "menyerang"), finder.find(made)) is expected
