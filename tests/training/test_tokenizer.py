"""How running news is cut into words, by the rules alone and by the pipelines that carry them."""

from functools import cache

import pytest
import spacy
from spacy.language import Language
from training.recipe import load
from training.tokenizer import adapt

from saksi.analysis import load_pipeline


@cache
def adapted(language: str) -> Language:
    nlp = spacy.blank(language)
    adapt(nlp, **load(language).tokenizer)
    return nlp


INDONESIAN = [
    # a word with hyphens stays whole, unless two names are joined
    ("Kim Jong-Un", ["Kim", "Jong-Un"]),
    ("ke-18", ["ke-18"]),
    ("1990-an", ["1990-an"]),
    ("kupu-kupu", ["kupu-kupu"]),
    ("Menteri-Menteri", ["Menteri-Menteri"]),
    ("sayur-mayur", ["sayur-mayur"]),
    ("non-migas", ["non-migas"]),
    ("Prabowo-Gibran", ["Prabowo", "-", "Gibran"]),
    ("Januari-September", ["Januari", "-", "September"]),
    # clitics stay on their word
    ("presiden-nya", ["presiden-nya"]),
    ("warganya", ["warganya"]),
    # what pages run together
    ("(AS)Donald", ["(", "AS", ")", "Donald"]),
    ('rumah."Kami', ["rumah", ".", '"', "Kami"]),
    ("rumah.“Kami", ["rumah", ".", "“", "Kami"]),
    ("rumah.Kami", ["rumah", ".", "Kami"]),
    ("Oslo,Kairo", ["Oslo", ",", "Kairo"]),
    ("Iran...Israel", ["Iran", "...", "Israel"]),
    ("Oslo—Kairo", ["Oslo", "—", "Kairo"]),
    # numbers and abbreviations stay whole
    ("1.250,5", ["1.250,5"]),
    ("Dr. Ali", ["Dr.", "Ali"]),
    ("di Jl. Merdeka.", ["di", "Jl.", "Merdeka", "."]),
]

ENGLISH = [
    ("(US)Donald", ["(", "US", ")", "Donald"]),
    ('home."We', ["home", ".", '"', "We"]),
    ("didn't", ["did", "n't"]),
    ("Iran's", ["Iran", "'s"]),
    ("Lt. Ali", ["Lt.", "Ali"]),
    ("the U.S. said", ["the", "U.S.", "said"]),
    ("long-range", ["long", "-", "range"]),
    ("1,250.5", ["1,250.5"]),
]

ROWS = [*(("id", *row) for row in INDONESIAN), *(("en", *row) for row in ENGLISH)]


@pytest.mark.parametrize(("language", "text", "words"), ROWS)
def test_words(language: str, text: str, words: list[str]) -> None:
    assert [token.text for token in adapted(language).make_doc(text)] == words


@pytest.mark.parametrize(("language", "text", "words"), ROWS)
def test_the_bundled_pipelines_carry_the_same_rules(language: str, text: str, words: list[str]) -> None:
    """A pipeline whose tokenizer differs from that of its training would read other words than it has learnt."""
    assert [token.text for token in load_pipeline(language).make_doc(text)] == words
