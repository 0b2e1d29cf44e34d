"""`saksi find`, `show`, `sql` and `stats`: asking a store."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from saksi.asking import events
from saksi.cli.options import choice, parse_date, parse_type
from saksi.errors import SaksiError, StoreError
from saksi.model import Reading, Standing, Status

if TYPE_CHECKING:
    from saksi.store import Answer, Store

StorePath = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store, a DuckDB file.")]
ActorOption = Annotated[str | None, typer.Option(metavar="WHO", help="Who does it: a code, or a name.")]
RecipientOption = Annotated[str | None, typer.Option(metavar="WHO", help="Who undergoes it.")]
TypeOption = Annotated[str | None, typer.Option(parser=parse_type, metavar="TYPE", help="PLOVER's type.")]
TextOption = Annotated[str | None, typer.Option(metavar="WORDS", help="Words in a sentence that tells it.")]
StatusOption = Annotated[
    str | None, typer.Option(parser=choice(get_args(Status)), metavar="STATUS", help="How the deed stands.")
]
StandingOption = Annotated[
    str | None, typer.Option(parser=choice(get_args(Standing)), metavar="STANDING", help="Who vouches for it.")
]
WitnessOption = Annotated[str | None, typer.Option(metavar="WHO", help="Who asserts or denies it.")]
SinceOption = Annotated[datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="Done then or later.")]
UntilOption = Annotated[datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="Done then or earlier.")]
PlaceOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Where: words of the place's name, or a country's code.")
]
INDENT = 4
HASH, SHORT = 64, 12
"""Digits of an article's id that is a hash, and how many of them are shown."""


def find(  # noqa: PLR0913 - one per option
    *,
    store: StorePath = Path("saksi.duckdb"),
    actor: ActorOption = None,
    recipient: RecipientOption = None,
    type: TypeOption = None,  # noqa: A002 - the record's own name for it
    status: StatusOption = None,
    standing: StandingOption = None,
    witness: WitnessOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    place: PlaceOption = None,
    text: TextOption = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many at most, the latest first.")] = 50,
    output: Annotated[
        str, typer.Option("--format", parser=choice(("table", "csv", "jsonl", "parquet")), metavar="FORMAT")
    ] = "table",
) -> None:
    """Find events in a store: table, csv, jsonl or parquet on standard output.

    Names are codes (`RUS`), or names in either language (`Rusia`, `Putin`); where nobody is known by one, names like it
    are shown.
    """
    from saksi.store.search import sql  # noqa: PLC0415

    with told(), opened(store) as asked:
        question = events(
            asked,
            actor=actor,
            recipient=recipient,
            witness=witness,
            type=type,
            status=status,
            standing=standing,
            since=since,
            until=until,
            place=place,
            text=text,
            limit=limit,
        )
        query, parameters = sql(question)
        _write(asked, query, parameters, output)


