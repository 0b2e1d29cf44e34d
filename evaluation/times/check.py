"""Whether expressions of time get the right interval: `python -m evaluation.times.check [--wrong]`.

`expressions.tsv` holds sentences of our own with one expression each, in both languages and against five days of
publication; the intervals were reckoned by hand-written calendar arithmetic that shares nothing with the program.
"""

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import saksi

TABLE = Path(__file__).with_name("expressions.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence, the day on which it appeared, and the interval of the expression in it."""

    language: str
    published: str
    sentence: str
    expression: str
    start: str
    end: str


def rows() -> Iterator[Row]:
    """All rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for fields in csv.reader(lines, delimiter="\t"):
            if not fields[0].startswith("#"):
                language, published, sentence, expression, start, end = fields
                yield Row(
                    language=language,
                    published=published,
                    sentence=sentence,
                    expression=expression,
                    start=start,
                    end=end,
                )


def found(row: Row) -> str:
    """The interval that Saksi reads where the expression stands, `start/end`; nothing if it sees no time there."""
    at = row.sentence.index(row.expression)
    times = saksi.read(row.sentence, language=row.language, published=row.published).times
    inside = [
        time for time in times if any(span.start < at + len(row.expression) and span.end > at for span in time.mentions)
    ]
    return " and ".join(f"{time.start}/{time.end}" for time in inside)


def main() -> None:
    """Print the share of right intervals by language, and on demand what was got wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--wrong", action="store_true", help="also print what was got wrong")
    args = ask.parse_args()
    right: dict[str, list[bool]] = {}
    for row in rows():
        interval = found(row)
        hit = interval == f"{row.start}/{row.end}"
        right.setdefault(row.language, []).append(hit)
        if args.wrong and not hit:
            print(f"{row.published} {row.sentence} {row.expression!r}: {row.start}/{row.end}, not {interval or 'seen'}")
    right["both"] = [hit for hits in right.values() for hit in hits]
    for language, hits in right.items():
        print(f"{language}: {sum(hits)} of {len(hits)} expressions of time right ({sum(hits) / len(hits):.3f})")


if __name__ == "__main__":
    main()
