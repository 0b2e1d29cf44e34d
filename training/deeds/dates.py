"""Train the forest that weighs when a deed was done: `python -m training.deeds.dates --data ../shared/data`."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from saksi.extract.dating import FEATURES
from saksi.extract.dating.calendar import LIKELY, WEIGHTS
from saksi.extract.dating.candidates import Days, days
from saksi.extract.forest import Forest, Matrix
from saksi.model import Time
from saksi.pipeline import reader
from training.deeds import trees
from training.deeds.pairs import Record, article, pairs, records, weight
from training.paths import DATA

TREES, RATE = 160, 0.075


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Deed:
    """A deed that an annotator has too, in an article whose day is known.

    Attributes:
        article: whose it is.
        rows: the features of its candidate times, [times, features].
        times: their first and last days.
        when: the annotator's, where the text gives one.
        ruled: what the rules say.
        weight: how much it counts.

    """

    article: str
    rows: Matrix
    times: tuple[Days, ...]
    when: Days | None
    ruled: Days | None
    weight: float

    def labels(self) -> Matrix:
        """For each time 1 if the annotator has it, else 0."""
        return np.array([time == self.when for time in self.times], dtype=np.float32)


def deeds(annotated: Iterable[Record]) -> list[Deed]:
    """Read the articles of annotated records, and pair their deeds with the annotators'."""
    return [deed for record in annotated for deed in _deeds(record)]


def _deeds(record: Record) -> Iterator[Deed]:
    scene = reader(record["language"]).scene(article(record))
    found = scene.reader.counted(scene.drafts)
    times, rows = scene.reader.candidate_times(found)
    if not times:
        return
    ruled = [scene.reader.ruled_time(draft, found) for draft in found]
    for event, number in pairs(record["events"], found):
        yield Deed(
            article=record["id"],
            rows=rows[number],
            times=tuple(time.days for time in times),
            when=_days(event["when"]),
            ruled=_told(ruled[number]),
            weight=weight(record),
        )


def _days(when: Sequence[str] | None) -> Days | None:
    return (when[0][:10], when[1][:10]) if when else None


def _told(time: Time | None) -> Days | None:
    return days(time) if time else None


def fit(examples: Sequence[Deed]) -> Forest:
    """Learn when a deed was done."""
    rows = np.concatenate([deed.rows for deed in examples])
    labels = np.concatenate([deed.labels() for deed in examples])
    weights = np.concatenate([np.full(len(deed.rows), deed.weight, dtype=np.float32) for deed in examples])
    return trees.fit(rows, labels, weights, trees=TREES, rate=RATE)


def chosen(deed: Deed, forest: Forest) -> Days | None:
    """The likeliest time of a deed, if one is likely."""
    odds = forest.probabilities(deed.rows)
    best = int(odds.argmax())
    return deed.times[best] if odds[best] > LIKELY else None


def report(name: str, examples: Sequence[tuple[Deed, Days | None]]) -> str:
    """How many of the annotators' dates were found, and how many of those given are theirs."""
    right = sum(found is not None and found == deed.when for deed, found in examples)
    wanted, given = sum(deed.when is not None for deed, _ in examples), sum(found is not None for _, found in examples)
    return f"{name}: {right / wanted:.3f} of the annotators' dates, {right / given:.3f} of those given are right"


def cross_validated(examples: Sequence[Deed]) -> list[tuple[Deed, Days | None]]:
    """Each deed with what a forest says that has not seen its article."""
    found = []
    for held in trees.folds([deed.article for deed in examples]):
        forest = fit([deed for deed in examples if deed.article not in held])
        found += [(deed, chosen(deed, forest)) for deed in examples if deed.article in held]
    return found


def main() -> None:
    """Train, say how well rules and forest agree with the annotators, and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=DATA, help="folder with articles/")
    ask.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    options = ask.parse_args()
    examples = deeds(records(options.data))
    print(f"{len({deed.article for deed in examples})} articles, {len(examples)} deeds that rules find too")
    print(report("rules", [(deed, deed.ruled) for deed in examples]))
    print(report("forest (unseen)", cross_validated(examples)))
    trees.save({"dates": fit(examples)}, FEATURES, options.out)


if __name__ == "__main__":
    main()
