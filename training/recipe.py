"""A recipe says what one language's pipeline is trained on and how: `recipes/<code>.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.documents import Variation
from training.former import FormerWords
from training.labels import Labels

RECIPES = Path(__file__).parent / "recipes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treebank:
    """A CoNLL-U file. The last `held_out` sentences go to the development set, the others `repeat` times to training.

    With `test` it is a test set of that name; `former` marks the old Indonesian release; `names` reads GUM's entities.
    """

    file: str
    held_out: int = 0
    repeat: int = 1
    test: str = ""
    former: bool = False
    names: bool = False

    @property
    def source(self) -> str:
        """The folder that it is from, which names its manner of marking."""
        return Path(self.file).parent.name


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSet:
    """A column file of names; every n-th sentence (`every`) is taken. `test` and `held_out` as for treebanks.

    With `descriptions` the set marks also pronouns and common nouns, which are cut off. `prefix` stands before the
    forms. What is no running text, or of another mind about names, teaches the teachers but not the `student`.
    """

    file: str
    prefix: str = ""
    held_out: int = 0
    every: int = 1
    test: str = ""
    descriptions: bool = False
    student: bool = True

    @property
    def source(self) -> str:
        """The folder that it is from, which names its manner of marking."""
        return Path(self.file).parent.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Sizes and length of training: width and depth of the encoder, `rows` of its hash embeddings, steps.

    What is marked by hand stands `gold_repeat` times beside what the teachers marked, and is all there is in the last
    `polish_steps`.
    """

    width: int
    depth: int
    rows: tuple[int, ...]
    steps: int
    polish_steps: int
    gold_repeat: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching:
    """The teachers: how many, rounds of training, numbers a word, and whose manner they follow (a treebank's folder).

    `former` is the manner in which old trees are relabelled. They mark so many `words` of raw news, and only sentences
    of whose heads they are that certain (mean probability) are kept. With `pretrained` they stand on a pretrained
    encoder (`teacher/pretrained.py`). With `agree_by_hand`, names are set right by
    agreement in what hands marked too, for sets that differ in what a country is.
    """

    trees: str
    names: str
    teachers: int
    rounds: int
    hidden: int
    words: int
    certainty: float
    former: str = ""
    agree_by_hand: bool = False
    pretrained: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Raw news: an xz JSON-lines file of articles; `exclude` is a folder whose files bear the ids of those not to use.

    From it the teachers' floret vectors are trained, of so many `rows`, `dimensions` and `epochs`.
    """

    file: str
    rows: int
    dimensions: int
    epochs: int
    exclude: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as `meta.json` names it."""

    name: str
    url: str
    license: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that differs between languages.

    `passive` is a regular expression for verbs whose subject undergoes the deed, where relations do not tell; `titles`
    are the words before a person's name that are no part of it.
    """

    code: str
    meta: Mapping[str, Any]
    merge_multiwords: bool
    tokenizer: Mapping[str, Any]
    labels: Labels
    variation: Variation
    types: Mapping[str, str]
    treebanks: tuple[Treebank, ...]
    names: tuple[NameSet, ...]
    sources: tuple[Source, ...]
    training: Training
    teaching: Teaching
    raw: Raw
    former: FormerWords | None = None
    passive: str = ""
    titles: tuple[str, ...] = ()


def load(code: str) -> Recipe:
    """Read the recipe of a language.

    Raises FileNotFoundError where there is none, TypeError where it has a field that is not known.
    """
    raw = tomllib.loads((RECIPES / f"{code}.toml").read_text(encoding="utf-8"))
    former = raw.pop("former", None)
    return Recipe(
        labels=Labels(**raw.pop("labels")),
        variation=Variation(**raw.pop("variation")),
        treebanks=tuple(Treebank(**entry) for entry in raw.pop("treebanks")),
        names=tuple(NameSet(**entry) for entry in raw.pop("names")),
        sources=tuple(Source(**entry) for entry in raw.pop("sources")),
        training=Training(**raw.pop("training")),
        teaching=Teaching(**raw.pop("teaching")),
        raw=Raw(**raw.pop("raw")),
        former=FormerWords(**former) if former else None,
        **raw,
    )
