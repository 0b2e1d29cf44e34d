"""Checksums of a pipeline's files, in the form of `sha256sum`: a flipped bit in a weight would else only read worse."""

from hashlib import sha256
from pathlib import Path

SUMS = "SHA256SUMS"


def write_sums(folder: Path) -> None:
    """Note the sums of all files in a folder."""
    lines = [f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n" for path in _files(folder)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def damaged(folder: Path) -> list[str]:
    """The files that are not as they were noted, or not there; none where nothing was noted."""
    if not (folder / SUMS).is_file():
        return []
    noted = (line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines())
    return [name for known, name in noted if not (folder / name).is_file() or _sum(folder / name) != known]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)


def _sum(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
