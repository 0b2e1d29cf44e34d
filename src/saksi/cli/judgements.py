"""`saksi judgements`: what people said of events and stories."""

from pathlib import Path
from typing import Annotated

import typer

from saksi.cli.ask import StorePath, opened, told

judgements = typer.Typer(
    help="Show or export what people said of events and stories.", no_args_is_help=True, rich_markup_mode=None
)


@judgements.command("list")
def show(*, store: StorePath = Path("saksi.duckdb")) -> None:
    """List the log of judgements, the oldest first."""
    with told(), opened(store) as asked:
        rows = asked.rows("SELECT number, said, kind, events, others FROM judgements ORDER BY number")
        for row in rows:
            of = " / ".join(", ".join(names) for names in (row["events"], row["others"]) if names)
            typer.echo(f"{row['number']:>5}  {row['said']:%Y-%m-%d %H:%M}  {row['kind']:<9}  {of}")
        typer.echo(f"{len(rows)} judgements", err=True)


@judgements.command()
def export(
    *,
    store: StorePath = Path("saksi.duckdb"),
    partial: Annotated[
        bool, typer.Option("--partial", help="Articles too of which only some events are judged.")
    ] = False,
) -> None:
    """Write judged articles as gold: one record a line on standard output, corrected, without what is wrong."""
    from saksi.export import gold, to_json  # noqa: PLC0415

    with told(), opened(store) as asked:
        count = 0
        for row in gold(asked, partial=partial):
            typer.echo(to_json(row))
            count += 1
        typer.echo(f"{count} articles", err=True)


@judgements.command("import")
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `saksi judgements export` wrote.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
) -> None:
    """Keep judgements of another store on the same articles; an event is found by the words that tell it."""
    from saksi.runners import take as run  # noqa: PLC0415 (loads DuckDB)
    from saksi.scoring import load  # noqa: PLC0415
    from saksi.store import Store  # noqa: PLC0415

    with told():
        taken = run(Store(store), load(file))
    for reason in taken.left:
        typer.echo(f"saksi: left out: {reason}", err=True)
    typer.echo(f"{taken.kept} judgements kept, {len(taken.left)} left out", err=True)
