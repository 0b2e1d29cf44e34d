"""Who held an office on a day, and whose an unowned body is."""

from saksi.knowledge import Entity, Knowledge
from saksi.model import Role
from saksi.model.mention import Mention
from saksi.resolve.roster import NOBODY, Party, Roster

OFFICIAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP"})
"""Sectors whose bodies and people belong to a state even where it is not named."""

CIVILIAN, PRESS = ("CVL",), ("JRN",)
"""Sectors of a person of whom the text tells no post, and of reporters."""


def holder(role: Role, owner: str, day: str, knowledge: Knowledge) -> Entity | None:
    """The known holder of an office of `owner` (a key) on a day (an ISO date), if one person holds it."""
    if not owner or not day:
        return None
    code = knowledge.entity(owner).code
    office = role.english.partition(" of ")[0]
    return knowledge.holder(role.english, code, day) or knowledge.holder(office, code, day)


def home(mention: Mention, roster: Roster, *, home_country: str) -> str:
    """Whose a body or people is where the phrase does not say: the key of a state, or nothing.

    The state told last with the same words; else the only one told in the sentence so far; else the one that the
    article tells most. Parties of no state, such as analysts and the press, have none, nor do those of whoever speaks.
    """
    role = mention.role
    if mention.ours:
        return ""
    if mention.possessive:
        return _told_last(mention, roster)
    if role is None or role.code:
        return role.code if role else ""
    crowd = role.part == "title" and role.kind == "group"
    if crowd or (not OFFICIAL & set(role.sectors) and role.part != "equipment"):
        return ""
    same = (party.owner for _, party in roster.latest() if party.role and party.role.english == role.english)
    return next(filter(None, same), "") or _home_here(mention, roster, home_country=home_country)


def _home_here(mention: Mention, roster: Roster, *, home_country: str) -> str:
    """The only state that the sentence tells so far, or the outlet's own if it tells that too; else the main one."""
    here = {party.home for told, party in roster.told if told.sentence == mention.sentence} - {""}
    if len(here) == 1:
        return here.pop()
    best = max(roster.parties, key=_weight, default=None)
    return home_country if home_country in here else best.state if best else ""


def settle(roster: Roster, *, home_country: str) -> None:
    """Give persons, officials and reporters of whom no country is told the one that the article is about.

    News names the country of foreigners, not that of its own people, so that is the outlet's own where the article
    tells no country more often; else the country with at least half of all mentions of countries; in an article that
    tells none, the only country where its places lie. Where there is none of these the country stays unknown. Who has
    no post is a civilian.
    """
    code = _main_country(roster, home_country)
    for party in roster.parties:
        official = party.role is not None and bool(OFFICIAL & set(party.sectors))
        press = party.kind == "group" and party.sectors == PRESS
        if party.code == NOBODY and (party.kind == "person" or official or press):
            party.code = code
        if party.kind == "person" and not party.sectors:
            party.sectors = CIVILIAN


def _main_country(roster: Roster, home_country: str) -> str:
    told = roster.states()
    if not told:
        return next(iter(roster.settings)) if len(roster.settings) == 1 else home_country
    code, count = told.most_common(1)[0]
    if told[home_country] == count:
        return home_country
    return code if count * 2 >= told.total() else NOBODY


def _told_last(mention: Mention, roster: Roster) -> str:
    """The state of the party told last as a subject, else of the one told last, in this sentence or the one before."""
    near = [(told, party) for told, party in roster.latest() if mention.sentence - told.sentence <= 1 and party.home]
    subjects = [party.home for told, party in near if told.subject]
    return next(iter([*subjects, *(party.home for _, party in near)]), "")


def _weight(party: Party) -> int:
    """How often a state is told; other parties weigh nothing."""
    return len(party.mentions) if party.state else 0
