"""What all formats share: where they write, and how they are fed."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from saksi.errors import ExportError
from saksi.export.selection import Part, Selection


class Target:
    """Where an export goes: files under names of their own until all are whole.

    Args:
        out: a folder; or a file, where it has a suffix and the format writes one main file.

    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.files: dict[Path, Path] = {}

    @property
    def is_file(self) -> bool:
        """Whether a person named a file, not a folder."""
        return bool(self.out.suffix) and not self.out.is_dir()

    def file(self, name: str, *, main: bool = False) -> Path:
        """The temporary path of what will be called `name`; the main file is called `out`, if that names a file."""
        final = self.out / name
        if self.is_file:
            final = self.out if main else self.out.with_name(f"{self.out.stem}.{name.partition('.')[2]}")
        final.parent.mkdir(parents=True, exist_ok=True)
        temporary = final.with_name(f".{final.name}.part")
        self.files[temporary] = final
        return temporary

    def publish(self) -> None:
        """Give all files their names."""
        for temporary, final in self.files.items():
            temporary.replace(final)

    def drop(self) -> None:
        """Leave nothing of an export that failed."""
        for temporary in self.files:
            temporary.unlink(missing_ok=True)


@contextmanager
def published(out: Path) -> Iterator[Target]:
    """A target whose files get their names when all is well, and are removed when it is not."""
    target = Target(out)
    try:
        yield target
    except BaseException:
        target.drop()
        raise
    target.publish()


class Format:
    """Writes what it is fed: first it gets ready, then come parts of the deeds in turn, then the whole selection once.

    Attributes:
        name: as the command line knows it.
        one_file: whether it may be written to a file that a person names.

    """

    name: ClassVar[str]
    one_file: ClassVar[bool] = True

    def __init__(self, target: Target, selection: Selection, *, unreal: bool = False) -> None:
        if target.is_file and not self.one_file:
            raise ExportError(f"{target.out}: {self.name} writes several files; name a folder")
        self.target, self.selection, self.unreal = target, selection, unreal

    def begin(self) -> None:
        """Get ready for the parts."""

    def take(self, part: Part) -> None:
        """Write deeds that follow each other."""

    def finish(self) -> None:
        """Write what is of the whole selection, and close all files."""


class Lines(Format):
    """A format of one JSON object a line."""

    file: ClassVar[str]

    def begin(self) -> None:
        """Open the file."""
        self._stream = self.target.file(self.file, main=True).open("w", encoding="utf-8")

    def take(self, part: Part) -> None:
        """Write a line for each object."""
        for line in self.objects(part):
            self._stream.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")

    def objects(self, part: Part) -> Iterator[Mapping[str, Any]]:
        """The objects of deeds."""
        raise NotImplementedError

    def finish(self) -> None:
        """Close the file."""
        self._stream.close()
