"""Train a pipeline with spaCy: all components over one encoder, fixed seeds, on one processor core."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from training import tokenizer
from training.recipe import Recipe

if TYPE_CHECKING:
    from spacy.pipeline import EditTreeLemmatizer

TEMPLATE = Path(__file__).parent / "pipeline.cfg"
_RATE_TAIL = 1.05
"""The learning rate would reach nought this much later than training ends."""
_POLISH_RATE = 0.0005
_POLISH_DROPOUT = 0.15
_POLISH_WORDS = 1000
"""Words of a batch."""
_POLISH_SHARE = 0.7
"""Weight of the second stage in the mean of both."""


def fit(recipe: Recipe, *, work: Path, steps: int, polish_steps: int) -> Language:
    """Train on `train.spacy` in `work`, then on `by_hand.spacy` alone, and return the weighted mean of both stages.

    What hands marked so has more of a say, and what raw news taught is not forgotten. `dev.spacy` is only looked at; of
    each stage the averaged weights of the end are taken.
    """
    set_current_ops(NumpyOps(use_blis=False))  # numpy multiplies matrices several times faster than BLIS does
    config = load_config(TEMPLATE, overrides=_overrides(recipe, work=work, steps=steps), interpolate=True)
    config.pop("listener")
    nlp = init_nlp(config)
    tokenizer.adapt(nlp, **recipe.tokenizer)
    fitted = _trained(nlp, work / "fitted")
    polished = _resumed(fitted)
    _slow_down(polished.config, work / "by_hand.spacy", steps=polish_steps)
    return _mean(spacy.load(fitted), spacy.load(_trained(polished, work / "polished")))


def _trained(nlp: Language, output: Path) -> Path:
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    _, last = train(nlp, output)
    return cast("Path", last)  # with an output folder, there is a last checkpoint


def _resumed(path: Path) -> Language:
    """Load a pipeline to train it further; spaCy forgets which edit tree of the lemmatizer has which label."""
    nlp = spacy.load(path)
    lemmatizer = cast("EditTreeLemmatizer", nlp.get_pipe("lemmatizer"))
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}
    return nlp


def _mean(fitted: Language, polished: Language) -> Language:
    """Return `fitted` with the mean of both pipelines' weights, the polished ones counting `_POLISH_SHARE`."""
    for (_, one), (_, other) in zip(fitted.pipeline, polished.pipeline, strict=True):
        nodes = zip(one.model.walk(), other.model.walk(), strict=True)  # type: ignore[attr-defined]
        for node, counterpart in nodes:
            for name in filter(node.has_param, node.param_names):
                value = _POLISH_SHARE * counterpart.get_param(name) + (1 - _POLISH_SHARE) * node.get_param(name)
                node.set_param(name, value)
    return fitted


def _slow_down(config: Any, corpus: Path, *, steps: int) -> None:
    config["corpora"]["train"]["path"] = str(corpus)
    training = config["training"]
    training.update(max_steps=steps, dropout=_POLISH_DROPOUT)
    training["batcher"]["size"] = _POLISH_WORDS
    rate = {"initial_rate": _POLISH_RATE, "total_steps": round(steps * _RATE_TAIL), "warmup_steps": 50}
    training["optimizer"]["learn_rate"].update(rate)


def _overrides(recipe: Recipe, *, work: Path, steps: int) -> dict[str, Any]:
    return {
        "nlp.lang": recipe.code,
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "components.tok2vec.model.embed.width": recipe.training.width,
        "components.tok2vec.model.embed.rows": list(recipe.training.rows),
        "components.tok2vec.model.encode.depth": recipe.training.depth,
        "training.max_steps": steps,
        "training.optimizer.learn_rate.total_steps": round(steps * _RATE_TAIL),
    }
