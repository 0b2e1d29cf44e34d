"""Pages, feeds, archives, JSON and compressed files become articles; what is broken is told and the rest goes on."""

import bz2
import gzip
import json
import lzma
from pathlib import Path

import pytest

from saksi.intake import Defaults, read_sources
from saksi.intake.html import MAX_PAGE
from saksi.model import Article, Skipped

PARAGRAPHS = [
    "Moskwa - Presiden Rusia Vladimir Putin memuji Kuba pada Selasa karena dukungannya terhadap perdamaian di kawasan.",
    "“Kami berterima kasih kepada Kuba,” kata Putin dalam pidato yang disiarkan televisi pemerintah dari Kremlin.",
    "Amerika Serikat mengecam pernyataan itu dan meminta Havana tidak menerima senjata dari Moskwa bulan depan.",
]
SAID = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Putin memuji Kuba",
    "datePublished": "2024-06-18T13:51:00+07:00",
    "author": [{"@type": "Person", "name": "Budi"}, {"@type": "Person", "name": "Ani"}],
    "publisher": {"@type": "Organization", "name": "detikNews"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://news.detik.com/a"},
}


def page(*, said: object = SAID, body: str = "", head: str = "") -> str:
    script = f'<script type="application/ld+json">{json.dumps(said)}</script>' if said else ""
    told = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html><head><title>Situs</title>{head}{script}</head><body><nav><a href='/'>Beranda</a></nav>"
        f"<article><h1>Putin memuji Kuba</h1>{told}{body}</article><footer>Hak cipta situs</footer></body></html>"
    )


def read(*sources: Path | str) -> list[Article | Skipped]:
    return list(read_sources([str(source) for source in sources], defaults=Defaults()))


