"""A recipe for data made in a test."""

import json
import lzma
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.documents import Variation
from training.labels import Labels
from training.recipe import NameSet, Raw, Recipe, Teaching, Training, Treebank

TOKENIZER = {"whole_hyphens": True, "unsplit_suffixes": [], "abbreviations": ["Dr."]}
RAW = Raw(file="articles/news.jsonl.xz", rows=100, dimensions=4, epochs=1, exclude="kept-out")


def recipe(*, treebanks: Iterable[Treebank] = (), names: Iterable[NameSet] = ()) -> Recipe:
    """A recipe of these sets, Indonesian, with nothing simplified and nothing varied."""
    return Recipe(
        code="id",
        meta={},
        merge_multiwords=True,
        tokenizer=TOKENIZER,
        labels=Labels(subtypes=frozenset(), renamed={}, features=frozenset()),
        variation=Variation(joined=(1,)),
        types={"PER": "PERSON", "LOC": "PLACE"},
        treebanks=tuple(treebanks),
        names=tuple(names),
        sources=(),
        training=Training(width=8, depth=1, rows=(10, 10, 10, 10, 10), steps=1, polish_steps=1),
        teaching=Teaching(trees="new", names="ner", teachers=1, rounds=1, hidden=4, words=100, certainty=0.5),
        raw=RAW,
    )


def write_treebank(path: Path, sentences: Iterable[str]) -> None:
    """A CoNLL-U file of sentences whose first word is the root and governs the others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = []
    for sentence in sentences:
        rows = [
            f"{i}\t{word}\t{word.lower()}\tNOUN\t_\t_\t{0 if i == 1 else 1}\t{'root' if i == 1 else 'nmod'}\t_\t_"
            for i, word in enumerate(sentence.split(), start=1)
        ]
        blocks.append("\n".join(rows) + "\n\n")
    path.write_text("".join(blocks), encoding="utf-8")


def write_names(path: Path, sentences: Iterable[str]) -> None:
    """A column file of sentences; `Oslo/B-LOC` is a name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = ((word.partition("/") for word in sentence.split()) for sentence in sentences)
    blocks = ("".join(f"{form} {label or 'O'}\n" for form, _, label in row) for row in rows)
    path.write_text("\n".join(blocks) + "\n", encoding="utf-8")


def write_articles(folder: Path, texts: Mapping[str, str]) -> None:
    """Articles by id, as the raw file of the recipe has them, and an empty folder of what is kept out."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    (folder / "kept-out").mkdir(exist_ok=True)
    with lzma.open(folder / RAW.file, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
