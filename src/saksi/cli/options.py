"""Options that stop the run before it starts where they are wrong (exit status 2)."""

from collections.abc import Callable, Iterable
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import typer

from saksi.codebook import plover
from saksi.errors import KnowledgeError, PipelineError
from saksi.intake import read_date
from saksi.languages import codes, load_pack

Name = TypeVar("Name", bound=str)


def parse_date(value: str) -> datetime:
    """The date that an option names. Raises BadParameter if it is none."""
    if (moment := read_date(value)) is None:
        raise typer.BadParameter(f"{value!r} is no date; write it as 2024-06-18 or 2024-06-18T13:51+07:00")
    return moment


def parse_language(value: str) -> str:
    """The code of the language that an option names. Raises BadParameter if there is no pack for it."""
    if value.lower() not in codes():
        names = {load_pack(code).table("pack")["name"].lower(): code for code in codes()}
        near = get_close_matches(value.lower(), [*names, *codes()], n=1)
        hint = f"did you mean {names.get(near[0], near[0])}? " if near else ""
        raise typer.BadParameter(f"unknown language {value!r}; {hint}There are: {_listed(codes())}")
    return value.lower()


def parse_pipeline(value: str) -> str:
    """The spaCy pipeline that an option names. Raises BadParameter if it cannot be loaded or lacks what Saksi needs."""
    from saksi.analysis import other_pipeline  # noqa: PLC0415 (loads spaCy)

    try:
        other_pipeline(value)
    except PipelineError as error:
        raise typer.BadParameter(str(error)) from error
    return value


def parse_knowledge(value: str) -> Path:
    """The knowledge file that an option names. Raises BadParameter if it is broken or contradicts what is known."""
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    path = Path(value)
    try:
        load_world((path,))
    except KnowledgeError as error:
        raise typer.BadParameter(str(error)) from error
    return path


def parse_type(value: str) -> str:
    """The type of deeds that an option names, which may be one's own. Raises BadParameter if there is none."""
    return choice(plover().types)(value)


def choice(names: Iterable[Name]) -> Callable[[str], Name]:
    """What checks that an option is one of `names`, in any case, which raises BadParameter if it is not."""

    def parse(value: str) -> Name:
        if (name := known.get(value.lower())) is None:
            near = get_close_matches(value.lower(), known, n=1)
            hint = f"did you mean {known[near[0]]}? " if near else ""
            raise typer.BadParameter(f"unknown name {value!r}; {hint}There are: {', '.join(known.values())}")
        return name

    known = {name.lower(): name for name in names}
    return parse


def _listed(languages: Iterable[str]) -> str:
    return ", ".join(f"{code} ({load_pack(code).table('pack')['name']})" for code in languages)
