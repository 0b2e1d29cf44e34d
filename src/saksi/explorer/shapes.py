"""The shapes of what the API answers, as its OpenAPI document has them; names are those of record and store."""

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from saksi.model import Kind, Standing, Status


class Shape(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class EventRow(Shape):
    """An event, a row of `events_flat`; `start_date` and `end_date` are null where the text gives no clue."""

    article_id: str
    event_id: str
    type: str
    mode: str | None
    status: Status
    standing: Standing
    actor_codes: list[str]
    recipient_codes: list[str]
    start_date: date | None
    end_date: date | None
    place: str | None
    witnesses: list[str]
    evidence: str
    actors: list[str]
    recipients: list[str]
    deniers: list[str]
    country: str | None
    latitude: float | None
    longitude: float | None
    contexts: list[str]
    trigger: str
    outlet: str
    published: date | None
    language: str
    title: str | None
    url: str | None
    verdict: str | None = Field(description="What a person said of it: right or corrected.")


class ToldRow(EventRow):
    """An event of a story, with why it is in it."""

    story_id: str
    likeness: float | None
    reason: str


class StoryRow(Shape):
    """A story, a row of `stories`."""

    id: str
    type: str
    actors: list[str]
    recipients: list[str]
    actor_codes: list[str]
    recipient_codes: list[str]
    place: str | None
    start_date: date | None
    end_date: date | None
    first_told: date | None
    last_told: date | None
    articles: int
    events: int
    outlets: list[str]
    witnesses_for: list[str]
    witnesses_against: list[str]
    standing: Standing
    status: Status
    evidence: str
    main_of: int


class Count(Shape):
    """Events by a value."""

    name: str
    events: int


class Events(Shape):
    """A page of events, and how many there are in all."""

    rows: list[EventRow]
    total: int
    by_type: list[Count]
    by_month: list[Count]
    page: int
    size: int


class Stories(Shape):
    """A page of stories."""

    rows: list[StoryRow]
    page: int
    size: int


class Step(Shape):
    """A change in how a story stands."""

    day: date | None
    status: Status
    standing: Standing
    event: str
    outlet: str


class Witness(Shape):
    """A party that vouches independently; `folded` has by chain why it is not counted beside it."""

    name: str
    evidence: str
    is_outlet: bool
    events: list[str]
    folded: dict[str, str]


class Balance(Shape):
    """What stands behind a story."""

    reports: int
    outlets: list[str]
    witnesses_for: list[Witness]
    witnesses_against: list[Witness]


class Story(Shape):
    """A story with all that is told of it."""

    story: StoryRow
    course: list[Step]
    balance: Balance
    told: list[ToldRow]
    sources: dict[str, Any] = Field(description="By name what each had from whom, down to the origins.")
    differences: dict[str, dict[str, list[str]]] = Field(description="By detail and value the events that have it.")


class Day(Shape):
    """Stories that were first told on a day."""

    start: date
    stories: int


class Counts(Shape):
    """What a store holds."""

    articles: int
    events: int
    stories: int
    last: date | None


class Start(Shape):
    """What is new, contested, most told and best witnessed in a period."""

    counts: Counts
    since: date
    until: date
    days: list[Day]
    lists: dict[str, list[StoryRow]]


class Name(Shape):
    """A name under which articles have a party."""

    name: str
    kind: Kind
    code: str
    articles: int


class Actors(Shape):
    """A page of parties."""

    rows: list[Name]
    page: int
    size: int


class ArticleRow(Shape):
    """An article, with how its text begins and how many events it tells."""

    id: str
    title: str | None
    outlet: str
    published: date | None
    language: str
    url: str | None
    opening: str
    events: int


class Articles(Shape):
    """A page of articles."""

    rows: list[ArticleRow]
    page: int
    size: int


class Office(Shape):
    """A term of office; days as far as they are known, empty where not."""

    holder: str
    office: str
    of: str
    since: str
    until: str


class Partner(Shape):
    """Who stands at the other side of deeds: how many, and the mean of PLOVER's scores."""

    name: str
    deeds: int
    tone: float


class Span(Shape):
    """Cooperation and conflict from a day on: sums of PLOVER's scores above and below zero."""

    start: date
    cooperation: float
    conflict: float
    deeds: int


class Actor(Shape):
    """A party."""

    name: str
    names: list[Name]
    offices: list[Office]
    done: list[Count]
    undergone: list[Count]
    towards: list[Partner]
    origin: list[Partner]
    months: list[Span]
    witnesses: list[Count]
    rows: list[EventRow]


class Way(Shape):
    """What one party does to the other, by week."""

    actor: str
    recipient: str
    weeks: list[Span]
    by_type: list[Count]
    rows: list[EventRow]


class Pair(Shape):
    """Two parties, in both directions."""

    one: str | None
    other: str | None
    ways: list[Way]


class Place(Shape):
    """A place of deeds; `whole` tells that no more than the country is known, and the coordinates are its capital's."""

    place: str
    country: str | None
    latitude: float
    longitude: float
    deeds: int
    tone: float
    whole: bool


class World(Shape):
    """Where deeds were."""

    places: list[Place]


class Relation(Shape):
    """Two codes with deeds between them, in either direction."""

    one: str
    other: str
    deeds: int
    tone: float


class Network(Shape):
    """Between whom deeds were."""

    relations: list[Relation]


class Credit(Shape):
    """An outlet or agency, and in how many articles it is credited."""

    name: str
    articles: int


class Outlet(Shape):
    """An outlet: articles, stories, those told by others too, by it first, by it alone; on whom it rests."""

    name: str
    articles: int
    stories: int
    shared: int
    first: int
    alone: int
    copies: int
    rests_on: list[Credit]


class Behind(Shape):
    """An outlet or agency on whose word others rest."""

    name: str
    articles: int
    outlets: list[Credit]


class Sources(Shape):
    """Who rests on whom."""

    outlets: list[Outlet]
    behind: list[Behind]


class Problem(Shape):
    """What is wrong, in words."""

    error: str
