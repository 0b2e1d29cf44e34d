"""Linking a store: copies and stories of all that is in it, and what is known of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from saksi.codebook import plover
from saksi.corroborate import (
    MOSTLY,
    Balance,
    Judgements,
    Likeness,
    Report,
    Step,
    Telling,
    Text,
    Voice,
    balance,
    find_copies,
    main_stories,
    status,
    stories,
)
from saksi.languages import codes, load_pack
from saksi.store import Store, judgements, linked

NOWHERE = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking found."""

    articles: int
    copies: int
    events: int
    stories: int


def link(store: Store) -> Linked:
    """Find copies and stories anew; the old ones make way in one transaction. Raises StoreError as `add`."""
    with store.writing():
        rows = linked.articles(store)
        copies = find_copies(_text(row) for row in rows)
        tellings = [_telling(row) for row in linked.events(store)]
        reports = [_report(row) for row in rows]
        likeness = Likeness(reports, tellings, dead=dead())
        found = stories(tellings, likeness, _judgements(judgements.of_stories(store)))
        linked.keep(
            store,
            copies=((copy.article, copy.copy_of, copy.share, copy.reason) for copy in copies),
            stories=(
                (story.id, telling, score.value if score else None, score.reason if score else "told alone")
                for story in found
                for telling in story.tellings
                for score in [story.reasons.get(telling)]
            ),
            articles=sorted(main_stories(reports, tellings, found).items()),
        )
        linked.summaries(store, _summaries(store))
    return Linked(articles=len(rows), copies=len(copies), events=len(tellings), stories=len(found))


def _summaries(store: Store) -> Iterator[dict[str, Any]]:
    """What is known of each story, as a row."""
    found = balances(linked.voices(store, mostly=MOSTLY))
    mains = linked.mains(store)
    for key, group in groupby(linked.told(store), key=_story):
        yield _summary(list(group), found[key], mains.get(key, 0))


def refresh(store: Store, names: Iterable[str]) -> None:
    """Say anew what is known of some stories, whose events have changed; those without any are no more."""
    mains = linked.mains(store)
    wanted = sorted(set(names))
    told = {name: linked.told(store, name) for name in wanted}
    weighed = {name: balances(linked.voices(store, name, mostly=MOSTLY))[name] for name, rows in told.items() if rows}
    rows = [_summary(told[name], found, mains.get(name, 0)) for name, found in weighed.items()]
    linked.summaries(store, rows, only=wanted)


def _summary(rows: Sequence[Mapping[str, Any]], weighed: Balance, main_of: int) -> dict[str, Any]:
    head = max(rows, key=_telling_most)
    day = min((row for row in rows if row["start_date"]), key=_narrowest, default=head)
    days = [row["published"] for row in rows if row["published"]]
    return {
        "id": head["story_id"],
        "type": Counter(row["type"] for row in rows).most_common(1)[0][0],
        **{name: head[name] for name in ("actors", "recipients", "actor_codes", "recipient_codes", "evidence")},
        "place": Counter(row["place"] for row in rows).most_common(1)[0][0],
        "start_date": day["start_date"],
        "end_date": day["end_date"],
        "first_told": min(days, default=None),
        "last_told": max(days, default=None),
        "articles": weighed.reports,
        "events": len(rows),
        "outlets": list(weighed.outlets),
        "witnesses_for": [witness.name for witness in weighed.witnesses_for],
        "witnesses_against": [witness.name for witness in weighed.witnesses_against],
        "standing": weighed.standing,
        "status": status([step_of(row) for row in rows]),
        "main_of": main_of,
    }


def _telling_most(row: Mapping[str, Any]) -> tuple[int, int, str]:
    """The telling with both its ends, and of those the one with the shortest sentence."""
    ends = bool(row["actors"]) + bool(row["recipients"])
    return ends, -len(row["evidence"]), row["event_id"]


def _narrowest(row: Mapping[str, Any]) -> tuple[int, str]:
    return (row["end_date"] - row["start_date"]).days, row["event_id"]


def step_of(row: Mapping[str, Any]) -> Step:
    """How an event of a story has the deed."""
    return Step(
        day=row["published"],
        status=row["status"],
        standing=row["standing"],
        event=row["event_id"],
        outlet=row["outlet"],
    )


def balances(voices: Iterable[Mapping[str, Any]]) -> dict[str, Balance]:
    """The balance of each story that voices are about, by story id."""
    return {key: balance(map(_voice, group)) for key, group in groupby(sorted(voices, key=_story), key=_story)}


def _story(row: Mapping[str, Any]) -> str:
    return str(row["story_id"])


def _text(row: Mapping[str, Any]) -> Text:
    published = row["published"]
    return Text(
        id=row["id"],
        text=row["text"],
        outlet=row["outlet"],
        published=datetime.fromisoformat(published).replace(tzinfo=None) if published else None,
        credits=frozenset(filter(None, row["credits"] or ())),
    )


def _report(row: Mapping[str, Any]) -> Report:
    return Report(id=row["id"], title=row["title"] or "", published=row["day"], text=row["text"])


def _telling(row: Mapping[str, Any]) -> Telling:
    return Telling(
        id=row["event_id"],
        article=row["article_id"],
        type=row["type"],
        family=plover().facts(row["type"])["family"],
        actors=frozenset(row["actor_codes"]) - {NOWHERE},
        recipients=frozenset(row["recipient_codes"]) - {NOWHERE},
        start=row["start_date"],
        end=row["end_date"],
        evidence=row["evidence"],
        status=row["status"],
        standing=row["standing"],
    )


def _voice(row: Mapping[str, Any]) -> Voice:
    return Voice(
        event=row["event"],
        outlet=row["outlet"],
        copy_of=row["copy_of"],
        stance=row["stance"],
        chain=tuple(row["chain"]),
        witness=row["witness"],
        code=row["code"],
        kind=row["kind"],
        sectors=frozenset(row["sectors"]),
        evidence=row["evidence"],
    )


def _judgements(rows: Iterable[Mapping[str, Any]]) -> Judgements:
    """The log as pairs; of two judgements on a pair the later one holds."""
    said: dict[tuple[str, str], str] = {}
    for row in rows:
        said |= dict.fromkeys(_pairs(row["events"], row["others"]), row["kind"])
    return Judgements(
        joined=frozenset(pair for pair, kind in said.items() if kind == "join"),
        parted=frozenset(pair for pair, kind in said.items() if kind == "split"),
    )


def _pairs(events: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((min(one, other), max(one, other)) for one in events for other in others)


def dead() -> frozenset[str]:
    """Words of all languages that tell that people died."""
    return frozenset(word for code in codes() for word in load_pack(code).table("classes")["dead"])
