"""Shards: written whole or not at all, brought into a store once, and the same records by whichever runner."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from saksi import __version__
from saksi.errors import InputError
from saksi.runners.batch import Settings
from saksi.runners.shards import TRIES, Job, Shards, load, pending, read_shard
from saksi.store import SCHEMAS, Store

SETTINGS = Settings(read_by=__version__)


def saksi(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "saksi", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def contents(path: Path) -> dict[str, list[str]]:
    """All rows of all tables, as they would be written."""
    store = Store(path)
    rows = {name: store.rows(f"SELECT * FROM {name}") for name in SCHEMAS}  # noqa: S608
    for row in rows["articles"]:
        del row["run"]
    return {name: sorted(json.dumps(row, default=str) for row in found) for name, found in rows.items()}


@pytest.fixture
def job(tmp_path: Path) -> Job:
    return Job(place=str(tmp_path / "shards"), settings=SETTINGS)


@pytest.fixture
def source(tmp_path: Path) -> str:
    lines = [
        {"id": "a", "text": "Russia praised North Korea on Monday."},
        {"id": "a", "text": "Russia praised North Korea on Monday."},
        {"id": "a", "text": "Russia blamed North Korea on Monday."},
        {"id": "b"},
        {"id": "c", "text": "France condemned Belarus."},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(tmp_path / "in.jsonl")


def test_a_shard_has_each_article_once_and_tells_what_it_left(source: str, job: Job, tmp_path: Path) -> None:
    mark = read_shard(source, job)
    assert (mark.articles, mark.events, mark.skipped, mark.reason) == (2, 2, 2, None)
    store = Store(tmp_path / "s.duckdb", create=True)
    summary = load(job.place, store.path, command="", read_by=__version__)
    assert (summary.articles, summary.events, summary.skipped) == (2, 2, 2)
    assert any("has the id of another article" in reason for reason in summary.reasons)
    again = load(f"file://{job.place}", store.path, command="", read_by=__version__)
    assert (again.articles, again.known, again.skipped) == (0, 2, 0)


def test_of_two_texts_at_one_address_the_last_is_the_latest(tmp_path: Path, job: Job) -> None:
    rows = [
        {
            "id": name,
            "url": "https://a.example/1",
            "text": f"The government of France condemned Belarus on Monday ({name}).",
        }
        for name in "abc"
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    read_shard(str(tmp_path / "in.jsonl"), job)
    store = Store(tmp_path / "s.duckdb", create=True)
    load(job.place, store.path, command="", read_by=__version__)
    found = store.rows("SELECT id, version, latest FROM articles ORDER BY version")
    assert [(row["id"], row["latest"]) for row in found] == [("a", False), ("b", False), ("c", True)]


def test_a_shard_without_its_mark_does_not_count_and_is_read_again(source: str, job: Job) -> None:
    mark = read_shard(source, job)
    for _ in range(TRIES + 1):
        (Path(job.place) / f"{mark.name}.json").unlink()
        assert Shards(job.place).marks() == []
        assert pending([source], job.place, __version__, lambda _: None) == [source]
        assert read_shard(source, job) == mark


def test_a_damaged_shard_is_told_with_its_file(source: str, job: Job, tmp_path: Path) -> None:
    mark = read_shard(source, job)
    store = Store(tmp_path / "s.duckdb", create=True)
    (Path(job.place) / mark.name / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(InputError, match=r"events\.parquet: is damaged or gone"):
        load(job.place, store.path, command="", read_by=__version__)
    (Path(job.place) / f"{mark.name}.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="is no mark of a shard"):
        load(job.place, store.path, command="", read_by=__version__)
    assert len(store.articles) == 0


def test_a_file_that_changed_is_another_shard(source: str, job: Job) -> None:
    read_shard(source, job)
    assert pending([source], job.place, __version__, lambda _: None) == []
    Path(source).write_text('{"text": "France condemned Belarus."}\n', encoding="utf-8")
    assert pending([source], job.place, __version__, lambda _: None) == [source]
    assert pending([source], job.place, "another version", lambda _: None) == [source]


def test_a_shard_that_ends_its_worker_each_time_is_set_aside(source: str, job: Job, tmp_path: Path) -> None:
    shards = Shards(job.place)
    for _ in range(TRIES):
        shards.begin(shards.name_of(source))
    mark = read_shard(source, job)
    assert mark.reason is not None
    assert f"ended the worker process {TRIES} times" in mark.reason
    summary = load(job.place, tmp_path / "s.duckdb", command="", read_by=__version__)
    assert (summary.articles, summary.reasons) == (0, {mark.reason: 1})


def test_what_cannot_be_had_is_told(job: Job, tmp_path: Path) -> None:
    assert read_shard(str(tmp_path / "none.jsonl"), job).reason == "no such file; check the path"
    with pytest.raises(InputError, match="has no finished shard"):
        load(str(tmp_path), tmp_path / "s.duckdb", command="", read_by="")
    assert not (tmp_path / "s.duckdb").exists()
    with pytest.raises(InputError, match="cannot be reached"):
        Shards("s4://nowhere/x")


@pytest.mark.parametrize("words", [["--runner", "ray"], ["--shards", "x"], ["--runner", "rai"]])
def test_options_that_do_not_go_together_stop_the_run(root: Path, words: list[str]) -> None:
    done = saksi(root, "add", "examples", *words)
    assert done.returncode == 2


def test_one_module_alone_knows_ray(root: Path) -> None:
    importing = [path.name for path in (root / "src").rglob("*.py") if "import ray" in path.read_text(encoding="utf-8")]
    assert importing == ["ray.py"]


def workers() -> Iterator[int]:
    """The processes of Ray's actors."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes().startswith(b"ray::MapWorker"):
                yield int(path.parent.name)
        except OSError:
            continue


def test_a_cluster_reads_what_this_machine_reads(root: Path, tmp_path: Path) -> None:
    """Two workers, one of them killed in the middle; then one shard is lost, and only that is read again."""
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'saksi[ray]'")
    inputs = str(root / "examples")
    command = [sys.executable, "-m", "saksi", "add", inputs, "--runner", "ray", "--shards", "out", "--workers", "2"]
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)  # noqa: S603
    until = time.monotonic() + 120
    while not list((tmp_path / "out").glob("*.json")) and time.monotonic() < until and running.poll() is None:
        time.sleep(0.02)
    killed = list(workers())[:1]
    for process in killed:
        os.kill(process, signal.SIGKILL)
    _, told = running.communicate(timeout=300)
    assert (running.returncode, len(killed)) == (0, 1), told
    assert "12 articles read" in told

    next((tmp_path / "out").glob("*.json")).unlink()
    again = saksi(tmp_path, *command[3:])
    assert "11 known before" in again.stderr or "10 known before" in again.stderr, again.stderr

    assert saksi(tmp_path, "load", "out", "--store", "ray.duckdb").returncode == 0
    assert saksi(tmp_path, "add", inputs, "--store", "local.duckdb").returncode == 0
    assert contents(tmp_path / "ray.duckdb") == contents(tmp_path / "local.duckdb")
