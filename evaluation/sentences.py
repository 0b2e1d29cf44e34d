"""Types of deeds in single English sentences of others: `python -m evaluation.sentences [--wrong]`.

Two sets: sentences with source, target and root type (snowood1/Zero-Shot-PLOVER; there YIELD joins CONCEDE and
RETREAT), and the examples of the CAMEO manual with their PLOVER type (openeventdata/PLOVER). Of every other
sentence the errors may be looked at; `--wrong` prints those alone.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import saksi
from saksi.model import Event, Reading

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
FORMER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the first PLOVER by what they are called today."""
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
DAY = "2020-01-01"
NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the type of the deed by `source` to `target`; the GSR marks neither."""

    text: str
    type: str
    source: str = ""
    target: str = ""


def joined(path: Path) -> list[Sentence]:
    """The sentences whose source and target are given."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Sentence(text=row["sentence"], type=row["gold_root"], source=row["source"], target=row["target"])
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def examples(path: Path) -> list[Sentence]:
    """The examples of the manual."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Sentence(text=row["text"], type=FORMER.get(row["event"], row["event"]))
        for row in rows
        if row["event"] != "DOCUMENT"
    ]


def coded(event: Event) -> str:
    """The type that PLOVER, which knows no status, has for an event.

    What is to come of cooperation is agreed to (`will meet`), of conflict threatened (`would boycott`); what is not
    done of cooperation is rejected, and what is asked for requested.
    """
    if event.status == "requested":
        return "REQUEST"
    if event.type in COOPERATIVE:
        return {"planned": "AGREE", "negated": "REJECT"}.get(event.status, event.type)
    return "THREATEN" if event.status == "planned" and event.type in HOSTILE else event.type


def joining(reading: Reading, sentence: Sentence) -> str:
    """The root type of the event that joins source to target; else of one that has either; else of the first."""
    if not reading.events:
        return NOTHING
    actors, recipients = (_told(reading, sentence.text, words) for words in (sentence.source, sentence.target))

    def fit(event: Event) -> int:
        return 2 * bool(actors & set(event.actors)) + 2 * bool(recipients & set(event.recipients))

    best = coded(max(reading.events, key=fit))
    return ROOTS.get(best, best)


def _told(reading: Reading, text: str, words: str) -> set[str]:
    """The parties that the words name or describe, wherever in the sentence they stand."""
    start = text.find(words)
    if start < 0:
        return set()
    end = start + len(words)
    return {a.id for a in reading.actors if any(m.start < end and m.end > start for m in a.mentions)}


def macro_f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, dict[str, float]]:
    """The mean F1 over the types of gold, from pairs of gold and found, and that of each type."""
    pairs = list(pairs)
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    both = Counter(g for g, f in pairs if g == f)
    each = {type_: 2 * both[type_] / (gold[type_] + found[type_]) for type_ in sorted(gold)}
    return sum(each.values()) / len(each), each


def read(sentences: Sequence[Sentence]) -> list[Reading]:
    """What Saksi makes of each sentence."""
    return [saksi.read(sentence.text, language="en", published=DAY) for sentence in sentences]


def _show(sentences: Sequence[Sentence], found: Sequence[str], is_wrong: Callable[[str, str], bool]) -> None:
    for sentence, types in list(zip(sentences, found, strict=True))[::2]:
        if is_wrong(sentence.type, types):
            print(f"{sentence.type:9} {types:9} {sentence.source} > {sentence.target}: {sentence.text}")


def main() -> None:
    """Print the figures of both sets, and on demand what was got wrong of what may be looked at."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--wrong", action="store_true", help="also print what was got wrong of every other sentence")
    args = ask.parse_args()
    folder = args.shared / "data" / "events"
    if not folder.exists():
        print(f"skipped: no folder {folder}")
        return
    told = joined(folder / "plv_train.tsv")
    roots = [joining(reading, sentence) for reading, sentence in zip(read(told), told, strict=True)]
    pairs = list(zip((sentence.type for sentence in told), roots, strict=True))
    if args.wrong:
        _show(told, roots, lambda gold, type_: gold != type_)
    manual = examples(folder / "plover_gsr.json")
    types = [
        " ".join(sorted({t for event in reading.events for t in (event.type, coded(event))}))
        for reading in read(manual)
    ]
    if args.wrong:
        _show(manual, types, lambda gold, found: gold not in found.split())
    whole, each = macro_f1(pairs)
    halves = [macro_f1(part)[0] for part in (pairs[::2], pairs[1::2])]
    print(f"source and target given: macro F1 {whole:.3f} (looked at {halves[0]:.3f}, not looked at {halves[1]:.3f})")
    print("  " + ", ".join(f"{type_} {value:.2f}" for type_, value in each.items()))
    hits = [sentence.type in found.split() for sentence, found in zip(manual, types, strict=True)]
    shares = [sum(part) / len(part) for part in (hits, hits[::2], hits[1::2])]
    print("examples of the manual: recall {:.3f} (looked at {:.3f}, not looked at {:.3f})".format(*shares))


if __name__ == "__main__":
    main()
