"""`saksi link`, `stories` and `story`: what many articles say of the same deed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from saksi.asking import party
from saksi.cli.ask import ActorOption, RecipientOption, StorePath, TextOption, TypeOption, opened, told
from saksi.cli.options import choice, parse_date
from saksi.errors import StoreError
from saksi.model import Standing
from saksi.store.search import SORTS, StoriesQuestion, stories_sql

if TYPE_CHECKING:
    from saksi.corroborate import Balance, Witness
    from saksi.runners import Sources
    from saksi.store import Store

story = typer.Typer(help="Show a story, or correct it.", no_args_is_help=True, rich_markup_mode=None)


def link(*, store: StorePath = Path("saksi.duckdb")) -> None:
    """Find copies and stories: articles that stand on others, and events of several articles that are one deed."""
    with told():
        run_link(store)


def run_link(path: Path) -> None:
    """Link a store and say what was found."""
    from saksi.runners import link as run  # noqa: PLC0415 (loads DuckDB)
    from saksi.store import Store  # noqa: PLC0415

    found = run(Store(path))
    typer.echo(
        f"{path}: {found.events:,} events in {found.stories:,} stories; "
        f"{found.copies:,} of {found.articles:,} articles stand on others",
        err=True,
    )


def stories(  # noqa: PLR0913 - one per option
    *,
    store: StorePath = Path("saksi.duckdb"),
    actor: ActorOption = None,
    recipient: RecipientOption = None,
    type: TypeOption = None,  # noqa: A002 - the record's own name for it
    standing: Annotated[
        str | None,
        typer.Option(parser=choice(get_args(Standing)), metavar="STANDING", help="How it stands by all its witnesses."),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="Told then or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="Told then or earlier.")
    ] = None,
    text: TextOption = None,
    sort: Annotated[
        str, typer.Option(parser=choice(SORTS), metavar="|".join(SORTS), help="Which come first.")
    ] = "newest",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many at most.")] = 20,
    output: Annotated[
        str,
        typer.Option("--format", parser=choice(("table", "jsonl")), metavar="table|jsonl", help="How to show them."),
    ] = "table",
) -> None:
    """Find stories: deeds with all their reports, witnesses for and against them, and how they stand."""
    with told(), opened(store) as asked:
        question = StoriesQuestion(
            actor=party(actor, asked),
            recipient=party(recipient, asked),
            type=type,
            standing=standing,
            since=since.date() if since else None,
            until=until.date() if until else None,
            text=text,
            sort=sort,
            limit=limit,
        )
        rows = asked.rows(*stories_sql(question))
        if not rows and not asked.rows("SELECT 1 FROM stories LIMIT 1"):
            raise StoreError(f"{store}: has no stories yet; find them with: saksi link --store {store}")
        if output == "jsonl":
            for row in rows:
                typer.echo(json.dumps(_record(row, asked), ensure_ascii=False, default=str))
        else:
            _table(rows)


def _record(row: Mapping[str, Any], store: "Store") -> dict[str, Any]:
    from saksi.runners import account  # noqa: PLC0415

    told = account(store, row["id"])
    events = told.told if told else []
    return {
        "id": row["id"],
        "type": row["type"],
        "articles": sorted({event["article_id"] for event in events}),
        "events": [event["event_id"] for event in events],
        "outlets": row["outlets"],
        "witnesses_for": row["witnesses_for"],
        "witnesses_against": row["witnesses_against"],
        "standing": row["standing"],
        "status": row["status"],
        "course": [
            {"day": step.day, "status": step.status, "standing": step.standing, "event": step.event}
            for step in (told.course if told else ())
        ],
    }


def _table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from saksi.model.evidence import printable  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for row in rows:
        who = f"{', '.join(row['actors']) or '–'} → {', '.join(row['recipients']) or '–'}"
        console.print(Text.assemble((row["id"], "dim"), "  ", (row["type"], "bold"), "  ", printable(who)))
        for line in (
            f"{row['status']}, {row['standing']}; {row['first_told']} to {row['last_told']}; "
            f"{row['articles']} articles, {len(row['outlets'])} outlets; "
            f"{len(row['witnesses_for'])} independent witnesses for, {len(row['witnesses_against'])} against",
            row["evidence"],
        ):
            console.print(Padding(Text(printable(line)), (0, 0, 0, 4)))
        console.print()
    typer.echo(f"{len(rows)} stories", err=True)


@story.command()
def show(
    name: Annotated[str, typer.Argument(metavar="STORY", help="A story's id.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
    on: Annotated[
        datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="As it was known on that day.")
    ] = None,
) -> None:
    """Show a story: course, witnesses and who was folded into them, tree of sources, words of both sides."""
    from saksi.runners import account  # noqa: PLC0415 (loads DuckDB)

    day = on.date() if on else None
    with told(), opened(store) as asked:
        found = account(asked, name, on=day)
        if found is None:
            raise StoreError(f"{store}: has no story {name!r}" + (f" that was told by {day}" if day else ""))
        _table(asked.rows("SELECT * FROM stories WHERE id = ?", [name]))
        typer.echo(f"Course{f' up to {day}: {found.balance.standing}' if day else ''}")
        for step in found.course:
            typer.echo(f"    {step.day or '–'}  {step.status}, {step.standing}  ({step.outlet}, {step.event})")
        _witnesses(found.balance)
        _sources(found.sources)
        for detail, values in found.differences.items():
            typer.echo(f"\nOn {detail} reports differ")
            for value, events in sorted(values.items()):
                typer.echo(f"    {value}: {', '.join(events)}")


def _witnesses(weighed: "Balance") -> None:
    for title, side in (("For", weighed.witnesses_for), ("Against", weighed.witnesses_against)):
        typer.echo(f"\n{title}: {len(side)} independent")
        for witness in side:
            _witness(witness)


def _witness(witness: "Witness") -> None:
    from saksi.model.evidence import printable  # noqa: PLC0415

    typer.echo(f"    {witness.name} ({', '.join(witness.events[:4])}): {printable(witness.evidence)}")
    for chain, reason in witness.folded.items():
        typer.echo(f"        with it: {chain} ({reason})")


def _sources(found: "Sources") -> None:
    """Who had it from whom, from the outlets down to the origins."""
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415
    from rich.tree import Tree  # noqa: PLC0415

    from saksi.model.evidence import printable  # noqa: PLC0415

    def grow(branch: Tree, names: "Sources") -> None:
        for name, below in names.items():
            grow(branch.add(Text(printable(name))), below)

    root = Tree("\nSources", hide_root=False)
    grow(root, found)
    Console(highlight=False).print(root)


@story.command()
def split(
    name: Annotated[str, typer.Argument(metavar="STORY", help="A story's id.")],
    events: Annotated[list[str], typer.Argument(metavar="EVENT", help="Events that are of another deed.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
) -> None:
    """Say that events are not of this story; kept in the log of judgements, and followed from now on."""
    from saksi.runners import split as run  # noqa: PLC0415 (loads DuckDB)
    from saksi.store import Store  # noqa: PLC0415

    with told():
        run(Store(store), name, events)


@story.command()
def join(
    one: Annotated[str, typer.Argument(metavar="STORY", help="A story's id.")],
    other: Annotated[str, typer.Argument(metavar="STORY", help="Another one that is the same deed.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
) -> None:
    """Say that two stories are one; kept in the log of judgements, and followed from now on."""
    from saksi.runners import join as run  # noqa: PLC0415 (loads DuckDB)
    from saksi.store import Store  # noqa: PLC0415

    with told():
        typer.echo(f"story {run(Store(store), one, other)}")
