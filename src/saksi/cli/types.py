"""`saksi types`: the sixteen types, and the words that the packs recognise as such deeds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer

from saksi.cli.options import choice, parse_language, parse_type
from saksi.codebook import plover
from saksi.languages import codes, load_pack

_FORMATS = ("text", "markdown")
_HEAD = (
    "# Types and the words that name them",
    "",
    "What the language packs recognise, as `saksi types --format markdown` writes it. Words in brackets are the",
    "class of the object that a word demands (`classes.toml`). Verbs stand as the lexicon has them; morphology finds",
    "their other forms ([Language packs](language-packs.md)).",
    "",
)
_PARTS = {"verb": "verbs", "noun": "nouns", "adj": "adjectives"}


def types(
    names: Annotated[
        list[str] | None,
        typer.Argument(parser=parse_type, metavar="[TYPE]...", help="Types; all if none is named."),
    ] = None,
    *,
    language: Annotated[
        list[str] | None,
        typer.Option(parser=parse_language, metavar="CODE", help="Only this language; may be repeated."),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", parser=choice(_FORMATS), metavar="|".join(_FORMATS), help="How to show them.")
    ] = "text",
) -> None:
    """Show the types of deeds with their modes and scores, and which words of each language name them.

    Words in brackets behind a word are the class of its object, without which it is no such deed.
    """
    wanted = names or list(plover().types)
    if output == "markdown":
        typer.echo(page(wanted, language or codes()), nl=False)
        return
    for line in _about(wanted, language or codes()):
        typer.echo(line.removeprefix("### ").removeprefix("## ").replace("**", ""))


def page(names: Iterable[str], languages: Iterable[str]) -> str:
    """A Markdown page about the types."""
    return "\n".join((*_HEAD, *_about(names, languages)))


def _about(names: Iterable[str], languages: Iterable[str]) -> Iterator[str]:
    for name in names:
        facts = plover().types[name]
        kind = f" A kind of {facts['like']}." if "like" in facts else ""
        modes = f" Modes: {', '.join(facts['modes'])}." if facts["modes"] else ""
        yield f"## {name}"
        yield f"{facts['quad'].capitalize()}, score {facts['score']:g}, CAMEO {' '.join(facts['cameo'])}.{kind}{modes}"
        yield ""
        for code in languages:
            yield from _section(name, code)


def _section(name: str, code: str) -> Iterator[str]:
    """What one pack has for a type: a paragraph for each mode and part of speech."""
    rows = [row for row in load_pack(code).rows("triggers") if row["type"] == name]
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        groups[row["mode"], row["pos"]].append(_word(row))
    yield f"### {load_pack(code).table('pack')['name']}: {len(rows)} senses"
    for (mode, pos), words in sorted(groups.items()):
        title = f"{_PARTS[pos]}, {mode}" if mode else _PARTS[pos]
        yield f"**{title}**: {', '.join(sorted(words))}."
        yield ""


def _word(row: Mapping[str, str]) -> str:
    return f"{row['words']} [{row['object']}]" if row["object"] else row["words"]
