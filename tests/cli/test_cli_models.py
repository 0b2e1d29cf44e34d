"""`saksi models`: the bundled pipelines as they describe themselves."""

import json

import pytest
from typer.testing import CliRunner

from saksi.cli import app
from saksi.languages import Pack, codes, load_pack

LIMIT = 15_000_000
"""Bytes that a pipeline may have."""


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["models", *arguments], env={"COLUMNS": "1000"})
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("code", codes())
def test_each_pipeline_is_shown_with_version_size_sources_and_scores(code: str) -> None:
    shown, meta = run(), load_pack(code).meta
    assert f"{code}_{meta['name']} {meta['version']} · {meta['size_bytes'] / 1e6:.1f} MB" in shown
    assert all(f"{source['name']} ({source['license']})" in shown for source in meta["sources"])
    (block,) = [block for block in shown.split("\n\n") if block.startswith(f"{code}_")]
    assert meta["performance"]
    for test, figures in meta["performance"].items():
        (line,) = [line for line in block.splitlines() if line.startswith(test.replace("_", " "))]
        assert all(f"{name.replace('_', ' ')} {value:n}" in line for name, value in figures.items())


def test_json_is_what_the_pipelines_say_of_themselves() -> None:
    assert json.loads(run("--format", "json")) == [load_pack(code).meta for code in codes()]


@pytest.mark.parametrize("code", codes())
def test_the_size_told_is_the_size_that_is_there_and_small(code: str) -> None:
    size = sum(file.stat().st_size for file in load_pack(code).pipeline.rglob("*") if file.is_file())
    assert load_pack(code).meta["size_bytes"] == pytest.approx(size, rel=0.01)
    assert size <= LIMIT


def test_an_unknown_format_is_refused() -> None:
    result = CliRunner().invoke(app, ["models", "--format", "yaml"])
    assert result.exit_code == 2
    assert "table, json" in result.output


def test_a_missing_description_is_named_in_one_line(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.cli.models.load_pack", lambda code: Pack(code, pack.folder / "nowhere"))
    result = CliRunner().invoke(app, ["models"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"saksi: {pack.folder / 'nowhere' / 'pipeline' / 'meta.json'}: ")
    assert result.stderr.endswith("reinstall Saksi\n")
