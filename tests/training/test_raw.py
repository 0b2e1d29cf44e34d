"""Raw news cut into sentences, without what is tested."""

from pathlib import Path

import pytest
import spacy
from training.tokenizer import adapt

from tests.training.made_recipe import RAW, TOKENIZER, write_articles
from training import overlap, raw

NLP = spacy.blank("id")
adapt(NLP, **TOKENIZER)  # type: ignore[arg-type]

CUTS = [
    ("Harga gandum naik lagi. Petani kecil merasa senang.", ["Harga gandum naik lagi.", "Petani kecil merasa senang."]),
    (
        "“Harga gandum naik lagi.” Petani kecil merasa senang.",
        ["“Harga gandum naik lagi.”", "Petani kecil merasa senang."],
    ),
    ("Harga gandum menurut Dr. Ani naik lagi.", ["Harga gandum menurut Dr. Ani naik lagi."]),
    ("Harga gandum naik 1.250,5 persen bulan ini.", ["Harga gandum naik 1.250,5 persen bulan ini."]),
    ("Harga gandum naik lagi", ["Harga gandum naik lagi"]),
    (
        "Harga gandum naik lagi... Petani kecil merasa senang.",
        ["Harga gandum naik lagi...", "Petani kecil merasa senang."],
    ),
    # too short to learn from
    ("Ya. Harga gandum naik lagi.", ["Harga gandum naik lagi."]),
    # one sentence or two: nobody can tell without reading
    ("“Harga gandum naik lagi?” Ani bertanya kepada petani.", []),
]


def cut(folder: Path, *texts: str, held_out: frozenset[overlap.Gram] = frozenset()) -> list[str]:
    write_articles(folder, {str(number): text for number, text in enumerate(texts)})
    found = raw.lines(RAW, folder, nlp=NLP, held_out=held_out)
    return [
        "".join(form + " " * space for form, space in sentence).strip() for line in found for sentence in line.sentences
    ]


@pytest.mark.parametrize(("text", "sentences"), CUTS)
def test_sentences(text: str, sentences: list[str], tmp_path: Path) -> None:
    assert cut(tmp_path, text) == sentences


def test_a_line_that_returns_is_taken_once(tmp_path: Path) -> None:
    assert cut(tmp_path, "Harga gandum naik lagi.", "Harga gandum naik lagi.\n") == ["Harga gandum naik lagi."]


def test_what_shares_four_words_with_a_test_is_left_out(tmp_path: Path) -> None:
    held_out = overlap.all_grams([["harga", "gandum", "naik", "lagi"]])
    text = "Kata Ani harga gandum naik lagi. Petani kecil merasa senang."
    assert cut(tmp_path, text, held_out=held_out) == ["Petani kecil merasa senang."]


def test_articles_that_are_kept_out_are_not_read(tmp_path: Path) -> None:
    write_articles(tmp_path, {"a": "Harga gandum naik lagi.", "b": "Petani kecil merasa senang."})
    (tmp_path / "kept-out" / "a.txt").touch()
    (line,) = raw.lines(RAW, tmp_path, nlp=NLP, held_out=frozenset())
    assert line.sentences[0][0] == ("Petani", True)
