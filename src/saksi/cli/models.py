"""`saksi models`: the bundled pipelines, what they are made from and how well they read."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from saksi.cli.options import choice
from saksi.errors import SaksiError
from saksi.languages import codes, load_pack

_FORMATS = ("table", "json")
_MEGABYTE = 1_000_000


def models(
    output: Annotated[
        str,
        typer.Option("--format", parser=choice(_FORMATS), metavar="|".join(_FORMATS), help="How to show them."),
    ] = "table",
) -> None:
    """Show the bundled language pipelines: version, size, licence, sources and scores."""
    try:
        metas = [load_pack(code).meta for code in codes()]
    except SaksiError as error:
        typer.echo(f"saksi: {error}", err=True)
        raise typer.Exit(1) from error
    if output == "json":
        typer.echo(json.dumps(metas, ensure_ascii=False, indent=2))
        return
    for meta in metas:
        _show(meta)


def _show(meta: Mapping[str, Any]) -> None:
    from rich.console import Console  # noqa: PLC0415 (kept out of the start)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    title = f"{meta['lang']}_{meta['name']} {meta['version']}"
    size = f"{meta['size_bytes'] / _MEGABYTE:.1f} MB"
    console.print(Text(title, style="bold"), f"· {size} · {meta['license']}")
    console.print(meta["description"])
    facts = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    for test, figures in meta["performance"].items():
        facts.add_row(test.replace("_", " "), _figures(figures))
    for source in meta["sources"]:
        facts.add_row("source", f"{source['name']} ({source['license']})")
    console.print(facts)
    console.print()


def _figures(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:n}" for name, value in figures.items())
