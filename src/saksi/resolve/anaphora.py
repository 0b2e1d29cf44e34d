"""Whom a pronoun, or a phrase like one, points back to."""

from collections.abc import Callable

from saksi.model.mention import Mention
from saksi.resolve.roster import NOBODY, Party, Roster

REACH = 3
"""Sentences back that a pronoun may point."""


def antecedents(mention: Mention, roster: Roster) -> tuple[list[Party], str]:
    """The parties that a mention with an `anaphor` stands for, none where it is not clear, and the rule that says so.

    The first person (`kami`) is whoever speaks: that is known only when the statements are, so it stands open here.
    """
    find = _RULES.get(mention.anaphor or "")
    return (find(mention, roster), _NAMES[mention.anaphor or ""]) if find else ([], "")


def _person(mention: Mention, roster: Roster) -> list[Party]:
    """The last person who was a subject, else the last person told."""
    recent = [
        (told, party)
        for told, party in roster.latest()
        if mention.sentence - told.sentence <= REACH and party.kind == "person"
    ]
    subjects = [party for told, party in recent if told.subject and told.sentence >= mention.sentence - 1]
    return (subjects or [party for _, party in recent])[:1]


def _country(_mention: Mention, roster: Roster) -> list[Party]:
    """The last state told."""
    return next(([party] for _, party in roster.latest() if party.kind == "state"), [])


def _plural(mention: Mention, roster: Roster) -> list[Party]:
    """The last group, body or state that was a subject."""
    return next(
        (
            [party]
            for told, party in roster.latest()
            if party.kind != "person" and told.subject and mention.sentence - told.sentence <= REACH
        ),
        [],
    )


def _self(_mention: Mention, roster: Roster) -> list[Party]:
    """The speaker's side: the last subject of any kind."""
    return next(([party] for told, party in roster.latest() if told.subject and party.kind != "outlet"), [])


def _near(mention: Mention, roster: Roster) -> list[Party]:
    """The state or organisation that was a subject in this sentence or the one before, else the one told last there."""
    recent = [
        (told, party)
        for told, party in roster.latest()
        if party.kind in ("state", "organisation") and mention.sentence - told.sentence <= 1
    ]
    subjects = [party for told, party in recent if told.subject]
    return (subjects or [party for _, party in recent])[:1]


def _body(mention: Mention, roster: Roster) -> list[Party]:
    """The last organisation or armed group told by its name."""
    return next(
        (
            [party]
            for told, party in roster.latest()
            if party.kind in ("organisation", "group")
            and party.entity is not None
            and mention.sentence - told.sentence <= REACH
        ),
        [],
    )


def _both(_mention: Mention, roster: Roster) -> list[Party]:
    """The last two parties of different countries."""
    found: list[Party] = []
    for _, party in roster.latest():
        if party.code != NOBODY and party.code not in {other.code for other in found} and party.kind != "outlet":
            found.append(party)
        if len(found) == 2:
            return found
    return []


_RULES: dict[str, Callable[[Mention, Roster], list[Party]]] = {
    "person": _person,
    "country": _country,
    "plural": _plural,
    "self": _self,
    "both": _both,
    "body": _body,
    "near": _near,
    "clitic": _person,
}

_NAMES = {
    "person": "last person who was a subject, else the last told",
    "country": "last country told",
    "plural": "last group or body that was a subject",
    "self": "side of the last subject",
    "both": "last two parties of different countries",
    "body": "last organisation or armed group told by its name",
    "near": "state or organisation that was last a subject, else the one told last",
    "clitic": "last person who was a subject, else the last told",
}
"""What each rule goes by, for people."""
