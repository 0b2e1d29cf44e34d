"""How reading grows with cores and runners: `python -m evaluation.scaling [--articles 600] [--language en]`.

The same articles are added by one process, by two, and by two workers of Ray, in one run; of each the time for a tenth
of them is taken off, so that starting does not count. Printed are ratios, memory, and bytes an article and an event.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from evaluation.bulk import contents, texts, words
from evaluation.faults import saksi
from evaluation.million import EXAMPLES
from saksi.store import Store

PARTS = 8
"""Files into which articles are parted, each a shard."""


def parted(articles: Sequence[Mapping[str, object]], folder: Path) -> Path:
    """Articles as JSON lines in files of a folder."""
    folder.mkdir()
    for number in range(PARTS):
        lines = [json.dumps(one) + "\n" for one in articles[number::PARTS]]
        (folder / f"{number}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def seconds(source: Path, place: Path, options: Sequence[str]) -> float:
    """Seconds in which a folder is read. Raises RuntimeError if it is not."""
    start = time.perf_counter()
    done = saksi(place, ["add", str(source), *options])
    if done.returncode:
        raise RuntimeError(done.stderr)
    return time.perf_counter() - start


def main() -> int:
    """The command; status 1 if runners do not agree."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--articles", type=int, default=600)
    ask.add_argument("--language", default="en")
    args = ask.parse_args()
    articles = texts(args.shared, args.language, args.articles) if args.shared.exists() else []
    if not articles:
        print(f"{args.shared}: no articles there; {EXAMPLES} has too few to measure this")
        return 0
    runners = {"one process": ["--workers", "1"], "two processes": ["--workers", "2"]}
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        few, all_ = parted(articles[: len(articles) // 10], place / "few"), parted(articles, place / "all")
        count = words(articles) - words(articles[: len(articles) // 10])
        speeds = {}
        for runner, options in runners.items():
            store = runner.replace(" ", "-")
            local = [*options, "--no-link", "--store"]
            taken = seconds(all_, place, [*local, store]) - seconds(few, place, [*local, f"{store}-few"])
            speeds[runner] = count / taken
        if find_spec("ray"):
            ray = ["--runner", "ray", "--workers", "2", "--shards"]
            taken = seconds(all_, place, [*ray, "shards"]) - seconds(few, place, [*ray, "shards-few"])
            speeds["Ray, two workers"] = count / taken
            saksi(place, ["load", "shards", "--store", "ray", "--no-link"])
        one = speeds["one process"]
        for runner, speed in speeds.items():
            print(f"{runner:18}{speed:8,.0f} words/s {speed / one:6.2f}")
        whole = Store(place / "two-processes")
        events = whole.rows("SELECT count(*) AS n FROM events_flat")[0]["n"]
        size = (place / "two-processes").stat().st_size
        print(
            f"{len(articles):,} articles, {events:,} events, {size / len(articles):,.0f} bytes an article in the store"
        )
        alike = not find_spec("ray") or contents(place / "ray") == contents(place / "two-processes")
        print(f"records of local and Ray: {'identical' if alike else 'DIFFER'}")
    return 0 if alike else 1


if __name__ == "__main__":
    sys.exit(main())
