"""`saksi export`: a store, or a part of it, in formats that other tools load."""

from pathlib import Path
from typing import Annotated

import typer

from saksi.asking import events
from saksi.cli.ask import (
    ActorOption,
    PlaceOption,
    RecipientOption,
    SinceOption,
    StandingOption,
    StatusOption,
    StorePath,
    TextOption,
    TypeOption,
    UntilOption,
    WitnessOption,
    told,
)
from saksi.cli.options import choice

NAMES = (
    *("parquet", "csv", "jsonl", "stories", "polecat", "gdelt", "icews", "followthemoney", "claims", "geojson"),
    "graphml",
)
"""The formats, named here too so that the program starts without them; a test holds them to `FILES`."""


def parse_formats(value: str) -> str:
    """The formats that an option names, between commas. Raises BadParameter if one is none."""
    return ",".join(choice(NAMES)(name.strip()) for name in value.split(","))


def export(  # noqa: PLR0913 - one per option
    *,
    formats: Annotated[
        str, typer.Option("--format", parser=parse_formats, metavar="A[,B]", help="One format, or several.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="A folder; or a file, if the format has but one.")],
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
    per_event: Annotated[bool, typer.Option("--per-event", help="A row per event, not per story.")] = False,
    keep_unreal: Annotated[
        bool, typer.Option("--keep-unreal", help="What was not done goes to POLECAT, GDELT and ICEWS too.")
    ] = False,
) -> None:
    """Write a store, or the part that is asked for, in formats that other tools load."""
    from saksi.export import export as run  # noqa: PLC0415 (loads DuckDB)
    from saksi.store import Store  # noqa: PLC0415

    with told():
        asked = Store(store)
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
        )
        wanted = formats.split(",")
        count, files = run(asked, question, formats=wanted, out=out, per_event=per_event, unreal=keep_unreal)
    for file in files:
        typer.echo(str(file))
    typer.echo(f"{count:,} {'events' if per_event else 'stories'}", err=True)
