"""Where the places of an article lie: which of the towns of a name is meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from saksi.knowledge import Knowledge
from saksi.knowledge.gazetteer import City, cities, country_id
from saksi.knowledge.regions import regions
from saksi.model import Place, Span

DOMINANT = 8
"""How many times as large as its namesakes a city is that is meant where nothing else tells."""
WELL_KNOWN = 300_000
"""People of a city that is meant though its country is not told."""


@dataclass(slots=True, kw_only=True)
class Spot:
    """A place as the article names it: its country where a pack knows it, whether it is that country as a whole.

    `region` is the key of the region of that name, if there is one.
    """

    name: str
    country: str | None
    whole: bool = False
    region: str = ""
    spans: list[Span] = field(default_factory=list)


def located(spots: Iterable[Spot], *, told: Counter[str], knowledge: Knowledge) -> tuple[Place, ...]:
    """The places of an article, with coordinates where it is sure which place is meant.

    `told` counts the countries that the article tells. Where the country is not known, the town is the
    namesake in the country that the article tells most; else one so well known that no other can be meant; else it
    stays open.
    A country has the coordinates of its capital, a region those of its middle. What is known has its English name.
    """
    return tuple(_place(f"p{number}", spot, told, knowledge) for number, spot in enumerate(spots, 1))


def _place(identifier: str, spot: Spot, told: Counter[str], knowledge: Knowledge) -> Place:
    mentions = tuple(spot.spans)
    if spot.whole and spot.country in knowledge:
        state = knowledge.entity(spot.country or "")
        return Place(
            id=identifier,
            name=state.name,
            country=spot.country,
            latitude=state.latitude,
            longitude=state.longitude,
            geonames=country_id(state.code),
            mentions=mentions,
        )
    region = regions().get(spot.region)
    if region is not None and spot.country in (None, region.code):
        return Place(
            id=identifier,
            name=region.name,
            country=region.code or None,
            latitude=region.latitude,
            longitude=region.longitude,
            mentions=mentions,
        )
    city = chosen(cities(spot.name), spot.country, told)
    if city is None:
        return Place(id=identifier, name=spot.name, country=spot.country, mentions=mentions)
    return Place(
        id=identifier,
        name=city.name,
        country=spot.country or city.country or None,
        admin1=city.admin1 or None,
        latitude=city.latitude,
        longitude=city.longitude,
        geonames=city.geonames,
        mentions=mentions,
    )


def chosen(namesakes: Sequence[City], country: str | None, told: Counter[str]) -> City | None:
    """Which of several cities of a name, the largest first, is meant; None where it is not sure."""
    if country is not None:
        return next((city for city in namesakes if city.country == country), None)
    here = [city for city in namesakes if told[city.country]]
    if here:
        return max(here, key=lambda city: (told[city.country], city.population))
    if not namesakes or namesakes[0].population < WELL_KNOWN:
        return None
    largest, *others = namesakes
    return largest if all(largest.population >= DOMINANT * other.population for other in others) else None
