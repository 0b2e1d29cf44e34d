"""`saksi score` and `annotate-template`: for those who annotate articles of their own."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.ask import told
from saksi.cli.options import parse_date, parse_language
from saksi.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from saksi.scoring import Record


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Records (JSONL), or notes (JSON) or a folder of them.")],
    predicted: Annotated[
        Path | None, typer.Argument(metavar="[PREDICTED]", help="Records to score; without them Saksi reads the texts.")
    ] = None,
    *,
    each: Annotated[bool, typer.Option("--each", help="A line per article too.")] = False,
    halves: Annotated[
        bool, typer.Option("--halves", help="The first and the second half of each language apart too.")
    ] = False,
) -> None:
    """Score Saksi, or records of any origin, against articles that a person annotated."""
    from saksi import api  # noqa: PLC0415 (loads spaCy)
    from saksi.scoring import HEADER, line, load, match_articles, table, total  # noqa: PLC0415

    with told():
        records = list(_gold(gold))
        found = load(predicted) if predicted else list(api.read_again(records, on_skip=_say))
        if not records:
            raise InputError(source=str(gold), reason="holds no annotated article")
        matched = match_articles(records, found)
        missing = [sheet.record["id"] for sheet, other in matched if other is None]
        if missing:
            typer.echo(f"no record for {len(missing)} gold articles: {', '.join(missing[:5])}", err=True)
        typer.echo(HEADER)
        for pair in matched if each else []:
            typer.echo(line(pair[0].record["id"][:23], total([pair])))
        for row in table(matched, halves=halves):
            typer.echo(row)


def _say(why: str) -> None:
    typer.echo(why, err=True)


def _gold(path: Path) -> "Iterator[Record]":
    from saksi.scoring import compile_all, compiled, load  # noqa: PLC0415

    if not path.exists():
        raise InputError(source=str(path), reason="no such file; check the path")
    if path.is_dir():
        yield from compile_all(path)
    elif path.suffix == ".json":
        yield compiled(path)
    else:
        yield from load(path)


def annotate_template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An article, as plain text.")],
    *,
    published: Annotated[
        datetime | None, typer.Option(parser=parse_date, metavar="DATE", help="When it was published.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    language: Annotated[
        str | None, typer.Option(parser=parse_language, metavar="CODE", help="Its language; recognised where not told.")
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help="Without what Saksi reads.")] = False,
) -> None:
    """Write notes on an article to fill in: what Saksi reads, for a person to correct. Then: saksi score NOTES."""
    from saksi import api  # noqa: PLC0415 (loads spaCy)
    from saksi.scoring import template  # noqa: PLC0415

    with told():
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(source=str(file), reason=f"cannot be read as text ({error})") from error
        if not text.strip():
            raise InputError(source=str(file), reason="is empty; give a file with the article's text")
        reading = api.read(text, published=published, outlet=outlet, language=language, id=file.stem)
        notes = template(reading, text_file=file.name)
        if empty:
            kept = {reading.outlet: notes["actors"][reading.outlet]}
            notes |= {"actors": kept, "events": [], "statements": []}
        typer.echo(json.dumps(notes, ensure_ascii=False, indent=1))
