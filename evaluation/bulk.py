"""Many articles: how fast and in how much memory they are added, and what a kill loses: `python -m evaluation.bulk`.

Articles are added with as many processes as there are cores, and the same texts parsed by the bare spaCy pipeline in as
many, in one run. `--kills` ends the program by force at random moments instead, and compares what the next run makes of
it with a run that nobody disturbed.
"""

import argparse
import json
import lzma
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from saksi.analysis import load_pipeline
from saksi.store import Store

CHUNK = 64


def texts(shared: Path, language: str, count: int) -> list[dict[str, str]]:
    """The first articles of a language."""
    with lzma.open(shared / "data" / "articles" / f"{language}_news.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, count)]


def words(articles: Sequence[dict[str, str]]) -> int:
    """Whitespace-separated words."""
    return sum(len(article["text"].split()) for article in articles)


def _parse(job: tuple[str, list[str]]) -> int:
    language, part = job
    return sum(len(doc) for doc in load_pipeline(language).pipe(part))


def bare(articles: Sequence[dict[str, str]], language: str, workers: int) -> float:
    """Seconds in which the bare pipeline parses the texts, in as many processes, models loaded before."""
    parts = [[one["text"] for one in articles[start : start + CHUNK]] for start in range(0, len(articles), CHUNK)]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_parse, [(language, ["Satu."])] * workers * 4))
        start = time.perf_counter()
        list(pool.map(_parse, [(language, part) for part in parts]))
        return time.perf_counter() - start


def command(source: Path, store: Path, workers: int) -> list[str]:
    """The command that adds a file."""
    return [sys.executable, "-m", "saksi", "add", str(source), "--store", str(store), "--workers", str(workers)]


def added(source: Path, store: Path, workers: int) -> tuple[float, int]:
    """Seconds in which a file is added, start-up included, and the peak memory of the largest process, bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command(source, store, workers), stderr=subprocess.DEVNULL)  # noqa: S603 (our own)
    peak = 0
    while process.poll() is None:
        peak = max([peak, *_sizes(process.pid)])
        time.sleep(0.25)
    return time.perf_counter() - start, peak


def _sizes(pid: int) -> Iterator[int]:
    """The largest memory so far, in bytes, of a process and of those below it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return
    yield from (int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    for child in children:
        yield from _sizes(int(child))


def contents(path: Path) -> list[tuple[str, ...]]:
    """All that a store says of its articles, whichever run and order it came in."""
    store, found = Store(path), []
    for name in ("articles", "actors", "events", "testimonies", "statements", "places", "times", "skipped"):
        rows = store.rows(f'SELECT * FROM "{name}"')  # noqa: S608 (our names)
        found.append((name, *sorted(str({**row, "run": 0}) for row in rows)))
    return found


def survived(source: Path, folder: Path, *, kills: int, longest: float, seed: int) -> int:
    """How many of some kills at random moments left a store that the next run made equal to an undisturbed one."""
    whole = folder / "whole.duckdb"
    added(source, whole, 1)
    expected, dice, right = contents(whole), random.Random(seed), 0  # noqa: S311 (no secret)
    for number in range(kills):
        store = folder / f"{number}.duckdb"
        process = subprocess.Popen(  # noqa: S603 (our own program)
            command(source, store, 1), stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(dice.uniform(0.5, longest))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        added(source, store, 1)
        right += contents(store) == expected
        print(f"  kill {number + 1}: {right} of {number + 1} equal", flush=True)
        store.unlink()
    return right


def main() -> None:
    """Print speed, memory, and kills survived."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--language", default="id")
    ask.add_argument("--articles", type=int, default=2000)
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--kills", type=int, default=0, help="how often to kill; nothing else is then measured")
    args = ask.parse_args()
    articles = texts(args.shared, args.language, args.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "articles.jsonl"
        source.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        if args.kills:
            right = survived(source, folder, kills=args.kills, longest=args.articles / 12, seed=args.kills)
            print(f"kills: {right} of {args.kills} stores equal to an undisturbed one")
            return
        parsed = bare(articles, args.language, args.workers)
        first, peak = added(source, folder / "a.duckdb", args.workers)
        second, _ = added(source, folder / "a.duckdb", args.workers)
    speed = words(articles) / first
    print(f"{len(articles)} articles, {args.workers} processes: {speed:,.0f} words/s, start-up included")
    print(f"  bare spaCy, models loaded: {words(articles) / parsed:,.0f} words/s; ratio {parsed / first:.2f}")
    print(f"  the same command again: {second / first:.3f} of the first run")
    print(f"  largest process: {peak / 2**20:,.0f} MB")


if __name__ == "__main__":
    main()
