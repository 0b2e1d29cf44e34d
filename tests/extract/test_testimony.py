"""On whose word a deed rests."""

from spacy.tokens import Doc

from saksi.extract.draft import Draft
from saksi.extract.testimony import Bench
from saksi.model import Event, Span, Statement, Testimony
from tests.extract.made_docs import OUTLET, UNNAMED, cast, doc, draft, statement, trigger

PARTIES = "USA=Amerika; IRN=Iran; RUS=Rusia; KOR=Korea; +biden:USA=Biden"


def bench(made: Doc, *statements: Statement) -> Bench:
    return Bench(cast(made, PARTIES), statements, frozenset({"tuduhan"}))


def witnesses(made: Doc, word: str, *statements: Statement, alleged: bool = False) -> list[tuple[str, ...]]:
    span = trigger(made, word).tokens
    found = bench(made, *statements).testimony(
        Span(start=span.start_char, end=span.end_char), alleged=alleged, accusers=[]
    )
    assert {testimony.stance for testimony in found} == {"asserts"}
    return [testimony.chain for testimony in found]


def test_the_outlet_tells_what_nobody_says() -> None:
    assert witnesses(doc("Rusia memuji Iran ."), "memuji") == [(OUTLET,)]


def test_what_is_alleged_on_nobodys_word_has_an_unnamed_witness() -> None:
    assert witnesses(doc("Rusia memuji Iran ."), "memuji", alleged=True) == [(OUTLET, UNNAMED)]


def test_a_named_claimant_of_what_is_alleged_is_the_witness() -> None:
    made = doc("Amerika menduga Rusia memuji Iran .")
    assert witnesses(made, "memuji", statement(made, "USA", "Rusia memuji Iran"), alleged=True) == [(OUTLET, "USA")]


def test_a_deed_outside_the_content_is_the_outlets() -> None:
    made = doc("Amerika menuduh Rusia memuji Iran .")
    assert witnesses(made, "menuduh", statement(made, "USA", "memuji Iran")) == [(OUTLET,)]


def test_the_innermost_statement_around_a_deed() -> None:
    made = doc("Biden bilang Korea bilang Rusia memuji Iran .")
    outer = statement(made, "biden", "Korea bilang Rusia memuji Iran")
    inner = statement(made, "KOR", "Rusia memuji Iran", by=("biden",), number=2)
    assert witnesses(made, "memuji", outer, inner) == [(OUTLET, "biden", "KOR")]


def test_several_claimants_of_the_same_words() -> None:
    made = doc("Amerika dan Korea bilang Rusia memuji Iran .")
    said = [statement(made, who, "Rusia memuji Iran", number=number) for number, who in enumerate(("USA", "KOR"), 1)]
    assert witnesses(made, "memuji", *said) == [(OUTLET, "USA"), (OUTLET, "KOR")]


def event(told: Draft, *chains: tuple[str, ...]) -> Event:
    tokens = told.trigger.tokens
    return Event(
        id="e",
        type=told.trigger.sense.type,
        trigger=Span(start=tokens.start_char, end=tokens.end_char),
        status=told.status,
        testimony=tuple(Testimony(stance="asserts", chain=chain) for chain in chains or ((OUTLET,),)),
        actors=tuple(told.actors),
        recipients=tuple(told.recipients),
        rule=told.rule,
    )


def stances(told: Event) -> list[tuple[str, str]]:
    return [(testimony.stance, testimony.chain[-1]) for testimony in told.testimony]


def test_a_denial_points_back_at_what_was_claimed_of_the_denier() -> None:
    made = doc("Amerika bilang Iran memasok Rusia . Iran membantah .")
    deed = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS")
    denial = draft(trigger(made, "membantah", type="REJECT", complement="denied"), "IRN")
    claimed, denied = bench(made).with_denials([event(deed, (OUTLET, "USA")), event(denial)], [deed, denial])
    assert stances(claimed) == [("asserts", "USA"), ("denies", "IRN")]
    assert denied.recipients == ("USA",)
    assert claimed.standing(OUTLET) == "contested"


def test_a_denial_passes_over_what_the_outlet_tells_and_over_deeds_of_others() -> None:
    made = doc("Iran memasok Rusia . Amerika bilang Korea menyerang Rusia . Iran membantah .")
    own = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS")
    others = draft(trigger(made, "menyerang", type="ASSAULT"), "KOR", "RUS")
    denial = draft(trigger(made, "membantah", type="REJECT", complement="denied"), "IRN")
    events = [event(own), event(others, (OUTLET, "USA")), event(denial)]
    found = bench(made).with_denials(events, [own, others, denial])
    assert [stances(one) for one in found] == [[("asserts", OUTLET)], [("asserts", "USA")], [("asserts", OUTLET)]]


def test_who_denies_a_claim_of_others_denies_what_they_claimed() -> None:
    made = doc("Amerika bilang Korea menyerang Rusia . Iran membantah tuduhan itu .")
    deed = draft(trigger(made, "menyerang", type="ASSAULT"), "KOR", "RUS")
    denial = draft(trigger(made, "membantah", type="REJECT", complement="denied"), "IRN")
    claimed, _ = bench(made).with_denials([event(deed, (OUTLET, "USA")), event(denial)], [deed, denial])
    assert stances(claimed) == [("asserts", "USA"), ("denies", "IRN")]


def test_a_deed_told_only_in_its_denial_is_asserted_by_nobody() -> None:
    made = doc("Iran membantah memasok Rusia .")
    denier = trigger(made, "membantah", type="REJECT", complement="denied")
    deed = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS", above=denier)
    denial = draft(denier, "IRN")
    _, denied = bench(made).with_denials([event(denial), event(deed)], [denial, deed])
    assert stances(denied) == [("denies", "IRN")]
    assert denied.standing(OUTLET) == "denied"


def test_a_denial_takes_the_place_of_what_was_put_in_the_deniers_mouth() -> None:
    made = doc("Iran membantah memasok Rusia .")
    denier = trigger(made, "membantah", type="REJECT", complement="denied")
    deed = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS", above=denier)
    denial = draft(denier, "IRN")
    events = [event(denial), event(deed, (OUTLET, "IRN"), (OUTLET, "USA"))]
    _, denied = bench(made).with_denials(events, [denial, deed])
    assert stances(denied) == [("asserts", "USA"), ("denies", "IRN")]


def test_a_denial_that_was_not_made_denies_nothing() -> None:
    made = doc("Amerika bilang Iran memasok Rusia . Iran tidak membantah .")
    deed = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS")
    denial = draft(trigger(made, "membantah", type="REJECT", complement="denied"), "IRN", status="negated")
    claimed, _ = bench(made).with_denials([event(deed, (OUTLET, "USA")), event(denial)], [deed, denial])
    assert stances(claimed) == [("asserts", "USA")]


def test_a_denial_keeps_the_recipient_that_its_own_clause_tells() -> None:
    made = doc("Amerika bilang Iran memasok Rusia . Iran membantah Korea .")
    deed = draft(trigger(made, "memasok", type="AID"), "IRN", "RUS")
    denial = draft(trigger(made, "membantah", type="REJECT", complement="denied"), "IRN", "KOR")
    _, denied = bench(made).with_denials([event(deed, (OUTLET, "USA")), event(denial)], [deed, denial])
    assert denied.recipients == ("KOR",)
