"""Pipelines that are not bundled: which are taken, which refused and why, and what is read with them."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from tests.analysis.small_pipeline import TEXT, small_pipeline

import saksi
from saksi.analysis.contract import NAME_TYPES, NEEDED, call_names_ours, check
from saksi.errors import LanguageError, PipelineError
from saksi.languages import Pack, load_pack


def saved(nlp: Language, folder: Path) -> Path:
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(small_pipeline(rounds=15), tmp_path_factory.mktemp("pipelines") / "small")


def test_another_pipeline_reads_in_place_of_the_bundled_one(small: Path) -> None:
    assert _actors(small) == _actors(None) == ["TUR"]


def test_what_is_read_follows_the_other_pipelines_parse(tmp_path: Path) -> None:
    swapped = small_pipeline(rounds=15, deps=["obj", "ROOT", "nsubj", "punct"])
    assert _actors(saved(swapped, tmp_path / "swapped")) == ["QAT"]


def _actors(pipeline: Path | None) -> list[str | None]:
    reading = saksi.read(TEXT, language="id", pipeline=pipeline)
    entities = {actor.id: actor.entity for actor in reading.actors}
    (event,) = reading.events
    return [entities[actor] for actor in event.actors]


def test_its_names_are_called_as_ours(small: Path) -> None:
    doc = saksi.load_pipeline("id", small)(TEXT)
    assert [(name.text, name.label_) for name in doc.ents] == [("Turki", "PLACE"), ("Qatar", "PLACE")]


def test_names_of_other_types_are_dropped() -> None:
    nlp = spacy.blank("id")
    doc = Doc(nlp.vocab, words=["Turki", "merayakan", "Lebaran"], ents=["B-GPE", "O", "B-EVENT"])
    call_names_ours(nlp)
    assert [(name.text, name.label_) for name in nlp(doc).ents] == [("Turki", "PLACE")]


def test_our_names_for_types_are_kept() -> None:
    assert {NAME_TYPES[label] for label in NAME_TYPES} == {"PERSON", "ORG", "PLACE"}
    assert all(NAME_TYPES[label] == label for label in ("PERSON", "ORG", "PLACE"))


def test_it_takes_the_place_of_its_own_language_only(small: Path) -> None:
    with pytest.raises(PipelineError, match="is for 'id', not for 'en'"):
        saksi.load_pipeline("en", small)
    english = "Turkey praised Qatar on Tuesday."
    assert saksi.read(english, language="en", pipeline=small) == saksi.read(english, language="en")


def test_a_pipeline_of_all_languages_serves_each(tmp_path: Path) -> None:
    path = saved(small_pipeline(code="xx"), tmp_path / "any")
    assert saksi.load_pipeline("id", path) is saksi.load_pipeline("en", path)


LACKING = [
    # what is left out, what the error says
    ("morphologizer", "POS"),
    ("parser", "DEP"),
    ("parser", "SENT_START"),
    ("ner", "ENT_IOB"),
]


@pytest.mark.parametrize(("component", "annotation"), LACKING)
def test_what_is_missing_is_named_with_what_gives_it(
    component: str, annotation: str, small: Path, tmp_path: Path
) -> None:
    path = saved(spacy.load(small, exclude=[component]), tmp_path / "poor")
    what, source = NEEDED[annotation]
    with pytest.raises(PipelineError) as refused:
        saksi.load_pipeline("id", path)
    message = str(refused.value)
    assert message.startswith(str(path))
    assert f"no {what} (add {source})" in message


def test_lemmas_are_needed_only_where_the_lists_are_asked_by_them(small: Path, tmp_path: Path) -> None:
    path = saved(spacy.load(small, exclude=["trainable_lemmatizer"]), tmp_path / "no-lemmas")
    assert saksi.read(TEXT, language="id", pipeline=path) == saksi.read(TEXT, language="id", pipeline=small)
    (tmp_path / "pack.toml").write_text('[morphology]\nlookup = "lemma"\n', encoding="utf-8")
    with pytest.raises(PipelineError, match="no lemmas"):
        check(spacy.load(path), name="mine", pack=Pack("id", tmp_path, base=load_pack("id")))


def test_other_dependencies_are_refused_by_name(tmp_path: Path) -> None:
    path = saved(small_pipeline(deps=["nsubj", "ROOT", "dobj", "punct"]), tmp_path / "clear")
    with pytest.raises(PipelineError, match="not those of Universal Dependencies v2: dobj"):
        saksi.load_pipeline("id", path)


def test_subtypes_are_no_other_dependencies(tmp_path: Path) -> None:
    path = saved(small_pipeline(deps=["nsubj:pass", "ROOT", "obj:agent", "punct"]), tmp_path / "subtypes")
    assert saksi.load_pipeline("id", path).lang == "id"


def test_a_pipeline_that_fails_is_named_with_the_fault() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("parser")  # never trained: it cannot run
    with pytest.raises(PipelineError, match="mine: the pipeline fails on a plain sentence"):
        check(nlp, name="mine", pack=load_pack("id"))


def test_a_language_without_a_pack_is_refused(tmp_path: Path) -> None:
    path = saved(small_pipeline(code="fr"), tmp_path / "french")
    with pytest.raises(PipelineError, match="is for 'fr'; Saksi reads en, id"):
        saksi.load_pipeline("id", path)
    with pytest.raises(LanguageError):
        saksi.load_pipeline("fr", path)


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_what_is_no_pipeline_is_named(name: str) -> None:
    with pytest.raises(PipelineError, match=rf"{name}: the pipeline cannot be loaded .*name an installed"):
        saksi.load_pipeline("id", name)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_bundled_pipelines_keep_the_contract(language: str) -> None:
    path = load_pack(language).pipeline
    assert saksi.load_pipeline(language, path).meta["name"] == saksi.load_pipeline(language).meta["name"]
