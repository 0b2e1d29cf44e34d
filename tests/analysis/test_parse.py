"""One Doc per article, in which no character has moved. The pipelines are blank but for rules that tell sentences."""

import random
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from saksi.analysis import parse
from saksi.languages import Pack, load_pack
from saksi.model import Article, Span

SAME = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("\u00a0\u202f", " "),
    }
)
"""Characters of which the Doc may have another of the same kind, one for one."""


def parsed(doc: Doc) -> Doc:
    """The Doc as a parser leaves it: every sentence hangs on its first word."""
    sentence = 0
    heads = [sentence := token.i if token.is_sent_start or not token.i else sentence for token in doc]
    deps = ["ROOT" if head == number else "dep" for number, head in enumerate(heads)]
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, heads=heads, deps=deps, pos=["X"] * len(doc), lemmas=words)


@Language.component("by_full_stop")
def by_full_stop(doc: Doc) -> Doc:
    """Begins a sentence behind a full stop, unless that is forbidden."""
    return parsed(Sentencizer(overwrite=False)(doc))


@Language.component("eager")
def eager(doc: Doc) -> Doc:
    """Begins a sentence wherever that is not forbidden: what a model does at its worst."""
    for token in doc:
        if token.is_sent_start is None:
            token.is_sent_start = True
    return parsed(doc)


def pipeline_with(component: str) -> Language:
    pipeline = spacy.blank("id")
    pipeline.add_pipe(component)
    return pipeline


BY_FULL_STOP = pipeline_with("by_full_stop")
EAGER = pipeline_with("eager")
PACK = load_pack("id")


def read(text: str, *furniture: str, pipeline: Language = BY_FULL_STOP) -> Doc:
    """The Doc of a text, in which each of `furniture` is some."""
    spans = tuple(Span(start=text.index(words), end=text.index(words) + len(words)) for words in furniture)
    return parse(Article(id="1", text=text, furniture=spans), pipeline, pack=PACK)


def normal(text: str) -> str:
    return text.translate(SAME)


def assert_nothing_moved(doc: Doc, text: str) -> None:
    assert len(doc.text) == len(text)
    assert normal(doc.text) == normal(text)
    for token in doc:
        assert normal(token.text) == normal(text)[token.idx : token.idx + len(token)], token.i


TEXTS = [
    "",
    " ",
    "\n\n",
    "\t",
    "Oslo",
    "Satu.\nDua.",
    "Satu.\r\nDua.\r\n",
    "\r\n\r\n  Satu.  \r\n\t Dua.\t\n",
    "Satu  dua   tiga",
    "“Satu,” kata ‘dia’ — «dua» „tiga“.",
    "Satu\u00a0dua\u202ftiga",
    "Ne\u0301pal dan Co\u0302te d’Ivoire",
    "🇮🇩 Jakarta 👩‍👩‍👧 bertemu 😀😀",
    "\ufeffSatu",
    "Satu\u2028dua\u2029tiga\x0bempat\x0clima\x85enam",
    "(AS)...?!--\"'",
    "https://contoh.example/a?b=c&d 12.30 WIB 1,5%",
    "ملک 中文 ไทย",
    "a\x00b",
]


@pytest.mark.parametrize("text", TEXTS, ids=repr)
@pytest.mark.parametrize("pipeline", [BY_FULL_STOP, EAGER], ids=["by full stop", "eager"])
def test_no_character_moves(text: str, pipeline: Language) -> None:
    assert_nothing_moved(read(text, pipeline=pipeline), text)


PIECES = [
    *("Presiden", "menyerang", "serangan-serangan", "warganya", "KTT", "d’Ivoire", "1.250", "(AS)", "Rp5"),
    *("“", "”", "‘", "’", '"', "«", "»", ",", ".", "...", "—", ":", "?!", "\u00a0", " ", "  ", "\t", " \t "),
    *("\n", "\r\n", "\n\n\n", "\r", "\u2028", "\x0c", "e\u0301", "😀", "👩‍👩‍👧", "🇮🇩", "\u200b", "\ufeff"),
    *("مرحبا", "中文"),
]


def made_up(seed: int) -> tuple[str, tuple[Span, ...]]:
    """A text of random pieces, and random stretches of it, apart from each other, that are furniture."""
    chance = random.Random(seed)  # noqa: S311 - the same texts at every run
    text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(40)))
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text), 2 * chance.randrange(4))))
    bounds = zip(cuts[::2], cuts[1::2], strict=False)
    return text, tuple(Span(start=start, end=end) for start, end in bounds)


@pytest.mark.parametrize("seed", range(8))
def test_no_character_of_a_made_up_text_moves(seed: int, pack: Pack, tokenizer: Language) -> None:
    for number in range(40):
        text, furniture = made_up(40 * seed + number)
        doc = parse(Article(id="1", text=text, furniture=furniture), tokenizer, pack=pack)
        assert_nothing_moved(doc, text)
        assert_furniture_is_hidden(doc, furniture)


