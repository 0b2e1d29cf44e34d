"""How many chains of attribution are exact: `python -m evaluation.chains GOLD.jsonl PRED.jsonl`.

A chain is right when each of its links is the gold's, in order: the same party by code, between persons by a word of
the name. Statements are paired by contents that overlap by half. Chains of one link, the outlet's own voice, are easy
and not counted.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from saksi.scoring.sheet import Record, first_half, load

HALF = 0.5


def pairs(gold: Record, found: Record) -> Iterator[tuple[list[str], list[str] | None]]:
    """Each gold chain of two or more links, with that of the statement that fits best, if one does."""
    for statement in gold["statements"]:
        if len(statement["chain"]) < 2:
            continue
        fits = [other for other in found["statements"] if _overlap(statement, other) >= HALF]
        same = [other for other in fits if _equal(gold, statement["chain"], found, other["chain"])]
        best = max(same or fits, key=lambda other: _overlap(statement, other), default=None)
        yield statement["chain"], best["chain"] if best else None


def _overlap(one: Record, other: Record) -> float:
    a, b = one["content"], other["content"]
    both = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return float(both / max(a["end"] - a["start"], b["end"] - b["start"]))


def _equal(gold: Record, chain: list[str], found: Record, other: list[str]) -> bool:
    return len(chain) == len(other) and all(
        _same(_actor(gold, one), _actor(found, two)) for one, two in zip(chain, other, strict=True)
    )


def _actor(record: Record, identifier: str) -> Record:
    return next(actor for actor in record["actors"] if actor["id"] == identifier)


def _same(one: Record, other: Record) -> bool:
    if one["kind"] == other["kind"] == "person":
        return bool(set(one["name"].split()) & set(other["name"].split()))
    return bool(one["code"] == other["code"] and (one["kind"] == "outlet") == (other["kind"] == "outlet"))


def main() -> None:
    """Print the share of exact chains, by length, and of both halves."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", type=Path)
    ask.add_argument("predicted", type=Path)
    args = ask.parse_args()
    articles = list(load(args.gold))
    found = {record["id"]: record for record in load(args.predicted)}
    shown = first_half(articles)
    counts: Counter[tuple[str, str]] = Counter()
    for gold in articles:
        half = "looked at" if gold["id"] in shown else "held out"
        for chain, other in pairs(gold, found[gold["id"]]):
            length = "two links" if len(chain) == 2 else "three or more"
            right = other is not None and _equal(gold, chain, found[gold["id"]], other)
            for key in (length, half, "all"):
                counts[key, "gold"] += 1
                counts[key, "found"] += other is not None
                counts[key, "right"] += right
    for key in ("two links", "three or more", "looked at", "held out", "all"):
        gold_, found_, right_ = (counts[key, name] for name in ("gold", "found", "right"))
        shares = f"{right_ / max(1, gold_):.3f} of gold, {right_ / max(1, found_):.3f} of found"
        print(f"{key:14} gold {gold_:4}  found {found_:4}  exact {right_:4}: {shares}")


if __name__ == "__main__":
    main()
