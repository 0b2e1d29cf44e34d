"""Floret vectors (https://github.com/explosion/floret) from raw news, free of everything that is tested."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from training.raw import Line
from training.recipe import Raw
from training.teacher.network import Lookup

_OPTIONS = {"mode": "floret", "model": "cbow", "hashCount": 2, "minn": 4, "maxn": 6, "minCount": 5}
_LEARNING = {"lr": 0.05, "ws": 5, "neg": 10, "thread": 1}


def train_vectors(raw: Raw, lines: Iterable[Line], *, work: Path) -> Lookup:
    """Train vectors on the lines' lower-cased words; return what looks a word up.

    Raises ModuleNotFoundError without the package `floret`, which only training needs.
    """
    floret = import_module("floret")
    text = work / "raw.txt"
    with text.open("w", encoding="utf-8") as file:
        for line in lines:
            file.writelines(" ".join(form.lower() for form, _ in sentence) + "\n" for sentence in line.sentences)
    size = {"dim": raw.dimensions, "bucket": raw.rows, "epoch": raw.epochs}
    model = floret.train_unsupervised(str(text), **_OPTIONS, **_LEARNING, **size)

    @cache
    def lookup(word: str) -> tuple[float, ...]:
        return tuple(model.get_word_vector(word).tolist()) if word else (0.0,) * raw.dimensions

    return lookup