def assert_furniture_is_hidden(doc: Doc, furniture: tuple[Span, ...]) -> None:
    """No token reaches out of furniture into the report, and what lies in it is no word."""
    for token in doc:
        span = Span(start=token.idx, end=token.idx + len(token))
        if any(span.overlaps(piece) for piece in furniture):
            assert token.pos_ == "SPACE", (doc.text, span)
        if token.pos_ == "SPACE":
            hidden = [any(offset in piece for piece in furniture) for offset in range(span.start, span.end)]
            shown = [doc.text[span.start + at] for at, covered in enumerate(hidden) if not covered]
            assert "".join(shown).strip() == "", (doc.text, span)


def sentences(doc: Doc) -> list[str]:
    return [sentence.text for sentence in doc.sents if sentence[0].pos_ != "SPACE"]


def test_no_sentence_crosses_a_line_break() -> None:
    text = "Judul tanpa titik\nOslo menolak. Kairo setuju\r\n\r\nAkhir"
    assert sentences(read(text)) == ["Judul tanpa titik", "Oslo menolak.", "Kairo setuju", "Akhir"]


def test_what_lies_between_lines_is_one_token_and_a_sentence_of_its_own() -> None:
    doc = read("Satu.\r\n\t\n Dua.")
    gaps = [token for token in doc if token.pos_ == "SPACE"]
    assert [gap.text for gap in gaps] == ["\r\n\t\n "]
    assert [len(gap.sent) for gap in gaps] == [1]


FURNITURE = [
    ("Foto: Ali\nOslo menolak.", ["Foto: Ali"], ["Oslo menolak."]),
    ("Oslo menolak.\nBaca juga: Lain\nKairo setuju.", ["Baca juga: Lain"], ["Oslo menolak.", "Kairo setuju."]),
    ("JAKARTA - Oslo menolak.", ["JAKARTA - "], ["Oslo menolak."]),
    ("Oslo menolak. ADVERTISEMENT Kairo setuju.", ["ADVERTISEMENT"], ["Oslo menolak.", "Kairo setuju."]),
    ("Oslo menolak. SCROLL", ["SCROLL"], ["Oslo menolak."]),
    ("Satu\nDua\nTiga", ["Satu", "Dua", "Tiga"], []),
    ("JAKARTA -Menteri datang.", ["JAKARTA -"], ["Menteri datang."]),
]


@pytest.mark.parametrize(("text", "furniture", "left"), FURNITURE)
def test_furniture_is_no_part_of_the_report(text: str, furniture: list[str], left: list[str]) -> None:
    doc = read(text, *furniture)
    assert_nothing_moved(doc, text)
    assert sentences(doc) == left


def starts(doc: Doc) -> Iterator[str]:
    """The first words of the sentences, with the one before."""
    return (normal(token.text) for token in doc if token.is_sent_start and token.pos_ != "SPACE")


QUOTES = [
    ('"Kami siap." Oslo diam.', ['"', "Kami", "siap", "Oslo", "diam"]),
    ("“Kami siap,” kata dia.", ['"', "Kami", "siap", "dia"]),
    ('Dia berkata, "ya" lalu "tidak".', ["Dia", "berkata", '"', "ya", '"', "tidak"]),
    ("Oslo (AS) - diam", ["Oslo", "(", "AS", "-", "diam"]),
]


@pytest.mark.parametrize(("text", "first"), QUOTES)
def test_what_closes_never_starts_a_sentence(text: str, first: list[str]) -> None:
    """Nor does a lower-case word behind a closing quotation mark."""
    assert list(starts(read(text, pipeline=EAGER))) == first


@pytest.mark.parametrize("quoted", ['"Kami siap"', "“Kami siap”", "„Kami siap“", "«Kami siap»", '“Kami siap"'])
def test_quotation_marks_of_all_kinds_are_the_same_to_the_models(quoted: str) -> None:
    assert read(f"{quoted} kata Ali.").text == read('"Kami siap" kata Ali.').text


CURLY = [
    ('"Kami siap," kata Ali ("ya").', "“Kami siap,” kata Ali (“ya”)."),
    ("„Kami siap“, «ya», ”tidak”.", "“Kami siap”, “ya”, “tidak”."),
    ("Ali berkata:'ya' d’Ivoire ‘dua’", "Ali berkata:'ya' d'Ivoire 'dua'"),
]


@pytest.mark.parametrize(("text", "expected"), CURLY)
def test_double_quotation_marks_are_curly_and_single_ones_straight(text: str, expected: str) -> None:
    assert read(text).text == expected


def test_a_quotation_left_open_ends_with_its_line() -> None:
    doc = read('"Kami siap\n"Kami pergi"', pipeline=EAGER)
    quotes = [token for token in doc if normal(token.text) == '"']
    assert [bool(quote.is_sent_start) for quote in quotes] == [True, True, False]


def test_tokens_carry_the_form_under_which_the_lists_have_them() -> None:
    doc = read("Serangan-serangan Oslo melukai warga presidennya.")
    assert {"serangan", "presiden"} <= {token.norm_ for token in doc}
    assert doc.text.startswith("Serangan-serangan")


def test_an_article_may_be_read_twice() -> None:
    assert [token.text for token in read("Oslo\nKairo")] == [token.text for token in read("Oslo\nKairo")]
