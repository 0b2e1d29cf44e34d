"""Compiles hand-written notes on the sample articles into gold records.

Run as `python -m evaluation.gold`: reads `evaluation/gold/*.json` and writes `evaluation/gold.jsonl`; with `--check`
it writes nothing and fails if the file is out of date.

Notes are one JSON object per article:

    {id, outlet, published, language, title, url,
     text_file: path from the notes' own folder, line: counted from 1 where `text_file` is JSONL,
     actors: {KEY: {name, kind, code, sectors}},
     events: [{trigger, near, type, mode, contexts, actors: [KEY], recipients: [KEY], status,
               when: [first day, last day] | null, where: {name, country} | null,
               testimony: [{stance, chain: [KEY]}]}],
     statements: [{content, near, speaker: KEY | null, chain: [KEY], direct}]}

`trigger` and `content` are copied from the text. `near` is a longer passage that holds them and occurs once; it is
needed only where they themselves occur more than once.
"""

import argparse
import json
import re
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, plover
from saksi.model import Event, Kind, Span, Stance, Status, Testimony

HOME = Path(__file__).parent
NOTES = HOME / "gold"
RECORDS = HOME / "gold.jsonl"

_STATE = re.compile(r"[A-Z]{3}")

Notes = Mapping[str, Any]


class NotesError(ValueError):
    """Notes that contradict their text or themselves; the message names the article, the item and the reason."""


def text_of(notes: Notes, *, folder: Path) -> str:
    """The article that the notes are about, letter for letter."""
    path: Path = folder / notes["text_file"]
    if "line" not in notes:
        return path.read_text(encoding="utf-8")
    line = path.read_text(encoding="utf-8").splitlines()[notes["line"] - 1]
    return str(json.loads(line)["text"])


def locate(text: str, piece: str, *, near: str | None = None) -> Span:
    """Where `piece` stands, inside `near` if that is given. Raises NotesError unless each occurs exactly once."""
    base = _only(text, near) if near else 0
    start = base + _only(near or text, piece)
    return Span(start=start, end=start + len(piece))


def _only(text: str, piece: str) -> int:
    if (times := text.count(piece)) != 1:
        raise NotesError(f"{piece!r} occurs {times} times")
    return text.index(piece)


