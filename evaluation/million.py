"""Linking a million synthetic events: `python -m evaluation.million [--events 1000000] [--store FILE]`.

Deeds are drawn at random (parties by how often news names them, and a day: more events are more days); each is told
by one article in most cases and by up to twelve, in sentences of shared and of own words. What is measured is putting
tellings together.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from saksi import __version__
from saksi.api import read_files
from saksi.codebook import plover
from saksi.corroborate import Likeness, Report, Telling, stories
from saksi.store import Store, tables
from saksi.store.rows import Tables

PARTIES = [f"{first}{second}X" for first in "ABCDEFGHIJKLMNOP" for second in "ABCDEFGHIJKLM"]
EVENTS_AN_ARTICLE = 10
EVENTS_A_DAY = 1000
WORDS = 60_000
EXAMPLES = Path(__file__).parent.parent / "examples"
TOGETHER = 2000
"""Events that are written in one transaction, as `saksi add` writes some hundred articles."""
TOLD_BY = (1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 12)


def tellings(count: int, dice: random.Random) -> Iterator[Telling]:
    """Events, told by articles of ten each."""
    types = list(plover().types)
    number, days = 0, max(1, count // EVENTS_A_DAY)
    while number < count:
        kind = dice.choice(types)
        one, other = (PARTIES[min(int(dice.paretovariate(0.9)), len(PARTIES)) - 1] for _ in range(2))
        day = date(2015, 1, 1) + timedelta(days=dice.randrange(days))
        core = [f"w{dice.randrange(WORDS)}" for _ in range(9)]
        for _ in range(dice.choice(TOLD_BY)):
            own = [f"w{dice.randrange(WORDS)}" for _ in range(4)]
            yield Telling(
                id=f"a{number // EVENTS_AN_ARTICLE}#e{number % EVENTS_AN_ARTICLE}",
                article=f"a{number // EVENTS_AN_ARTICLE}",
                type=kind,
                family=plover().types[kind]["family"],
                actors=frozenset({one}),
                recipients=frozenset({other}) - {one},
                start=day,
                end=day,
                evidence=" ".join([*dice.sample(core, 7), *own]),
                status="happened",
                standing="reported",
            )
            number += 1


def measured(count: int) -> tuple[float, int]:
    """Seconds in which events are linked, and how many stories they make."""
    told = list(tellings(count, random.Random(count)))  # noqa: S311 (no secret)
    articles: dict[str, list[Telling]] = {}
    for telling in told:
        articles.setdefault(telling.article, []).append(telling)
    reports = [
        Report(id=name, title="", published=own[0].start, text=" ".join(one.evidence for one in own))
        for name, own in articles.items()
    ]
    start = time.perf_counter()
    found = stories(told, Likeness(reports, told, dead=frozenset()))
    return time.perf_counter() - start, len(found)


def stored(count: int, path: Path) -> float:
    """Seconds in which as many events are put into a store: the examples, read once, under new ids over and over."""
    readings = [*read_files(sorted(EXAMPLES.glob("*.txt")))]
    rows = tables(readings, read_by=__version__)
    copies = max(1, TOGETHER // rows["events"].num_rows)
    store = Store(path, create=True)
    run = store.begin(command="million", read_by=__version__)
    done = number = 0
    start = time.perf_counter()
    while done < count:
        group = [_renamed(rows, number + copy) for copy in range(copies)]
        together = {name: pa.concat_tables([one[name] for one in group]) for name in rows}
        store.add(together, [], run=run)
        number, done = number + copies, done + together["events"].num_rows
    return time.perf_counter() - start


def _renamed(rows: Tables, number: int) -> dict[str, pa.Table]:
    """The rows with articles of other ids."""
    found = {}
    for name, table in rows.items():
        column = "id" if name == "articles" else "article_id"
        ids = pc.binary_join_element_wise(table[column], str(number), "-")
        found[name] = table.set_column(table.schema.get_field_index(column), table.schema.field(column), ids)
        if name == "articles":
            urls = pa.nulls(table.num_rows, pa.string())
            found[name] = found[name].set_column(table.schema.get_field_index("url"), table.schema.field("url"), urls)
    return found


def main() -> None:
    """Print seconds for half and all of the events, and the peak of memory."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--events", type=int, default=1_000_000)
    ask.add_argument("--store", type=Path, help="put as many into a new store there first")
    args = ask.parse_args()
    if args.store:
        seconds = stored(args.events, args.store)
        size = args.store.stat().st_size / 2**20
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(f"{args.events:,} events stored in {seconds:.0f} s, {peak:.1f} GB; the file has {size:,.0f} MB")
    half, _ = measured(args.events // 2)
    whole, found = measured(args.events)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{args.events:,} events in {found:,} stories: {whole:.0f} s on one core, {peak:.1f} GB")
    print(f"half of them: {half:.0f} s; twice the events take {whole / half:.2f} times as long")


if __name__ == "__main__":
    main()
