"""Loading packs: the ones that come with Saksi, and broken ones."""

from pathlib import Path

import pytest

from saksi.errors import LanguageError, PackError
from saksi.languages import FILES, Pack, codes, load_pack

PROVIDED_BY_TRAINING = "pipeline"


def test_the_languages_are_listed_by_code() -> None:
    assert codes() == tuple(sorted(codes()))
    assert {"id", "en"} <= set(codes())


def test_every_pack_has_exactly_the_same_files(pack: Pack) -> None:
    assert sorted(path.name for path in pack.folder.iterdir() if path.name != PROVIDED_BY_TRAINING) == sorted(FILES)


def test_every_file_can_be_read(pack: Pack) -> None:
    for name in FILES:
        stem, _, suffix = name.partition(".")
        assert pack.table(stem) if suffix == "toml" else pack.rows(stem), name


@pytest.mark.parametrize("code", ["", "xx", "ID", "id/../en", "Indonesian"])
def test_an_unknown_language_is_refused_with_the_ones_there_are(code: str) -> None:
    with pytest.raises(LanguageError, match=", ".join(codes())) as refused:
        load_pack(code)
    assert repr(code) in str(refused.value)


def test_the_same_language_is_the_same_pack() -> None:
    assert load_pack("id") == load_pack("id")
    assert load_pack("id") != load_pack("en")


BROKEN_TOML = [b"code = ", b"a = 1\na = 2", b"name = 'Bahasa\n", b"name = '\xff'"]


@pytest.mark.parametrize("content", BROKEN_TOML, ids=repr)
def test_broken_toml_names_its_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "status.toml").write_bytes(content)
    with pytest.raises(PackError, match=r"status\.toml"):
        Pack("xx", tmp_path).table("status")


BROKEN_CSV = [
    ("words,english\nsatu,one\ndua\n", 3),
    ("words,english\nsatu,one\ndua,two,deux\n", 3),
    ("# a comment\nwords,english\n\n# another\nsatu,one\ntiga,three\nempat\n", 7),
]


@pytest.mark.parametrize(("content", "line"), BROKEN_CSV)
def test_a_broken_row_names_its_file_and_line(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "parties.csv").write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=rf"parties\.csv:{line}: .*words, english"):
        Pack("xx", tmp_path).rows("parties")


def test_a_csv_that_is_no_utf_8_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_bytes("words\nkéb\n".encode("latin-1"))
    with pytest.raises(PackError, match=r"parties\.csv"):
        Pack("xx", tmp_path).rows("parties")


@pytest.mark.parametrize("read", [Pack.table, Pack.rows])
def test_a_missing_file_is_named(tmp_path: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(PackError, match="nothing"):
        read(Pack("xx", tmp_path), "nothing")


def test_rows_are_stripped_and_comments_left_out(tmp_path: Path) -> None:
    content = '# note\nwords,english\n# note\n satu , one \n\n"dua, tiga",two\n'
    (tmp_path / "parties.csv").write_text(content, encoding="utf-8")
    rows = Pack("xx", tmp_path).rows("parties")
    assert rows == ({"words": "satu", "english": "one"}, {"words": "dua, tiga", "english": "two"})
