"""Reads the articles of the gold sets with Saksi, prints the figures and holds them above their floors.

Run as `python -m evaluation.run [--shared ../shared] [--set NAME] [--raise] [--write FOLDER]` from the repository root.
Exit status 1 if a figure lies below its floor.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.floors import Table, broken, load_floors, may_rise, raised, save_floors
from evaluation.gold import RECORDS
from saksi import api
from saksi.scoring import as_lines
from saksi.scoring.score import HEADER, Matched, by_language, figures, table, total
from saksi.scoring.sheet import Record, load, match_articles

SETS = ("examples", "seed", "dev")


def gold_files(shared: Path) -> dict[str, Path]:
    """Where the gold records of each set stand: the project's own, and those of a folder that may be absent."""
    return {"examples": RECORDS, **{name: shared / "gold" / f"{name}.jsonl" for name in SETS[1:]}}


def read_gold(gold: Sequence[Record]) -> Iterator[Record]:
    """What Saksi makes of the articles that gold records are about; what cannot be read is named on standard error."""
    return api.read_again(gold, on_skip=lambda why: print(why, file=sys.stderr))


def reached(matched: Sequence[Matched]) -> dict[str, dict[str, float]]:
    """The figures of one set, by language."""
    return {language: figures(total(pairs)) for language, pairs in by_language(matched).items()}


def measure(paths: Mapping[str, Path], *, write: Path | None = None) -> dict[str, dict[str, dict[str, float]]]:
    """Read, score and print each set that is there; a set that is not is named as skipped."""
    found = {}
    for name, path in paths.items():
        if not path.exists():
            print(f"\n{name}: skipped, there is no {path}")
            continue
        gold = load(path)
        predicted = list(read_gold(gold))
        if write is not None:
            (write / f"{name}.jsonl").write_text(as_lines(predicted), encoding="utf-8")
        matched = match_articles(gold, predicted)
        print(f"\n{name}: {len(gold)} articles\n{HEADER}")
        print("\n".join(table(matched, halves=name == "dev")))
        found[name] = reached(matched)
    return found


def judge(found: Table, *, lift: bool) -> int:
    """Hold figures against the floors, or lift the floors to them; the exit status."""
    floors = load_floors()
    failures = list(broken(found, floors))
    print("\n" + "\n".join([*failures, *may_rise(found, floors)] or ["all figures stand at their floors"]))
    if lift:
        save_floors(raised(found, floors))
    return 1 if failures else 0


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="folder with gold/seed.jsonl, gold/dev.jsonl"
    )
    ask.add_argument("--set", choices=SETS, action="append", dest="sets", help="only this set (may be repeated)")
    ask.add_argument("--raise", action="store_true", dest="lift", help="write higher floors where figures allow")
    ask.add_argument("--write", type=Path, metavar="FOLDER", help="keep what was read, one JSONL per set")
    args = ask.parse_args()
    if args.write:
        args.write.mkdir(parents=True, exist_ok=True)
    paths = {name: path for name, path in gold_files(args.shared).items() if name in (args.sets or SETS)}
    return judge(measure(paths, write=args.write), lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())
