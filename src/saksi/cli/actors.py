"""`saksi actors`: whom a name or a text means on a day, and why."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.asking import names_of
from saksi.cli.options import choice, parse_date, parse_knowledge, parse_language
from saksi.errors import LanguageError, SaksiError
from saksi.model import Article, Cast, Link, Span

if TYPE_CHECKING:
    from saksi.knowledge import Entity
    from saksi.world import World

_FORMATS = ("table", "json")
_FEW_WORDS = 8
"""From fewer no language can be told for sure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Words, the party that they mean, the terms of office that run on the day, and why it is that party."""

    words: str
    name: str
    kind: str
    code: str
    sectors: tuple[str, ...]
    terms: tuple[str, ...]
    why: str


def actors(
    text: Annotated[str, typer.Argument(metavar="TEXT_OR_NAME", help="A name, a title, or any passage of a text.")],
    *,
    on: Annotated[
        datetime | None,
        typer.Option(parser=parse_date, metavar="DATE", help="The day on which it was written; today if not given."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(parser=parse_language, metavar="CODE", help="Its language; every one is tried where not given."),
    ] = None,
    knowledge: Annotated[
        list[Path] | None,
        typer.Option(parser=parse_knowledge, metavar="FILE", help="As for `saksi read`; may be repeated."),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", parser=choice(_FORMATS), metavar="|".join(_FORMATS), help="How to show them.")
    ] = "table",
) -> None:
    """Show whom a name or the mentions of a text mean on a day, and by which rule.

    Where they mean nobody, names like it are shown, and the exit status is 1.
    """
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    own = tuple(knowledge or ())
    article = Article(id="-", text=text, published=on or datetime.now().astimezone(), language=language)
    try:
        world = load_world(own)
        found = list(_named(text, world, _day(article))) or _read(article, world, own)
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    if not found:
        near = dict.fromkeys(get_close_matches(text, [name for _, name, _ in names_of(world)], n=3))
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        typer.echo(f"saksi: nobody is known by {text!r} on {_day(article)}{hint}", err=True)
        raise typer.Exit(1)
    if output == "json":
        typer.echo(json.dumps([asdict(meaning) for meaning in found], ensure_ascii=False, indent=2))
    else:
        _show(found)


def _named(name: str, world: "World", day: str) -> Iterator[Meaning]:
    """Who is known by just this name, letter case aside; each party once."""
    seen: set[str] = set()
    for language, known, key in names_of(world):
        if known.casefold() == name.strip().casefold() and key not in seen:
            seen.add(key)
            entity = world.knowledge.entity(key)
            code, sectors = entity.standing(day)
            yield Meaning(
                words=known,
                name=entity.name,
                kind=entity.kind,
                code=code,
                sectors=sectors,
                terms=_terms(entity, day),
                why=f"known name ({language})",
            )


def _read(article: Article, world: "World", own: tuple[Path, ...]) -> list[Meaning]:
    """Whom the mentions of a text mean, in its language; of a few words, in the one in which most is known of them."""
    from saksi.pipeline import reader  # noqa: PLC0415 (loads spaCy)

    languages = [article.language] if article.language else _languages(article.text, world)
    casts = [reader(code, None, own).cast(replace(article, language=code)) for code in languages]
    cast = max(casts, key=_known)
    return [_linked(link, cast, article, world) for link in sorted(cast.links, key=_start)]


def _known(cast: Cast) -> tuple[int, int]:
    """How many characters mean a known party, and how many anybody."""
    spans = [(link.span.end - link.span.start, bool(cast[link.actor].entity)) for link in cast.links]
    return sum(width for width, known in spans if known), sum(width for width, _ in spans)


def _languages(text: str, world: "World") -> list[str]:
    """The language of a text, or all of them where it has too few words to tell."""
    from saksi.analysis import identify_language  # noqa: PLC0415 (loads spaCy)

    if len(text.split()) > _FEW_WORDS:
        with suppress(LanguageError):
            return [identify_language(text)]
    return sorted(world.packs)


def _linked(link: Link, cast: Cast, article: Article, world: "World") -> Meaning:
    actor = cast[link.actor]
    known = world.knowledge.entity(actor.entity) if actor.entity else None
    terms = _terms(known, _day(article)) if known else ()
    return Meaning(
        words=link.span.of(article.text),
        name=actor.name,
        kind=actor.kind,
        code=actor.code,
        sectors=actor.sectors,
        terms=terms,
        why=link.rule,
    )


def _terms(entity: "Entity", day: str) -> tuple[str, ...]:
    """The person's terms on the day, for people to read."""
    return tuple(
        f"{term.title} ({term.code}) {term.since} – {term.until or 'today'}" for term in entity.terms if term.holds(day)
    )


def _day(article: Article) -> str:
    return article.published.date().isoformat() if article.published else ""


def _start(link: Link) -> Span:
    return link.span


def _show(found: list[Meaning]) -> None:
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("words", "means", "code", "sectors", "why"):
        table.add_column(heading, style="bold" if heading == "means" else "")
    for meaning in found:
        table.add_row(
            meaning.words,
            "\n".join((meaning.name, *meaning.terms)),
            meaning.code,
            " ".join(meaning.sectors),
            meaning.why,
        )
    Console(highlight=False, markup=False, emoji=False).print(table)