def write(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def article(*sources: Path | str) -> Article:
    (item,) = read(*sources)
    assert isinstance(item, Article), item
    return item


def reason(*sources: Path | str) -> str:
    (item,) = read(*sources)
    assert isinstance(item, Skipped), item
    return item.reason


def test_a_page_gives_its_report_and_what_it_says_of_itself(tmp_path: Path) -> None:
    found = article(write(tmp_path / "a.html", page()))
    assert found.text.splitlines() == PARAGRAPHS
    assert (found.title, found.url, found.byline) == ("Putin memuji Kuba", "https://news.detik.com/a", "Budi, Ani")
    assert found.outlet == "news.detik.com"
    assert found.published is not None
    assert found.published.isoformat() == "2024-06-18T13:51:00+07:00"


@pytest.mark.parametrize(
    "said", [[SAID], {"@graph": [{"@type": "BreadcrumbList"}, SAID]}, SAID | {"@type": ["Thing", "NewsArticle"]}]
)
def test_the_description_may_stand_in_a_list_or_graph(tmp_path: Path, said: object) -> None:
    assert article(write(tmp_path / "a.html", page(said=said))).title == "Putin memuji Kuba"


def test_meta_elements_where_there_is_no_description(tmp_path: Path) -> None:
    head = """<meta property="og:title" content="Judul"><meta property="article:published_time" content="2024-06-18">
    <link rel="canonical" href="https://www.antaranews.com/b"><meta name="author" content="Cici">"""
    found = article(write(tmp_path / "a.html", page(said=None, head=head)))
    assert (found.title, found.outlet, found.byline) == ("Judul", "antaranews.com", "Cici")
    assert found.published is not None


@pytest.mark.parametrize("broken", ["{", "[[[", '{"@type": 3}', "null", "[" * 5000])
def test_a_broken_description_is_passed_over(tmp_path: Path, broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    assert article(write(tmp_path / "a.html", page(head=head))).title == "Putin memuji Kuba"


def test_another_encoding_than_utf_8(tmp_path: Path) -> None:
    html = page(head='<meta charset="windows-1252">')
    assert article(write(tmp_path / "a.html", html.encode("cp1252"))).text.splitlines() == PARAGRAPHS


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<html><body></body></html>", "without a report"),
        ("", "is no page"),
        ("<div>" * 30_000 + "x", "without a report"),
        ("<p>" + "x" * MAX_PAGE, "more than"),
    ],
)
def test_a_page_that_is_none_says_why(tmp_path: Path, html: str, why: str) -> None:
    assert why in reason(write(tmp_path / "a.html", html))


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Warta</title><item><title>Satu</title><link>https://e.example/1</link><pubDate>{date}</pubDate>
<content:encoded><![CDATA[{body}]]></content:encoded></item>
<item><title>Dua</title><link>https://e.example/2</link><description>Ringkas saja.</description></item>
</channel></rss>"""


def test_a_feed_gives_whole_reports_and_skips_summaries(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in [*PARAGRAPHS, *PARAGRAPHS])
    feed = FEED.format(date="Tue, 18 Jun 2024 13:51:00 +0700", body=body)
    one, two = read(write(tmp_path / "a.rss", feed))
    assert isinstance(one, Article)
    assert (one.text.splitlines(), one.outlet, one.url) == (PARAGRAPHS * 2, "Warta", "https://e.example/1")
    assert one.published is not None
    assert one.published.isoformat() == "2024-06-18T06:51:00+00:00"
    assert isinstance(two, Skipped)
    assert "https://e.example/2" in two.reason


def test_a_broken_date_in_a_feed_is_no_date(tmp_path: Path) -> None:
    feed = FEED.format(date="kemarin sore", body=f"<p>{PARAGRAPHS[0] * 5}</p>")
    one, _ = read(write(tmp_path / "a.rss", feed))
    assert isinstance(one, Article)
    assert one.published is None


def test_a_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel/></rss>'
    assert "entities" in reason(write(tmp_path / "a.rss", bomb))
    assert "no RSS" in reason(write(tmp_path / "b.rss", "<x/>"))


def warc(*pages: str) -> bytes:
    records = []
    for number, html in enumerate(pages, 1):
        body = html.encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/{number}\r\n"
            f"WARC-Date: 2024-06-18T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    return b"".join(records)


def test_an_archive_gives_the_reports_of_its_pages(tmp_path: Path) -> None:
    one, two = read(write(tmp_path / "a.warc.gz", warc(page(said=None), "<html><body></body></html>")))
    assert isinstance(one, Article)
    assert (one.url, one.text.splitlines()) == ("https://e.example/1", PARAGRAPHS)
    assert isinstance(two, Skipped)
    assert "https://e.example/2" in two.reason


def test_an_archive_cut_short_gives_what_stands_before(tmp_path: Path) -> None:
    data = warc(page(said=None), page(said=None))
    one, *_, last = read(write(tmp_path / "a.warc.gz", data[: len(data) * 3 // 4]))
    assert isinstance(one, Article)
    assert isinstance(last, Skipped)
    assert "damaged or cut short" in last.reason


LINES = b"".join(json.dumps({"id": f"{n}", "text": f"Teks {n}."}).encode() + b"\n" for n in range(2000))


@pytest.mark.parametrize(
    ("suffix", "data"), [(".gz", gzip.compress(LINES)), (".xz", lzma.compress(LINES)), (".bz2", bz2.compress(LINES))]
)
def test_compressed_files_are_opened_and_damaged_ones_read_as_far_as_they_go(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    assert len(read(write(tmp_path / f"a.jsonl{suffix}", data))) == 2000
    *before, last = read(write(tmp_path / f"b.jsonl{suffix}", data[: len(data) // 2]))
    assert isinstance(last, Skipped)
    assert "damaged or cut short" in last.reason
    assert all(isinstance(item, Article) for item in before[:-1])  # the last line ends in its middle


def test_json_is_an_object_or_a_list_of_them(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Satu."}, {"text": 3}, "x", {"id": "b", "text": "Dua."}]
    found = read(write(tmp_path / "a.json", json.dumps(rows)))
    assert [item.id if isinstance(item, Article) else item.line for item in found] == ["a", 2, 3, "b"]
    assert article(write(tmp_path / "b.json", json.dumps(rows[0]))).id == "a"
    assert "not JSON" in reason(write(tmp_path / "c.json", "[" * 100_000))


def test_folders_and_patterns_mean_the_files_in_them(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "b.txt", "Dua.")
    write(tmp_path / "sub" / "a.txt", "Satu.")
    write(tmp_path / "note.pdf", "%PDF")
    for source in (str(tmp_path), f"{tmp_path}/**/*.txt"):
        assert [item.text for item in read(source) if isinstance(item, Article)] == ["Dua.", "Satu."]
    assert [item.text for item in read(f"{tmp_path}/*.txt") if isinstance(item, Article)] == ["Dua."]
    assert "none that matches" in reason(f"{tmp_path}/*.rss")


def test_what_a_file_begins_with_tells_its_format(tmp_path: Path) -> None:
    assert article(write(tmp_path / "a", page())).title == "Putin memuji Kuba"
    assert article(write(tmp_path / "b", '{"text": "Satu.", "id": "x"}\n')).id == "x"
    assert article(write(tmp_path / "c", "<3 Satu.")).text == "<3 Satu."
