"""Files, lines and standard input become articles or the reason why not."""

import io
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest

from saksi.intake import MAX_BYTES, Defaults, InputFormat, read_source
from saksi.model import Article, Skipped

NOTHING = Defaults()


def only(
    source: str | Path, *, defaults: Defaults = NOTHING, input_format: InputFormat | None = None
) -> Article | Skipped:
    (item,) = read_source(str(source), defaults=defaults, input_format=input_format)
    return item


def article(item: Article | Skipped) -> Article:
    assert isinstance(item, Article), item
    return item


def reason(item: Article | Skipped) -> str:
    assert isinstance(item, Skipped), item
    return item.reason


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    stream = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    return stream


def put(stream: io.BytesIO, data: bytes) -> None:
    stream.write(data)
    stream.seek(0)


@pytest.mark.parametrize("text", ["Satu.\r\nDua.\r\n", "  Tepi.\n\n", "“Kutip” – é \U0001f600", "a\rb"])
def test_text_is_kept_letter_for_letter(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    read = article(only(path))
    assert read.text == text
    assert (read.source, read.line) == (str(path), None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_mark_is_no_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Presiden tiba.", encoding=encoding)
    assert article(only(path)).text == "Presiden tiba."


def test_id_of_text_rests_on_outlet_publication_and_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Presiden tiba.", encoding="utf-8")
    moment = datetime.fromisoformat("2024-06-18")
    ids = {
        article(only(path, defaults=defaults)).id
        for defaults in (NOTHING, Defaults(outlet="Medcom"), Defaults(published=moment), Defaults(language="id"))
    }
    assert len(ids) == 3
    assert all(len(identifier) == 64 for identifier in ids)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"abc\0def", "binary"),
        (b"\x89PNG\r\n\x1a\n\0", "byte 0"),
        ("abc\xe9".encode("latin-1"), "not UTF-8 at byte 3; save it as UTF-8"),
        (b"x" * (MAX_BYTES + 1), f"larger than {MAX_BYTES:,} bytes"),
        (b"kata kata\n" * (MAX_BYTES // 10 + 1), f"larger than {MAX_BYTES:,} bytes"),
    ],
)
def test_text_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert words in reason(only(path))


def test_largest_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * MAX_BYTES)
    assert len(article(only(path)).text) == MAX_BYTES


def test_missing_file_and_directory_say_what_to_do(tmp_path: Path) -> None:
    assert "no such file" in reason(only(tmp_path / "none.txt"))
    assert "is a directory; name the files" in reason(only(tmp_path))


def test_jsonl_fields_go_before_defaults(tmp_path: Path) -> None:
    row = {"id": "7", "url": "https://example.org/7", "title": "Judul", "text": "Isi."}
    said = {**row, "outlet": "Medcom", "published": "2024-06-18T13:51+07:00", "language": "id-ID"}
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(said)}\n\n{json.dumps(row)}\n", encoding="utf-8")
    defaults = Defaults(outlet="Kompas", published=datetime.fromisoformat("2020-01-01"), language="en")
    first, second = map(article, read_source(str(path), defaults=defaults))
    assert (first.outlet, first.published, first.language) == (
        "Medcom",
        datetime.fromisoformat("2024-06-18T13:51+07:00"),
        "id",
    )
    assert (second.outlet, second.published, second.language) == ("Kompas", defaults.published, "en")
    assert [(read.id, read.url, read.title, read.text) for read in (first, second)] == [
        ("7", "https://example.org/7", "Judul", "Isi.")
    ] * 2
    assert (first.line, second.line) == (1, 3)


BAD_LINES = [
    (b"{", "is not JSON"),
    (b"ini bukan JSON", "is not JSON"),
    (b'{"text": "a', "is not JSON"),
    (b"[" * 100_000, "nested too deeply"),
    (b'["text"]', "is list, not a JSON object"),
    (b'"text"', "is str, not a JSON object"),
    (b"{}", 'has no "text"'),
    (b'{"text": null}', 'has no "text"'),
    (b'{"text": "  "}', 'has no "text"'),
    (b'{"text": 3}', '"text" must be a string or null, not 3'),
    (b'{"text": "a", "outlet": ["b"]}', '"outlet" must be a string or null, not ["b"]'),
    (b'{"text": "a", "published": "kemarin"}', "\"published\" is no date: 'kemarin'"),
    (b'{"text": "a", "published": "2024-02-30"}', "is no date"),
    (b'{"text": "a", "language": "klingon"}', "\"language\" is unknown: 'klingon'; there are: "),
    (b'{"text": "a\\ud800"}', "surrogate"),
    (b'{"text": "a\xff"}', "not UTF-8 at byte 11"),
    (b'{"text": "a\0"}', "binary"),
    (b'{"text": "' + b"a" * 5_000_000 + b'"}', f"longer than {MAX_BYTES:,} bytes"),
]


@pytest.mark.parametrize(("line", "words"), BAD_LINES, ids=[words for _, words in BAD_LINES])
def test_bad_line_is_named_and_the_others_go_on(tmp_path: Path, line: bytes, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "satu"}\n' + line + b'\n{"text": "tiga"}\n')
    first, second, third = read_source(str(path), defaults=NOTHING)
    assert (article(first).text, article(third).text) == ("satu", "tiga")
    assert words in reason(second)
    assert str(second).startswith(f"{path}:2: ")
    assert "\n" not in str(second)


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_jsonl_without_a_line_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.ndjson"
    path.write_bytes(data)
    assert "is empty" in reason(only(path))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'{"id": "1", "text": "Isi."}', "Isi."),
        (b'\xef\xbb\xbf {"text": "Isi."}\n', "Isi."),
        (b"Isi berita.", "Isi berita."),
        (b'{"judul": "Isi."}', '{"judul": "Isi."}'),
    ],
)
def test_standard_input_is_text_or_jsonl(stdin: io.BytesIO, data: bytes, text: str) -> None:
    put(stdin, data)
    read = article(only("-"))
    assert (read.text, read.source) == (text, "-")


def test_option_goes_before_suffix(stdin: io.BytesIO, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('{"text": "Isi."}', encoding="utf-8")
    assert article(only(path)).text == '{"text": "Isi."}'
    assert article(only(path, input_format="jsonl")).text == "Isi."
    put(stdin, b'{"text": "Isi."}')
    assert article(only("-", input_format="text")).text == '{"text": "Isi."}'
