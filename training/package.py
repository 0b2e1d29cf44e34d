"""Describe a pipeline and put it in place in one step."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from saksi.analysis.checksums import write_sums
from training.recipe import Recipe

_ENDS = ("orig", "subst")
"""Fields of an edit tree of the lemmatizer that hold hashes of strings."""


def save(nlp: Language, folder: Path, *, recipe: Recipe, scores: Mapping[str, Any], notes: Mapping[str, Any]) -> None:
    """Write the pipeline with its description to `folder`, replacing what was there at once if it can be loaded."""
    nlp.meta.update(recipe.meta)
    nlp.meta.update(sources=[asdict(source) for source in recipe.sources], performance=dict(scores), **notes)
    nlp.config = _without_paths(nlp.config)
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(fresh)
    _drop_strings(fresh)
    _note_size(fresh)
    spacy.load(fresh)
    write_sums(fresh)
    _swap(fresh, folder)


def _drop_strings(folder: Path) -> None:
    """Keep only the strings that the components need, not every word of the training texts."""
    whole, bare = spacy.load(folder), spacy.load(folder, exclude=["vocab"])
    trees = srsly.msgpack_loads(whole.get_pipe("lemmatizer").trees.to_bytes())["trees"]  # type: ignore[attr-defined]
    hashes = {tree[side] for tree in trees for side in _ENDS if tree.get(side)}
    needed = {*bare.vocab.strings, *(whole.vocab.strings[key] for key in hashes)}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(needed)), encoding="utf-8")


def _note_size(folder: Path) -> None:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps(meta | {"size_bytes": size}, indent=2, ensure_ascii=False)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")


def _swap(fresh: Path, folder: Path) -> None:
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _without_paths(config: Any) -> Any:
    """Return the configuration without the folders of the machine that trained it."""
    config = config.copy()
    config["paths"] = dict.fromkeys(config["paths"])
    for corpus in config["corpora"].values():
        corpus["path"] = None
    return config
