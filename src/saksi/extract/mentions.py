"""From names, titles and common nouns to the phrases in which an article speaks of a party or a place.

`Menteri Pertahanan Israel Israel Katz` is one mention: a title, its owner, a name. The walk is over neighbouring
words, not over the parse, because the head of such a phrase is what small parsers get wrong most.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token

from saksi.extract import syntax
from saksi.extract.names import Item
from saksi.extract.noun_phrase import Phrase, can_own
from saksi.extract.words import column, forms, sentence_numbers, text_of
from saksi.languages import Pack
from saksi.model import Span
from saksi.model.mention import Mention

MAX_FILLERS = 3
MAX_POST = 8
"""Words before a name that may tell its bearer's post."""
ENDS_POST = frozenset({"VERB", "PUNCT", "SCONJ", "CCONJ", "PRON", "SPACE"})
MAX_NAME = 4
"""Words of a name that only its capitals tell."""


def read_mentions(doc: Doc, items: Sequence[Item], *, pack: Pack) -> list[Mention]:
    """All mentions of parties and places in the order of the text; none overlaps another."""
    grammar = _Grammar(doc, items, pack)
    return [grammar.mention(phrase) for phrase in grammar.phrases()]


class _Grammar:
    """The walk over one Doc's items."""

    def __init__(self, doc: Doc, items: Sequence[Item], pack: Pack) -> None:
        self.doc = doc
        self.lower = forms(doc, "LOWER")
        self.starts, self.words, self.text = column(doc, "IDX"), forms(doc, "ORTH"), text_of(doc)
        self.items = items
        self.by_start = {item.start: item for item in items}
        self._ending = {item.end: item for item in items}
        rules: Mapping[str, Any] = pack.table("pack")["noun_phrase"]
        self.owner_first = rules["owner"] == "before"
        self.possessive = frozenset(rules.get("possessive", ()))
        self.fillers = frozenset(rules["fillers"])
        self.joiners = frozenset(rules["joiners"])
        self.former = frozenset(rules["former"])
        self.relative = frozenset(rules["relative"])
        self.pointing = frozenset(pack.table("pronouns")["pointing"])
        self.possessive_clitics = tuple(pack.table("pack")["morphology"].get("possessive_clitics", ()))
        self.possessive_pronouns = frozenset(pack.table("pronouns").get("possessive", ()))
        self.first_person = frozenset(pack.table("pronouns")["first"])
        self.places = frozenset(pack.table("pack")["prepositions"]["in"])
        self.sentence = sentence_numbers(doc)

    def phrases(self) -> Iterator[Phrase]:
        """Phrases from left to right, each as long as it goes."""
        end = 0
        for item in self.items:
            if item.start < end:
                continue
            phrase = self._from(item)
            end = phrase.end
            if not self._only_describes(phrase):
                yield phrase

    def _only_describes(self, phrase: Phrase) -> bool:
        """Whether a body's noun only says of what kind another thing is: `operasi militer`, `military operations`."""
        role = phrase.role.role if phrase.role else None
        if role is None or role.part != "body" or phrase.owner or phrase.person or phrase.start == 0:
            return False
        first, before = self.doc[phrase.start], self.doc[phrase.start - 1]
        if self.owner_first:
            return first.pos_ == "ADJ"
        return before.pos_ == "NOUN" and not before.is_sent_end and phrase.start not in self._ending

    def _from(self, item: Item) -> Phrase:
        phrase = Phrase([item], item.start, item.end)
        if item.what == "role":
            phrase.role = item
            self._extend(phrase)
            if phrase.person is not None and phrase.owner is None:
                self._appose(phrase)
        elif item.what == "name" and item.label == "PERSON":
            phrase.person = item
            self._appose(phrase)
            phrase.owner = phrase.owner or self._owner_before(item.start)
        elif self.owner_first and item.what == "name" and can_own(item):
            self._owned(phrase, item)
        return phrase

    def _owned(self, phrase: Phrase, owner: Item) -> None:
        """`Iran's foreign minister`, `Israeli military`: an owner before a role."""
        cursor = phrase.end
        if self._lower(cursor) in self.possessive:
            cursor += 1
        role = self._next(cursor)
        if role is not None and role.what == "role":
            phrase.owner, phrase.role = owner, role
            phrase.items.append(role)
            phrase.end = role.end
            self._extend(phrase)

    def _extend(self, phrase: Phrase) -> None:
        """Take in what follows a role: its owner, a further role, the name of the person who holds it."""
        while phrase.person is None:
            item = self._next(phrase.end) or self._joined(phrase) or self._in_apposition(phrase) or self._named(phrase)
            if item is None or not self._admits(phrase, item):
                break
            phrase.items.append(item)
            phrase.end = item.end
            if item.what == "name" and item.label == "PERSON":
                phrase.person = item
            elif item.what == "name" and phrase.owner is None:
                phrase.owner = item
            self._close_alias(phrase)

    def _admits(self, phrase: Phrase, item: Item) -> bool:
        role = phrase.role.role if phrase.role else None
        if role is None or item.what == "pronoun":
            return False
        if item.what == "role":
            return role.part == "title" and (phrase.owner is None or self._lower(item.start - 1) == ",")
        if item.label == "PERSON":
            return role.part in ("title", "people")
        return (
            can_own(item)
            and (phrase.owner is None or role.part == "title")
            and not (self.owner_first and item.start == phrase.end and phrase.owner is None and role.part != "title")
        )

    def _appose(self, phrase: Phrase) -> None:
        """`Danny Danon, Duta Besar Israel untuk PBB`: a role behind a name and a comma describes its bearer."""
        if self._lower(phrase.end) != ",":
            return
        item = self.by_start.get(self._skip(phrase.end + 1))
        if item is None or (item.what == "name" and not self.owner_first):
            return
        inner = self._from(item)
        part = inner.role.role.part if inner.role and inner.role.role else ""
        if inner.person is None and (part == "title" or (part == "people" and inner.owner is not None)):
            phrase.role, phrase.owner, phrase.end = inner.role, inner.owner, inner.end

    def _owner_before(self, start: int) -> Item | None:
        """The state in the words right before a name, which tell its bearer's post: `kuasa usaha Ukraina, Olena`."""
        index = start - 1 - (self._lower(start - 1) == ",")
        found = None
        for _ in range(MAX_POST):
            token = self._at(index) if index >= 0 else None
            if token is None or token.pos_ in ENDS_POST:
                break
            item = self._ending.get(index + 1)
            if item is not None and item.what != "name":
                break
            if item is not None and can_own(item) and self._lower(item.start - 1) not in self.joiners | self.places:
                found = item
            index = item.start - 1 if item is not None else index - 1
        return found

    def _next(self, cursor: int) -> Item | None:
        """The item at `cursor`, or behind a few words that may stand inside such a phrase."""
        for _ in range(MAX_FILLERS):
            if cursor in self.by_start or self._lower(cursor) not in self.fillers:
                break
            cursor += 1
        return self.by_start.get(cursor)

    def _joined(self, phrase: Phrase) -> Item | None:
        """What a joiner ties on: `untuk PBB`, `of the Israeli army`; not to `its troops`, which have an owner."""
        if self._lower(phrase.end) not in self.joiners or self._is_possessive(phrase):
            return None
        item = self._next(self._skip(phrase.end + 1))
        return item if item is not None and (item.what == "role" or can_own(item)) else None

    def _in_apposition(self, phrase: Phrase) -> Item | None:
        """What a comma puts to a title: `juru bicara militer, Effie Defrin`, `juru bicaranya itu, Kolonel Dana`."""
        comma = phrase.end + (self._lower(phrase.end) in self.pointing)
        if self._lower(comma) != "," or not phrase.is_title:
            return None
        item = self.by_start.get(comma + 1)
        if item is None or item.label == "PERSON":
            return item
        further_title = item.role is not None and item.role.part == "title"
        return item if further_title and self._name_at(item.end) is not None else None

    def _named(self, phrase: Phrase) -> Item | None:
        """A name right behind a title that only its capitals tell."""
        return self._name_at(phrase.end) if phrase.is_title else None

    def _name_at(self, start: int) -> Item | None:
        """The person's name at `start`, listed or told by capitals alone."""
        if start in self.by_start:
            item = self.by_start[start]
            return item if item.label == "PERSON" else None
        end = start
        while (
            end < len(self.doc) and end - start < MAX_NAME and self._is_name(self.doc[end]) and end not in self.by_start
        ):
            end += 1
        return Item(what="name", start=start, end=end, label="PERSON") if end > start else None

    def _is_name(self, token: Token) -> bool:
        return token.pos_ == "PROPN" and token.text[0].isupper() and not token.is_sent_start

    def _close_alias(self, phrase: Phrase) -> None:
        """Take in an abbreviation in brackets: `Amerika Serikat (AS)`."""
        if self._lower(phrase.end) == "(" and self._lower(phrase.end + 2) == ")":
            phrase.end += 3

    def _skip(self, cursor: int) -> int:
        """Past an article: `the`."""
        return cursor + 1 if self._at(cursor) is not None and self.doc[cursor].pos_ == "DET" else cursor

    def _is_part_of_place(self, phrase: Phrase, name: Item) -> bool:
        """Whether a state only says where a place is: `Bangkok, Thailand`."""
        before = self._ending.get(phrase.start - 1) if self._lower(phrase.start - 1) == "," else None
        return (
            before is not None and before.key == name.key and before.column in ("places", "metonyms") and bool(name.key)
        )

    def _is_setting(self, phrase: Phrase, name: Item) -> bool:
        """Whether a capital before a noun is where something is: `the Brussels attacks`, not `Brussels' answer`."""
        behind = self._at(phrase.end)
        return self.owner_first and name.column == "metonyms" and behind is not None and behind.pos_ == "NOUN"

    def _is_possessive(self, phrase: Phrase) -> bool:
        """Whether a role has the possessive on it or before it: `warganya`, `its troops`."""
        if phrase.role is None or phrase.owner is not None:
            return False
        before = self._lower(phrase.start - 1) if phrase.start else ""
        last = self.doc[phrase.role.end - 1]
        return before in self.possessive_pronouns or (
            last.norm_ != last.lower_ and last.lower_.endswith(self.possessive_clitics)
        )

    def _seat(self, phrase: Phrase) -> str:
        """Whose a body or people is by where it sits: `para pejabat di Tel Aviv`, `police in Paris`."""
        role = phrase.role.role if phrase.role else None
        if role is None or role.part not in ("body", "people") or self._lower(phrase.end) not in self.places:
            return ""
        item = self.by_start.get(self._skip(phrase.end + 1))
        return item.key if item is not None and item.label == "PLACE" and item.what == "name" else ""

    def _at(self, index: int) -> Token | None:
        return self.doc[index] if index < len(self.doc) else None

    def _lower(self, index: int) -> str:
        return self.lower[index] if index < len(self.lower) else ""

    def _span(self, start: int, end: int) -> Span:
        """Where the words from `start` to `end` (exclusive) stand in the text."""
        return Span(start=self.starts[start], end=self.starts[end - 1] + len(self.words[end - 1]))

    def mention(self, phrase: Phrase) -> Mention:
        """The finished mention."""
        name = phrase.person or (phrase.items[0] if phrase.role is None else None)
        head = self.doc[(name or phrase.items[0]).start : (name or phrase.items[0]).end].root
        before = self._lower(phrase.start - 1) if phrase.start else ""
        mention = Mention(
            span=self._span(phrase.start, phrase.end),
            role=phrase.role.role if phrase.role else None,
            owner=phrase.owner.key if phrase.owner else self._seat(phrase),
            pointing=self._lower(phrase.end) in self.pointing,
            former=before in self.former,
            sentence=self.sentence[phrase.start],
            possessive=self._is_possessive(phrase),
            ours=not {before, self._lower(phrase.end)}.isdisjoint(self.first_person),
            subject=syntax.is_subject(head),
            alias=before == "(" and self._lower(phrase.end) == ")",
            place=before in self.places,
        )
        if name is None:
            return mention
        place = (
            mention.place
            or self._is_part_of_place(phrase, name)
            or self._is_setting(phrase, name)
            or name.column == "places"
            or (name.label == "PLACE" and not name.key)
        )
        return replace(
            mention,
            name=self._span(name.start, name.end).of(self.text),
            key=name.key,
            label=name.label,
            anaphor=name.anaphor,
            owner=mention.owner or name.owner,
            place=place and name.label == "PLACE",
        )
