"""One walk over a store feeds all formats that are asked for."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from saksi.errors import ExportError
from saksi.export.files import FORMATS
from saksi.export.files.base import published
from saksi.export.selection import selected
from saksi.store import Store
from saksi.store.search import Question


def export(
    store: Store,
    question: Question,
    *,
    formats: Sequence[str],
    out: Path,
    per_event: bool = False,
    unreal: bool = False,
) -> tuple[int, list[Path]]:
    """Write the deeds that a question asks for; how many, and the files, which appear when all are whole.

    Args:
        store: where they are.
        question: which; its `limit` and `offset` do not matter.
        formats: names in `FORMATS`.
        out: a folder, or a file for one format that writes one main file.
        per_event: a deed is an event, not a story.
        unreal: what has not been done goes also to formats that cannot tell (POLECAT, GDELT, ICEWS).

    Raises:
        ExportError: a format cannot be written so, or not there.
        StoreError: the store has no stories, or cannot be read.
        PackError: a type in the store is nobody's: the pack that has it is not named.

    Example:
        >>> from pathlib import Path
        >>> from saksi.export import export
        >>> from saksi.store.search import Question
        >>> store = saksi.open("demo.duckdb")
        >>> count, files = export(store, Question(status="happened"), formats=["csv"], out=Path("tables"))
        >>> sorted(path.name for path in files)[:3]
        ['actors.csv', 'articles.csv', 'events.csv']

    """
    if len(formats) > 1 and out.suffix and not out.is_dir():
        raise ExportError(f"{out}: several formats need a folder; name one")
    try:
        return _export(store, question, formats=formats, out=out, per_event=per_event, unreal=unreal)
    except (OSError, duckdb.Error) as error:
        raise ExportError(f"{out}: cannot be written ({str(error).splitlines()[0]})") from error


def _export(
    store: Store, question: Question, *, formats: Sequence[str], out: Path, per_event: bool, unreal: bool
) -> tuple[int, list[Path]]:
    with (
        published(out) as target,
        TemporaryDirectory(prefix="saksi-") as spill,
        selected(store, question, per_event=per_event, spill=Path(spill)) as selection,
    ):
        writers = [FORMATS[name](target, selection, unreal=unreal) for name in formats]
        for writer in writers:
            writer.begin()
        for part in selection.parts():
            for writer in writers:
                writer.take(part)
        for writer in writers:
            writer.finish()
    return selection.count, sorted(target.files.values())
