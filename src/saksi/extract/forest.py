"""Boosted decision trees, as they were trained, on numpy arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saksi.errors import SaksiError

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Trees of equal depth; each array is [trees, nodes], nodes numbered from the root as in a heap.

    Attributes:
        features: the column on which a node splits.
        thresholds: what goes left is at most that.
        values: what each leaf adds to the log odds, [trees, leaves].
        base: log odds before any tree.

    """

    features: NDArray[np.int16]
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
                arrays[f"{name}_features"],
                arrays[f"{name}_thresholds"],
                arrays[f"{name}_values"],
                float(arrays[f"{name}_base"]),
            )

    def probabilities(self, rows: Matrix) -> Matrix:
        """The probability of each row, [rows]."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        trees, inner = self.features.shape
        numbers = np.arange(trees)
        cells, columns = rows.ravel(), (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.zeros((len(rows), trees), dtype=np.int64)
        for _ in range((inner + 1).bit_length() - 1):
            value = cells[columns + self.features[numbers, node]]
            node = 2 * node + 1 + (value > self.thresholds[numbers, node])
        odds = self.base + self.values[numbers, node - inner].sum(axis=1)
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)
