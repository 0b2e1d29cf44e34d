"""`saksi read`: from articles to who did what to whom."""

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer

from saksi.cli.options import choice, parse_date, parse_knowledge, parse_language, parse_pipeline
from saksi.errors import SaksiError
from saksi.export import FORMATS as OUTPUT_FORMATS
from saksi.export import Writer
from saksi.intake import FORMATS as INPUT_FORMATS
from saksi.intake import Defaults, InputFormat, read_source
from saksi.model import Article, Reading, Skipped


def read(  # noqa: PLR0913 - one per option
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Text files, JSONL files (.jsonl, .ndjson), or - for standard input."),
    ],
    *,
    published: Annotated[
        datetime | None,
        typer.Option(
            parser=parse_date, metavar="DATE", help="When the text appeared, where it does not say so itself."
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published it, where the text does not say so itself.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(parser=parse_language, metavar="CODE", help="The text's language; recognised where not given."),
    ] = None,
    pipeline: Annotated[
        str | None,
        typer.Option(
            parser=parse_pipeline,
            metavar="NAME_OR_PATH",
            help="A spaCy pipeline with Universal Dependencies, in place of the bundled one of its language.",
        ),
    ] = None,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(
            parser=parse_knowledge,
            metavar="FILE",
            help="A TOML file that adds to what Saksi knows of the world or corrects it; may be repeated.",
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--format", parser=choice(OUTPUT_FORMATS), metavar="|".join(OUTPUT_FORMATS), help="How to show the events."
        ),
    ] = "table",
    input_format: Annotated[
        InputFormat | None,
        typer.Option(
            parser=choice(INPUT_FORMATS),
            metavar="|".join(INPUT_FORMATS),
            help="What the inputs are, where their names do not tell.",
        ),
    ] = None,
) -> None:
    """Read articles and show their events: who did what to whom, when, where, and on whose word.

    What cannot be read is named on standard error and skipped; the exit status is then 1.
    """
    defaults = Defaults(outlet=outlet, published=published, language=language)
    writer = OUTPUT_FORMATS[output](_stdout())
    try:
        results = _results(_articles(paths, defaults, input_format), pipeline, own=tuple(knowledge or ()))
        done, skipped = _write(results, writer)
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    if skipped:
        typer.echo(f"read {_count(done)}, skipped {skipped}", err=True)
        raise typer.Exit(1)


def _results(
    items: Iterable[Article | Skipped], pipeline: str | None, *, own: tuple[Path, ...]
) -> Iterator[Reading | Skipped]:
    from saksi.pipeline import read_articles  # noqa: PLC0415 (loads spaCy)
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    load_world(own)  # files may contradict each other: before anything is read
    return read_articles(items, pipeline=pipeline, own=own)


def _articles(
    paths: Iterable[str], defaults: Defaults, input_format: InputFormat | None
) -> Iterator[Article | Skipped]:
    for path in paths:
        yield from read_source(path, defaults=defaults, input_format=input_format)


def _write(results: Iterable[Reading | Skipped], writer: Writer) -> tuple[int, int]:
    """How many readings were written, and how many inputs skipped."""
    done = skipped = 0
    for result in results:
        if isinstance(result, Skipped):
            skipped += 1
            typer.echo(f"saksi: {result}", err=True)
        else:
            done += 1
            writer.write(result)
    return done, skipped


def _stdout() -> TextIO:
    """Standard output in UTF-8, which JSON must be in and quotation marks need."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return sys.stdout


def _count(articles: int) -> str:
    return f"{articles} article" if articles == 1 else f"{articles} articles"
