"""The wheel holds all that Saksi needs: built, and installed in an environment that has not the repository."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def python(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment with the wheel, beside the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(root / "src", source / "src", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(root / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(folder, *pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", "wheels", "./source")
    (wheel,) = (folder / "wheels").glob("saksi-*.whl")
    shutil.rmtree(source)
    venv.create(folder / "new", with_pip=False)
    (libraries,) = (folder / "new").glob("lib/python*/site-packages")
    (libraries / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    run(folder, *pip, "--python", str(folder / "new"), "install", "--no-deps", "--no-index", str(wheel))
    return folder / "new" / "bin" / "python"


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_the_installed_one_that_reads(python: Path, root: Path, tmp_path: Path) -> None:
    assert str(python.parents[1]) in run(tmp_path, str(python), "-c", "import saksi; print(saksi.__file__)")
    program = str(python.with_name("saksi"))
    shutil.copy(root / "examples" / "id-05-rudal-korut.txt", tmp_path / "article.txt")
    assert "SANCTION" in run(tmp_path, program, "read", "article.txt", "--published", "2025-11-04")
    run(tmp_path, program, "add", "article.txt", "--store", "news.duckdb")
    run(tmp_path, program, "export", "--store", "news.duckdb", "--format", "polecat,parquet,stories", "--out", "files")
    assert "no fault found" in run(tmp_path, program, "check")


def test_it_holds_every_file_of_data(python: Path, root: Path) -> None:
    (package,) = python.parents[1].glob("lib/python*/site-packages/saksi")
    wanted = {
        path.relative_to(root / "src" / "saksi") for path in (root / "src" / "saksi").rglob("*") if path.is_file()
    }
    held = {path.relative_to(package) for path in package.rglob("*") if path.is_file()}
    assert {path for path in wanted - held if path.suffix != ".pyc"} == set()
