"""Mentions built by hand: each stands five characters behind the one before, in the order in which they are given."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from saksi.knowledge import load
from saksi.languages import load_pack
from saksi.model import Actor, Article, Cast, Mention, Role, Span
from saksi.resolve import resolve

DAY = datetime(2024, 6, 18, tzinfo=UTC)
STEP = 10
LENGTH = 5
NOWHERE = Span(start=0, end=0)


@dataclass(frozen=True)
class Told:
    """The parties of a few mentions, by the number of the mention."""

    cast: Cast
    mentions: Sequence[Mention]

    def __getitem__(self, number: int) -> list[Actor]:
        """Whom the mention of that number means."""
        return [actor for actor in self.cast.actors if self.mentions[number].span in actor.mentions]

    def names(self, number: int) -> list[str]:
        return [actor.name for actor in self[number]]

    def one(self, number: int) -> Actor:
        (actor,) = self[number]
        return actor


def tell(*mentions: Mention, outlet: str | None = "Detik", published: datetime | None = DAY) -> Told:
    """The cast of an Indonesian article with these mentions, put in their places unless they have one."""
    placed = [
        mention
        if mention.span != NOWHERE
        else replace(mention, span=Span(start=STEP * number, end=STEP * number + LENGTH))
        for number, mention in enumerate(mentions)
    ]
    article = Article(id="1", text=" " * STEP * (len(placed) + 1), language="id", outlet=outlet, published=published)
    return Told(resolve(placed, article=article, knowledge=load(), pack=load_pack("id")), placed)


def state(key: str, *, sentence: int = 0, subject: bool = False) -> Mention:
    return Mention(span=NOWHERE, name=key, key=key, label="PLACE", sentence=sentence, subject=subject)


def known(key: str, *, sentence: int = 0, subject: bool = False) -> Mention:
    return Mention(span=NOWHERE, name=key, key=key, label="ORG", sentence=sentence, subject=subject)


def place(name: str, *, key: str = "") -> Mention:
    return Mention(span=NOWHERE, name=name, key=key, label="PLACE", place=True)


def body(name: str, *, owner: str = "", alias: bool = False, role: Role | None = None) -> Mention:
    return Mention(span=NOWHERE, name=name, label="ORG", owner=owner, alias=alias, role=role)


def person(
    name: str, *, role: Role | None = None, owner: str = "", sentence: int = 0, subject: bool = False
) -> Mention:
    return Mention(span=NOWHERE, name=name, label="PERSON", role=role, owner=owner, sentence=sentence, subject=subject)


def described(role: Role, *, owner: str = "", sentence: int = 0, subject: bool = False) -> Mention:
    return Mention(span=NOWHERE, role=role, owner=owner, sentence=sentence, subject=subject)


def role(english: str, kind: str, sectors: str, part: str, *, code: str = "") -> Role:
    return Role(words=english, english=english, kind=kind, sectors=tuple(sectors.split()), part=part, code=code)


MILITARY = role("military", "organisation", "MIL GOV", "body")
ARMY = role("army", "organisation", "MIL GOV", "body")
POLICE = role("police", "organisation", "COP GOV", "body")
GOVERNMENT = role("government", "organisation", "GOV", "body")
MISSILE = role("missiles", "organisation", "MIL", "equipment")
CITIZENS = role("citizens", "group", "CVL", "people")
ANALYSTS = role("analysts", "group", "EDU", "people")
PRESIDENT = role("president", "person", "GOV", "title")
MINISTER = role("foreign minister", "person", "GOV", "title")
LEADER = role("party leader", "person", "GOV", "title")
HOME_POLICE = role("national police", "organisation", "COP GOV", "body", code="IDN")
