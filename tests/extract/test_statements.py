"""Rows of text: `[id Name]` marks a party, an id that starts with `@` an outlet, one with `+` a person."""

import re
from dataclasses import dataclass

import pytest
from spacy.lang.id import Indonesian
from spacy.tokens import Doc

from saksi.extract.statements import find_statements
from saksi.extract.statements.quotes import find_quotes
from saksi.languages import load_pack
from saksi.model import Actor, Cast, Kind, Span, Statement

MARK = re.compile(r"\[([@+]?\w+) ([^\]]+)\]")
TOKEN = re.compile(r"\n+|\w+(?:[-.]\w+)*|[^\w\s]")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
VOCAB = Indonesian().vocab
KINDS: dict[str, Kind] = {"@": "outlet", "+": "person"}


@dataclass(frozen=True)
class Row:
    language: str
    marked: str
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language}: {self.plain}"

    @property
    def plain(self) -> str:
        return MARK.sub(r"\2", self.marked)

    @property
    def cast(self) -> Cast:
        mentions: dict[str, list[Span]] = {}
        removed = 0
        for mark in MARK.finditer(self.marked):
            start = mark.start() - removed
            mentions.setdefault(mark[1], []).append(Span(start=start, end=start + len(mark[2])))
            removed += len(mark[0]) - len(mark[2])
        parties = (
            Actor(
                id=name.lstrip("@+"),
                name=name,
                kind=KINDS.get(name[0], "organisation"),
                code="---",
                mentions=tuple(spans),
            )
            for name, spans in mentions.items()
        )
        own = Actor(id="own", name="Own", kind="outlet", code="IDN")
        unnamed = Actor(id="unnamed", name="unnamed", kind="group", code="---")
        return Cast(actors=(own, unnamed, *parties), outlet="own", unnamed="unnamed")

    def read(self) -> list[Statement]:
        return find_statements(document(self.plain), pack=load_pack(self.language), cast=self.cast)


def document(text: str) -> Doc:
    straight = text.translate(STRAIGHT)
    words: list[str] = []
    spaces: list[bool] = []
    for token in TOKEN.finditer(straight):
        words.append(token[0])
        spaces.append(straight[token.end() : token.end() + 1] == " ")
    return Doc(VOCAB, words=words, spaces=spaces)


def line(statement: Statement, text: str) -> str:
    """`a>b: "words"` for a quote, `a>b: words` for reported speech, `-` before it for a denial."""
    words = statement.content.of(text)
    denial = "-" if statement.stance_of_speaker == "denies" else ""
    chain = ">".join(statement.chain[1:])
    return f'{denial}{chain}: "{words}"' if statement.direct else f"{denial}{chain}: {words}"


MFA = "mfa: langkah itu ‘tidak masuk akal.’"
QUOTED = [
    Row("id", '"Kami siap membalas," kata [+ali Ali].', ('ali: "Kami siap membalas,"',)),
    Row("id", "“Kami siap membalas,” ujar [+ali Ali] di kota itu.", ('ali: "Kami siap membalas,"',)),
    Row("id", '[+ali Ali] mengatakan, "Kami siap membalas."', ('ali: "Kami siap membalas."',)),
    Row("id", '[+ali Ali] mengatakan bahwa: "Kami siap."', ('ali: "Kami siap."',)),
    Row(
        "id",
        '"Kami siap," kata [+ali Ali], "dan kami akan membalas."',
        ('ali: "Kami siap,"', 'ali: "dan kami akan membalas."'),
    ),
    Row("id", '"Kami siap. Kami kuat," tegas [+ali Ali].', ('ali: "Kami siap. Kami kuat,"',)),
    Row("id", '"Kapan?" tanya [+ali Ali].', ('ali: "Kapan?"',)),
    Row(
        "id",
        '"Kami siap," kata [+ali Ali].\n"Kami kuat," lanjutnya.\n"Kami menang."',
        ('ali: "Kami siap,"', 'ali: "Kami kuat,"', 'ali: "Kami menang."'),
    ),
    Row("id", '"Kami siap," kata [+ali Ali]. "Kami kuat," imbuh dia.', ('ali: "Kami siap,"', 'ali: "Kami kuat,"')),
    Row(
        "id",
        '"Kami siap," ujar [mfa juru bicara kementerian], [+ali Ali], kemarin.',
        ('ali: "Kami siap,"',),
    ),
    Row("id", "[mfa Kementerian] menyebut langkah itu ‘tidak masuk akal.’", (MFA, 'mfa: "tidak masuk akal."')),
    Row("id", '[+ali Ali] mengutuk serangan itu sebagai "kejahatan".', ('ali: "kejahatan"',)),
    Row("id", '[+ali Ali] hadir dalam acara "Suara Rakyat Merdeka".', ()),
    Row(
        "id",
        '[+ali Ali] menilai mekanisme yang disebut "snapback" itu keliru.',
        ('ali: mekanisme yang disebut "snapback" itu keliru',),
    ),
    Row("id", "[+ali Ali] mengunjungi kota Ma'arif dan Qur'an.", ()),
    Row("en", '"We are ready," said [+ann Ann].', ('ann: "We are ready,"',)),
    Row("en", "“We are ready,” [+ann Ann] said on Monday.", ('ann: "We are ready,"',)),
    Row("en", '[+ann Ann] said: "We are ready."', ('ann: "We are ready."',)),
    Row("en", '"We," [+ann Ann] said, "are ready."', ('ann: "We,"', 'ann: "are ready."')),
    Row("en", '"Why now?" [+ann Ann] asked.', ('ann: "Why now?"',)),
    Row(
        "en",
        '"We are ready," [+ann Ann] told reporters.\n"We will win."',
        ('ann: "We are ready,"', 'ann: "We will win."'),
    ),
    Row(
        "en",
        '"We are ready," [+ann Ann] said. "We will win," she added.',
        ('ann: "We are ready,"', 'ann: "We will win,"'),
    ),
    Row("en", "The soldiers' families met the ministers' aides.", ()),
]

