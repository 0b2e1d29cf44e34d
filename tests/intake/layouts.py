# ruff: noqa: E501 (pages as they are)
"""Saved pages of our own, in the layouts of ten common outlets, each with four invented reports.

The layouts have what such pages have around and inside a report: menus, share bars, captions, advertisements, links to
other reports, boxes of most read ones, authors, tags, comments, further pages, footers. Nothing of the outlets' own text
or code is in them.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """An invented report."""

    language: str
    title: str
    paragraphs: Sequence[str]


REPORTS = (
    Report(
        "id",
        "Menlu Kuba Temui Presiden Peru di Lima",
        (
            "LIMA - Menteri Luar Negeri Kuba bertemu Presiden Peru di Lima pada Selasa (18/6/2024) untuk membahas perdagangan "
            "gula dan obat-obatan antara kedua negara.",
            '"Kami sepakat membuka kembali jalur pelayaran yang ditutup dua tahun lalu," kata menteri itu kepada wartawan '
            "di Istana Pemerintah.",
            "Peru menutup jalur tersebut setelah Kuba menahan tiga nelayan Peru pada 2022. Havana kemudian membebaskan mereka.",
            "Kedua pihak akan bertemu lagi di Havana bulan depan, menurut pernyataan bersama yang diterima Selasa malam.",
        ),
    ),
    Report(
        "id",
        "Polisi Kenya Tangkap 12 Demonstran di Nairobi",
        (
            "Polisi Kenya menangkap dua belas demonstran yang memprotes kenaikan harga bahan bakar di pusat kota Nairobi, Rabu.",
            "Saksi mata mengatakan polisi menembakkan gas air mata ke arah kerumunan sekitar pukul 10.00 waktu setempat.",
            'Juru bicara kepolisian membantah hal itu. "Kami hanya membubarkan mereka dengan pengeras suara," ujarnya.',
            "Amnesty International mendesak pemerintah menyelidiki kejadian tersebut dan membebaskan semua yang ditahan.",
            "Unjuk rasa serupa terjadi di Mombasa dan Kisumu pekan lalu, dan oposisi berencana menggelar mogok nasional.",
        ),
    ),
    Report(
        "en",
        "Norway and Chile sign fisheries accord in Oslo",
        (
            "OSLO, June 18 - Norway and Chile signed an accord on fisheries in Oslo on Tuesday after three years of talks.",
            "The accord lets Chilean vessels fish in Norwegian waters for two months a year, the Norwegian foreign ministry said.",
            '"This is a good day for both our coasts," Chile\'s ambassador told reporters after the ceremony.',
            "Environmental groups criticised the deal, saying that it had been negotiated behind closed doors.",
        ),
    ),
    Report(
        "en",
        "Ghana rejects claim that it sent arms to Togo",
        (
            "ACCRA - Ghana on Wednesday rejected a claim by Togo's opposition that it had sent arms across the border last month.",
            "The opposition said on Monday that two trucks with rifles had crossed at Aflao during the night.",
            '"These allegations are baseless," the defence minister said in a statement carried by state television.',
            "Togo's government has not commented. The African Union called on both sides to show restraint.",
            "The border was closed for several hours on Tuesday while customs officers searched vehicles.",
        ),
    ),
)

MORE = (
    Report(
        "id",
        "Vietnam Protes Latihan Militer Taiwan",
        (
            "Vietnam memprotes latihan tembak yang digelar Taiwan di sebuah pulau di Laut China Selatan, Kamis (20/6/2024).",
            "Kementerian Luar Negeri Vietnam menyebut latihan itu melanggar kedaulatan Hanoi atas kepulauan tersebut.",
            "Taipei menolak protes itu dan menyatakan latihan digelar setiap tahun di wilayahnya sendiri.",
            '"Kami meminta semua pihak menahan diri," kata juru bicara Filipina menanggapi pernyataan kedua pemerintah.',
        ),
    ),
    Report(
        "id",
        "Mali Usir Dua Diplomat Swedia",
        (
            "Pemerintah militer Mali mengusir dua diplomat Swedia setelah Stockholm menghentikan bantuan pembangunan.",
            "Keduanya diberi waktu 72 jam untuk meninggalkan Bamako, menurut surat yang dikutip kantor berita AFP, Jumat.",
            "Swedia menyesalkan keputusan itu. Kedutaannya di Bamako memang akan ditutup pada akhir tahun ini.",
            "Hubungan kedua negara memburuk sejak Mali meminta bantuan keamanan kepada Rusia tiga tahun lalu.",
        ),
    ),
    Report(
        "en",
        "Fiji asks Australia for patrol boats",
        (
            "SUVA, June 20 - Fiji has asked Australia for two patrol boats to guard its fishing grounds, its navy said.",
            "The request was made during a visit by the Australian defence minister, who promised an answer within weeks.",
            "Fiji lost one of its boats in a storm in March, and the other is being repaired in New Zealand.",
            "Foreign vessels have been seen inside Fijian waters almost every night since, fishermen told local radio.",
        ),
    ),
    Report(
        "en",
        "Court in Lima jails former mayor for graft",
        (
            "LIMA - A court in Peru on Thursday sentenced a former mayor to nine years in prison for taking bribes.",
            "Prosecutors said that she had been paid by a building company between 2015 and 2018.",
            "She denied the charges throughout the trial, and her lawyer said that she would appeal.",
            "Some thirty people who had gathered in front of the court cheered when the verdict was read.",
        ),
    ),
)

OTHERS = (
    "Harga cabai naik lagi menjelang libur panjang",
    "Timnas menang tipis di laga uji coba",
    "Ten recipes for rainy days",
)


def _paragraphs(report: Report, between: Mapping[int, str] | None = None, cls: str = "") -> str:
    mark = f' class="{cls}"' if cls else ""
    parts = [f"<p{mark}>{paragraph}</p>{(between or {}).get(i, '')}" for i, paragraph in enumerate(report.paragraphs)]
    return "\n".join(parts)


def _links(cls: str = "list") -> str:
    items = "".join(f'<li><a href="/{i}">{title}</a></li>' for i, title in enumerate(OTHERS))
    return f'<ul class="{cls}">{items}</ul>'


def _said(report: Report, host: str, kind: str = "NewsArticle") -> str:
    said = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": report.title,
        "datePublished": "2024-06-19T08:00:00+07:00",
        "author": {"@type": "Person", "name": "Redaksi"},
        "publisher": {"@type": "Organization", "name": host},
        "mainEntityOfPage": {"@type": "WebPage", "@id": f"https://{host}/berita/1"},
    }
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def _page(report: Report, host: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{report.language}"><head><meta charset="utf-8"><title>{report.title} - {host}</title>'
        f'{_said(report, host)}{head}<style>.x{{color:red}}</style><script>var a = "<p>no text</p>";</script></head>'
        f'<body><header><nav><a href="/">Home</a><a href="/a">Nasional</a><a href="/b">Internasional</a></nav></header>'
        f"{body}<footer><p>Copyright 2024 {host}. All rights reserved.</p>"
        f'<a href="/privacy">Privacy policy</a></footer></body></html>'
    )


def portal(report: Report) -> str:
    between = {0: '<div class="parallax ads"><p>ADVERTISEMENT</p></div><p>SCROLL TO CONTINUE WITH CONTENT</p>'}
    body = f"""<div class="container"><article class="detail"><div class="breadcrumb"><a href="/">Home</a></div>
    <h1 class="detail__title">{report.title}</h1><div class="detail__author">Redaksi - detikNews</div>
    <div class="detail__date">Rabu, 19 Jun 2024 08:00 WIB</div><figure><img src="a.jpg"><figcaption>Foto: arsip</figcaption></figure>
    <div class="detail__body-text itp_bodycontent">{_paragraphs(report, between)}
    <p><strong>Simak Video: {OTHERS[0]}</strong></p></div><div class="tags"><a href="/tag">kuba</a></div></article>
    <aside class="column"><h3>Terpopuler</h3>{_links()}</aside></div>"""
    return _page(report, "news.detik.com", body)


def daily(report: Report) -> str:
    between = {1: f'<p><strong>Baca juga: <a href="/x">{OTHERS[0]}</a></strong></p>'}
    body = f"""<div class="read__header"><h1 class="read__title">{report.title}</h1></div><div class="read__content">
    <div class="clearfix">{_paragraphs(report, between)}</div></div><div class="share"><a href="/f">Bagikan</a></div>
    <div class="comment"><h3>Komentar</h3><p>Bagus sekali beritanya, semoga damai selalu untuk semua.</p></div>
    <div class="terkait">{_links()}</div>"""
    return _page(report, "www.kompas.com", body)


def magazine(report: Report) -> str:
    body = f"""<main><article class="hentry main read-page"><header><h1>{report.title}</h1>
    <p class="read-page--header--author">Oleh Redaksi</p></header><div class="article-content-body">
    <div class="article-content-body__item-content">{_paragraphs(report)}</div></div>
    <div class="baca-juga-collections"><p>BACA JUGA:</p>{_links()}</div></article></main>"""
    return _page(report, "www.liputan6.com", body)


def weekly(report: Report) -> str:
    between = {2: f'<p><strong>Pilihan Editor: <a href="/y">{OTHERS[1]}</a></strong></p>'}
    body = f"""<section class="detail-konten"><h1 class="title margin-bottom-sm">{report.title}</h1>
    <p class="date">Rabu, 19 Juni 2024</p><div class="detail-in" itemprop="articleBody">{_paragraphs(report, between)}</div>
    <div class="box-newsletter"><p>Dapatkan berita terbaru di surel Anda setiap pagi.</p></div></section>"""
    return _page(report, "dunia.tempo.co", body)


def agency(report: Report) -> str:
    body = f"""<div class="wrap__article-detail"><div class="wrap__article-detail-title"><h1>{report.title}</h1></div>
    <div class="wrap__article-detail-content post-content">{_paragraphs(report)}
    <p class="text-muted small mt10">Pewarta: Redaksi<br>Editor: Redaksi<br>Copyright &copy; ANTARA 2024</p></div></div>
    <div class="wrapper__list__article">{_links()}</div>"""
    return _page(report, "www.antaranews.com", body)


def television(report: Report) -> str:
    between = {1: '<div class="paradetail"><p>ADVERTISEMENT</p></div>'}
    body = f"""<div class="content-left"><h1 class="mb-2 text-[32px]">{report.title}</h1><div class="text-cnn_grey">CNN Indonesia</div>
    <div class="detail-wrap"><div class="detail-text">{_paragraphs(report, between)}
    <p>(red/red)</p></div></div><div class="video">[Gambas:Video CNN]</div></div><div class="sidebar">{_links()}</div>"""
    return _page(report, "www.cnnindonesia.com", body)


def tabloid(report: Report) -> str:
    body = f"""<div id="article"><h1 id="arttitle">{report.title}</h1><div id="penulis">Penulis: Redaksi</div>
    <div class="side-article txt-article multi-fontsize">{_paragraphs(report)}
    <p class="baca">Baca juga: <a href="/z">{OTHERS[2]}</a></p></div><div class="paging"><a href="?page=2">Halaman selanjutnya</a>
    </div></div><div id="latestnews">{_links()}</div>"""
    return _page(report, "www.tribunnews.com", body)


def wire(report: Report) -> str:
    inner = "".join(
        f'<div data-testid="paragraph-{i}" class="text__text">{p}</div>' for i, p in enumerate(report.paragraphs)
    )
    body = f"""<main><article><div class="article-header"><h1 data-testid="Heading">{report.title}</h1>
    <time datetime="2024-06-19">June 19, 2024</time></div><div class="article-body__content">{inner}
    <p>Sign up here.</p></div><div class="article-body__trust">Our Standards: The Trust Principles.</div></article></main>
    <aside>{_links()}</aside>"""
    return _page(report, "www.reuters.com", body)


def broadcaster(report: Report) -> str:
    blocks = "".join(f'<div data-component="text-block"><p>{p}</p></div>' for p in report.paragraphs)
    body = f"""<main id="main-content"><article><div data-component="headline-block"><h1>{report.title}</h1></div>
    <div data-component="byline-block"><span>Our correspondent</span></div><figure data-component="image-block">
    <img src="b.jpg"><figcaption>The harbour</figcaption></figure>{blocks}<div data-component="links-block">
    <p>More on this story</p>{_links()}</div></article></main>"""
    return _page(report, "www.bbc.com", body)


def network(report: Report) -> str:
    between = {0: f'<div class="more-on"><h3>Recommended Stories</h3>{_links()}</div>'}
    body = f"""<main id="main-content-area"><header class="article-header"><h1>{report.title}</h1>
    <p class="article__subhead">A report in brief</p></header><div class="wysiwyg wysiwyg--all-content" aria-live="polite">
    {_paragraphs(report, between)}</div><div class="article-source">Source: News agencies</div></main>"""
    return _page(report, "www.aljazeera.com", body)


LAYOUTS: tuple[Callable[[Report], str], ...] = (
    *(portal, daily, magazine, weekly, agency, television, tabloid),
    *(wire, broadcaster, network),
)

ENGLISH = (wire, broadcaster, network)


def pages() -> Iterator[tuple[str, Report, str]]:
    """Layout, report and page of all forty."""
    for layout in LAYOUTS:
        language = "en" if layout in ENGLISH else "id"
        for report in (*REPORTS, *MORE):
            if report.language == language:
                yield layout.__name__, report, layout(report)
