"""Train the forests that weigh who acts and who undergoes: `python -m training.deeds.roles --data ../shared/data`."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from saksi.extract.draft import Draft
from saksi.extract.forest import Forest, Matrix
from saksi.extract.roles import FEATURES
from saksi.extract.roles import Scene as Columns
from saksi.extract.roles.candidates import Candidate, candidates
from saksi.extract.roles.casting import LIKELY, WEIGHTS
from saksi.pipeline import Scene, reader
from training.deeds import trees
from training.deeds.pairs import Record, article, pairs, records, weight
from training.paths import DATA

ENDS = ("actors", "recipients")
TREES, RATE = 200, 0.075


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Deed:
    """A deed that an annotator has too.

    Attributes:
        article: whose it is.
        rows: the features of its candidates, [candidates, features].
        codes: their codes.
        actors, recipients: the codes that the annotator has at each end.
        ruled: the codes that the rules have at each end.
        weight: how much it counts.

    """

    article: str
    rows: Matrix
    codes: tuple[str, ...]
    actors: frozenset[str]
    recipients: frozenset[str]
    ruled: tuple[frozenset[str], frozenset[str]]
    weight: float = 1.0

    def labels(self, end: str) -> Matrix:
        """For each candidate 1 if the annotator has it at that end (`actors` or `recipients`), else 0."""
        wanted: frozenset[str] = getattr(self, end)
        return np.array([code in wanted for code in self.codes], dtype=np.float32)


def deeds(records: Iterable[Record]) -> list[Deed]:
    """Read the articles of annotated records, and pair their deeds with the annotators'."""
    return [deed for record in records for deed in _deeds(record)]


def _deeds(record: Record) -> Iterator[Deed]:
    scene = reader(record["language"]).scene(article(record))
    filled = scene.reader.discourse.complete(scene.drafts)
    used = {party for draft in filled for party in (*draft.actors, *draft.recipients)}
    parties = candidates(scene.cast, used)
    rows = Columns(scene.doc, scene.cast, scene.statements).rows(parties, scene.drafts, filled)
    for event, number in pairs(record["events"], filled):
        yield _deed(record, event, scene, filled[number], parties, rows[number])


def _deed(
    record: Record, event: Record, scene: Scene, draft: Draft, parties: Sequence[Candidate], rows: Matrix
) -> Deed:
    return Deed(
        article=record["id"],
        weight=weight(record),
        rows=rows,
        codes=tuple(party.code for party in parties),
        actors=frozenset(event["actors"]),
        recipients=frozenset(event["recipients"]),
        ruled=(
            frozenset(scene.cast[actor].code for actor in draft.actors),
            frozenset(scene.cast[actor].code for actor in draft.recipients),
        ),
    )


def fit(examples: Sequence[Deed], end: str) -> Forest:
    """Learn who stands at one end of a deed."""
    rows = np.concatenate([deed.rows for deed in examples])
    labels = np.concatenate([deed.labels(end) for deed in examples])
    weights = np.concatenate([np.full(len(deed.rows), deed.weight, dtype=np.float32) for deed in examples])
    return trees.fit(rows, labels, weights, trees=TREES, rate=RATE)


def agreement(examples: Sequence[Deed], forests: Sequence[Forest] | None) -> float:
    """F1 of (actor, recipient) against the annotators: of the forests, or where there are none of the rules."""
    right = found = wanted = 0
    for deed in examples:
        gold = _tuples(deed.actors, deed.recipients)
        ends = deed.ruled if forests is None else [_chosen(deed, forest) for forest in forests]
        guess = _tuples(*ends)
        right, found, wanted = right + len(gold & guess), found + len(guess), wanted + len(gold)
    return 2 * right / (found + wanted)


def _chosen(deed: Deed, forest: Forest) -> frozenset[str]:
    odds = forest.probabilities(deed.rows)
    return frozenset(code for code, probability in zip(deed.codes, odds, strict=True) if probability > LIKELY)


def _tuples(actors: frozenset[str], recipients: frozenset[str]) -> set[tuple[str, str]]:
    return {(actor, recipient) for actor in actors or {"-"} for recipient in recipients or {"-"}}


def cross_validated(examples: Sequence[Deed]) -> float:
    """The agreement of forests that have not seen the articles which they read."""
    right = 0.0
    for held in trees.folds([deed.article for deed in examples]):
        forests = [fit([deed for deed in examples if deed.article not in held], end) for end in ENDS]
        part = [deed for deed in examples if deed.article in held]
        right += agreement(part, forests) * len(part)
    return right / len(examples)


def main() -> None:
    """Train, say how well rules and forests agree with the annotators, and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=DATA, help="folder with articles/")
    ask.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    options = ask.parse_args()
    examples = deeds(records(options.data))
    print(f"{len({deed.article for deed in examples})} articles, {len(examples)} deeds that rules find too")
    print(f"who to whom, F1: rules {agreement(examples, None):.3f}, forests {cross_validated(examples):.3f} (unseen)")
    trees.save({end: fit(examples, end) for end in ENDS}, FEATURES, options.out)


if __name__ == "__main__":
    main()
