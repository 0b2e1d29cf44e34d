"""The documentation as pages, and the tutorial as it is typed."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_pages_are_made_without_a_broken_link(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "tutorial.html").exists()
    page = (tmp_path / "reference" / "exports.html").read_text(encoding="utf-8")
    assert 'src="http' not in page
    assert "fonts.googleapis" not in page


def test_the_tutorial_can_be_typed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(root / "examples")
    page = (root / "docs" / "tutorial.md").read_text(encoding="utf-8")
    lines = [line for block in COMMANDS.findall(page) for line in block.splitlines()]
    typed = [shlex.split(line) for line in lines if " serve " not in line]
    assert len(typed) == len(lines) - 1 > 3
    for program, *words in typed:
        assert program == ".venv/bin/saksi"
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "saksi", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout or done.stderr
    assert (tmp_path / "export" / "polecat.tsv").exists()
