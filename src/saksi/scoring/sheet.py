"""Records as the scorer sees them, and how two of them are laid side by side.

A record is one JSON object per article: `text`, `actors`, `times`, `statements`, `events`, which refer to each other by
id; all positions are code points into `text`. Gold and prediction have the same shape.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from saksi.errors import InputError

Record = Mapping[str, Any]
Tuples = frozenset[tuple[str, str]]

REACH = 80
"""Characters that may lie between two triggers of one type that name the same deed."""

NOBODY = "-"
"""Stands for the missing side of an event without actors or without recipients."""

NO_COUNTRY = "---"
"""The code of a party of no country, and of a reference that leads nowhere."""


def load(path: Path) -> list[Record]:
    """The records of a JSONL file, in file order. Raises InputError, naming the line, if one is none."""
    found: list[Record] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(source=str(path), reason=f"cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_record(line, str(path), number))
    return found


def _record(line: str, source: str, number: int) -> Record:
    try:
        known = json.loads(line)
    except ValueError as error:
        raise InputError(source=source, line=number, reason=f"is no JSON ({error})") from error
    if not isinstance(known, Mapping) or not {"id", "text"} <= known.keys():
        raise InputError(source=source, line=number, reason='is no record: an object with "id" and "text"')
    return known


@dataclass(frozen=True)
class Sheet:
    """One record with its references resolved."""

    record: Record

    @cached_property
    def actors(self) -> dict[str, Record]:
        """The actors by id."""
        return {actor["id"]: actor for actor in self.record.get("actors", [])}

    @cached_property
    def times(self) -> dict[str, Record]:
        """The times by id."""
        return {time["id"]: time for time in self.record.get("times", [])}

    @property
    def events(self) -> Sequence[Record]:
        """The events in the record's order."""
        events: Sequence[Record] = self.record.get("events", ())
        return events

    @property
    def quotes(self) -> list[Record]:
        """The statements in quotation marks."""
        return [statement for statement in self.record.get("statements", ()) if statement.get("direct")]

    def who(self, event: Record) -> Tuples:
        """Every (actor's code, recipient's code) of an event: lists multiplied out, `-` for an empty side."""
        sides = (self._codes(event["actors"]), self._codes(event["recipients"]))
        return frozenset((actor, recipient) for actor in sides[0] for recipient in sides[1])

    def witnesses(self, event: Record) -> Tuples:
        """Every (stance, party) that vouches for or against an event; the party is that of the chain's last link."""
        outlet = self.record.get("outlet")
        return frozenset(
            (testimony["stance"], self._party((testimony.get("chain") or [outlet])[-1]))
            for testimony in event.get("testimony") or ()
        )

    def days(self, event: Record) -> tuple[str, str] | None:
        """An event's first and last day, or None."""
        when = event.get("when")
        interval = self.times.get(when) if isinstance(when, str) else when
        return (interval["start"][:10], interval["end"][:10]) if interval else None

    def speaker(self, statement: Record) -> Record | None:
        """The actor who speaks, or None."""
        return self.actors.get(statement.get("speaker") or "")

    def _codes(self, references: Sequence[str] | None) -> set[str]:
        found = {self.actors[reference]["code"] for reference in references or () if reference in self.actors}
        return found or {NOBODY}

    def _party(self, reference: str | None) -> str:
        if reference == self.record.get("outlet"):
            return "outlet"
        actor = self.actors.get(reference or "")
        return str(actor["code"]) if actor else NO_COUNTRY


def gap(one: Record, other: Record) -> int:
    """Characters between two spans; 0 where they touch or overlap."""
    distance: int = max(0, one["start"] - other["end"], other["start"] - one["end"])
    return distance


def pair_events(gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[int, int]]:
    """One-to-one pairs (index in `gold`, index in `predicted`) of the same type within `REACH`, nearest first."""
    candidates = sorted(
        (gap(right["trigger"], guess["trigger"]), abs(right["trigger"]["start"] - guess["trigger"]["start"]), i, j)
        for i, right in enumerate(gold)
        for j, guess in enumerate(predicted)
        if right["type"] == guess["type"] and gap(right["trigger"], guess["trigger"]) <= REACH
    )
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in candidates:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def pair_quotes(gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[int, int]]:
    """One-to-one pairs of quotes that share at least half of the longer one, first come first served in text order."""
    free = list(range(len(predicted)))
    pairs = []
    for i, right in enumerate(gold):
        match = next((j for j in free if _share_half(right["content"], predicted[j]["content"])), None)
        if match is not None:
            free.remove(match)
            pairs.append((i, match))
    return pairs


def same_speaker(one: Record | None, other: Record | None) -> bool:
    """Whether two speakers count as one: the same code, and between persons a word of the name in common."""
    if not one or not other:
        return one is other
    if one["code"] != other["code"]:
        return False
    if one.get("kind") == other.get("kind") == "person":
        return bool(_words(one["name"]) & _words(other["name"]))
    return True


def _share_half(one: Record, other: Record) -> bool:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longer = max(one["end"] - one["start"], other["end"] - other["start"])
    return bool(shared * 2 >= longer)


def _words(name: str | None) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in (name or "").casefold()).split())


def match_articles(gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[Sheet, Sheet | None]]:
    """Each gold article with its prediction, found by `id` or by identical text; None where there is none.

    Raises ValueError, naming the article, where the two texts differ, since their offsets cannot be compared.
    """
    by_id = {record["id"]: record for record in predicted}
    by_text = {record["text"].strip(): record for record in predicted}
    matched: list[tuple[Sheet, Sheet | None]] = []
    for record in gold:
        guess = by_id.get(record["id"]) or by_text.get(record["text"].strip())
        if guess is not None and guess["text"] != record["text"]:
            raise ValueError(f"{record['id']}: the texts differ, offsets cannot be compared")
        matched.append((Sheet(record), Sheet(guess) if guess is not None else None))
    return matched


def first_half(records: Sequence[Record]) -> set[str]:
    """The ids of the first half, in file order, of each language: the half that may be looked at.

    An odd article counts to the other half, which is held out.
    """
    by_language: dict[str, list[str]] = {}
    for record in records:
        by_language.setdefault(str(record.get("language")), []).append(record["id"])
    return {article for ids in by_language.values() for article in ids[: len(ids) // 2]}
