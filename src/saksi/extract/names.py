"""Where an article names a party or a place, or speaks of one by title, common noun or pronoun."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from saksi.extract.phrases import PhraseTable, by_length, longest
from saksi.extract.words import forms
from saksi.languages import Pack
from saksi.model import Role
from saksi.model.mention import Anaphor, Label

NAME_TABLES: dict[str, Label] = {"states": "PLACE", "bodies": "ORG", "leaders": "PERSON", "outlets": "ORG"}
NOT_NAMES = frozenset({"key"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stretch of tokens `doc[start:end]` that stands for a party or a place by itself.

    Attributes:
        what: `name` for a proper name, `role` for a title or common noun, `pronoun` for what points back.
        key: the known entity of a name.
        column: the pack's column that lists the name (`names`, `demonyms`, `places`).
        label: the kind of name.
        role: the title or common noun.
        anaphor: how a pronoun points back.
        owner: the known entity inside an otherwise unknown name: `Universitas Teheran`.

    """

    what: Literal["name", "role", "pronoun"]
    start: int
    end: int
    key: str = ""
    column: str = ""
    label: Label | None = None
    role: Role | None = None
    anaphor: Anaphor | None = None
    owner: str = ""


class NameFinder:
    """Finds names, roles and pronouns of one language; built once per pipeline."""

    def __init__(self, pack: Pack, pipeline: Language) -> None:
        self._names = _name_table(pack, pipeline)
        self._roles = {row["words"]: _role(row) for row in pack.rows("parties")}
        self._role_table = PhraseTable((words, words.split()) for words in self._roles)
        self._role_words = frozenset(words.split()[0] for words in self._roles)
        pronouns = [
            (kind, words.split())
            for kind, phrases in pack.table("pronouns").items()
            if kind not in ("pointing", "possessive")
            for words in phrases
        ]
        self._pronouns = PhraseTable(pronouns)

    def find(self, doc: Doc) -> list[Item]:
        """All items in the order of the text; none overlaps another."""
        items: list[Item] = []
        taken: set[int] = set()
        known = list(self._known_names(doc))
        finders = (
            self._wider_names(doc, known),
            known,
            self._known_pronouns(doc),
            self._known_roles(doc),
            _unknown_names(doc, taken),
        )
        for finder in finders:
            for item in finder:
                if taken.isdisjoint(range(item.start, item.end)):
                    taken.update(range(item.start, item.end))
                    items.append(item)
        return sorted(items, key=_start)

    def _known_names(self, doc: Doc) -> Iterator[Item]:
        for label, start, end in longest(self._names.matches(forms(doc, "ORTH"))):
            table, column, key = label.split("\t")
            yield Item(what="name", start=start, end=end, key=key, column=column, label=NAME_TABLES[table])

    def _wider_names(self, doc: Doc, known: list[Item]) -> Iterator[Item]:
        """Names of which the pack knows only a part, as `Eric Trump` or `Universitas Teheran`."""
        for entity in doc.ents:
            inner = sorted(
                (item for item in known if entity.start <= item.start and item.end <= entity.end), key=_start
            )
            if not inner or inner[0].start == entity.start or any(token.norm_ in self._role_words for token in entity):
                continue
            if entity.label_ == inner[0].label == "PERSON":
                yield Item(what="name", start=entity.start, end=entity.end, label="PERSON")
            elif entity.label_ == "ORG" and inner[0].label == "PLACE":
                yield Item(what="name", start=entity.start, end=entity.end, label="ORG", owner=inner[0].key)

    def _known_roles(self, doc: Doc) -> Iterator[Item]:
        for label, start, end in by_length(self._role_table.matches(forms(doc, "NORM"))):
            yield Item(what="role", start=start, end=end, role=self._roles[label])

    def _known_pronouns(self, doc: Doc) -> Iterator[Item]:
        for label, start, end in longest(self._pronouns.matches(forms(doc, "LOWER"))):
            yield Item(what="pronoun", start=start, end=end, anaphor=label)  # type: ignore[arg-type]


def _start(item: Item) -> int:
    return item.start


def _name_table(pack: Pack, pipeline: Language) -> PhraseTable:
    """All names of the pack; a label is table, column and key."""
    return PhraseTable(
        (f"{table}\t{column}\t{row['key']}", _words(name, pipeline))
        for table in NAME_TABLES
        for row in pack.rows(table)
        for name, column in _names_of(row).items()
    )


def _words(name: str, pipeline: Language) -> list[str]:
    """A name as the pipeline cuts it; only signs within it need its tokenizer."""
    words = name.split(" ")
    return words if all(word.isalnum() for word in words) else [token.text for token in pipeline.make_doc(name)]


def _names_of(row: Mapping[str, str]) -> dict[str, str]:
    """The names of a row and the first column that has each: a capital is a metonym before it is a place."""
    names: dict[str, str] = {}
    for column, listed in row.items():
        if column not in NOT_NAMES:
            for name in filter(None, listed.split("|")):
                names.setdefault(name, column)
    return names


def _role(row: Mapping[str, str]) -> Role:
    return Role(
        words=row["words"],
        english=row["english"],
        kind=row["kind"],
        sectors=tuple(row["sectors"].split()),
        part=row["role"],
        code=row.get("code", ""),
    )


def _unknown_names(doc: Doc, taken: set[int]) -> Iterator[Item]:
    """Names that only the names model sees, or what is left of them beside names and titles that are known."""
    for entity in doc.ents:
        start, end = entity.start, entity.end
        while start < end and (start in taken or doc[start].is_punct or doc[start].is_space):
            start += 1
        while start < end and (end - 1 in taken or doc[end - 1].is_punct or doc[end - 1].is_space):
            end -= 1
        if start < end and any(token.text[0].isupper() for token in doc[start:end]):
            yield Item(what="name", start=start, end=end, label=entity.label_)  # type: ignore[arg-type]
