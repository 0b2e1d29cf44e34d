"""Who is said to say what, in articles annotated by others: `python -m evaluation.attribution [--wrong]`.

PolNeAR's development part (English; source, cue and content of each attribution, of thoughts and intentions too) and
PFSA-ID's (Indonesian; quotations and persons, token by token). Of every other article the errors may be looked at.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import saksi
from saksi.model import Reading, Span, Statement

HALF = 0.5
SHORTEST_NAME = 3
NEAR_SPEAKER = 60
"""Characters between a quotation and who says it."""
QUOTES = frozenset('"“”')
NO_SPACE_BEFORE = frozenset(".,:;?!)%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution as annotated: the words, and who says them, as spans of the article's text."""

    content: Span
    source: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An annotated article."""

    name: str
    text: str
    language: str
    said: Sequence[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Attributions that are right, found, and annotated; with those of which the speaker was asked and is right."""

    right: int = 0
    found: int = 0
    gold: int = 0
    asked: int = 0
    speakers: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            right=self.right + other.right,
            found=self.found + other.found,
            gold=self.gold + other.gold,
            asked=self.asked + other.asked,
            speakers=self.speakers + other.speakers,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)


def polnear(folder: Path) -> list[Text]:
    """PolNeAR's articles; a content in several pieces counts from the first to the last."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if notes:
            said = list(_attributions(notes[0].read_text(encoding="utf-8").splitlines()))
            found.append(Text(name=path.stem, text=path.read_text(encoding="utf-8"), language="en", said=said))
    return found


def _attributions(lines: Iterable[str]) -> Iterator[Said]:
    spans: dict[str, Span] = {}
    relations = []
    for line in lines:
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = [int(number) for number in re.findall(r"\d+", rest.partition("\t")[0])]
            spans[key] = Span(start=min(places), end=max(places))
        elif key.startswith("E"):
            relations.append(
                {role.rstrip("0123456789"): span for role, _, span in (part.partition(":") for part in rest.split())}
            )
    for relation in relations:
        if "Content" in relation:
            yield Said(content=spans[relation["Content"]], source=spans.get(relation.get("Source", "")))


def pfsa(path: Path) -> list[Text]:
    """PFSA-ID's articles, put together from their tokens; the speaker is the person named nearest in the sentence."""
    articles: list[list[list[tuple[str, str]]]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        sentence = [
            (token, label) for token, _, label in (line.partition("\t") for line in block.splitlines()) if token
        ]
        if sentence and (not articles or _opens(sentence)):
            articles.append([])
        if sentence:
            articles[-1].append(sentence)
    return [_article(f"pfsa-{number}", sentences) for number, sentences in enumerate(articles)]


def _opens(sentence: Sequence[tuple[str, str]]) -> bool:
    words = [token for token, _ in sentence[:6]]
    return words[0].isupper() and len(words[0]) > 1 and "KOMPAS" in words


def _article(name: str, sentences: Iterable[Sequence[tuple[str, str]]]) -> Text:
    """The text of an article from its tokens, with its statements and persons."""
    text = ""
    spans: dict[str, list[Span]] = {"STATEMENT": [], "PERSON": [], "PERSONCOREF": []}
    opened: dict[str, int] = {}
    inside = False
    for sentence in sentences:
        for token, label in sentence:
            mark = token in QUOTES
            closes = mark and inside
            text += "" if closes or token in NO_SPACE_BEFORE or (text.endswith(("(", '"')) and inside) else " "
            if mark:
                inside = not inside
                text += '"' if not closes else ""
            start = len(text) - (1 if mark and not closes else 0)
            text += '"' if closes else "" if mark else token
            position, _, kind = label.partition("-")
            if position in ("B", "U"):
                opened[kind] = start
            if position in ("L", "U") and kind in opened:
                spans.setdefault(kind, []).append(Span(start=opened.pop(kind), end=len(text)))
        inside = inside and "STATEMENT" in opened
    said = [Said(content=span, source=_speaker(span, spans, text)) for span in spans["STATEMENT"]]
    return Text(name=name, text=text, language="id", said=said)


def _speaker(content: Span, spans: Mapping[str, Sequence[Span]], text: str) -> Span | None:
    """The person told right behind the quotation, else before it; a short name means the last one who bears it."""
    told = sorted([*spans["PERSON"], *spans["PERSONCOREF"]])
    end = text.find(". ", content.end)
    behind = [person for person in told if 0 <= person.start - content.end <= NEAR_SPEAKER and person.start < end]
    before = [person for person in told if 0 <= content.start - person.end <= NEAR_SPEAKER]
    near = min(behind, default=None) or max(before, default=None)
    if near is None or near in spans["PERSON"]:
        return near
    words = set(near.of(text).split())
    known = [person for person in spans["PERSON"] if person.start < near.start]
    return next((person for person in reversed(known) if words & set(person.of(text).split())), None)


def compared(text: Text, reading: Reading, *, direct: bool) -> tuple[Count, list[Said]]:
    """The count of one article and what was missed; `direct` compares quotations alone, else speakers must fit too."""
    statements = [one for one in reading.statements if one.direct] if direct else _flat(reading.statements, text.text)
    used: set[int] = set()
    right = asked = speakers = 0
    missed = []
    for said in text.said:
        fits = [i for i, one in enumerate(statements) if i not in used and _overlap(one.content, said.content) >= HALF]
        heard = [i for i in fits if said.source is None or _is_heard(reading, statements[i], said.source, text.text)]
        best = (heard or (fits if direct else []))[:1]
        if fits and said.source is not None:
            asked, speakers = asked + 1, speakers + bool(heard)
        if best:
            used.add(best[0])
            right += 1
        else:
            missed.append(said)
    found = len({one.content for one in statements})
    return Count(right=right, found=found, gold=len(text.said), asked=asked, speakers=speakers), missed


def _flat(statements: Sequence[Statement], text: str) -> list[Statement]:
    """As the annotations are: none inside another, and what a speaker goes on to say behind the cue as one."""
    found: list[Statement] = []
    for one in sorted(statements, key=lambda one: (one.content.start, -one.content.end)):
        if found and one.content.end <= found[-1].content.end:
            continue
        goes_on = found and found[-1].direct and one.direct and found[-1].speaker == one.speaker
        if goes_on and "\n" not in text[found[-1].content.end : one.content.start]:
            whole = Span(start=found[-1].content.start, end=one.content.end)
            found[-1] = replace(found[-1], content=whole)
        else:
            found.append(one)
    return found


def _overlap(one: Span, other: Span) -> float:
    """The share of the longer one that lies in both."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / max(one.end - one.start, other.end - other.start)


def _is_heard(reading: Reading, statement: Statement, source: Span, text: str) -> bool:
    """Whether the statement's speaker is told in the annotated source, or shares a word with the person named there."""
    actor = next((actor for actor in reading.actors if actor.id == statement.speaker), None)
    if actor is None:
        return False
    words = {word for word in actor.name.split() if len(word) >= SHORTEST_NAME}
    named = actor.kind == "person" and bool(words & set(source.of(text).split()))
    return named or any(mention.overlaps(source) for mention in actor.mentions)


def measure(texts: Sequence[Text], *, direct: bool, wrong: bool) -> list[Count]:
    """The counts of the articles that may be looked at, and of the others."""
    counts = [Count(), Count()]
    for number, text in enumerate(texts):
        reading = saksi.read(text.text, language=text.language, published="2016-11-01", outlet="Kompas")
        count, missed = compared(text, reading, direct=direct)
        counts[number % 2] += count
        for said in missed if wrong and number % 2 == 0 else ():
            source = said.source.of(text.text) if said.source else "-"
            print(f"{text.name[:24]}: {source} | {said.content.of(text.text)[:160]!r}")
    return counts


def main() -> None:
    """Print the figures of both sets, and on demand what was missed of what may be looked at."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--wrong", action="store_true", help="also print what was missed of every other article")
    args = ask.parse_args()
    folder = args.shared / "data" / "attribution"
    if not folder.exists():
        print(f"skipped: no folder {folder}")
        return
    for name, texts, direct in (
        ("PolNeAR: source and content", polnear(folder / "polnear_dev"), False),
        ("PFSA-ID: statements", pfsa(folder / "pfsa_id_dev.txt"), True),
    ):
        looked_at, other = measure(texts, direct=direct, wrong=args.wrong)
        whole = looked_at + other
        print(
            f"{name}: F1 {whole.f1:.3f} (right {whole.right}, found {whole.found}, annotated {whole.gold}; "
            f"looked at {looked_at.f1:.3f}, not looked at {other.f1:.3f}); "
            f"speaker right {whole.speakers / max(1, whole.asked):.3f} of {whole.asked}"
        )


if __name__ == "__main__":
    main()
