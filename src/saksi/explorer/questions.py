"""Questions out of an address: `/events?actor=RUS&since=2024-01-01`.

The same models check what pages and what the API are asked, and describe the API's parameters.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from saksi.asking import events, party
from saksi.codebook import plover
from saksi.errors import QuestionError
from saksi.model import Kind, Standing, Status
from saksi.store import Store
from saksi.store.search import SORTS, ArticlesQuestion, Question, StoriesQuestion

PAGE = 50
"""Rows of a page."""
LAST = 1000
"""The last page that is given: who wants more takes the file."""
LONGEST = 200
"""Characters of a word or name at most."""
Given = Mapping[str, str]
CHOICES: Mapping[str, Sequence[str]] = {
    "types": tuple(plover().types),
    "statuses": get_args(Status),
    "standings": get_args(Standing),
    "sorts": tuple(SORTS),
    "kinds": get_args(Kind),
}
"""What a form lets one choose from."""


def _one_of(choices: str) -> BeforeValidator:
    """Refuses what is none of some names."""
    names = CHOICES[choices]

    def check(told: object) -> object:
        if isinstance(told, str) and told not in names:
            raise ValueError(f"{told[:LONGEST]!r} is none of {', '.join(names)}")
        return told

    return BeforeValidator(check, json_schema_input_type=str)


def _told(description: str, choices: str) -> Any:
    return Field(description=description, json_schema_extra={"enum": list(CHOICES[choices])})


def _is_day(told: object) -> object:
    try:
        return date.fromisoformat(told) if isinstance(told, str) else told
    except ValueError as error:
        raise ValueError(f"{told!r} is no date; write it as 2024-06-18") from error


def _is_number(told: object) -> object:
    if isinstance(told, str) and not (told.isdecimal() and len(told) <= len(str(LAST)) and 0 < int(told) <= LAST):
        raise ValueError(f"{told[:20]!r} is no number from 1 to {LAST}")
    return told


Name = Annotated[str | None, Field(max_length=LONGEST, description="A code, or a name in any language.")]
Where = Annotated[str | None, Field(max_length=LONGEST, description="Words of the place's name, or a country's code.")]
Words = Annotated[str | None, Field(max_length=LONGEST, description="Words in a sentence that tells it.")]
Day = Annotated[date | None, BeforeValidator(_is_day)]
Since = Annotated[Day, Field(description="On that day or later.")]
Until = Annotated[Day, Field(description="On that day or earlier.")]
Page = Annotated[int, BeforeValidator(_is_number), Field(ge=1, le=LAST, description=f"The page, of {PAGE} rows each.")]
Type = Annotated[str | None, _one_of("types"), _told("PLOVER's type.", "types")]
Holds = Annotated[str | None, _one_of("standings"), _told("How the deed stands by its testimony.", "standings")]
Stands = Annotated[str | None, _one_of("statuses"), _told("How the deed stands in the world, as told.", "statuses")]
Sort = Annotated[str | None, _one_of("sorts"), _told("Which come first.", "sorts")]


class Asked(BaseModel):
    """What an address asks; what it leaves empty, as forms do, is not asked."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _asked(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if not (isinstance(value, str) and not value.strip())}

    @classmethod
    def of(cls, given: Given) -> Self:
        """What is asked. Raises QuestionError where a value is none that could be."""
        try:
            return cls.model_validate(dict(given))
        except ValidationError as error:
            raise QuestionError(said(error.errors())) from error


def said(errors: Sequence[Any]) -> str:
    """What is wrong with values, as a person is told: `since: 'yesterday' is no date`."""
    parts = (f"{error['loc'][-1]}: {error['msg'].removeprefix('Value error, ')}" for error in errors)
    return "; ".join(parts)


class Period(Asked):
    """From when to when."""

    since: Since = None
    until: Until = None


class Events(Period):
    """Which events are asked for."""

    actor: Name = None
    recipient: Name = None
    party: Name = None
    witness: Name = None
    type: Type = None
    status: Stands = None
    standing: Holds = None
    place: Where = None
    text: Words = None
    page: Page = 1

    def question(self, store: Store) -> Question:
        """As the store is asked. Raises QuestionError where nobody is known by a name."""
        return events(store, limit=PAGE, offset=(self.page - 1) * PAGE, **self.model_dump(exclude={"page"}))


class Stories(Period):
    """Which stories are asked for."""

    actor: Name = None
    recipient: Name = None
    type: Type = None
    standing: Holds = None
    text: Words = None
    sort: Sort = None
    page: Page = 1

    def question(self, store: Store) -> StoriesQuestion:
        """As the store is asked. Raises QuestionError where nobody is known by a name."""
        return StoriesQuestion(
            actor=party(self.actor, store),
            recipient=party(self.recipient, store),
            type=self.type,
            standing=self.standing,
            since=self.since,
            until=self.until,
            text=self.text,
            sort=self.sort or "newest",
            limit=PAGE,
            offset=(self.page - 1) * PAGE,
        )


class Articles(Period):
    """Which articles are asked for."""

    outlet: Annotated[str | None, Field(max_length=LONGEST, description="The outlet's name.")] = None
    text: Annotated[str | None, Field(max_length=LONGEST, description="Words in the title or the text.")] = None
    page: Page = 1

    def question(self) -> ArticlesQuestion:
        """As the store is asked."""
        offset = (self.page - 1) * PAGE
        return ArticlesQuestion(
            outlet=self.outlet, text=self.text, since=self.since, until=self.until, limit=PAGE, offset=offset
        )


class Actors(Asked):
    """Which parties are asked for."""

    name: Annotated[str | None, Field(max_length=LONGEST, description="Words in the name, or a code.")] = None
    kind: Annotated[str | None, _one_of("kinds"), _told("What the party is.", "kinds")] = None
    page: Page = 1


class Pair(Period):
    """Which two parties."""

    one: Name = None
    other: Name = None


class Deeds(Period):
    """Which deeds are counted, on the map and in the network."""

    party: Name = None
    type: Type = None
    place: Where = None

    def question(self, store: Store) -> Question:
        """As the store is asked. Raises QuestionError where nobody is known by a name."""
        return events(store, **self.model_dump())
