"""Boosted decision trees, as they were trained, on numpy arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saksi.errors import SaksiError

Matrix = NDArray[np.float32]
BLOCK = 128
"""Rows that are walked through the trees together: of more, the nodes would not fit the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Trees of equal depth; each array is [trees, nodes], nodes numbered from the root as in a heap.

    Attributes:
        features: the column on which a node splits.
        thresholds: what goes left is at most that.
        values: what each leaf adds to the log odds, [trees, leaves].
        base: log odds before any tree.

    """

    features: NDArray[np.intp]
    thresholds: Matrix
    values: Matrix
    base: float

    @classmethod
    def load(cls, path: Path, name: str, *, columns: Sequence[str]) -> "Forest":
        """Read the forest `name` from a file of arrays. Raises SaksiError if it was trained on other columns."""
        with np.load(path) as arrays:
            if arrays["columns"].tolist() != list(columns):
                raise SaksiError(f"{path}: trained on other features; train it again as training/README.md says")
            return cls(
                arrays[f"{name}_features"].astype(np.intp),
                arrays[f"{name}_thresholds"],
                arrays[f"{name}_values"],
                float(arrays[f"{name}_base"]),
            )

    def probabilities(self, rows: Matrix) -> Matrix:
        """The probability of each row, [rows]."""
        blocks = [self._odds(rows[start : start + BLOCK]) for start in range(0, len(rows), BLOCK)]
        odds = np.concatenate([np.zeros(0, dtype=np.float32), *blocks])
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)

    def _odds(self, rows: Matrix) -> Matrix:
        """The log odds of each row. A node is numbered among all nodes of all trees: its tree's root and its place.

        No index is ever out of range; told to clip them, numpy does not look.
        """
        trees, inner = self.features.shape
        numbers = np.arange(trees)
        roots, cells, columns = numbers * inner, rows.ravel(), (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.repeat(roots[None, :], len(rows), axis=0)
        for _ in range((inner + 1).bit_length() - 1):
            value = cells.take(columns + self.features.take(node, mode="clip"), mode="clip")
            node = 2 * node - roots + 1 + (value > self.thresholds.take(node, mode="clip"))
        leaves = node - roots - inner + numbers * (inner + 1)
        return np.asarray(self.base + self.values.take(leaves, mode="clip").sum(axis=1), dtype=np.float32)
