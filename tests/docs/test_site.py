"""The documentation as pages."""

import subprocess
import sys
from pathlib import Path


def test_pages_are_made_without_a_broken_link(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "tutorial.html").exists()
    page = (tmp_path / "reference" / "exports.html").read_text(encoding="utf-8")
    assert 'src="http' not in page
    assert "fonts.googleapis" not in page
