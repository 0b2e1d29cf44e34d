"""The shape of the record of an article, as the API's OpenAPI document has it."""

from pydantic import Field

from saksi.explorer.shapes import Shape
from saksi.model import Kind, Stance, Standing, Status


class Offsets(Shape):
    """A range of Unicode code points of the record's text, end exclusive."""

    start: int
    end: int


class RecordActor(Shape):
    """A party as the article speaks of it."""

    id: str
    name: str
    kind: Kind
    code: str
    sectors: list[str]
    wikidata: str | None
    mentions: list[Offsets]


class RecordPlace(Shape):
    """A place as the article speaks of it."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    mentions: list[Offsets]


class RecordTime(Shape):
    """An interval that the text names."""

    id: str
    text: str
    start: str
    end: str
    grain: str
    mentions: list[Offsets]


class RecordStatement(Shape):
    """Words said or reported."""

    id: str
    speaker: str | None
    chain: list[str]
    cue: Offsets | None
    content: Offsets
    direct: bool
    stance_of_speaker: Stance


class Interval(Shape):
    """First and last day."""

    start: str
    end: str


class RecordTestimony(Shape):
    """One chain's stance on an event."""

    stance: Stance
    chain: list[str]
    statement: str | None
    cue: Offsets | None


class RecordEvent(Shape):
    """A deed told in the article."""

    id: str
    type: str
    mode: str | None
    contexts: list[str]
    trigger: Offsets
    actors: list[str]
    recipients: list[str]
    status: Status
    when: str | Interval | None
    where: str | None
    testimony: list[RecordTestimony]
    standing: Standing


class Record(Shape):
    """The record of an article, `saksi/1`; inside it, ids refer to its own lists."""

    schema_: str = Field(alias="schema")
    id: str
    url: str | None
    title: str | None
    outlet: str
    published: str | None
    dateline: str | None
    language: str
    byline: str | None
    credit: str | None
    text: str
    actors: list[RecordActor]
    places: list[RecordPlace]
    times: list[RecordTime]
    statements: list[RecordStatement]
    events: list[RecordEvent]
