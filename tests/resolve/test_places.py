"""A town is the namesake in the country told, or one so well known that no other can be meant; else it stays open."""

from collections import Counter

import pytest

import saksi
from saksi.knowledge.gazetteer import City, cities, country_id
from saksi.resolve.places import chosen


def city(country: str, population: int) -> City:
    return City(
        geonames=population,
        name="Springfield",
        country=country,
        admin1="",
        latitude=0.0,
        longitude=0.0,
        population=population,
    )


BIG, SMALL = city("USA", 400_000), city("CAN", 20_000)
RIVALS = [city("USA", 500_000), city("CAN", 450_000)]


@pytest.mark.parametrize(
    ("namesakes", "country", "told", "meant"),
    [
        ([BIG, SMALL], "CAN", {}, SMALL),
        ([BIG, SMALL], "FRA", {}, None),
        ([BIG, SMALL], None, {"CAN": 2}, SMALL),
        ([BIG, SMALL], None, {"CAN": 1, "USA": 2}, BIG),
        ([BIG, SMALL], None, {}, BIG),
        (RIVALS, None, {}, None),
        ([SMALL], None, {}, None),
        ([], None, {"USA": 1}, None),
    ],
)
def test_which_namesake_is_meant(
    namesakes: list[City], country: str | None, told: dict[str, int], meant: City | None
) -> None:
    assert chosen(namesakes, country, Counter(told)) == meant


@pytest.mark.parametrize(
    ("name", "country"), [("Yerusalem", "ISR"), ("Moskow", "RUS"), ("kairo", "EGY"), ("Kyiv", "UKR")]
)
def test_cities_are_found_as_indonesian_spells_them(name: str, country: str) -> None:
    assert cities(name)[0].country == country


def test_countries_have_their_ids_and_kosovo_our_code() -> None:
    assert country_id("IDN") == 1643084
    assert country_id("KOS") is not None
    assert country_id("ATL") is None


def test_places_of_a_reading_have_coordinates() -> None:
    reading = saksi.read(
        "Polisi menangkap tiga orang di Surabaya.", language="id", published="2025-06-18", outlet="Detik"
    )
    (place,) = [place for place in reading.places if place.name == "Surabaya"]
    assert (place.country, place.admin1, place.geonames) == ("IDN", "ID.08", 1625822)
    assert place.latitude == pytest.approx(-7.25, abs=0.1)
    assert place.longitude == pytest.approx(112.75, abs=0.1)


def test_regions_and_waters_have_their_middle() -> None:
    text = "Israel menyerang Tepi Barat. Iran menutup Selat Hormuz."
    places = {place.name: place for place in saksi.read(text, language="id").places}
    assert (places["West Bank"].country, places["West Bank"].latitude) == ("PSE", 31.95)
    assert (places["Strait of Hormuz"].country, places["Strait of Hormuz"].longitude) == (None, 56.5)
