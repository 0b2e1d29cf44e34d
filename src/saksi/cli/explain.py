"""`saksi explain`: why the events of an article were made."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.options import parse_date, parse_knowledge, parse_language, parse_pipeline
from saksi.errors import SaksiError
from saksi.intake import Defaults, read_source
from saksi.model import Article, Event, Reason, Skipped

if TYPE_CHECKING:
    from saksi.pipeline import Explained


def explain(  # noqa: PLR0913 - one per option
    path: Annotated[str, typer.Argument(metavar="FILE", help="A text or JSONL file, or - for standard input.")],
    *,
    event: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this event (e3); may be repeated.")
    ] = None,
    published: Annotated[
        datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="As for `saksi read`.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="As for `saksi read`.")] = None,
    language: Annotated[
        str | None, typer.Option(parser=parse_language, metavar="CODE", help="As for `saksi read`.")
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(parser=parse_pipeline, metavar="NAME_OR_PATH", help="As for `saksi read`.")
    ] = None,
    knowledge: Annotated[
        list[Path] | None, typer.Option(parser=parse_knowledge, metavar="FILE", help="As for `saksi read`.")
    ] = None,
) -> None:
    """Show for each event of an article the words and rules that gave its type, parties, status, time and testimony.

    The exit status is 1 where an article cannot be read, or has not the event asked for.
    """
    from saksi.pipeline import explain_article  # noqa: PLC0415 (loads spaCy)

    defaults = Defaults(outlet=outlet, published=published, language=language)
    missing = set(event or ())
    try:
        for item in read_source(path, defaults=defaults, input_format=None):
            explained = explain_article(_readable(item), pipeline=pipeline, own=tuple(knowledge or ()))
            wanted = [entry for entry in explained if not event or entry.event.id in event]
            missing -= {entry.event.id for entry in wanted}
            for entry in wanted:
                _show(entry)
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    if missing:
        typer.echo(f"saksi: {path}: no event {', '.join(sorted(missing))}", err=True)
        raise typer.Exit(1)


def _readable(item: Article | Skipped) -> Article:
    if isinstance(item, Skipped):
        raise SaksiError(str(item))
    return item


def _show(entry: "Explained") -> None:
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.table import Table  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    console.print(_sentence(entry.article, entry.event))
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for style in ("dim", "bold", ""):
        table.add_column(style=style, overflow="fold")
    field = ""
    for reason in entry.reasons:
        table.add_row("" if reason.field == field else reason.field, reason.value, _why(reason, entry.article))
        field = reason.field
    console.print(table)
    console.print()


def _sentence(article: Article, event: Event) -> str:
    from saksi.model.evidence import around, printable  # noqa: PLC0415

    before, after = around(event.trigger, article)
    return f"{event.id}  {before}[{printable(event.trigger.of(article.text))}]{after}"


def _why(reason: Reason, article: Article) -> str:
    """The reason, with the words that it went by where it does not cite them."""
    words = reason.words.of(article.text) if reason.words else ""
    return reason.why if not words or words in reason.why else f"{words!r}, {reason.why}"
