"""Train the forests that weigh who acts and who undergoes: `python -m training.roles.train --data ../shared/data`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from saksi.extract.roles import FEATURES
from saksi.extract.roles.casting import LIKELY, WEIGHTS
from saksi.extract.roles.forest import Forest
from training.paths import DATA
from training.roles import annotations
from training.roles.examples import Deed, deeds

ENDS = ("actors", "recipients")
DEPTH = 4
TREES = 250
GOLD_WEIGHT = 1.5
"""How much more a deed of the gold articles counts, which two annotators have read, than one read once."""
FOLDS = 5


def fit(examples: Sequence[Deed], end: str) -> Forest:
    """Learn who stands at one end of a deed."""
    rows = np.concatenate([deed.rows for deed in examples])
    labels = np.concatenate([deed.labels(end) for deed in examples])
    weights = np.concatenate([np.full(len(deed.rows), GOLD_WEIGHT if deed.gold else 1.0) for deed in examples])
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        learning_rate=0.06,
        min_samples_leaf=20,
        l2_regularization=5,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
    return exported(model.fit(rows, labels, sample_weight=weights))


def exported(model: HistGradientBoostingClassifier) -> Forest:
    """The trained trees as arrays; a leaf above the lowest row stands for all below it."""
    inner, leaves = 2**DEPTH - 1, 2**DEPTH
    trees = [stage[0].nodes for stage in model._predictors]
    features = np.zeros((len(trees), inner), dtype=np.int16)
    thresholds = np.full((len(trees), inner), np.inf, dtype=np.float32)
    values = np.zeros((len(trees), leaves), dtype=np.float32)
    for number, nodes in enumerate(trees):
        _lay(nodes, 0, 0, (features[number], thresholds[number], values[number]))
    base = float(np.ravel(model._baseline_prediction)[0])
    return Forest(features, thresholds, values, base)


def _lay(nodes: Any, node: int, place: int, tree: tuple[Any, Any, Any]) -> None:
    """Lay a node and all below it into the arrays of one tree, from a place of the heap on."""
    features, thresholds, values = tree
    if place >= len(features):
        values[place - len(features)] = nodes[node]["value"]
        return
    split = not nodes[node]["is_leaf"]
    if split:
        features[place] = nodes[node]["feature_idx"]
        thresholds[place] = nodes[node]["num_threshold"]
    for side, child in enumerate(("left", "right")):
        _lay(nodes, int(nodes[node][child]) if split else node, 2 * place + 1 + side, tree)


def save(forests: Sequence[Forest], path: Path) -> None:
    """Write the forests of both ends into one file."""
    arrays: dict[str, Any] = {"columns": np.array(FEATURES)}
    for end, forest in zip(ENDS, forests, strict=True):
        arrays |= {
            f"{end}_features": forest.features,
            f"{end}_thresholds": forest.thresholds,
            f"{end}_values": forest.values,
            f"{end}_base": np.array(forest.base),
        }
    np.savez_compressed(path, **arrays)


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
    articles = sorted({deed.article for deed in examples})
    right = 0.0
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
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
    fresh = deeds(annotations.records(options.data))
    folder = options.data.parent / "gold"
    gold = [*annotations.gold(folder / "dev.jsonl"), *annotations.gold(folder / "seed.jsonl")]
    examples = [*fresh, *deeds(gold)]
    for name, part in (("annotated for training", fresh), ("with gold that may be looked at", examples)):
        print(f"{name}: {len({deed.article for deed in part})} articles, {len(part)} deeds that rules find too")
        print(f"  who to whom, F1: rules {agreement(part, None):.3f}, forests {cross_validated(part):.3f} (unseen)")
    save([fit(examples, end) for end in ENDS], options.out)


if __name__ == "__main__":
    main()
