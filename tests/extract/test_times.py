"""Times of Indonesian and English news: rows of (sentence, expected times), published on Tuesday 18 June 2024."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from saksi.errors import PackError
from saksi.extract.times import opens, read_times
from saksi.languages import Pack, load_pack
from saksi.model import Time

PUBLISHED = datetime(2024, 6, 18, 13, 51, tzinfo=UTC)

Row = tuple[str, str, str, str]

INDONESIAN: list[tuple[str, list[Row]]] = [
    # dates
    ("Pertemuan digelar pada 18 Juni 2024.", [("18 Juni 2024", "2024-06-18", "2024-06-18", "day")]),
    ("Ia tiba Selasa, 11 Juni 2024.", [("Selasa, 11 Juni 2024", "2024-06-11", "2024-06-11", "day")]),
    ("Demikian dikutip Rabu (12/6/2024).", [("Rabu (12/6/2024)", "2024-06-12", "2024-06-12", "day")]),
    ("Rudal itu jatuh pada Selasa, (4/6/2024) di laut.", [("Selasa, (4/6/2024)", "2024-06-04", "2024-06-04", "day")]),
    ("Pasukan mundur (17/6).", [("17/6", "2024-06-17", "2024-06-17", "day")]),
    ("Pasukan mundur pada Senin (17/6) dari kota.", [("Senin (17/6)", "2024-06-17", "2024-06-17", "day")]),
    ("Pada hari Senin (17/6/) mereka bertemu.", [("hari Senin (17/6/)", "2024-06-17", "2024-06-17", "day")]),
    ("Ia bicara Selasa (18/6/224) di istana.", [("Selasa (18/6/224)", "2024-06-18", "2024-06-18", "day")]),
    ("Ia bicara Selasa (18/06/24) di istana.", [("Selasa (18/06/24)", "2024-06-18", "2024-06-18", "day")]),
    ("Perjanjian tertanggal 2024-06-03 itu batal.", [("2024-06-03", "2024-06-03", "2024-06-03", "day")]),
    ("Surat tanggal 3 Mei 2023 itu palsu.", [("tanggal 3 Mei 2023", "2023-05-03", "2023-05-03", "day")]),
    ("Surat itu bertanggal 3-5-2023.", [("3-5-2023", "2023-05-03", "2023-05-03", "day")]),
    ("Serangan terjadi pada 7 Okt 2023.", [("7 Okt 2023", "2023-10-07", "2023-10-07", "day")]),
    ("Gencatan senjata 27 November dilanggar.", [("27 November", "2023-11-27", "2023-11-27", "day")]),
    ("Konferensi 25 Juni ditunda.", [("25 Juni", "2024-06-25", "2024-06-25", "day")]),
    ("Serangan besar terjadi pada 28 Februari lalu.", [("28 Februari lalu", "2024-02-28", "2024-02-28", "day")]),
    ("Rapat ditunda ke 5 Mei mendatang.", [("5 Mei mendatang", "2025-05-05", "2025-05-05", "day")]),
    ("Ia ditangkap 15 Agustus tahun lalu.", [("15 Agustus tahun lalu", "2023-08-15", "2023-08-15", "day")]),
    ("Rapat Jumat (27/12) itu gagal.", [("Jumat (27/12)", "2024-12-27", "2024-12-27", "day")]),
    ("Pada 31 Juni tidak ada apa-apa.", []),
    ("Skor akhir 45/60/80 poin.", []),
    # parts of day
    ("Ia ditahan Senin malam.", [("Senin malam", "2024-06-17T18", "2024-06-17T23", "part-of-day")]),
    ("Ia ditahan Senin (17/6) malam.", [("Senin (17/6) malam", "2024-06-17T18", "2024-06-17T23", "part-of-day")]),
    ("Bom meledak Minggu dini hari.", [("Minggu dini hari", "2024-06-16T00", "2024-06-16T04", "part-of-day")]),
    ("Rudal menghantam kota itu semalam.", [("semalam", "2024-06-17T18", "2024-06-18T05", "part-of-day")]),
    ("Rudal menghantam kota itu tadi malam.", [("tadi malam", "2024-06-17T18", "2024-06-17T23", "part-of-day")]),
    ("Ia berangkat pagi ini.", [("pagi ini", "2024-06-18T05", "2024-06-18T10", "part-of-day")]),
    ("Ia berpidato kemarin sore.", [("kemarin sore", "2024-06-17T15", "2024-06-17T18", "part-of-day")]),
    ("Keduanya akan bertemu nanti malam.", [("nanti malam", "2024-06-18T18", "2024-06-18T23", "part-of-day")]),
    # days from the publication
    ("Kemarin ia dipecat.", [("Kemarin", "2024-06-17", "2024-06-17", "day")]),
    ("Hari ini ia dipecat.", [("Hari ini", "2024-06-18", "2024-06-18", "day")]),
    (
        "Besok ia datang, lusa pulang.",
        [("Besok", "2024-06-19", "2024-06-19", "day"), ("lusa", "2024-06-20", "2024-06-20", "day")],
    ),
    # weekdays, told as past and as planned
    ("Putin tiba pada Selasa.", [("Selasa", "2024-06-18", "2024-06-18", "day")]),
    ("Putin tiba pada Rabu.", [("Rabu", "2024-06-12", "2024-06-12", "day")]),
    ("Putin akan tiba pada Rabu.", [("Rabu", "2024-06-19", "2024-06-19", "day")]),
    ("Putin dijadwalkan tiba di Hanoi hari Kamis.", [("hari Kamis", "2024-06-20", "2024-06-20", "day")]),
    ("Putin akan tiba Selasa malam.", [("Selasa malam", "2024-06-18T18", "2024-06-18T23", "part-of-day")]),
    ("Pada Rabu, Putin akan bertemu Kim.", [("Rabu", "2024-06-19", "2024-06-19", "day")]),
    ("Putin pada Rabu akan bertemu Kim.", [("Rabu", "2024-06-19", "2024-06-19", "day")]),
    ("Putin akan datang, kata Peskov pada Senin.", [("Senin", "2024-06-17", "2024-06-17", "day")]),
    ("Peskov mengatakan pada Senin bahwa Putin akan datang.", [("Senin", "2024-06-17", "2024-06-17", "day")]),
    ("Mereka bertemu Jumat lalu.", [("Jumat lalu", "2024-06-14", "2024-06-14", "day")]),
    ("Mereka bertemu Selasa lalu.", [("Selasa lalu", "2024-06-11", "2024-06-11", "day")]),
    ("Mereka bertemu Selasa depan.", [("Selasa depan", "2024-06-25", "2024-06-25", "day")]),
    ("Mereka bertemu Jumat pekan lalu.", [("Jumat pekan lalu", "2024-06-14", "2024-06-14", "day")]),
    ("Mereka bertemu Senin pekan depan.", [("Senin pekan depan", "2024-06-24", "2024-06-24", "day")]),
    # a capital tells Sunday from the week, but not where a sentence begins
    ("Mereka bertemu pada Minggu.", [("Minggu", "2024-06-16", "2024-06-16", "day")]),
    ("Mereka bertemu minggu lalu.", [("minggu lalu", "2024-06-10", "2024-06-16", "week")]),
    ("Minggu lalu mereka bertemu.", [("Minggu lalu", "2024-06-10", "2024-06-16", "week")]),
    # units
    ("Tahun lalu Kim pergi.", [("Tahun lalu", "2023-01-01", "2023-12-31", "year")]),
    ("Ia dilantik bulan lalu.", [("bulan lalu", "2024-05-01", "2024-05-31", "month")]),
    ("Pekan ini mereka berunding.", [("Pekan ini", "2024-06-17", "2024-06-23", "week")]),
    ("Rapat digelar minggu depan.", [("minggu depan", "2024-06-24", "2024-06-30", "week")]),
    ("Ini uji coba kedelapan tahun ini.", [("tahun ini", "2024-01-01", "2024-12-31", "year")]),
    ("Mereka bertemu akhir pekan lalu.", [("akhir pekan lalu", "2024-06-15", "2024-06-16", "day")]),
    ("Perang akan usai akhir tahun ini.", [("akhir tahun ini", "2024-09-01", "2024-12-31", "year")]),
    # counted
    ("Ia tiba tiga hari lalu.", [("tiga hari lalu", "2024-06-15", "2024-06-15", "day")]),
    ("Ia tiba 3 hari yang lalu.", [("3 hari yang lalu", "2024-06-15", "2024-06-15", "day")]),
    ("Ia tiba dua tahun silam.", [("dua tahun silam", "2022-01-01", "2022-12-31", "year")]),
    ("Ia tiba sebulan lalu.", [("sebulan lalu", "2024-05-01", "2024-05-31", "month")]),
    ("Ia tiba dua hari lagi.", [("dua hari lagi", "2024-06-20", "2024-06-20", "day")]),
    ("Ia tiba enam hari sebelumnya.", []),
    (
        "Pada 10 Mei 2024 ia pergi. Enam hari sebelumnya ia tiba.",
        [
            ("10 Mei 2024", "2024-05-10", "2024-05-10", "day"),
            ("Enam hari sebelumnya", "2024-05-04", "2024-05-04", "day"),
        ],
    ),
    (
        "Pada 10 Mei 2024 ia pergi. Keesokan harinya ia pulang.",
        [("10 Mei 2024", "2024-05-10", "2024-05-10", "day"), ("Keesokan harinya", "2024-05-11", "2024-05-11", "day")],
    ),
    # months, years, decades, quarters
    ("Rusia memakai hak veto di bulan Maret.", [("bulan Maret", "2024-03-01", "2024-03-31", "month")]),
    ("Ia dilantik pada Oktober.", [("Oktober", "2023-10-01", "2023-10-31", "month")]),
    ("Pemilu akan digelar pada Oktober.", [("Oktober", "2024-10-01", "2024-10-31", "month")]),
    ("Kudeta Februari 2021 itu berdarah.", [("Februari 2021", "2021-02-01", "2021-02-28", "month")]),
    ("Laporan Agustus tahun lalu dikecam.", [("Agustus tahun lalu", "2023-08-01", "2023-08-31", "month")]),
    ("Rapat digelar akhir Juni.", [("akhir Juni", "2024-06-21", "2024-06-30", "month")]),
    ("Rapat digelar awal bulan Juli 2024.", [("awal bulan Juli 2024", "2024-07-01", "2024-07-10", "month")]),
    ("Rapat digelar pertengahan Mei lalu.", [("pertengahan Mei lalu", "2024-05-11", "2024-05-20", "month")]),
    ("Invasi tahun 2022 gagal.", [("tahun 2022", "2022-01-01", "2022-12-31", "year")]),
    ("Mereka pisah pada 2018.", [("2018", "2018-01-01", "2018-12-31", "year")]),
    ("Mereka pisah tahun 2023 lalu.", [("tahun 2023 lalu", "2023-01-01", "2023-12-31", "year")]),
    ("Ia berkuasa sejak 2000.", [("sejak 2000", "2000-01-01", "2000-12-31", "year")]),
    ("Ia diburu sejak 13 Juni lalu.", [("sejak 13 Juni lalu", "2024-06-13", "2024-06-13", "day")]),
    ("Pada 1990-an ia miskin.", [("1990-an", "1990-01-01", "1999-12-31", "year")]),
    ("Pada awal tahun 1990-an ia miskin.", [("awal tahun 1990-an", "1990-01-01", "1993-04-30", "year")]),
    ("Ekonomi tumbuh pada kuartal I 2024.", [("kuartal I 2024", "2024-01-01", "2024-03-31", "quarter")]),
    ("Ekonomi tumbuh pada kuartal keempat.", [("kuartal keempat", "2023-10-01", "2023-12-31", "quarter")]),
    # ranges
    ("Rapat digelar 7-9 Juni 2024.", [("7-9 Juni 2024", "2024-06-07", "2024-06-09", "day")]),
    ("Rapat digelar 7 hingga 9 Juni.", [("7 hingga 9 Juni", "2024-06-07", "2024-06-09", "day")]),
    ("Rapat digelar 28 Mei hingga 3 Juni 2024.", [("28 Mei hingga 3 Juni 2024", "2024-05-28", "2024-06-03", "day")]),
    ("Perang terjadi antara 2019 dan 2021.", [("antara 2019 dan 2021", "2019-01-01", "2021-12-31", "year")]),
    ("Perang terjadi 2019–2021.", [("2019–2021", "2019-01-01", "2021-12-31", "year")]),
    ("Panen November-Januari 2024 gagal.", [("November-Januari 2024", "2023-11-01", "2024-01-31", "month")]),
    ("Mereka akan berunding Rabu hingga Jumat.", [("Rabu hingga Jumat", "2024-06-19", "2024-06-21", "day")]),
    # no times
    ("Baru-baru ini, dalam beberapa bulan terakhir, ia sakit.", []),
    ("Beberapa tahun lalu dan tiga tahun terakhir ia sakit.", []),
    ("Setiap Senin dan setiap hari Jumat ia libur.", []),
    ("Pria 22 tahun itu dan anak berusia 5 tahun selamat.", []),
    ("Sebanyak 2000 orang dan 1950 prajurit tewas.", []),
    ("Harga Rp 2.018 naik 2,24 persen menjadi US$2019 dan $ 2021.", []),
    ("Hubungi 0812-2024-2025 pukul 13.51 WIB.", []),
    ("Undang-Undang Nomor 20 Tahun 2003 berlaku.", []),
    ("Timnya menang 2-1 dan 21-19.", []),
]

ENGLISH: list[tuple[str, list[Row]]] = [
    # dates
    ("They met on June 11, 2024.", [("June 11, 2024", "2024-06-11", "2024-06-11", "day")]),
    ("They met on 11 June 2024.", [("11 June 2024", "2024-06-11", "2024-06-11", "day")]),
    ("They met on Tuesday, June 11, 2024, in Rome.", [("Tuesday, June 11, 2024", "2024-06-11", "2024-06-11", "day")]),
    ("They met on the 11th of June.", [("11th of June", "2024-06-11", "2024-06-11", "day")]),
    ("They met on Jun. 11, 2024.", [("Jun. 11, 2024", "2024-06-11", "2024-06-11", "day")]),
    ("The Nov. 13 rampage killed many.", [("Nov. 13", "2023-11-13", "2023-11-13", "day")]),
    ("They met on May 6.", [("May 6", "2024-05-06", "2024-05-06", "day")]),
    ("They met on 2024-06-03.", [("2024-06-03", "2024-06-03", "2024-06-03", "day")]),
    ("They met on Monday (17/6/2024).", [("Monday (17/6/2024)", "2024-06-17", "2024-06-17", "day")]),
    ("They met on Wednesday (5/6/2024).", [("Wednesday (5/6/2024)", "2024-06-05", "2024-06-05", "day")]),
    ("They met (5/6/2024).", []),
    ("They met on June 30 last year.", [("June 30 last year", "2023-06-30", "2023-06-30", "day")]),
    ("They will meet on June 30.", [("June 30", "2024-06-30", "2024-06-30", "day")]),
    ("They met on February 30, 2024.", []),
    # parts of day
    ("They met on Monday evening.", [("Monday evening", "2024-06-17T18", "2024-06-17T23", "part-of-day")]),
    ("They met last night.", [("last night", "2024-06-17T18", "2024-06-17T23", "part-of-day")]),
    ("They attacked overnight.", [("overnight", "2024-06-17T18", "2024-06-18T05", "part-of-day")]),
    ("They will meet tonight.", [("tonight", "2024-06-18T18", "2024-06-18T23", "part-of-day")]),
    ("They met this morning.", [("this morning", "2024-06-18T05", "2024-06-18T11", "part-of-day")]),
    ("They met yesterday afternoon.", [("yesterday afternoon", "2024-06-17T12", "2024-06-17T17", "part-of-day")]),
    # days from the publication
    ("Yesterday they met.", [("Yesterday", "2024-06-17", "2024-06-17", "day")]),
    (
        "They meet today and tomorrow.",
        [("today", "2024-06-18", "2024-06-18", "day"), ("tomorrow", "2024-06-19", "2024-06-19", "day")],
    ),
    ("They met the day before yesterday.", [("the day before yesterday", "2024-06-16", "2024-06-16", "day")]),
    # weekdays, told as past and as planned
    ("They met on Tuesday.", [("Tuesday", "2024-06-18", "2024-06-18", "day")]),
    ("They met on Wednesday.", [("Wednesday", "2024-06-12", "2024-06-12", "day")]),
    ("They will meet on Wednesday.", [("Wednesday", "2024-06-19", "2024-06-19", "day")]),
    ("They are scheduled to meet on Wednesday.", [("Wednesday", "2024-06-19", "2024-06-19", "day")]),
    ("On Wednesday, the two will meet.", [("Wednesday", "2024-06-19", "2024-06-19", "day")]),
    ("They will meet soon, he said on Monday.", [("Monday", "2024-06-17", "2024-06-17", "day")]),
    ("He said on Monday that they will meet.", [("Monday", "2024-06-17", "2024-06-17", "day")]),
    ("He said they will meet on Monday.", [("Monday", "2024-06-24", "2024-06-24", "day")]),
    ("It began the assault on Saturday, aiming to win.", [("Saturday", "2024-06-15", "2024-06-15", "day")]),
    ("They met last Tuesday.", [("last Tuesday", "2024-06-11", "2024-06-11", "day")]),
    ("They meet next Tuesday.", [("next Tuesday", "2024-06-25", "2024-06-25", "day")]),
    ("They met on Friday last week.", [("Friday last week", "2024-06-14", "2024-06-14", "day")]),
    ("Thursday's siege ended.", [("Thursday", "2024-06-13", "2024-06-13", "day")]),
    # units
    ("They met last year.", [("last year", "2023-01-01", "2023-12-31", "year")]),
    ("They met last month.", [("last month", "2024-05-01", "2024-05-31", "month")]),
    ("They met this week.", [("this week", "2024-06-17", "2024-06-23", "week")]),
    ("They meet next week.", [("next week", "2024-06-24", "2024-06-30", "week")]),
    ("They met earlier this month.", [("this month", "2024-06-01", "2024-06-30", "month")]),
    ("They met late last year.", [("late last year", "2023-09-01", "2023-12-31", "year")]),
    ("They met over the weekend.", [("weekend", "2024-06-15", "2024-06-16", "day")]),
    ("They plan to meet by the end of the month.", [("end of the month", "2024-06-21", "2024-06-30", "month")]),
    ("Sales rose last quarter.", [("last quarter", "2024-01-01", "2024-03-31", "quarter")]),
    # counted
    ("They met three days ago.", [("three days ago", "2024-06-15", "2024-06-15", "day")]),
    ("They met two years ago.", [("two years ago", "2022-01-01", "2022-12-31", "year")]),
    ("They met a week ago.", [("a week ago", "2024-06-10", "2024-06-16", "week")]),
    ("Two days earlier they met.", []),
    (
        "On May 10, 2024 they met. Two days earlier they fought.",
        [("May 10, 2024", "2024-05-10", "2024-05-10", "day"), ("Two days earlier", "2024-05-08", "2024-05-08", "day")],
    ),
    (
        "They fought on Friday. Four months later they met.",
        [("Friday", "2024-06-14", "2024-06-14", "day")],
    ),
    # months, years, decades, quarters
    ("They met in March.", [("March", "2024-03-01", "2024-03-31", "month")]),
    ("They met in May 2021.", [("May 2021", "2021-05-01", "2021-05-31", "month")]),
    ("The book by Jan Smith was read by May.", [("May", "2024-05-01", "2024-05-31", "month")]),
    ("They met last March.", [("last March", "2024-03-01", "2024-03-31", "month")]),
    ("November's attacks shocked all.", [("November", "2023-11-01", "2023-11-30", "month")]),
    ("They met in January last year.", [("January last year", "2023-01-01", "2023-01-31", "month")]),
    ("They met in late January.", [("late January", "2024-01-21", "2024-01-31", "month")]),
    ("They met in mid-June.", [("mid-June", "2024-06-11", "2024-06-20", "month")]),
    ("They met at the beginning of 2022.", [("beginning of 2022", "2022-01-01", "2022-04-30", "year")]),
    ("The 2005 killing shocked all.", [("2005", "2005-01-01", "2005-12-31", "year")]),
    ("They have ruled since 2011.", [("since 2011", "2011-01-01", "2011-12-31", "year")]),
    ("They have ruled since the 1990s.", [("since the 1990s", "1990-01-01", "1999-12-31", "year")]),
    ("Sales fell in the first quarter of 2016.", [("first quarter of 2016", "2016-01-01", "2016-03-31", "quarter")]),
    ("Sales fell in the fourth quarter.", [("fourth quarter", "2023-10-01", "2023-12-31", "quarter")]),
    # ranges
    ("They met on June 7-9.", [("June 7-9", "2024-06-07", "2024-06-09", "day")]),
    ("They met from May 28 to June 3.", [("May 28 to June 3", "2024-05-28", "2024-06-03", "day")]),
    ("They fought between 2019 and 2021.", [("between 2019 and 2021", "2019-01-01", "2021-12-31", "year")]),
    ("She will visit from Wednesday until Friday.", [("Wednesday until Friday", "2024-06-19", "2024-06-21", "day")]),
    # no times
    ("Recently, in the past few years, they met.", []),
    ("Several weeks ago and every Tuesday they met.", []),
    ("In the last two weeks they met.", []),
    ("It may march on, and he may sit in the sun.", []),
    ("The 22-year-old had a five-year plan.", []),
    ("Over 2000 people and 1950 soldiers paid $2019.", []),
    ("They won 2-1 at 13:51, 24/7.", []),
]

ROWS = [("id", text, rows) for text, rows in INDONESIAN] + [("en", text, rows) for text, rows in ENGLISH]


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Language]:
    pipelines: dict[str, Language] = {code: spacy.blank(code) for code in ("id", "en")}
    for pipeline in pipelines.values():
        pipeline.add_pipe("sentencizer")
    return pipelines


def read(doc: Doc, published: datetime | None = PUBLISHED) -> list[Time]:
    return read_times(doc, pack=load_pack(doc.lang_), published=published)


@pytest.mark.parametrize(("code", "text", "expected"), ROWS)
def test_words_name_their_interval(pipelines: dict[str, Language], code: str, text: str, expected: list[Row]) -> None:
    times = read(pipelines[code](text))

    assert [(time.text, time.start, time.end, time.grain) for time in times] == expected
    assert [time.id for time in times] == [f"t{number}" for number in range(1, len(times) + 1)]
    for time in times:
        assert [span.of(text) for span in time.mentions] == [time.text]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("id", "Tahun lalu, kemarin, 3 Mei, (18/6) dan Selasa ia pergi; pada 3 Mei 2023 ia tiba.", ["3 Mei 2023"]),
        ("id", "Semalam, pagi ini, dua hari lalu, akhir pekan, akhir tahun, kuartal I: sejak 2000.", ["sejak 2000"]),
        ("id", "Pada 10 Mei 2023 ia pergi, sehari sebelumnya tiba.", ["10 Mei 2023", "sehari sebelumnya"]),
        ("en", "Last year, yesterday, May 3, in March and on Tuesday; he left on May 3, 2023.", ["May 3, 2023"]),
    ],
)
def test_without_publication_only_what_stands_by_itself(
    pipelines: dict[str, Language], code: str, text: str, expected: list[str]
) -> None:
    assert [time.text for time in read(pipelines[code](text), published=None)] == expected


def test_the_same_words_for_the_same_interval_are_one_time(pipelines: dict[str, Language]) -> None:
    text = "Pada 2018 ia pergi. Pada 2018 ia pulang. Pada 2019 ia wafat."

    times = read(pipelines["id"](text))

    assert [(time.id, time.text, len(time.mentions)) for time in times] == [("t1", "2018", 2), ("t2", "2019", 1)]


def test_the_same_words_for_two_intervals_are_two_times(pipelines: dict[str, Language]) -> None:
    times = read(pipelines["en"]("They met on Wednesday. They will meet on Wednesday."))

    assert [time.start for time in times] == ["2024-06-12", "2024-06-19"]


def test_no_expression_crosses_a_line_break(pipelines: dict[str, Language]) -> None:
    times = read(pipelines["id"]("Ia lahir 18\nJuni 2023 ia wafat"))

    assert [time.text for time in times] == ["Juni 2023"]


def test_lines_are_sentences_where_nothing_marks_sentences() -> None:
    times = read(spacy.blank("id")("Putin akan tiba\nRabu mereka bertemu"))

    assert [time.start for time in times] == ["2024-06-12"]


def test_furniture_is_not_read() -> None:
    words = ["Foto: Reuters, 17 Juni 2024", "Rabu", "itu"]
    doc = Doc(spacy.blank("id").vocab, words=words, spaces=[False, True, False], pos=["SPACE", "PROPN", "PRON"])

    assert [time.text for time in read(doc)] == ["Rabu"]


def test_dates_split_otherwise_by_the_tokeniser_read_the_same() -> None:
    vocab = spacy.blank("id").vocab
    whole = Doc(vocab, words=["Rabu", "(12/6/2024)", "7-9", "Mei", ",", "1990-an"])
    apart = Doc(vocab, words=["(", "12", "/", "6", "/", "2024", ")"], spaces=[False] * 7)

    assert [time.start for time in read(whole)] == ["2024-06-12", "2024-05-07", "1990-01-01"]
    assert [time.start for time in read(apart)] == ["2024-06-12"]


def test_since_stands_in_the_words(pipelines: dict[str, Language]) -> None:
    first, second = read(pipelines["id"]("Sejak 2000 ia berkuasa, pada 2018 ia jatuh."))

    assert opens(first, pack=load_pack("id"))
    assert not opens(second, pack=load_pack("id"))


def test_an_empty_text_has_no_times() -> None:
    assert read(spacy.blank("id")("")) == []


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("", "'values' is missing"),
        ('[values.unit]\nhari = "dei"', "'dei' is no number and none of"),
    ],
)
def test_a_broken_pack_says_what_is_wrong(tmp_path: Path, table: str, message: str) -> None:
    (tmp_path / "times.toml").write_text(table, encoding="utf-8")

    with pytest.raises(PackError, match=message):
        read_times(spacy.blank("id")("Kemarin"), pack=Pack("id", tmp_path), published=PUBLISHED)
