"""Train a teacher, and let it mark sentences."""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from training.teacher.network import Batch, Lookup, Network, batch, loss
from training.teacher.pretrained import Cutter, Encoder, read
from training.teacher.sentences import Indexes, Marked, batches

_BATCH_WORDS = 3000
_RATE = 2e-3
_WARM_UP = 0.05
_RATE_TAIL = 1.1
"""The learning rate would reach its least this much later than training ends."""
_CLIP = 5.0
_PRETRAINED_RATE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Teacher:
    """A trained network with the strings it knows, the vectors it looks words up in, and its encoder's pieces."""

    network: Network
    indexes: Indexes
    lookup: Lookup
    cutter: Cutter | None = None

    def batch(self, sentences: Sequence[Marked]) -> Batch:
        """The sentences as numbers."""
        return batch(sentences, self.indexes, self.lookup, self.cutter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The teacher's reading of a sentence, and how sure of its heads it is (mean probability, 0 to 1)."""

    sentence: Marked
    certainty: float


def train(
    sentences: Sequence[Marked], *, lookup: Lookup, rounds: int, hidden: int, pretrained: bool = False, seed: int = 0
) -> Teacher:
    """Train a teacher on the sentences, `rounds` times over, over a pretrained encoder if wanted.

    It runs on the default device of torch: one core, unless the caller has set another.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = random.Random(seed)  # noqa: S311  # repeatable order, no secret
    indexes = Indexes.of(sentences)
    weights = read() if pretrained else None
    encoder = Encoder(weights) if weights else None
    layers = 1 if encoder else 2
    network = Network(indexes, vectors=len(lookup("")), hidden=hidden, layers=layers, encoder=encoder)
    network.to(torch.get_default_device())
    teacher = Teacher(network=network, indexes=indexes, lookup=lookup, cutter=Cutter(weights) if weights else None)
    groups = _rates(network)
    optimizer = torch.optim.Adam(groups, betas=(0.9, 0.95))
    steps = rounds * sum(1 for _ in _shuffled(sentences, rng))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [group["lr"] for group in groups],
        total_steps=round(steps * _RATE_TAIL),
        pct_start=_WARM_UP,
        anneal_strategy="linear",
        cycle_momentum=False,
    )
    network.train()
    for number in range(rounds):
        start, total, count = time.monotonic(), 0.0, 0
        for group in _shuffled(sentences, rng):
            optimizer.zero_grad()
            value = loss(network, teacher.batch(group))
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
            optimizer.step()
            schedule.step()
            total, count = total + value.item(), count + 1
        print(f"round {number + 1}: loss {total / count:.3f}, {time.monotonic() - start:.0f} s", flush=True)
    network.eval()
    return teacher


def _rates(network: Network) -> list[dict[str, Any]]:
    """The parameters with their rates of learning: what is pretrained learns slowly."""
    slow = [] if network.encoder is None else [p for p in network.encoder.layers.parameters() if p.requires_grad]
    known = {id(parameter) for parameter in slow}
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    return [{"params": rest, "lr": _RATE}, *([{"params": slow, "lr": _PRETRAINED_RATE}] if slow else [])]


def _shuffled(sentences: Sequence[Marked], rng: random.Random) -> Iterator[list[Marked]]:
    """Yield batches of sentences of like length, in random order."""
    order = sorted(sentences, key=lambda sentence: len(sentence.forms) + rng.random() * 4)
    groups = list(batches(order, words=_BATCH_WORDS))
    rng.shuffle(groups)
    yield from groups


def mark(
    teachers: Sequence[Teacher], sentences: Sequence[Marked], *, tree_source: str, name_source: str
) -> Iterator[Guess]:
    """Yield a reading of each sentence, in order: what the teachers' mean holds likeliest, each label by itself.

    The teachers must have learnt from the same sentences. Heads need not make a tree. Trees follow the manner of one
    source, names that of another.
    """
    order = sorted(range(len(sentences)), key=lambda index: len(sentences[index].forms))
    found: dict[int, Guess] = {}
    groups = batches([sentences[index] for index in order], words=2 * _BATCH_WORDS)
    numbers = iter(order)
    for group in groups:
        batch = teachers[0].batch([replace(s, tags=(), heads=(), relations=(), names=()) for s in group])
        with torch.inference_mode():
            known = [teacher.network.read(batch) for teacher in teachers]
            trees = _mean(teachers, _from_source(batch, tree_source, teachers[0].indexes), known)
            names = _mean(teachers, _from_source(batch, name_source, teachers[0].indexes), known)
        for place, sentence in enumerate(group):
            found[next(numbers)] = _guess(sentence, place, trees, names, teachers[0].indexes)
    return (found[index] for index in range(len(sentences)))


def _from_source(batch: Batch, source: str, indexes: Indexes) -> Batch:
    return replace(batch, sources=torch.full_like(batch.sources, indexes.sources[source]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mean:
    """Mean log probabilities of several teachers; `relations` are those to the likeliest heads."""

    tags: Tensor
    names: Tensor
    heads: Tensor
    relations: Tensor


def _mean(teachers: Sequence[Teacher], batch: Batch, known: Sequence[Tensor]) -> _Mean:
    scores = [teacher.network(batch, read) for teacher, read in zip(teachers, known, strict=True)]
    heads = _stacked(score.heads for score in scores)
    likeliest = heads.argmax(dim=-1)
    relations = _stacked(
        teacher.network.relations(score.states, likeliest) for teacher, score in zip(teachers, scores, strict=True)
    )
    return _Mean(
        tags=_stacked(score.tags for score in scores).cpu(),
        names=_stacked(score.names for score in scores).cpu(),
        heads=heads.cpu(),
        relations=relations.cpu(),
    )


def _stacked(values: Iterable[Tensor]) -> Tensor:
    return torch.stack(list(values)).mean(dim=0)


def _guess(sentence: Marked, place: int, trees: _Mean, names: _Mean, indexes: Indexes) -> Guess:
    count = len(sentence.forms)
    sure, heads = trees.heads[place, :count].max(dim=-1)
    relations = trees.relations[place, :count].argmax(dim=-1)
    tag_strings, relation_strings, name_strings = (
        index.strings() for index in (indexes.tags, indexes.relations, indexes.names)
    )
    marked = replace(
        sentence,
        tags=tuple(tag_strings[number] for number in trees.tags[place, :count].argmax(dim=-1).tolist()),
        heads=tuple(heads.tolist()),
        relations=tuple(relation_strings[number] for number in relations.tolist()),
        names=tuple(name_strings[number] for number in names.names[place, :count].argmax(dim=-1).tolist()),
    )
    return Guess(sentence=marked, certainty=float(sure.exp().mean()))
