"""A bundled pipeline whose files are not as released is refused, with the file's name."""

import pickle
import shutil
from pathlib import Path

import pytest

from saksi.analysis.checksums import SUMS, damaged, write_sums
from saksi.analysis.load import _loaded
from saksi.errors import PipelineError
from saksi.languages import codes, load_pack


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(load_pack("en").pipeline, tmp_path / "pipeline"))


@pytest.mark.parametrize("code", codes())
def test_the_bundled_pipelines_are_as_released(code: str) -> None:
    folder = load_pack(code).pipeline
    noted = {line.split("  ")[1] for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()}
    assert noted == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {SUMS}
    assert damaged(folder) == []


def test_a_flipped_bit_is_found(copy: Path) -> None:
    weights = copy / "parser" / "model"
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)
    with pytest.raises(PipelineError, match=r"parser/model: not as released.*reinstall"):
        _loaded(copy, remedy="reinstall Saksi", bare=True)


def test_a_missing_file_is_found_and_one_without_sums_is_believed(copy: Path) -> None:
    (copy / "meta.json").unlink()
    assert damaged(copy) == ["meta.json"]
    (copy / SUMS).unlink()
    assert damaged(copy) == []
    write_sums(copy)
    assert damaged(copy) == []


def test_no_module_unpickles(root: Path) -> None:
    """Data that is loaded must not be able to run: no pickle, neither our own nor by way of numpy."""
    texts = {path: path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py")}
    words = (pickle.__name__, "allow_pickle", "joblib", "marshal", "shelve")
    assert [path.name for path, text in texts.items() if any(word in text for word in words)] == []
