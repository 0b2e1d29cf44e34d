"""A pipeline trained in a few steps has all its parts and can be written down."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import DocBin
from training.columns import OUTSIDE
from training.documents import documents
from training.fit import _resumed, fit
from training.package import save

from tests.training.made_recipe import recipe
from tests.training.made_sentences import PLAIN, sentence
from training import exams

RECIPE = recipe()
NAMES = ["B-PLACE", OUTSIDE, "B-PLACE", OUTSIDE]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def fitted(work: Path) -> Language:
    tree = tuple(replace(token, name=name) for token, name in zip(sentence(PLAIN), NAMES, strict=True))
    docs = documents([tree] * 40, nlp=exams.blank(RECIPE))
    for name in ("train", "by_hand", "dev"):
        DocBin(docs=docs).to_disk(work / f"{name}.spacy")
    return fit(RECIPE, work=work, steps=200, polish_steps=60)


def test_all_components_are_there_and_learn(fitted: Language) -> None:
    assert fitted.pipe_names == ["tok2vec", "morphologizer", "senter", "parser", "lemmatizer", "ner"]
    doc = fitted("Rusia memuji Kuba.")
    assert [token.text for token in doc] == ["Rusia", "memuji", "Kuba", "."]
    assert [token.pos_ for token in doc] == ["PROPN", "VERB", "PROPN", "PUNCT"]


def test_training_goes_on_with_the_lemmas_that_were_learnt(fitted: Language, work: Path) -> None:
    lemmatizer = _resumed(work / "fitted" / "model-last").get_pipe("lemmatizer")
    labels = lemmatizer.cfg["labels"]  # type: ignore[attr-defined]
    assert labels
    assert [lemmatizer.tree2label[tree] for tree in labels] == list(range(len(labels)))  # type: ignore[attr-defined]


def test_a_package_says_what_it_is_and_nothing_of_the_machine(fitted: Language, work: Path, tmp_path: Path) -> None:
    save(fitted, tmp_path / "pipeline", recipe=RECIPE, scores={"made": {"las": 1.0}}, notes={"tests": "none"})
    meta = json.loads((tmp_path / "pipeline" / "meta.json").read_text(encoding="utf-8"))
    size = sum(file.stat().st_size for file in (tmp_path / "pipeline").rglob("*") if file.is_file())
    assert meta["size_bytes"] == pytest.approx(size, rel=0.01)
    assert meta["performance"] == {"made": {"las": 1.0}}
    assert str(work) not in (tmp_path / "pipeline" / "config.cfg").read_text(encoding="utf-8")
