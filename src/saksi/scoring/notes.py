"""Notes that a person writes on an article, compiled into a gold record; and a template of them.

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

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, plover
from saksi.errors import NotesError
from saksi.model import Event, Kind, Reading, Span, Stance, Status, Testimony
from saksi.model.article import iso

_STATE = re.compile(r"[A-Z]{3}")

Notes = Mapping[str, Any]
WIDER = 12
"""Characters by which a passage grows on both sides until it occurs once."""


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


def compile_all(folder: Path) -> Iterator[dict[str, Any]]:
    """The gold records of all notes in a folder, in the order of their file names."""
    for path in sorted(folder.glob("*.json")):
        yield compiled(path)


def compiled(path: Path) -> dict[str, Any]:
    """The gold record of the notes in a file. Raises NotesError, naming file and fault, if they do not hold."""
    try:
        notes = json.loads(path.read_text(encoding="utf-8"))
        return Compiler(notes, text_of(notes, folder=path.parent)).record()
    except (OSError, ValueError, KeyError) as error:
        raise NotesError(f"{path}: {error}") from error


def as_lines(records: Iterable[Notes]) -> str:
    """JSONL."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def template(reading: Reading, *, text_file: str) -> dict[str, Any]:
    """Notes of what Saksi read, for a person to correct: what it missed is to be added, what is wrong taken out."""
    text = reading.article.text
    places = {place.id: {"name": place.name, "country": place.country} for place in reading.places}
    return {
        "id": reading.article.id,
        "text_file": text_file,
        "outlet": reading.outlet,
        "published": iso(reading.article.published),
        "language": reading.article.language,
        "title": reading.article.title,
        "url": reading.article.url,
        "actors": {
            actor.id: {"name": actor.name, "kind": actor.kind, "code": actor.code, "sectors": list(actor.sectors)}
            for actor in reading.actors
        },
        "events": [
            {
                **_copied("trigger", event.trigger, text),
                "type": event.type,
                "mode": event.mode,
                "contexts": list(event.contexts),
                "actors": list(event.actors),
                "recipients": list(event.recipients),
                "status": event.status,
                "when": [when.start[:10], when.end[:10]] if (when := reading.time_of(event)) else None,
                "where": places.get(event.where or ""),
                "testimony": [{"stance": one.stance, "chain": list(one.chain)} for one in event.testimony],
            }
            for event in reading.events
        ],
        "statements": [
            {
                **_copied("content", one.content, text),
                "speaker": one.speaker,
                "chain": list(one.chain),
                "direct": one.direct,
            }
            for one in reading.statements
        ],
    }


def _copied(name: str, span: Span, text: str) -> dict[str, str]:
    """The words of a span, and where they occur more than once a passage around them that does not."""
    words = span.of(text)
    if text.count(words) == 1:
        return {name: words}
    for width in range(WIDER, len(text), WIDER):
        near = text[max(0, span.start - width) : span.end + width]
        if near.count(words) > 1:  # told twice in one place: only one side can tell them apart
            break
        if text.count(near) == 1:
            return {name: words, "near": near}
    for width in range(1, len(text)):
        for near in (text[max(0, span.start - width) : span.end], text[span.start : span.end + width]):
            if text.count(near) == 1 and near.count(words) == 1:
                return {name: words, "near": near}
    return {name: words}
