"""Words that name or describe a party, before it is known whom they mean."""

from dataclasses import dataclass
from typing import Literal

from saksi.model.span import Span

Label = Literal["PERSON", "ORG", "PLACE"]
Anaphor = Literal["first", "person", "plural", "self", "country", "both", "body", "near", "clitic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A common noun that denotes a party by what it is: `militer`, `menteri luar negeri`, `warga`.

    Attributes:
        words: as the language pack has them.
        english: what an unnamed party of this kind is called.
        kind, sectors: as on an Actor.
        part: `title` of a person, `body` of a state, `people`, or `equipment` behind which its owner stands.
        code: whose it is where nobody is named, if that is certain.

    """

    words: str
    english: str
    kind: str
    sectors: tuple[str, ...]
    part: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name or describe a party or a place.

    Attributes:
        span: the whole phrase: `Menteri Pertahanan Israel Israel Katz`.
        name: the proper name in it, as written; empty where there is none.
        key: the known entity that the name stands for, where a pack lists it.
        label: what kind of name it is, as the pack or the names model has it.
        role: the title or common noun in the phrase.
        owner: the key of the state or body that the phrase belongs to.
        place: whether the words stand for a place here, as after `di`.
        anaphor: how it points back, for a pronoun or its like.
        pointing: whether the phrase only points back: `pemimpin Rusia tersebut`.
        former: whether the title is said to be a former one.
        sentence: the sentence's number in the article, counted from 0.
        subject: whether the phrase is the subject of its clause.
        possessive: whether it belongs to a party told before: `warganya`, `its troops`.
        ours: whether it belongs to whoever speaks: `pasukan kami`, `our troops`.
        alias: whether it stands alone in brackets, as the abbreviation of what stands before.

    """

    span: Span
    name: str = ""
    key: str = ""
    label: Label | None = None
    role: Role | None = None
    owner: str = ""
    place: bool = False
    anaphor: Anaphor | None = None
    pointing: bool = False
    former: bool = False
    sentence: int = 0
    subject: bool = False
    alias: bool = False
    possessive: bool = False
    ours: bool = False
