"""The encoder of a pipeline on plain arrays: the numbers of spaCy's own layers, in half of their time.

spaCy's layers keep what training needs, compare the candidates of a maxout one by one, and embed a word anew wherever
it stands. The architecture is spaCy's `Tok2Vec` of `MultiHashEmbed` and `MaxoutWindowEncoder`
(https://spacy.io/api/architectures#Tok2Vec): four rows of a table are added for each attribute of a word, a maxout
mixes them, and layers over three words each, added to what they were given, see farther and farther around.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch
from thinc.api import Model, NumpyOps

COMPONENT = "tok2vec"
"""The component of which this takes the place."""
BATCH = 128
"""Lines that are encoded at once: as a rule a whole article."""

_EPSILON = np.float32(1e-8)
"""What thinc's layer norm adds to a variance."""
_LAYERS = frozenset(
    {"extract_features", "ints-getitem", "hashembed", "maxout", "layernorm", "dropout", "expand_window"}
    | {"list2ragged", "ragged2list"}
)
"""The layers without layers in them that are computed here."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Embedding:
    """The vectors of one attribute, [rows, width], and the seed by which its values are hashed to rows."""

    vectors: Matrix
    seed: int

    def __call__(self, values: NDArray[np.uint64]) -> Matrix:
        """The vector of each value, [values, width]."""
        ops = NumpyOps()
        found: Matrix = ops.gather_add(self.vectors, ops.hash(values, self.seed) % np.uint32(len(self.vectors)))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Maxout:
    """A maxout and the layer norm behind it.

    Attributes:
        weights: [inputs, pieces x width], the columns of a piece beside each other.
        bias: [pieces x width].
        pieces: of how many candidates each number is the largest.
        gain: of the layer norm, [width].
        shift: of the layer norm, [width].

    """

    weights: Matrix
    bias: Matrix
    pieces: int
    gain: Matrix
    shift: Matrix

    @classmethod
    def of(cls, maxout: Model[Any, Any], norm: Model[Any, Any]) -> "_Maxout":
        """The parameters of the two layers."""
        weights, bias = _parameter(maxout, "W"), _parameter(maxout, "b")
        width, pieces, inputs = weights.shape
        together = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * width))
        return cls(together, bias.T.reshape(pieces * width), pieces, _parameter(norm, "G"), _parameter(norm, "b"))

    def __call__(self, inputs: Matrix) -> Matrix:
        """What the two make of rows of inputs, [rows, width]."""
        candidates = inputs @ self.weights
        candidates += self.bias
        first, *others = np.split(candidates, self.pieces, axis=1)
        best = np.ascontiguousarray(first)
        for other in others:
            np.maximum(best, other, out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(best.shape[1]) + _EPSILON
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self.gain
        best += self.shift
        return best


def _parameter(layer: Model[Any, Any], name: str) -> Matrix:
    """A layer's parameter as a plain array of its own."""
    return np.array(layer.get_param(name), dtype=np.float32)


class Encoder:
    """The encoder of one pipeline.

    Args:
        model: spaCy's, of layers that `computes` knows.

    """

    def __init__(self, model: Model[Any, Any]) -> None:
        layers = {name: [layer for layer in model.walk() if layer.name == name] for name in _LAYERS}
        self.columns: list[int | str] = layers["extract_features"][0].attrs["columns"]
        self.embeddings = [_Embedding(_parameter(each, "E"), each.attrs["seed"]) for each in layers["hashembed"]]
        self.mix, *self.windows = map(_Maxout.of, layers["maxout"], layers["layernorm"])
        # odd, and without a pattern: each row of attributes gets a number of its own
        self.factors = np.random.default_rng(0).integers(1 << 63, size=len(self.columns), dtype=np.uint64) * 2 + 1

    def encoded(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The Docs, each with a row of numbers for each word in its `tensor`."""
        for batch in minibatch(docs, BATCH):  # type: ignore[no-untyped-call]
            self._encode(batch)
            yield from batch

    def _encode(self, docs: Sequence[Doc]) -> None:
        words = self._words(np.concatenate([doc.to_array(self.columns).reshape(len(doc), -1) for doc in docs]))
        apart = len(self.windows)  # rows of zeros between two Docs, so that no window sees both
        rows: Matrix = np.zeros((len(words) + apart * (len(docs) + 1), words.shape[1]), dtype=np.float32)
        starts = np.cumsum([apart, *(len(doc) + apart for doc in docs)]).tolist()
        places = np.concatenate([np.arange(start, start + len(doc)) for start, doc in zip(starts, docs, strict=False)])
        rows[places] = words
        for window in self.windows:
            rows = rows + window(_around(rows))
        for start, doc in zip(starts, docs, strict=False):
            doc.tensor = rows[start : start + len(doc)]  # type: ignore[assignment]

    def _words(self, attributes: NDArray[np.uint64]) -> Matrix:
        """The embedding of each word by itself, [words, width], computed once for words that are alike."""
        _, first, alike = np.unique(attributes @ self.factors, return_index=True, return_inverse=True)
        columns = np.ascontiguousarray(attributes[first].T)
        embedded = [embedding(values) for embedding, values in zip(self.embeddings, columns, strict=True)]
        return self.mix(np.concatenate(embedded, axis=1))[alike]


def _around(rows: Matrix) -> Matrix:
    """Each row between the one before it and the one behind it, [rows, 3 x width]."""
    width = rows.shape[1]
    found = np.zeros((len(rows), 3 * width), dtype=np.float32)
    found[1:, :width] = rows[:-1]
    found[:, width:-width] = rows
    found[:-1, -width:] = rows[1:]
    return found


def computes(model: Model[Any, Any]) -> bool:
    """Whether a model is of the architecture, on the processor."""
    layers = [layer for layer in model.walk() if not layer.layers]
    names = [layer.name for layer in layers]
    return (
        frozenset(names) == _LAYERS
        and all(layer.attrs["window_size"] == 1 for layer in layers if layer.name == "expand_window")
        and names.count("maxout") == names.count("layernorm") == names.count("expand_window") + 1
        and isinstance(model.ops, NumpyOps)
    )


@cache
def encoder_of(pipeline: Language) -> Encoder | None:
    """What encodes in the place of a pipeline's own encoder, if that is of the architecture.

    Not in that of one that a person is putting together, which may still learn: what is computed with here are copies.
    """
    if not isinstance(pipeline, Language) or COMPONENT not in pipeline.pipe_names:
        return None
    model = getattr(pipeline.get_pipe(COMPONENT), "model", None)
    return Encoder(model) if isinstance(model, Model) and computes(model) else None
