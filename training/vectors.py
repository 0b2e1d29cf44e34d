"""Floret vectors (https://github.com/explosion/floret) from raw news, free of everything that is tested."""

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training.initialize import convert_vectors

from training import overlap
from training.prepare import Prepared, blank
from training.recipe import Recipe, Vectors

_BOUNDARY = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+")
_MIN_WORDS = 4
_OPTIONS = {"mode": "floret", "model": "cbow", "hashCount": 2, "minn": 4, "maxn": 6, "minCount": 5}
_LEARNING = {"lr": 0.05, "ws": 5, "neg": 10, "thread": 1}


def train_vectors(recipe: Recipe, *, data: Path, work: Path, prepared: Prepared) -> Path | None:
    """Train the recipe's vectors and save them as an empty pipeline in `work`; None where the recipe has none.

    Words are looked up lower-cased. Raises ModuleNotFoundError without the package `floret`, which only this needs.
    """
    if recipe.vectors is None:
        return None
    floret = import_module("floret")
    nlp = blank(recipe)
    text, table = work / "raw.txt", work / "vectors.floret"
    with text.open("w", encoding="utf-8") as file:
        file.writelines(" ".join(words) + "\n" for words in clean(recipe.vectors, data, nlp, held_out(prepared)))
    size = {"dim": recipe.vectors.dimensions, "bucket": recipe.vectors.rows, "epoch": recipe.vectors.epochs}
    floret.train_unsupervised(str(text), **_OPTIONS, **_LEARNING, **size).save_floret_vectors(str(table))
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret", attr="LOWER")
    nlp.to_disk(work / "vectors")
    return work / "vectors"


def held_out(prepared: Prepared) -> frozenset[overlap.Gram]:
    """Return the runs of four words of all test and development documents."""
    groups = [prepared.parse_dev, prepared.names_dev, *prepared.parse_tests.values(), *prepared.names_tests.values()]
    return overlap.all_grams([token.text for token in doc] for docs in groups for doc in docs)


def clean(vectors: Vectors, data: Path, nlp: Language, held_out: frozenset[overlap.Gram]) -> Iterator[list[str]]:
    """Yield the lower-cased words of every different sentence that shares no run of four words with held-out text."""
    seen: set[str] = set()
    for sentence in sentences(vectors, data):
        if sentence in seen:
            continue
        seen.add(sentence)
        words = _words(nlp.make_doc(sentence))
        if len(words) >= _MIN_WORDS and not overlap.shared(words, held_out):
            yield words


def sentences(vectors: Vectors, data: Path) -> Iterator[str]:
    """Yield sentences, roughly cut, of all articles but the excluded."""
    excluded = {file.stem for file in (data / vectors.exclude).iterdir()} if vectors.exclude else set()
    with lzma.open(data / vectors.file, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] not in excluded:
                yield from _cut(article["text"].splitlines())


def _cut(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from filter(None, _BOUNDARY.split(line.strip()))


def _words(doc: Doc | Sequence[str]) -> list[str]:
    return [str(token).lower() for token in doc if str(token).strip()]