REPORTED = [
    Row("id", "[+ali Ali] mengatakan bahwa pasukan telah masuk.", ("ali: pasukan telah masuk",)),
    Row("id", "[+ali Ali] mengatakan pada Selasa (26/5) bahwa pasukan telah masuk.", ("ali: pasukan telah masuk",)),
    Row("id", "[+ali Ali], dalam pidatonya, menegaskan pasukan telah masuk.", ("ali: pasukan telah masuk",)),
    Row("id", "Pasukan telah masuk, kata [+ali Ali].", ("ali: Pasukan telah masuk",)),
    Row("id", "Dikatakan [+ali Ali] bahwa pasukan telah masuk.", ("ali: pasukan telah masuk",)),
    Row("id", "Menurut [experts para ahli], pasukan telah masuk.", ("experts: pasukan telah masuk",)),
    Row(
        "id",
        "Pasukan telah masuk ke kota itu, menurut [experts para ahli].",
        ("experts: Pasukan telah masuk ke kota itu",),
    ),
    Row(
        "id",
        "[a Seoul], [b Washington] dan [c Kyiv] mengklaim bahwa pasukan telah masuk.",
        tuple(f"{party}: pasukan telah masuk" for party in "abc"),
    ),
    Row(
        "id",
        "[+ali Ali] mengatakan pasukan telah masuk, seraya menambahkan bahwa kota aman.",
        ("ali: pasukan telah masuk", "ali: kota aman"),
    ),
    Row("id", "[+ali Ali] membantah bahwa pasukan telah masuk.", ("-ali: pasukan telah masuk",)),
    Row("id", "[+ali Ali] tidak mengatakan bahwa pasukan telah masuk.", ()),
    Row("id", "[+ali Ali] mendesak [b Seoul] agar menarik pasukan.", ("ali: menarik pasukan",)),
    Row("id", "[+ali Ali] memperingatkan bahwa pasukan akan masuk.", ("ali: pasukan akan masuk",)),
    Row("id", "[+ali Ali] menuduh [b Seoul] mengirim pasukan.", ("ali: Seoul mengirim pasukan",)),
    Row("id", "[+ali Ali] mengecam serangan [b Seoul] itu.", ()),
    Row("id", "Sebuah laporan menyebut pasukan telah masuk.", ("unnamed: pasukan telah masuk",)),
    Row(
        "id",
        "[+ali Ali] mengatakan pasukan masuk. Dia menambahkan bahwa kota aman.",
        ("ali: pasukan masuk", "ali: kota aman"),
    ),
    Row("en", "[+ann Ann] said that troops had entered.", ("ann: troops had entered",)),
    Row("en", "[+ann Ann] said on Monday troops had entered.", ("ann: on Monday troops had entered",)),
    Row("en", "Troops had entered the city, [+ann Ann] said on Monday.", ("ann: Troops had entered the city",)),
    Row("en", "[+ann Ann] told reporters that troops had entered.", ("ann: troops had entered",)),
    Row("en", "Troops had entered, according to [experts experts].", ("experts: Troops had entered",)),
    Row("en", "[+ann Ann] denied that troops had entered.", ("-ann: troops had entered",)),
    Row("en", "[+ann Ann] did not say that troops had entered.", ()),
    Row("en", "[+ann Ann] urged [b Seoul] to withdraw its troops.", ("ann: withdraw its troops",)),
    Row("en", "[+ann Ann] accused [b Seoul] of sending troops.", ("ann: Seoul of sending troops",)),
    Row(
        "en",
        "[+ann Ann] said troops had entered, adding that the city was safe.",
        ("ann: troops had entered", "ann: the city was safe"),
    ),
    Row("en", "[a Seoul] and [b Tokyo] said troops had entered.", ("a: troops had entered", "b: troops had entered")),
]

