"""Train one half of a pipeline (the grammar or the names) with spaCy, fixed seeds, on one processor core."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from training import tokenizer
from training.recipe import Recipe

TEMPLATE = Path(__file__).parent / "pipeline.cfg"
_RATE_TAIL = 1.15
"""The learning rate would reach nought this much later than training ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """Components trained together over one encoder, and how their scores weigh when the best checkpoint is chosen."""

    purpose: str
    pipeline: tuple[str, ...]
    score_weights: Mapping[str, float]


GRAMMAR = Half(
    purpose="parse",
    pipeline=("tok2vec", "morphologizer", "senter", "parser", "lemmatizer"),
    score_weights={"pos_acc": 0.2, "dep_uas": 0.1, "dep_las": 0.5, "sents_f": 0.05, "lemma_acc": 0.15},
)
NAMES = Half(purpose="names", pipeline=("tok2vec", "ner"), score_weights={"ents_f": 1.0})


def fit(half: Half, recipe: Recipe, *, work: Path, steps: int, vectors: Path | None = None) -> Path:
    """Train `half` on the documents that `Prepared.save` wrote to `work`; the best checkpoint on development data.

    Returns the folder of the checkpoint.
    """
    overrides = _overrides(half, recipe, work=work, steps=steps, vectors=vectors)
    config = load_config(TEMPLATE, overrides=overrides, interpolate=True)
    config["training"]["score_weights"] = dict(half.score_weights)
    config.pop("listener")
    nlp = init_nlp(config)
    tokenizer.adapt(nlp, **recipe.tokenizer)
    output = work / half.purpose
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    train(nlp, output)
    return output / "model-best"


def _overrides(half: Half, recipe: Recipe, *, work: Path, steps: int, vectors: Path | None) -> dict[str, Any]:
    return {
        "nlp.lang": recipe.code,
        "nlp.pipeline": list(half.pipeline),
        "paths.train": str(work / f"{half.purpose}_train.spacy"),
        "paths.dev": str(work / f"{half.purpose}_dev.spacy"),
        "paths.vectors": str(vectors) if vectors else None,
        "components.tok2vec.model.embed.width": recipe.training.width,
        "components.tok2vec.model.embed.include_static_vectors": vectors is not None,
        "components.tok2vec.model.embed.rows": list(recipe.training.rows),
        "components.tok2vec.model.encode.depth": recipe.training.depth,
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": round(steps * _RATE_TAIL),
    }
