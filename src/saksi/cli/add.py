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
from saksi.intake import FORMATS, Defaults, InputFormat, files_of, read_sources
from saksi.model import Article, Skipped

if TYPE_CHECKING:
    from saksi.intake.web import Memory, Web
    from saksi.runners import Progress, Summary
    from saksi.runners.batch import Settings

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
_WHOLE = "what was written is whole, and the same command goes on from there"
RUNNERS = ("local", "ray")
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
    runner: Annotated[
        str,
        typer.Option(
            parser=choice(RUNNERS), metavar="|".join(RUNNERS), help="Read on this machine, or on a cluster of Ray."
        ),
    ] = "local",
    ray_address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="The cluster; one on this machine where not given.")
    ] = None,
    shards: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Where --runner ray writes: a folder, s3://, gs://; then saksi load."),
    ] = None,
) -> None:
    """Read articles into a store; what it has already is not read again.

    The same command goes on where it was stopped. What cannot be read is kept with its reason and counted.
    """
    from saksi.world import load_world  # noqa: PLC0415

    if (runner == "ray") != (shards is not None):
        raise typer.BadParameter("--runner ray and --shards PLACE go together: a cluster writes shards, not a store")
    defaults = Defaults(outlet=outlet, published=published, language=language)
    own = tuple(knowledge or ())
    with _told():
        load_world(own)
        if shards is not None:
            settings = _settings(pipeline, own)
            _add_by_ray(sources, shards, settings, defaults, input_format, workers=workers, address=ray_address)
            return
        intake = _Intake(sources, defaults, input_format, allow_private=allow_private)
        summary = _add(intake, store, workers=workers, pipeline=pipeline, own=own)
        _tell(summary, store)
        if links and summary.articles:
            run_link(store)


def _add_by_ray(  # noqa: PLR0913 - one per option
    sources: list[str],
    place: str,
    settings: "Settings",
    defaults: Defaults,
    input_format: InputFormat | None,
    *,
    workers: int,
    address: str | None,
) -> None:
    from saksi.runners.ray import add as run  # noqa: PLC0415 (loads Arrow)
    from saksi.runners.shards import Job  # noqa: PLC0415

    job = Job(place=place, settings=settings, defaults=defaults, input_format=input_format)
    with _bar() as progress:
        summary = run(files_of(sources), job, workers=workers, address=address, progress=progress)
    _tell(summary, place)
    typer.echo(f"bring them into a store with: saksi load {place}", err=True)


def load(
    shards: Annotated[str, typer.Argument(metavar="PLACE", help="Where the shards are: a folder, s3://, gs://.")],
    *,
    store: StorePath = Path("saksi.duckdb"),
    links: Annotated[
        bool,
        typer.Option("--link/--no-link", help="Find copies and stories when all is there, or leave it to saksi link."),
    ] = True,
) -> None:
    """Bring shards that a cluster wrote into a store; what it has already is not brought again."""
    from saksi.runners.shards import load as run  # noqa: PLC0415 (loads DuckDB)

    with _told():
        with _bar() as progress:
            summary = run(
                shards,
                store,
                command=" ".join(sys.argv[1:]),
                read_by=__version__,
                progress=progress,
            )
        _tell(summary, store)
        if links and summary.articles:
            run_link(store)


def _settings(pipeline: str | None, own: tuple[Path, ...]) -> "Settings":
    from saksi.runners.batch import Settings  # noqa: PLC0415

    return Settings(read_by=__version__, pipeline=pipeline, own=own)


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
    from saksi.store import Store  # noqa: PLC0415

    store = Store(path, create=True)
    before = store.fetched()
    memory = dict(before)
    with _bar() as progress:
        summary = run(
            intake.items(memory),
            store,
            settings=_settings(pipeline, own),
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
    from saksi.store import Store  # noqa: PLC0415

    with _told(), _bar() as progress:
        settings = _settings(pipeline, tuple(knowledge or ()))
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
        typer.echo(f"saksi: stopped; {_WHOLE}", err=True)
        raise typer.Exit(130) from stop
    except OSError as error:
        typer.echo(f"saksi: stopped: {error}; {_WHOLE}", err=True)
        raise typer.Exit(1) from error


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


def _tell(summary: "Summary", store: Path | str) -> None:
    typer.echo(
        f"{store}: {summary.articles:,} articles read, {summary.known:,} known before, "
        f"{summary.skipped:,} skipped; {summary.events:,} events",
        err=True,
    )
    for reason, inputs in sorted(summary.reasons.items(), key=lambda item: -item[1])[:10]:
        typer.echo(f"  skipped {inputs:,}: {reason}", err=True)
