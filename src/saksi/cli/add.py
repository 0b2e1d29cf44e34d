"""`saksi add` and `saksi reread`: articles into a store."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi import __version__
from saksi.cli.options import choice, parse_date, parse_knowledge, parse_language, parse_pipeline
from saksi.errors import SaksiError
from saksi.intake import FORMATS, Defaults, InputFormat, read_sources

if TYPE_CHECKING:
    from saksi.runners import Progress, Summary

StorePath = Annotated[
    Path, typer.Option("--store", metavar="FILE", help="The store, a DuckDB file; made where it is not there.")
]
Workers = Annotated[
    int, typer.Option(min=1, metavar="N", help="How many processes read; one for each core where not given.")
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        parser=parse_pipeline,
        metavar="NAME_OR_PATH",
        help="A spaCy pipeline with Universal Dependencies, in place of the bundled one of its language.",
    ),
]
Own = Annotated[
    list[Path] | None,
    typer.Option(
        parser=parse_knowledge,
        metavar="FILE",
        help="A TOML file that adds to what Saksi knows of the world or corrects it; may be repeated.",
    ),
]
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def add(  # noqa: PLR0913 - one per option
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders or patterns: HTML, text, JSON, JSON lines, RSS, Atom, WARC, "
            "any of them as .gz or .xz; or - for standard input.",
        ),
    ],
    *,
    store: StorePath = Path("saksi.duckdb"),
    workers: Workers = CORES,
    published: Annotated[
        datetime | None,
        typer.Option(parser=parse_date, metavar="DATE", help="When a text appeared that does not say so itself."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published a text that does not say so itself.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(parser=parse_language, metavar="CODE", help="The texts' language; recognised where not given."),
    ] = None,
    pipeline: Pipeline = None,
    knowledge: Own = None,
    input_format: Annotated[
        InputFormat | None,
        typer.Option(
            parser=choice(FORMATS), metavar="|".join(FORMATS), help="What the sources are, where they do not tell."
        ),
    ] = None,
) -> None:
    """Read articles into a store; what it has already is not read again.

    The same command goes on where it was stopped. What cannot be read is kept with its reason and counted.
    """
    from saksi.runners import add as run  # noqa: PLC0415 (loads spaCy and DuckDB)
    from saksi.runners.batch import Settings  # noqa: PLC0415
    from saksi.store import Store  # noqa: PLC0415
    from saksi.world import load_world  # noqa: PLC0415

    defaults = Defaults(outlet=outlet, published=published, language=language)
    own = tuple(knowledge or ())
    with _told():
        load_world(own)
        items = read_sources(sources, defaults=defaults, input_format=input_format)
        settings = Settings(read_by=__version__, pipeline=pipeline, own=own)
        with _bar() as progress:
            summary = run(
                items,
                Store(store, create=True),
                settings=settings,
                workers=workers,
                command=" ".join(sys.argv[1:]),
                progress=progress,
            )
    _tell(summary, store)


def reread(
    *,
    store: StorePath = Path("saksi.duckdb"),
    workers: Workers = CORES,
    pipeline: Pipeline = None,
    knowledge: Own = None,
) -> None:
    """Read again what another version of Saksi read; until the new reading is there, the old one stands."""
    from saksi.runners import reread as run  # noqa: PLC0415 (loads spaCy and DuckDB)
    from saksi.runners.batch import Settings  # noqa: PLC0415
    from saksi.store import Store  # noqa: PLC0415

    with _told(), _bar() as progress:
        settings = Settings(read_by=__version__, pipeline=pipeline, own=tuple(knowledge or ()))
        summary = run(
            Store(store), settings=settings, workers=workers, command=" ".join(sys.argv[1:]), progress=progress
        )
    _tell(summary, store)


@contextmanager
def _told() -> Iterator[None]:
    """Errors as one line, and a stop by the keyboard as what it is."""
    try:
        yield
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as stop:
        typer.echo("saksi: stopped; what was written is whole, and the same command goes on from there", err=True)
        raise typer.Exit(130) from stop


@contextmanager
def _bar() -> Iterator["Progress | None"]:
    """A line that tells how far it is, where somebody looks on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def progress(summary: "Summary") -> None:
            elapsed = bar.tasks[0].elapsed or 1
            rate = summary.articles / elapsed
            done = f"{summary.articles:,} articles, {summary.events:,} events, {rate:,.1f} articles/s"
            bar.update(task, description=f"{done}, known {summary.known:,}, skipped {summary.skipped:,}")

        yield progress


def _tell(summary: "Summary", store: Path) -> None:
    typer.echo(
        f"{store}: {summary.articles:,} articles read, {summary.known:,} known before, "
        f"{summary.skipped:,} skipped; {summary.events:,} events",
        err=True,
    )
    for reason, count in sorted(summary.reasons.items(), key=lambda item: -item[1])[:10]:
        typer.echo(f"  skipped {count:,}: {reason}", err=True)