@dataclass(frozen=True)
class Compiler:
    """Turns one article's notes into its gold record."""

    notes: Notes
    text: str
    places: dict[str, dict[str, Any]] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """The whole record. Raises NotesError at the first thing that is wrong."""
        head = {key: self.notes.get(key) for key in ("id", "url", "title", "outlet", "published", "language")}
        self._known([self.notes["outlet"]])
        actors = [self._actor(key, fields) for key, fields in self.notes["actors"].items()]
        events = [self._checked("event", number, item) for number, item in enumerate(self.notes["events"], 1)]
        statements = [
            self._checked("statement", number, item) for number, item in enumerate(self.notes["statements"], 1)
        ]
        return {
            "schema": "saksi/1",
            **head,
            "text": self.text,
            "actors": actors,
            "places": list(self.places.values()),
            "times": [],
            "statements": statements,
            "events": events,
        }

    def _checked(self, noun: str, number: int, item: Notes) -> dict[str, Any]:
        build = {"event": self._event, "statement": self._statement}[noun]
        try:
            return {"id": f"{noun[0]}{number}", **build(item)}
        except (NotesError, KeyError) as error:
            words = item.get("trigger") or item.get("content")
            raise NotesError(f"{self.notes['id']}: {noun} {number} ({words}): {error}") from error

    def _event(self, item: Notes) -> dict[str, Any]:
        _check_plover(item)
        _one_of(get_args(Status), item["status"], "status")
        testimony = [self._testimony(entry) for entry in item["testimony"]]
        if not testimony:
            raise NotesError("no testimony")
        return {
            "type": item["type"],
            "mode": item.get("mode"),
            "contexts": item.get("contexts", []),
            "trigger": asdict(locate(self.text, item["trigger"], near=item.get("near"))),
            "actors": self._known(item["actors"]),
            "recipients": self._known(item["recipients"]),
            "status": item["status"],
            "when": _interval(item.get("when")),
            "where": self._place(item.get("where")),
            "testimony": testimony,
            "standing": self._standing(item),
        }

    def _statement(self, item: Notes) -> dict[str, Any]:
        speaker = item.get("speaker")
        return {
            "speaker": self._known([speaker])[0] if speaker else None,
            "chain": self._known(item.get("chain", [])),
            "content": asdict(locate(self.text, item["content"], near=item.get("near"))),
            "direct": item["direct"],
        }

    def _actor(self, key: str, fields: Notes) -> dict[str, Any]:
        _one_of(get_args(Kind), fields["kind"], f"kind of {key}")
        if not _STATE.fullmatch(fields["code"]):
            _one_of(CODES_WITHOUT_STATE, fields["code"], f"code of {key}")
        for sector in fields["sectors"]:
            _one_of(SECTORS, sector, f"sector of {key}")
        return {"id": key, "sectors": [], "mentions": [], **fields}

    def _testimony(self, entry: Notes) -> dict[str, Any]:
        _one_of(get_args(Stance), entry["stance"], "stance")
        return {"stance": entry["stance"], "chain": self._known(entry["chain"])}

    def _standing(self, item: Notes) -> str:
        """What the model itself derives from the testimony, so that gold and program cannot differ in the rule."""
        testimony = tuple(Testimony(stance=t["stance"], chain=tuple(t["chain"])) for t in item["testimony"])
        event = Event(
            id="", type=item["type"], trigger=Span(start=0, end=0), status=item["status"], testimony=testimony
        )
        return event.standing(self.notes["outlet"])

    def _known(self, keys: Sequence[str]) -> list[str]:
        for key in keys:
            _one_of(self.notes["actors"], key, "actor")
        return list(keys)

    def _place(self, where: Notes | None) -> str | None:
        if where is None:
            return None
        empty = {"id": f"p{len(self.places) + 1}", "mentions": [], **where}
        return str(self.places.setdefault(where["name"], empty)["id"])


def _check_plover(item: Notes) -> None:
    _one_of(plover().types, item["type"], "type")
    if item.get("mode") is not None:
        _one_of(plover().types[item["type"]]["modes"], item["mode"], f"mode of {item['type']}")
    for context in item.get("contexts", ()):
        _one_of(plover().contexts, context, "context")


def _one_of(known: Container[str], value: str, what: str) -> None:
    if value not in known:
        raise NotesError(f"{what} {value!r} is unknown")


def _interval(when: Sequence[str] | None) -> dict[str, str] | None:
    if when is None:
        return None
    start, end = when
    if date.fromisoformat(start) > date.fromisoformat(end):
        raise NotesError(f"{start} is after {end}")
    return {"start": start, "end": end}


def compile_all(folder: Path = NOTES) -> Iterator[dict[str, Any]]:
    """The gold records of all notes in a folder, in the order of their file names."""
    for path in sorted(folder.glob("*.json")):
        notes = json.loads(path.read_text(encoding="utf-8"))
        yield Compiler(notes, text_of(notes, folder=folder)).record()


def as_lines(records: Iterable[Notes]) -> str:
    """JSONL."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def main() -> int:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--check", action="store_true", help="write nothing, fail if the records are out of date")
    args = ask.parse_args()
    try:
        lines = as_lines(compile_all())
    except NotesError as error:
        print(error, file=sys.stderr)
        return 1
    if not args.check:
        RECORDS.write_text(lines, encoding="utf-8")
    elif RECORDS.read_text(encoding="utf-8") != lines:
        print(f"{RECORDS.name} is out of date: run python -m evaluation.gold", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
