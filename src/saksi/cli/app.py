"""The program `saksi` and its commands."""

from pathlib import Path
from typing import Annotated

import typer

from saksi import __version__
from saksi.cli.actors import actors
from saksi.cli.add import add, load, reread, watch
from saksi.cli.ask import find, show, sql, stats
from saksi.cli.check import check
from saksi.cli.explain import explain
from saksi.cli.export import export
from saksi.cli.judgements import judgements
from saksi.cli.models import models
from saksi.cli.read import read
from saksi.cli.score import annotate_template, score
from saksi.cli.serve import serve
from saksi.cli.stories import link, stories, story
from saksi.cli.types import types
from saksi.errors import PackError
from saksi.languages import use_packs

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False)
app.command(short_help="Show who did what to whom in articles, and on whose word.")(read)
app.command(short_help="Read articles into a store.")(add)
app.command(short_help="Keep reading feeds into a store.")(watch)
app.command(short_help="Bring what a cluster read into a store.")(load)
app.command(short_help="Find events in a store.")(find)
app.command(short_help="Show an article or an event of a store.")(show)
app.command(short_help="Find stories: one deed, all its reports and witnesses.")(stories)
app.add_typer(story, name="story", short_help="Show a story, or correct it.")
app.add_typer(judgements, name="judgements", short_help="Show or export what people said of events and stories.")
app.command(short_help="Open a store in the browser.")(serve)
app.command(short_help="Write a store in formats that other tools load.")(export)
app.command(short_help="Find copies and stories in a store.")(link)
app.command(short_help="Ask a store in SQL.")(sql)
app.command(short_help="Count what a store holds.")(stats)
app.command(short_help="Read again what an older version read.")(reread)
app.command(short_help="Show why the events of an article were made.")(explain)
app.command(short_help="Show whom a name or a text means on a day, and why.")(actors)
app.command(short_help="Show the types of deeds and the words that name them.")(types)
app.command(short_help="Check knowledge and language packs for faults.")(check)
app.command(short_help="Score Saksi against articles that you annotated.")(score)
app.command(short_help="Write notes on an article to fill in.")(annotate_template)
app.command(short_help="Show the bundled language pipelines, their sources and scores.")(models)


def main() -> None:
    """Run the program with the arguments of the process."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"saksi {__version__}")
        raise typer.Exit


@app.callback()
def _saksi(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    pack: Annotated[
        list[Path] | None,
        typer.Option(metavar="FOLDER", help="A folder of your own: packs, types, knowledge; may be repeated."),
    ] = None,
) -> None:
    """Read news, and keep who did what to whom, when, where, on whose word, and who says otherwise."""
    if pack:
        try:
            use_packs(pack)
        except PackError as error:
            raise typer.BadParameter(str(error), param_hint="--pack") from error
