"""Compiles the hand-written notes on the sample articles into gold records.

Run as `python -m evaluation.gold`: reads `evaluation/gold/*.json` and writes `evaluation/gold.jsonl`; with `--check`
it writes nothing and fails if the file is out of date. `saksi.scoring.notes` says what notes are.
"""

import argparse
import sys
from pathlib import Path

from saksi.errors import NotesError
from saksi.scoring import as_lines, compile_all

HOME = Path(__file__).parent
NOTES = HOME / "gold"
RECORDS = HOME / "gold.jsonl"


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true", help="write nothing, fail if the records are out of date")
    args = ask.parse_args()
    try:
        lines = as_lines(compile_all(NOTES))
    except NotesError as error:
        print(error, file=sys.stderr)
        return 1
    if not args.check:
        RECORDS.write_text(lines, encoding="utf-8")
    elif RECORDS.read_text(encoding="utf-8") != lines:
        print(f"{RECORDS.name} is out of date: run python -m evaluation.gold", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