CARRIED = [
    Row(
        "id",
        '"Kami siap," tulis [+ali Ali] dalam artikel yang dimuat oleh [@kc KCNA], dikutip dari [@cna CNA], Selasa.',
        (
            'cna: "Kami siap," tulis Ali dalam artikel yang dimuat oleh KCNA',
            'cna>kc: "Kami siap," tulis Ali dalam artikel yang',
            'cna>kc>ali: "Kami siap,"',
        ),
    ),
    Row(
        "id",
        '"Kami siap," kata [+ali Ali], seperti dilansir [@afp AFP], Rabu.\n'
        '"Kami kuat," tegasnya.\n"Itu saja," kata [+ali Ali].',
        ('afp: "Kami siap," kata Ali', 'afp>ali: "Kami siap,"', 'afp>ali: "Kami kuat,"', 'ali: "Itu saja,"'),
    ),
    Row("id", "Dilansir [@afp AFP], Rabu (18/6), pidato itu berlangsung lama.", ("afp: pidato itu berlangsung lama",)),
    Row(
        "id",
        "Dilansir [@afp AFP], pasukan telah masuk, kata [@kc KCNA].",
        ("afp: pasukan telah masuk, kata KCNA", "afp>kc: pasukan telah masuk"),
    ),
    Row("id", '"Kami siap," kata [+ali Ali] kepada [@afp AFP].', ('afp>ali: "Kami siap,"',)),
    Row("id", '"Pasukan masuk," lapor [@afp AFP].', ('afp: "Pasukan masuk,"',)),
    Row("id", "Pasukan telah masuk.\nHal ini dilaporkan [@afp AFP].", ("afp: Pasukan telah masuk.",)),
    Row(
        "id",
        '[+ali Ali], menurut [elysee Istana], mengatakan bahwa dirinya "bertekad".',
        (
            'elysee: mengatakan bahwa dirinya "bertekad"',
            'elysee>ali: dirinya "bertekad"',
            'elysee>ali: "bertekad"',
        ),
    ),
    Row("en", '"We are ready," [+ann Ann] told [@rts Reuters].', ('rts>ann: "We are ready,"',)),
    Row(
        "en",
        "Troops had entered the city, state broadcaster [@rtbf RTBF] reported.",
        ("rtbf: Troops had entered the city",),
    ),
    Row(
        "en",
        "[@rtbf RTBF] quoted [police police sources] as saying troops had entered.",
        ("rtbf>police: troops had entered",),
    ),
    Row("en", '[+ann She] was quoted as saying by [@xin Xinhua]: "We are ready."', ('xin>ann: "We are ready."',)),
]


@pytest.mark.parametrize("row", [*QUOTED, *REPORTED, *CARRIED], ids=str)
def test_who_says_what(row: Row) -> None:
    assert [line(statement, row.plain) for statement in row.read()] == list(row.expected)


def test_statements_are_numbered_and_show_their_cue() -> None:
    row = Row("id", '"Kami siap," kata [+ali Ali]. [+ali Ali] menilai [b Seoul] keliru.', ())
    statements = row.read()
    assert [statement.id for statement in statements] == ["s1", "s2"]
    assert [statement.cue.of(row.plain) for statement in statements if statement.cue] == ["kata", "menilai"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('dia berkata "ya" lalu "tidak".', ["ya", "tidak"]),
        ('pintu rumah."Kami siap," katanya.', ["Kami siap,"]),
        ("menyebut 'keliru' klaim itu", ["keliru"]),
        ("the ministers' aides don't agree", []),
        ('"Satu.\n"Dua," katanya.', ["Satu.", "Dua,"]),
        ('panjang 5" saja', []),
    ],
)
def test_find_quotes(text: str, quoted: list[str]) -> None:
    assert [quote.inner.of(text) for quote in find_quotes(text)] == quoted


def test_a_deed_in_words_is_no_reported_speech() -> None:
    words = ["Ali", "menyatakan", "dukungan", "kepada", "Seoul", "."]
    doc = Doc(
        VOCAB,
        words=words,
        heads=[1, 1, 1, 4, 2, 1],
        deps=["nsubj", "ROOT", "obj", "case", "nmod", "punct"],
        pos=["PROPN", "VERB", "NOUN", "ADP", "PROPN", "PUNCT"],
    )
    cast = Row("id", "[+ali Ali] menyatakan dukungan kepada [b Seoul] .", ()).cast
    assert find_statements(doc, pack=load_pack("id"), cast=cast) == []
