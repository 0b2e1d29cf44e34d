"""What a page says of itself; every text here is invented."""

from dataclasses import replace
from datetime import datetime

import pytest

from saksi.intake import describe
from saksi.languages import load_pack
from saksi.model import Article

ID_REPORT = "Menteri luar negeri kedua negara bertemu pada hari Senin untuk membahas perbatasan laut mereka."
EN_REPORT = "The foreign ministers of both countries met on Monday to discuss their maritime border, officials said."


def page(text: str, language: str = "id") -> Article:
    return describe(Article(id="1", text=text), load_pack(language))


def visible(article: Article) -> str:
    """The text without its furniture."""
    kept = list(article.text)
    for span in article.furniture:
        kept[span.start : span.end] = [""] * (span.end - span.start)
    return "".join(kept).strip()


DATELINES = [
    ("id", "Jakarta - ", "Jakarta", None),
    ("id", "Oslo: ", "Oslo", None),
    ("id", "JAKARTA, CONTOH.com - ", "JAKARTA", "CONTOH.com"),
    ("id", "Contoh6.com, Kuala Lumpur -", "Kuala Lumpur", "Contoh6.com"),
    ("id", "Contoh6.com, Jakarta ", "Jakarta", "Contoh6.com"),
    ("id", "CONTOH.CO.ID, SLEMAN -- ", "SLEMAN", "CONTOH.CO.ID"),
    ("id", "CONTOH-PAPUA.COM, NABIRE - ", "NABIRE", "CONTOH-PAPUA.COM"),
    ("id", "CONTOH.com - ", None, "CONTOH.com"),
    ("id", "BINTAN, Contoh.co: ", "BINTAN", "Contoh.co"),
    ("id", "Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
    ("id", "DEN HAAG– ", "DEN HAAG", None),
    ("id", "JEPARA-", "JEPARA", None),
    ("id", "Port-au-Prince – ", "Port-au-Prince", None),
    ("en", "BEIRUT ", "BEIRUT", None),
    ("en", "TEL AVIV ", "TEL AVIV", None),
    ("en", "BEIJING/WASHINGTON ", "BEIJING", None),
    ("en", "OSLO, Norway (Reuters) - ", "OSLO", "Reuters"),
    ("en", "RALEIGH, N.C. (AP) — ", "RALEIGH", "AP"),
    ("en", "Washington (CNN) ", "Washington", "CNN"),
    ("en", "NEW YORK, Dec. 14 (UPI) — ", "NEW YORK", "UPI"),
    ("en", "WINSTON-SALEM, N.C. – ", "WINSTON-SALEM", None),
    ("en", "QUITO, Ecuador—", "QUITO", None),
]


@pytest.mark.parametrize(("language", "opening", "place", "outlet"), DATELINES)
def test_dateline_is_hidden_and_its_place_kept(
    language: str, opening: str, place: str | None, outlet: str | None
) -> None:
    report = ID_REPORT if language == "id" else EN_REPORT
    article = page(opening + report, language)
    assert visible(article) == report
    assert (article.dateline and article.dateline.of(article.text)) == place
    assert article.outlet == outlet


NO_DATELINES = [
    ("id", ID_REPORT),
    ("id", "Menteri Keuangan (Menkeu) " + ID_REPORT),
    ("id", "PIALA Asia yang diselenggarakan di sana dibuka oleh perdana menteri pada hari Senin kemarin."),
    ("id", "Rusia - Ukraina"),
    ("en", EN_REPORT),
    ("en", "NATO Secretary General Jens Doe told reporters on Monday that the alliance would send more ships."),
    ("en", "PRIMARY school pupils met the foreign ministers of both countries on Monday, officials said there."),
    ("en", "Acme Inc's (ACME.O) chief met the foreign ministers of both countries on Monday, officials said."),
    ("en", "The latest: the foreign ministers of both countries met on Monday to discuss their border."),
]


@pytest.mark.parametrize(("language", "text"), NO_DATELINES)
def test_a_report_without_dateline_stays_whole(language: str, text: str) -> None:
    article = page(text, language)
    assert article.dateline is None
    assert article.furniture == ()


def test_page_with_caption_outlet_line_and_dateline() -> None:
    article = page(
        f"Gedung kementerian. Foto: Kantor Berita\nKabar • 18 June 2024 13:51\nOslo: {ID_REPORT}\n{ID_REPORT}"
    )
    assert visible(article) == f"{ID_REPORT}\n{ID_REPORT}"
    assert (article.outlet, article.published, article.credit) == (
        "Kabar",
        datetime.fromisoformat("2024-06-18T13:51"),
        "Kantor Berita",
    )
    assert article.dateline is not None
    assert article.dateline.of(article.text) == "Oslo"


def test_windows_line_ends_change_nothing() -> None:
    head = "Gedung kementerian. Foto: Kantor Berita\nKabar • 18 June 2024 13:51\n"
    text = f"{head}Oslo: {ID_REPORT}\nBaca juga:\nJudul lain\n{ID_REPORT}"
    unix, windows = page(text), page(text.replace("\n", "\r\n"))
    assert windows.text == text.replace("\n", "\r\n")
    assert [span.of(unix.text).split() for span in unix.furniture] == [
        span.of(windows.text).split() for span in windows.furniture
    ]
    assert (windows.outlet, windows.credit) == ("Kabar", "Kantor Berita")


def test_what_the_article_brings_goes_before_what_the_page_says() -> None:
    known = Article(id="1", text=f"Kabar • 18 June 2024\n{ID_REPORT}", outlet="Berita")
    moment = datetime.fromisoformat("2020-01-01")
    article = describe(replace(known, published=moment), load_pack("id"))
    assert (article.outlet, article.published) == ("Berita", moment)
    assert visible(article) == ID_REPORT


HEADS = [
    ("id", "Pasukan di perbatasan. (ANTARA FOTO/Nama Orang)", {"credit": "ANTARA FOTO/Nama Orang"}),
    ("id", "Kabar.com - 18/06/2024, 13:51 WIB", {"outlet": "Kabar.com"}),
    ("id", "Selasa, 18 Juni 2024 13:51 WIB", {"published": datetime.fromisoformat("2024-06-18T13:51+07:00")}),
    ("id", "Laporan Wartawan Kabar Timur, Nama Orang", {"byline": "Kabar Timur, Nama Orang"}),
    ("id", "Penulis: Nama Orang", {"byline": "Nama Orang"}),
    ("en", "Soldiers at the border.(Photo: Jane Doe, Some Agency)", {"credit": "Jane Doe, Some Agency"}),
    ("en", "Soldiers at the border, Jan. 7, 2016. (AP Photo/Jane Doe)", {"credit": "Jane Doe"}),
    ("en", "By Jane Doe and John Roe", {"byline": "Jane Doe and John Roe"}),
    ("en", "Updated May 18, 2016 1:51 p.m. EDT", {"published": datetime.fromisoformat("2016-05-18T13:51-04:00")}),
    ("en", "(Adds comment from minister)", {}),
]


@pytest.mark.parametrize(("language", "line", "fields"), HEADS)
def test_lines_above_the_report(language: str, line: str, fields: dict[str, object]) -> None:
    report = ID_REPORT if language == "id" else EN_REPORT
    article = page(f"{line}\n{report}", language)
    assert visible(article) == report
    assert {name: getattr(article, name) for name in fields} == fields


LINKS = [
    ("id", "Baca juga: Presiden Tiba di Kota"),
    ("id", "Baca juga:\nPresiden Tiba di Kota"),
    ("id", "Baca Juga"),
    ("id", "Simak Video 'Presiden Tiba: Sambutan!':\n[Gambas:Video 20detik]"),
    ("id", "Lihat juga Video: Presiden Tiba di Kota\n[Gambas:Video 20detik]"),
    ("id", 'Tonton juga "Presiden Tiba" di sini:'),
    ("id", "SCROLL TO CONTINUE WITH CONTENT"),
    ("id", "ADVERTISEMENT"),
    ("id", "Saksikan Live DetikPagi:"),
    ("id", "Penulis: Nama Orang"),
    ("id", "(Nama Orang)"),
    ("id", " - \nRingkasan\nBerikut ringkasan berita dalam satu paragraf: Menteri bertemu.\n Mereka sepakat."),
    ("id", "(abc/def) menteri luar negeri perbatasan laut"),
    ("en", "(Reporting by Jane Doe; Additional reporting by John Roe in Oslo; Editing by A. Smith)"),
    ("en", "Read more:\nPresident arrives in the city"),
    ("en", "Related: President arrives in the city"),
    ("en", "Advertisement"),
    ("en", "Copyright 2016 The Some Press. All rights reserved."),
    ("en", "Follow Jane Doe on Twitter @janedoe."),
    ("en", "Jane Doe in Oslo contributed to this report."),
    ("en", "———"),
]


@pytest.mark.parametrize(("language", "link"), LINKS)
def test_links_and_credits_are_hidden(language: str, link: str) -> None:
    report = ID_REPORT if language == "id" else EN_REPORT
    article = page(f"{report}\n{link}", language)
    assert visible(article) == report


REPORTS = [
    ("id", "Ia meminta warga membaca juga laporan itu."),
    ("id", "“Lihat juga apa yang mereka lakukan di sana,” kata menteri itu kepada wartawan."),
    ("id", "Pertemuan itu berlangsung pada Senin (18/6) di Oslo."),
    ("id", "Baca Juga adalah nama program pemerintah itu, kata menteri."),
    (
        "id",
        "Penulis: begitu ia menyebut dirinya. Ia ditangkap pada hari Senin oleh polisi di rumahnya, kata keluarga.",
    ),
    ("en", "The ministry (based in Oslo) declined to comment."),
    ("en", "Follow-up talks are planned."),
    ("en", "Reporting by the state agency was wrong, the minister said."),
]


@pytest.mark.parametrize(("language", "sentence"), REPORTS)
def test_sentences_of_the_report_are_never_hidden(language: str, sentence: str) -> None:
    report = ID_REPORT if language == "id" else EN_REPORT
    text = f"{report}\n{sentence}\n{report}"
    assert visible(page(text, language)) == text


def test_furniture_is_in_order_and_apart() -> None:
    article = page(f"Oslo: {ID_REPORT}\nADVERTISEMENT\nSCROLL TO CONTINUE WITH CONTENT\nBaca juga: Judul\n{ID_REPORT}")
    ends = [0, *(span.end for span in article.furniture)]
    assert all(span.start >= end for span, end in zip(article.furniture, ends, strict=False))
    assert len(article.furniture) >= 3


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "unit", ["A", "a", "A ", "Aa ", "a.", "'", '"', "(", "(a", ". ", "Baca juga: ", "Simak Video '", "\n", " "]
)
def test_a_long_monotonous_line_does_not_hang(unit: str, language: str) -> None:
    text = unit * (200_000 // len(unit))
    assert page(text, language).text == text
