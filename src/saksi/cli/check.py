"""`saksi check`: whether knowledge and language packs hold together."""

from pathlib import Path
from typing import Annotated

import typer

from saksi.errors import SaksiError


def check(
    *,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A knowledge file of your own to check with the rest; may be repeated."),
    ] = None,
) -> None:
    """Check all knowledge and language packs: duplicates, unknown codes, terms of office that overlap.

    Each fault is one line; the exit status is then 1.
    """
    from saksi.checks import faults  # noqa: PLC0415 (reads the tables)
    from saksi.world import load_world  # noqa: PLC0415

    try:
        world = load_world(tuple(knowledge or ()))
        found = list(faults(world))
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    for fault in found:
        typer.echo(fault)
    if found:
        raise typer.Exit(1)
    terms = sum(len(person.terms) for person in world.knowledge.leaders)
    packs = " and ".join(sorted(world.packs))
    typer.echo(f"{len(world.knowledge):,} parties, {terms:,} terms of office, packs {packs}: no fault found")
