"""Every public function shows an example, and the examples do what they say."""

import subprocess
import sys
from pathlib import Path

import pytest

import saksi

PUBLIC = (
    *("saksi.read", "saksi.read_files", "saksi.open", "saksi.load_pipeline"),
    *("saksi.export.export", "saksi.export.load", "saksi.export.record"),
    *("saksi.model.Reading.to_spacy", "saksi.store.Store.sql"),
    "saksi.use_packs",  # last: it changes the process
)
"""What docs/reference/python.md names."""
RUN = """
import doctest, sys
from operator import attrgetter
import saksi, saksi.export, saksi.model, saksi.store
failed = 0
for name in sys.argv[1:]:
    thing = attrgetter(name.removeprefix("saksi."))(saksi)
    (test,) = doctest.DocTestFinder(recurse=False).find(thing, name, module=False, globs={"saksi": saksi})
    assert test.examples, f"{name} has no example"
    failed += doctest.DocTestRunner().run(test).failed
sys.exit(failed)
"""


@pytest.fixture(scope="module")
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `make demo` leaves it."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "examples").symlink_to(root / "examples")
    command = [sys.executable, "-m", "saksi", "add", "examples", "--store", "demo.duckdb"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603
    return folder


def test_the_examples_do_what_they_say(place: Path) -> None:
    """In a process of its own: packs and spaCy's registry belong to a whole process."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", RUN, *PUBLIC], cwd=place, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_of_the_package_is_shown() -> None:

    assert [name for name in saksi.__all__ if f"saksi.{name}" not in PUBLIC] == []
