"""Articles annotated for training: places in them, types of deeds and codes of parties, none of the articles' text.

`annotations.jsonl` has one line an article: its id, and for each deed `start` and `end` of the words that name it
(character offsets in the article's text), its `type`, the codes of its `actors` and `recipients`, and `when` it was
(first and last day or null). Beyond what is learnt from, it has each deed's `status` and `witnesses` (stance and code,
or `outlet`), and of each direct quote the place and the code of its speaker.
"""

import json
import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from saksi.scoring.sheet import first_half, load

FILE = Path(__file__).with_name("annotations.jsonl")
NEWS = ("id", "en")
"""Languages of the articles, each a file in the data folder."""


def gold(path: Path) -> Iterator[Mapping[str, Any]]:
    """Gold articles that may be looked at, in the same form; the other half of `dev` shows how well it works unseen."""
    articles = load(path)
    shown = first_half(articles) if path.stem == "dev" else {article["id"] for article in articles}
    for article in articles:
        if article["id"] in shown:
            known = {item["id"]: item for item in (*article["actors"], *article["times"])}
            outlet = known[article["outlet"]]["name"]
            yield {**article, "outlet": outlet, "events": [_event(event, known) for event in article["events"]]}


def _event(event: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    codes = {end: [known[actor]["code"] for actor in event[end]] for end in ("actors", "recipients")}
    when = known[event["when"]] if isinstance(event["when"], str) else event["when"]
    days = [when["start"], when["end"]] if when else None
    return {**event["trigger"], "type": event["type"], "when": days, **codes}


def records(data: Path) -> Iterator[Mapping[str, Any]]:
    """The annotated articles with their texts and publication data, from the data folder."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    wanted = {row["id"]: row["events"] for row in map(json.loads, lines)}
    for language in NEWS:
        with lzma.open(data / "articles" / f"{language}_news.jsonl.xz", "rt", encoding="utf-8") as articles:
            for article in map(json.loads, articles):
                if article["id"] in wanted:
                    yield {**article, "language": language, "events": wanted[article["id"]]}
