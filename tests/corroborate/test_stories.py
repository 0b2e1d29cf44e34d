"""Tellings of one deed come together, in any order; look-alikes stay apart; people's judgements are followed."""

import random
from datetime import date, datetime

from saksi.corroborate import Judgements, Likeness, Report, Story, Telling, Text, find_copies, main_stories, stories
from saksi.corroborate.course import Step, course, status

DEAD = frozenset({"tewas"})
ROWS = [
    # article, day, title, sentence, type, actors, recipients, day of the deed
    (
        "a",
        "2024-06-18",
        "Rusia serang pelabuhan Odesa",
        "Rusia menyerang pelabuhan Odesa dengan rudal pada Selasa",
        "18",
    ),
    ("b", "2024-06-18", "Pelabuhan Odesa diserang Rusia", "Rudal Rusia menghantam pelabuhan Odesa pada Selasa", "18"),
    (
        "c",
        "2024-06-19",
        "Odesa: pelabuhan rusak kena rudal",
        "Pelabuhan Odesa rusak diserang rudal Rusia, Selasa",
        "18",
    ),
    (
        "d",
        "2024-06-25",
        "Rusia serang pelabuhan Odesa lagi",
        "Rusia menyerang pelabuhan Odesa dengan rudal, Selasa",
        "25",
    ),
    ("e", "2024-06-18", "Rusia serang kereta di Lviv", "Rusia menembaki kereta barang di dekat Lviv semalam", "18"),
]


def reports() -> list[Report]:
    return [
        Report(id=name, title=title, published=date.fromisoformat(day), text=sentence)
        for name, day, title, sentence, _ in ROWS
    ]


def tellings() -> list[Telling]:
    return [
        Telling(
            id=f"{name}#e1",
            article=name,
            type="ASSAULT",
            family="force",
            actors=frozenset({"RUS"}),
            recipients=frozenset({"UKR"}),
            start=date(2024, 6, int(deed)),
            end=date(2024, 6, int(deed)),
            evidence=sentence,
            status="happened",
            standing="reported",
        )
        for name, _, _, sentence, deed in ROWS
    ]


def found(told: list[Telling], judgements: Judgements = Judgements()) -> list[Story]:  # noqa: B008 (frozen)
    return stories(told, Likeness(reports(), told, dead=DEAD), judgements)


def groups(of: list[Story]) -> list[set[str]]:
    return sorted(({telling[0] for telling in story.tellings} for story in of), key=sorted)


def test_one_deed_is_one_story_and_look_alikes_of_other_days_and_places_are_not() -> None:
    assert groups(found(tellings())) == [{"a", "b", "c"}, {"d"}, {"e"}]


def test_each_merge_has_its_reasons() -> None:
    (story,) = [story for story in found(tellings()) if len(story.tellings) > 1]
    assert all("parties RUS, UKR" in story.reasons[telling].reason for telling in story.tellings)


def test_the_order_in_which_tellings_come_changes_nothing() -> None:
    expected = found(tellings())
    for seed in range(10):
        told = tellings()
        random.Random(seed).shuffle(told)  # noqa: S311 (no secret)
        assert found(told) == expected


def test_a_new_telling_leaves_other_stories_as_they_were() -> None:
    before = {story.id: story.tellings for story in found(tellings()[:-1])}
    after = {story.id: story.tellings for story in found(tellings())}
    assert before.items() <= after.items()


def test_what_people_say_is_followed() -> None:
    parted = Judgements(parted=frozenset({("a#e1", "c#e1"), ("b#e1", "c#e1")}))
    assert {"a", "b"} in groups(found(tellings(), parted))
    joined = Judgements(joined=frozenset({("d#e1", "e#e1")}))
    assert {"d", "e"} in groups(found(tellings(), joined))


def test_an_article_is_mainly_about_the_story_that_its_title_tells() -> None:
    told = tellings()
    of = found(told)
    mains = main_stories(reports(), told, of)
    assert len({mains["a"], mains["b"], mains["c"]}) == 1
    assert mains["d"] != mains["a"]


WORDS = [f"kata{number}" for number in range(200)]


def text(identifier: str, words: list[str], *, day: int = 1, outlet: str = "", credits: tuple[str, ...] = ()) -> Text:  # noqa: A002
    return Text(
        id=identifier,
        text=" ".join(words),
        outlet=outlet or identifier,
        published=datetime(2024, 6, day),  # noqa: DTZ001 (as the store has it)
        credits=frozenset(credits),
    )


def test_reprints_trimmed_and_edited_texts_stand_on_the_first() -> None:
    edited = [word if number % 15 else f"lain{number}" for number, word in enumerate(WORDS)]
    copies = find_copies(
        [
            text("first", WORDS),
            text("reprint", WORDS, day=2),
            text("trimmed", WORDS[:90], day=3),
            text("edited", edited, day=2),
            text("other", [f"beda{number}" for number in range(200)]),
        ]
    )
    assert {copy.article: copy.copy_of for copy in copies} == dict.fromkeys(("reprint", "trimmed", "edited"), "first")


def test_a_credit_tells_the_direction_before_time_does() -> None:
    (copy,) = find_copies([text("detik", WORDS, day=1, credits=("AFP",)), text("afp", WORDS, day=2, outlet="AFP")])
    assert (copy.article, copy.copy_of, copy.reason) == ("detik", "afp", "detik credits AFP")


def test_furniture_that_many_pages_have_makes_no_copies() -> None:
    furniture = [f"menu{number}" for number in range(60)]
    pages = [text(f"p{n}", [*furniture, *(f"isi{n}x{number}" for number in range(60))]) for n in range(40)]
    assert find_copies(pages) == []


def step(day: int, told: str, standing: str = "reported") -> Step:
    return Step(day=date(2024, 6, day), status=told, standing=standing, event=f"e{day}", outlet="Kompas")


def test_the_course_tells_each_change_once() -> None:
    steps = [step(19, "happened"), step(17, "planned"), step(18, "planned"), step(20, "happened", "contested")]
    assert [(one.status, one.standing) for one in course(steps)] == [
        ("planned", "reported"),
        ("happened", "reported"),
        ("happened", "contested"),
    ]
    assert status(steps) == "happened"
    assert status(steps[1:3]) == "planned"
