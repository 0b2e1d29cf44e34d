"""Treebanks and name sets by purpose: nothing held out is trained on."""

from pathlib import Path

import pytest
from training.recipe import NameSet, Treebank

from tests.training.made_recipe import recipe, write_names, write_treebank
from training import gold

RECIPE = recipe(
    treebanks=[
        Treebank(file="new/train.conllu", held_out=1, repeat=2),
        Treebank(file="new/test.conllu", test="news"),
    ],
    names=[NameSet(file="ner/train.txt", held_out=1), NameSet(file="ner/test.txt", test="ner")],
)
LONG = "menteri dalam negeri Ani tiba di Oslo pada pagi hari"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_treebank(tmp_path / "new/train.conllu", ["rapat besar", "harga gandum", "sidang pagi"])
    write_treebank(tmp_path / "new/test.conllu", [LONG])
    write_names(tmp_path / "ner/train.txt", [LONG, "Oslo/B-LOC hujan", "Ani/B-PER pergi"])
    write_names(tmp_path / "ner/test.txt", [LONG.replace("Oslo", "Oslo/B-LOC")])
    return tmp_path


def forms(sentences: list[tuple[object, ...]]) -> list[str]:
    return [" ".join(token.form for token in sentence) for sentence in sentences]  # type: ignore[attr-defined]


def test_trees_are_split_by_purpose_and_repeated_in_training(data: Path) -> None:
    found = gold.read(RECIPE, data)
    assert list(found.trees) == ["new"]
    assert forms(found.trees["new"]) == ["rapat besar", "harga gandum"] * 2  # type: ignore[arg-type]
    assert forms(found.dev_trees) == ["sidang pagi"]  # type: ignore[arg-type]
    assert forms(found.test_trees["news"]) == [LONG]  # type: ignore[arg-type]


def test_names_too_like_a_test_are_left_out_and_counted(data: Path) -> None:
    found = gold.read(RECIPE, data)
    assert [sentence.forms for sentence in found.names["ner"]] == [("Oslo", "hujan")]
    assert [sentence.forms for sentence in found.dev_names] == [("Ani", "pergi")]
    assert found.purged == {"ner": 1}


def test_what_is_held_out_covers_trees_and_names(data: Path) -> None:
    held_out = gold.read(RECIPE, data).held_out()
    assert ("menteri", "dalam", "negeri", "ani") in held_out
    assert ("rapat", "besar", "harga", "gandum") not in held_out
