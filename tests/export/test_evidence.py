"""The sentence shown around a trigger."""

import pytest

from saksi.model import Article, Span
from saksi.model.evidence import MAX_CONTEXT, MAX_OPENING, around, opening

LONG = "kata " * 100

CASES = [
    ("Satu tiba. Dua menuduh Tiga. Empat pergi.", "Dua ", " Tiga."),
    ("Satu menuduh Dua", "Satu ", " Dua"),
    ("Judul\nSatu menuduh Dua.\nTiga", "Satu ", " Dua."),
    ("Pada 3.5 juta Satu menuduh Dua", "Pada 3.5 juta Satu ", " Dua"),
    ("“Begitu.” Satu menuduh “Dua.” Tiga pergi.", "Satu ", " “Dua.”"),
    ("Satu tiba? Ia menuduh Dua! Tiga pergi.", "Ia ", " Dua!"),
]


@pytest.mark.parametrize(("text", "before", "after"), CASES)
def test_sentence_around_a_trigger(text: str, before: str, after: str) -> None:
    start = text.index("menuduh")
    assert around(Span(start=start, end=start + 7), Article(id="1", text=text)) == (before, after)


def test_long_sentences_are_cut_between_words() -> None:
    text = f"{LONG}menuduh {LONG}akhir."
    start = text.index("menuduh")
    before, after = around(Span(start=start, end=start + 7), Article(id="1", text=text))
    assert before.startswith("… kata ")
    assert after.endswith(" kata …")
    assert MAX_CONTEXT - 10 < len(before) <= MAX_CONTEXT + 2
    assert MAX_CONTEXT - 10 < len(after) <= MAX_CONTEXT + 2


def test_furniture_is_no_evidence() -> None:
    text = "Oslo: Satu menuduh Dua Baca juga: Tiga"
    furniture = (Span(start=0, end=6), Span(start=23, end=38))
    assert around(Span(start=11, end=18), Article(id="1", text=text, furniture=furniture)) == ("Satu ", " Dua")


@pytest.mark.parametrize(
    ("text", "furniture", "shown"),
    [
        ("Satu menuduh Dua.", (), "Satu menuduh Dua."),
        ("Foto: X\n\nOslo: Satu\nDua.", (Span(start=0, end=7), Span(start=9, end=15)), "Satu Dua."),
        ("Satu\nBaca juga\nDua", (Span(start=5, end=14),), "Satu Baca juga Dua"),
    ],
)
def test_opening_stands_in_for_a_title(text: str, furniture: tuple[Span, ...], shown: str) -> None:
    assert opening(Article(id="1", text=text, furniture=furniture)) == shown


def test_opening_is_cut_between_words() -> None:
    shown = opening(Article(id="1", text=LONG))
    assert shown.endswith("kata …")
    assert len(shown) <= MAX_OPENING + 2
