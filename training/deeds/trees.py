"""Forests of boosted trees: training them, and writing them as the arrays that the package reads."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from saksi.extract.forest import Forest, Matrix

DEPTH = 4
FOLDS = 5


def fit(rows: Matrix, labels: Matrix, weights: Matrix, *, trees: int, rate: float = 0.06) -> Forest:
    """Learn to tell rows, [rows, features], that are labelled 1 from those labelled 0."""
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        max_depth=DEPTH,
        learning_rate=rate,
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


def save(forests: Mapping[str, Forest], columns: Sequence[str], path: Path) -> None:
    """Write forests by name, and the columns that they were trained on, into one file."""
    arrays: dict[str, Any] = {"columns": np.array(columns)}
    for name, forest in forests.items():
        arrays |= {
            f"{name}_features": forest.features,
            f"{name}_thresholds": forest.thresholds,
            f"{name}_values": forest.values,
            f"{name}_base": np.array(forest.base),
        }
    np.savez_compressed(path, **arrays)


def folds(articles: Sequence[str]) -> Iterator[frozenset[str]]:
    """Parts of the articles to hold out in turn."""
    each = sorted(set(articles))
    yield from (frozenset(each[number::FOLDS]) for number in range(FOLDS))
