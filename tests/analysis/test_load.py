"""Loading a pipeline, where there is none or a broken one."""

from pathlib import Path

import pytest

from saksi.analysis import load, load_pipeline
from saksi.errors import LanguageError, PipelineError
from saksi.languages import Pack, codes

BROKEN = {
    "nothing": {},
    "no config": {"meta.json": '{"lang": "id", "name": "x", "version": "1"}'},
    "no meta": {"config.cfg": '[nlp]\nlang = "id"\npipeline = []\n'},
    "broken config": {"meta.json": '{"lang": "id", "name": "x", "version": "1"}', "config.cfg": "[nlp\n"},
    "unknown component": {
        "meta.json": '{"lang": "id", "name": "x", "version": "1"}',
        "config.cfg": '[nlp]\nlang = "id"\npipeline = ["a"]\n[components]\n[components.a]\nfactory = "no_such"\n',
    },
}


def test_an_unknown_language_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(LanguageError, match=", ".join(codes())):
        load_pipeline("xx")


@pytest.mark.parametrize("files", BROKEN.values(), ids=BROKEN)
def test_a_broken_pipeline_names_its_folder(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pipeline"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    monkeypatch.setattr(load, "load_pack", lambda code: Pack(code, tmp_path))
    with pytest.raises(PipelineError, match="pipeline cannot be loaded") as refused:
        load_pipeline.__wrapped__("id")
    assert str(folder) in str(refused.value)


@pytest.mark.parametrize("language", codes())
def test_the_languages_own_tokenizer_rules_are_not_built(language: str) -> None:
    assert load_pipeline(language).config["nlp"]["tokenizer"] == {"@tokenizers": load.BARE_TOKENIZER}


def test_a_missing_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "load_pack", lambda code: Pack(code, tmp_path))
    with pytest.raises(PipelineError, match="pipeline cannot be loaded"):
        load_pipeline.__wrapped__("id")
