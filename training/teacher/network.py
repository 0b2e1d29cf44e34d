"""The network: a bidirectional LSTM with biaffine attention (Dozat and Manning 2017), tags and names beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from training.teacher.pretrained import Cutter, Encoder
from training.teacher.sentences import PADDING, Indexes, Marked

Lookup = Callable[[str], Sequence[float]]
"""The fixed vector of a lower-cased word."""

_CHARACTERS = 20
"""Characters of a word that are looked at: its first and its last half."""
_DROPOUT = 0.33
_WORD_DROPOUT = 0.15
_READ_DROPOUT = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Numbers of a batch: `words`, `forms` (into `characters`) and labels are [sentences, longest], 0 where padded.

    `pieces` and their `owners` are those of a pretrained encoder, [sentences, most pieces]; empty without one.
    """

    words: Tensor
    forms: Tensor
    characters: Tensor
    vectors: Tensor
    sources: Tensor
    lengths: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    pieces: Tensor
    owners: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Log probabilities: `tags` and `names` are [sentences, longest, labels].

    `heads` is [sentences, longest, longest + 1]; the first of the heads is the root above the sentence. `states` are
    what the relations are scored from.
    """

    tags: Tensor
    names: Tensor
    heads: Tensor
    states: Tensor


def batch(sentences: Sequence[Marked], indexes: Indexes, lookup: Lookup, cutter: Cutter | None = None) -> Batch:
    """Turn sentences into numbers."""
    forms = sorted({form for sentence in sentences for form in sentence.forms})
    numbers = {form: number for number, form in enumerate(forms, start=1)}

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        longest = max(len(sentence.forms) for sentence in sentences)
        return torch.tensor([[*row, *[PADDING] * (longest - len(row))] for row in rows])

    empty = torch.zeros(0, dtype=torch.long)
    pieces, owners = cutter.sentences([s.forms for s in sentences]) if cutter else (empty, empty)
    return Batch(
        pieces=pieces,
        owners=owners,
        words=padded([[indexes.words[form.lower()] for form in s.forms] for s in sentences]),
        forms=padded([[numbers[form] for form in s.forms] for s in sentences]),
        characters=torch.tensor([[PADDING] * _CHARACTERS, *(_characters(form, indexes) for form in forms)]),
        vectors=torch.tensor([[0.0] * len(lookup("")), *(list(lookup(form.lower())) for form in forms)]),
        sources=torch.tensor([indexes.sources[s.source] for s in sentences]),
        lengths=torch.tensor([len(s.forms) for s in sentences]),
        tags=padded([[indexes.tags[tag] for tag in s.tags] for s in sentences]),
        heads=padded([s.heads for s in sentences]),
        relations=padded([[indexes.relations[relation] for relation in s.relations] for s in sentences]),
        names=padded([[indexes.names[label] for label in s.names] for s in sentences]),
    )


def _characters(form: str, indexes: Indexes) -> list[int]:
    half = _CHARACTERS // 2
    seen = form if len(form) <= _CHARACTERS else form[:half] + form[-half:]
    return [*(indexes.characters[char] for char in seen), *[PADDING] * (_CHARACTERS - len(seen))]


class Network(nn.Module):
    """Words in, log probabilities of tags, names and heads out, and of relations once heads are chosen.

    All sizes are in numbers a word. The states of a pretrained `encoder` stand beside what else is known of the words.
    """

    def __init__(
        self, indexes: Indexes, *, vectors: int, hidden: int, layers: int, encoder: Encoder | None = None
    ) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.places.shape[1] if encoder else 0
        self.word = nn.Embedding(len(indexes.words), 100, padding_idx=PADDING)
        self.character = nn.Embedding(len(indexes.characters), 32, padding_idx=PADDING)
        self.spelling = nn.Conv1d(32, 100, kernel_size=3, padding=1)
        self.source = nn.Embedding(len(indexes.sources), 16)
        self.lstm = nn.LSTM(
            100 + 100 + vectors + 16 + width,
            hidden,
            layers,
            bidirectional=True,
            batch_first=True,
            dropout=_DROPOUT if layers > 1 else 0.0,  # it lies between layers
        )
        self.tag = nn.Sequential(_perceptron(2 * hidden, 128), nn.Linear(128, len(indexes.tags)))
        self.name = nn.Sequential(_perceptron(2 * hidden, 128), nn.Linear(128, len(indexes.names)))
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.arc = _Arcs(2 * hidden, 300)
        self.relation = _Relations(2 * hidden, 100, len(indexes.relations))
        nn.init.zeros_(self.word.weight)

    def read(self, batch: Batch) -> Tensor:
        """What the pretrained encoder makes of the words, [sentences, longest, width]; of no width without one."""
        if self.encoder is None:
            return torch.zeros(*batch.words.shape, 0)
        states: Tensor = self.encoder(batch.pieces, batch.owners, batch.words.shape[1])
        return states

    def forward(self, batch: Batch, known: Tensor | None = None) -> Scores:
        """Score all labels of a batch; `known` is what `read` gave for it, which does not depend on its source."""
        states = self._encode(batch, self.read(batch) if known is None else known)
        above = torch.cat([self.root.expand(len(states), 1, -1), states], dim=1)
        heads = self.arc(states, above)
        beyond = torch.arange(above.shape[1])[None, :] > batch.lengths[:, None]
        heads = heads.masked_fill(beyond[:, None, :], -1e9)
        return Scores(
            tags=self.tag(states).log_softmax(-1),
            names=self.name(states).log_softmax(-1),
            heads=heads.log_softmax(-1),
            states=above,
        )

    def relations(self, states: Tensor, heads: Tensor) -> Tensor:
        """Score the relation of each word to its head: [sentences, longest, labels]."""
        above = states.gather(1, heads[:, :, None].expand(-1, -1, states.shape[2]))
        return self.relation(states[:, 1:], above).log_softmax(-1)

    def _encode(self, batch: Batch, read: Tensor) -> Tensor:
        spelt = self.spelling(self.character(batch.characters).transpose(1, 2)).amax(dim=2)
        known = torch.cat([spelt, batch.vectors], dim=1)[batch.forms]
        source = self.source(batch.sources)[:, None, :].expand(-1, known.shape[1], -1)
        read = nn.functional.dropout(read, _READ_DROPOUT, self.training)
        parts = [self._dropped(self.word(batch.words)), self._dropped(known), source, read]
        lengths = batch.lengths.cpu()  # where packing wants them
        packed = pack_padded_sequence(torch.cat(parts, dim=2), lengths, batch_first=True, enforce_sorted=False)
        states, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return nn.functional.dropout(states, _DROPOUT, self.training)

    def _dropped(self, values: Tensor) -> Tensor:
        """Forget some words altogether."""
        if not self.training:
            return values
        kept = torch.rand(values.shape[:2]) > _WORD_DROPOUT
        return values * kept[:, :, None]


def loss(network: Network, batch: Batch) -> Tensor:
    """Return the mean loss a word, of those labels that the sentences have."""
    scores = network(batch)
    longest = torch.arange(batch.words.shape[1])[None, :] < batch.lengths[:, None]
    tree = longest & (batch.relations != PADDING)
    total = torch.zeros(())
    if tree.any():
        relations = network.relations(scores.states, batch.heads)
        total = total + nn.functional.nll_loss(scores.heads[tree], batch.heads[tree])
        total = total + nn.functional.nll_loss(relations[tree], batch.relations[tree])
        total = total + nn.functional.nll_loss(scores.tags[tree], batch.tags[tree])
    named = longest & (batch.names != PADDING)
    if named.any():
        total = total + nn.functional.nll_loss(scores.names[named], batch.names[named])
    return total


def _perceptron(width: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(_DROPOUT))


class _Arcs(nn.Module):
    """Scores of each word and each possible head: [sentences, words, heads]."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.dependant, self.head = _perceptron(width, hidden), _perceptron(width, hidden)
        self.weight = _weight(hidden + 1, hidden + 1)

    def forward(self, states: Tensor, above: Tensor) -> Tensor:
        """Score every pair."""
        left, right = _with_bias(self.dependant(states)), _with_bias(self.head(above))
        return left @ self.weight @ right.transpose(1, 2)


class _Relations(nn.Module):
    """Scores of the relations of each word to one head: [sentences, words, labels]."""

    def __init__(self, width: int, hidden: int, labels: int) -> None:
        super().__init__()
        self.dependant, self.head = _perceptron(width, hidden), _perceptron(width, hidden)
        self.weight = _weight(labels, hidden + 1, hidden + 1)

    def forward(self, states: Tensor, above: Tensor) -> Tensor:
        """Score each word with its head."""
        left, right = _with_bias(self.dependant(states)), _with_bias(self.head(above))
        return torch.einsum("bni,lij,bnj->bnl", left, self.weight, right)


def _weight(*shape: int) -> nn.Parameter:
    weight = nn.Parameter(torch.empty(*shape))
    nn.init.xavier_uniform_(weight)
    return weight


def _with_bias(values: Tensor) -> Tensor:
    return torch.cat([values, torch.ones(*values.shape[:-1], 1)], dim=-1)