def show(
    what: Annotated[str, typer.Argument(metavar="ARTICLE_OR_EVENT", help="An article's id, or an event's: ID#e3.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
    output: Annotated[
        str, typer.Option("--format", parser=choice(("table", "json")), metavar="table|json", help="How to show it.")
    ] = "table",
) -> None:
    """Show an article of a store with its evidence marked, and its events; or one event."""
    from saksi.export import FORMATS  # noqa: PLC0415
    from saksi.store.readings import reading  # noqa: PLC0415

    article, _, event = what.partition("#")
    with told(), opened(store) as asked:
        found = reading(asked, article)
        if event:
            events = tuple(one for one in found.events if one.id == event)
            if not events:
                raise StoreError(
                    f"{store}: article {article!r} has no event {event!r}; it has e1 to e{len(found.events)}"
                )
            found = replace(found, events=events)
        elif output == "table":
            typer.echo(_marked(found) + "\n")
    FORMATS[output](sys.stdout).write(found)


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A query in DuckDB's SQL; it cannot change the store.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
    output: Annotated[
        str, typer.Option("--format", parser=choice(("table", "csv", "jsonl", "parquet")), metavar="FORMAT")
    ] = "table",
) -> None:
    """Ask a store in SQL: `saksi sql "SELECT type, count(*) FROM events_flat GROUP BY type"`."""
    with told(), opened(store) as asked:
        _write(asked, query, (), "plain" if output == "table" else output)


def stats(*, store: StorePath = Path("saksi.duckdb")) -> None:
    """Count what a store holds: articles, events by type and standing, pairs of parties, what was skipped and why."""
    with told(), opened(store) as asked:
        for title, query in _STATS.items():
            typer.echo(f"\n{title}")
            _write(asked, query, (), "plain")


_STATS: Mapping[str, str] = {
    "What there is": """
        SELECT (SELECT count(*) FROM articles WHERE latest) AS articles, (SELECT count(*) FROM events_flat) AS events,
            (SELECT count(*) FROM testimonies_flat) AS testimonies, (SELECT count(*) FROM statements) AS statements,
            (SELECT count(*) FROM skipped) AS skipped, (SELECT min(day) FROM articles) AS first,
            (SELECT max(day) FROM articles) AS last""",
    "Articles by outlet": """
        SELECT outlet, language, count(*) AS articles FROM articles WHERE latest GROUP BY ALL
        ORDER BY articles DESC LIMIT 10""",
    "Events by type": """
        SELECT type, count(*) AS events, count(*) FILTER (status = 'happened') AS happened,
            count(*) FILTER (standing = 'claimed') AS claimed,
            count(*) FILTER (standing IN ('contested', 'denied')) AS disputed
        FROM events_flat GROUP BY type ORDER BY events DESC""",
    "Pairs of parties": """
        SELECT actor, recipient, count(*) AS events FROM (
            SELECT unnest(actor_codes) AS actor, recipient_codes FROM events_flat),
            unnest(recipient_codes) AS r(recipient) WHERE actor <> recipient
        GROUP BY ALL ORDER BY events DESC LIMIT 10""",
    "Skipped, by reason": """
        SELECT reason, count(*) AS inputs FROM skipped GROUP BY reason ORDER BY inputs DESC LIMIT 10""",
}


@contextmanager
def told() -> Iterator[None]:
    """Errors as one line, exit status 1."""
    try:
        yield
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error


@contextmanager
def opened(path: Path) -> "Iterator[Store]":
    """A store, held for the questions of one command."""
    from saksi.store import Store  # noqa: PLC0415 (loads DuckDB)

    store = Store(path)
    with store.holding():
        yield store


def _marked(reading: Reading) -> str:
    """The text, with the words that name deeds between brackets and the number of the event behind them."""
    from saksi.model.evidence import printable  # noqa: PLC0415

    text, end, parts = reading.article.text, 0, []
    for number, event in sorted(enumerate(reading.events, 1), key=lambda one: one[1].trigger):
        if event.trigger.start >= end:
            parts.append(f"{text[end : event.trigger.start]}⟦{event.trigger.of(text)}⟧{number}")
            end = event.trigger.end
    return "\n".join(printable(line) for line in ("".join(parts) + text[end:]).splitlines())


def _write(store: "Store", query: str, parameters: Sequence[Any], output: str) -> None:
    if output != "parquet":
        _WRITERS[output](store.answer(query, parameters))
        return
    import pyarrow.parquet as pq  # noqa: PLC0415

    if sys.stdout.isatty():
        raise typer.BadParameter("parquet is no text; send it to a file: --format parquet > events.parquet")
    pq.write_table(store.sql(query, parameters).arrow(), sys.stdout.buffer)


def _events(answer: "Answer") -> None:
    """A paragraph an event: when, what, who to whom; on whose word; the sentence; where to look it up."""
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from saksi.model.evidence import printable  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for row in answer.dicts():
        deed = "/".join(filter(None, (row["type"], row["mode"])))
        who = f"{', '.join(row['actors']) or '–'} → {', '.join(row['recipients']) or '–'}"
        heading = Text.assemble((_when(row), "dim"), "  ", (deed, "bold"), "  ", printable(who))
        told = [f"says {', '.join(row['witnesses'])}"] if row["witnesses"] else []
        told += [f"DENIED by {', '.join(row['deniers'])}"] if row["deniers"] else []
        evidence = printable(row["evidence"]).replace(row["trigger"], f"⟦{row['trigger']}⟧", 1)
        source = f"{row['outlet']} {row['published'] or ''} · {_short(row['event_id'])}"
        console.print(heading)
        for line in (f"{row['status']}, {row['standing']}: {'; '.join(told)}", evidence):
            console.print(Padding(Text(printable(line)), (0, 0, 0, INDENT)))
        console.print(Padding(Text(printable(source), style="dim"), (0, 0, 1, INDENT)))
    typer.echo(f"{len(answer.rows)} events", err=True)


def _short(event_id: str) -> str:
    """An event's id with the first digits of a hash alone; `saksi show` takes it."""
    article, _, number = event_id.rpartition("#")
    return f"{article[:SHORT] if len(article) == HASH else article}#{number}"


def _when(row: Mapping[str, Any]) -> str:
    if row["start_date"] is None:
        return "–"
    same = row["start_date"] == row["end_date"]
    return str(row["start_date"]) if same else f"{row['start_date']}/{row['end_date']}"


def _plain(answer: "Answer") -> None:
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from saksi.export import cell  # noqa: PLC0415

    shown = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in answer.columns:
        shown.add_column(column, overflow="fold")
    for row in answer.dicts():
        shown.add_row(*(Text(cell(value)) for value in row.values()))
    Console(highlight=False).print(shown)


def _csv(answer: "Answer") -> None:
    from saksi.export import to_csv  # noqa: PLC0415

    typer.echo(to_csv(answer.columns, answer.dicts()), nl=False)


def _jsonl(answer: "Answer") -> None:
    from saksi.export import to_jsonl  # noqa: PLC0415

    typer.echo(to_jsonl(answer.dicts()), nl=False)


_WRITERS: Mapping[str, Callable[["Answer"], None]] = {
    "table": _events,
    "plain": _plain,
    "csv": _csv,
    "jsonl": _jsonl,
}
