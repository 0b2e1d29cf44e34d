"""`saksi add`, `watch` and `reread`: articles into a store."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi import __version__
from saksi.cli.ask import told
from saksi.cli.options import choice, parse_date, parse_knowledge, parse_language, parse_pipeline
from saksi.cli.stories import run_link
from saksi.intake import FORMATS, Defaults, InputFormat, read_sources
from saksi.model import Article, Skipped

if TYPE_CHECKING:
    from saksi.intake.web import Memory, Web
    from saksi.runners import Progress, Summary

StorePath = Annotated[
    Path, typer.Option("--store", metavar="FILE", help="The store, a DuckDB file; made where it is not there.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from hosts in private networks too, which is else refused.")
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
            "any of them as .gz or .xz; addresses of pages, feeds and OPML files; or - for standard input.",
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
    allow_private: AllowPrivate = False,
    links: Annotated[
        bool,
        typer.Option("--link/--no-link", help="Find copies and stories when all is read, or leave it to saksi link."),
    ] = True,
) -> None:
    """Read articles into a store; what it has already is not read again.

    The same command goes on where it was stopped. What cannot be read is kept with its reason and counted.
    """
    from saksi.world import load_world  # noqa: PLC0415

    defaults = Defaults(outlet=outlet, published=published, language=language)
    own = tuple(knowledge or ())
    with _told():
        load_world(own)
        intake = _Intake(sources, defaults, input_format, allow_private=allow_private)
        summary = _add(intake, store, workers=workers, pipeline=pipeline, own=own)
        _tell(summary, store)
        if links and summary.articles:
            run_link(store)


def watch(  # noqa: PLR0913 - one per option
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses of feeds, OPML files or pages.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
    interval: Annotated[
        float, typer.Option(min=0.1, metavar="MINUTES", help="How long to wait from one look to the next.")
    ] = 15,
    rounds: Annotated[int, typer.Option(min=0, metavar="N", help="How often to look; 0 for ever.")] = 0,
    workers: Workers = 1,
    language: Annotated[
        str | None,
        typer.Option(parser=parse_language, metavar="CODE", help="The texts' language; recognised where not given."),
    ] = None,
    knowledge: Own = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Keep reading feeds into a store, until Ctrl-C; started again, it goes on."""
    intake = _Intake(feeds, Defaults(language=language), None, allow_private=allow_private)
    with _told():
        for number in count(1):
            summary = _add(intake, store, workers=workers, pipeline=None, own=tuple(knowledge or ()))
            _tell(summary, store)
            if number == rounds:
                return
            time.sleep(interval * 60)


@dataclass(frozen=True, slots=True)
class _Intake:
    """What is to be read, and how it is fetched."""

    sources: list[str]
    defaults: Defaults
    input_format: InputFormat | None
    allow_private: bool

    def items(self, memory: "Memory") -> Iterator[Article | Skipped]:
        """The articles; what addresses answered goes into `memory`."""

        @cache
        def web() -> "Web":
            from saksi.intake.web import Web  # noqa: PLC0415 (loads the web client)

            return Web(memory, allow_private=self.allow_private)

        def fetch(url: str, defaults: Defaults) -> Iterator[Article | Skipped]:
            return web().articles(url, defaults=defaults)

        return read_sources(self.sources, defaults=self.defaults, input_format=self.input_format, fetch=fetch)


def _add(intake: _Intake, path: Path, *, workers: int, pipeline: str | None, own: tuple[Path, ...]) -> "Summary":
    from saksi.runners import add as run  # noqa: PLC0415 (loads spaCy and DuckDB)
    from saksi.runners.batch import Settings  # noqa: PLC0415
    from saksi.store import Store  # noqa: PLC0415

    store = Store(path, create=True)
    before = store.fetched()
    memory = dict(before)
    with _bar() as progress:
        summary = run(
            intake.items(memory),
            store,
            settings=Settings(read_by=__version__, pipeline=pipeline, own=own),
            workers=workers,
            command=" ".join(sys.argv[1:]),
            progress=progress,
        )
    store.remember({url: answer for url, answer in memory.items() if before.get(url) != answer})
    return summary


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
        with told():
            yield
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
    for reason, inputs in sorted(summary.reasons.items(), key=lambda item: -item[1])[:10]:
        typer.echo(f"  skipped {inputs:,}: {reason}", err=True)
