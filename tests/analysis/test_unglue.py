"""Words that pages run together with a name, parted; names and words that only look so, left whole."""

from functools import cache

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from saksi.analysis.unglue import unglue
from saksi.languages import load_pack


@cache
def blank(language: str) -> Language:
    return spacy.blank(language)


def parted(text: str, *, language: str = "id") -> Doc:
    return unglue(blank(language).make_doc(text), pack=load_pack(language))


GLUED = [
    ("id", "Khameneimengatakan", ["Khamenei", "mengatakan"]),
    ("id", "Iranmenghantam", ["Iran", "menghantam"]),
    ("id", "Israelmenyerang", ["Israel", "menyerang"]),
    ("id", "Rusiadan", ["Rusia", "dan"]),
    ("id", "terhadapIsrael", ["terhadap", "Israel"]),
    ("id", "keIran", ["ke", "Iran"]),
    ("id", "HamasIsrael", ["Hamas", "Israel"]),
    ("en", "Khameneisaid", ["Khamenei", "said"]),
    ("en", "IsraelandIran", ["Israel", "and", "Iran"]),
    ("en", "Russiahas", ["Russia", "has"]),
]


@pytest.mark.parametrize(("language", "word", "words"), GLUED)
def test_a_name_and_a_common_word_written_as_one_are_two(language: str, word: str, words: list[str]) -> None:
    assert [token.text for token in parted(word, language=language)] == words


WHOLE = [
    *("Indonesia", "Indonesian", "Ramadan", "Sudanese", "Romania", "Nigerian", "Iranian", "Oman", "Balikpapan"),
    *("YouTube", "Malaysiakini", "TikTok", "LinkedIn", "WhatsApp", "PlayStation", "McDonald", "MotoGP", "iPhone"),
    *("Israelnya", "Perumahan", "serangan", "Kubah", "", "a", "123", "COVID19"),
]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("word", WHOLE)
def test_other_words_stay_whole(word: str, language: str) -> None:
    assert [token.text for token in parted(word, language=language)] == ([word] if word else [])


@pytest.mark.parametrize(("language", "word", "_"), GLUED)
def test_no_character_moves(language: str, word: str, _: list[str]) -> None:
    text = f"Oslo, {word} ({word})  Kairo."
    doc = parted(text, language=language)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("Iran-Israel", ["Iran", "-", "Israel"]),
        ("AS-Korut", ["AS", "-", "Korut"]),
        # a name of its own, an unknown half, more than two
        ("Timor-Leste", ["Timor-Leste"]),
        ("Jong-Un", ["Jong-Un"]),
        ("Kim-Iran", ["Kim-Iran"]),
        ("Iran-nya", ["Iran-nya"]),
        ("Iran-Irak-Iran", ["Iran-Irak-Iran"]),
        ("-", ["-"]),
    ],
)
def test_two_known_names_with_a_hyphen_are_two(word: str, words: list[str]) -> None:
    doc = unglue(Doc(blank("id").vocab, words=[word]), pack=load_pack("id"))
    assert [token.text for token in doc] == words


@pytest.mark.xfail(
    raises=AssertionError, strict=True, reason="a short name with a short word is not parted even inside a glued word"
)
def test_several_words_may_be_glued() -> None:
    assert [token.text for token in parted("antaraIrandanIsrael")] == ["antara", "Iran", "dan", "Israel"]


@pytest.mark.xfail(
    raises=AssertionError, strict=True, reason="a name and a common word that make up a word of their own are parted"
)
@pytest.mark.parametrize(("language", "word"), [("id", "Petrokimia"), ("id", "Panamaraya"), ("en", "Chinatown")])
def test_words_that_begin_like_a_name_stay_whole(language: str, word: str) -> None:
    assert [token.text for token in parted(word, language=language)] == [word]
