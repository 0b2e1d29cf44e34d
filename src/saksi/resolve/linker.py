"""Linking each mention of an article to a party: a known entity, one told before, or one of its own."""

from collections.abc import Sequence
from functools import cache

from saksi.knowledge import Entity, Knowledge, fold
from saksi.languages import Pack
from saksi.model import Actor, Article, Cast, Link, Role, Span
from saksi.model.mention import Mention
from saksi.resolve.anaphora import REACH, antecedents
from saksi.resolve.office import PRESS, holder, home, settle
from saksi.resolve.places import Spot, located
from saksi.resolve.roster import NOBODY, Party, Roster

Meaning = tuple[Party | None, str]
"""Whom a mention means, if anybody, and the rule that says so."""

BRACKET = 2
"""Characters between a party and its abbreviation in brackets."""
STATE_ITSELF = frozenset({"government"})
"""Roles, by their English name, in which a state is meant itself."""


def resolve(mentions: Sequence[Mention], *, article: Article, knowledge: Knowledge, pack: Pack) -> Cast:
    """Whom and what the mentions mean; mentions that stay unclear are left out."""
    linker = _Linker(article, knowledge, pack)
    linker.place_dateline()
    for mention in mentions:
        linker.link(mention)
    return linker.cast()


class _Linker:
    """The walk over one article's mentions."""

    def __init__(self, article: Article, knowledge: Knowledge, pack: Pack) -> None:
        self.article = article
        self.day = article.published.date().isoformat() if article.published else ""
        self.knowledge = knowledge
        self.pack = pack
        self.roster = Roster()
        self.spots: dict[tuple[str, str | None], Spot] = {}
        self.outlet = self._outlet()
        self.unnamed = self.roster.add(("unnamed",), Party("unnamed", "group", sectors=("UNK",)))

    def link(self, mention: Mention) -> None:
        """Note whom one mention means, and by which rule."""
        if mention.anaphor:
            meant, rule = antecedents(mention, self.roster)
            if not meant and mention.anaphor == "country":
                meant, rule = self._own_country()
        elif mention.place:
            self._place(mention)
            return
        else:
            party, rule = self._party(mention)
            meant = [party] if party is not None else []
        for party in meant:
            self.roster.tell(mention, party, rule)

    def _own_country(self) -> tuple[list[Party], str]:
        """The country of the party told last, for `negaranya` where the country itself is not told."""
        homes = (party.home for _, party in self.roster.latest() if party.home in self.knowledge)
        return [self._entity(self.knowledge.entity(home)) for home in homes][:1], "country of the party told last"

    def _party(self, mention: Mention) -> Meaning:
        if mention.alias and self._abbreviates(mention):
            return self._alias(mention)
        if mention.name and (abbreviated := self.roster.get(("alias", mention.name))):
            return abbreviated, "abbreviation told before"
        if mention.key:
            return self._known(mention), "known name"
        if mention.label == "PERSON":
            return self._person(mention)
        if mention.name:
            return self._body(mention)
        return self._described(mention) if mention.role else (None, "")

    def _abbreviates(self, mention: Mention) -> bool:
        """Whether words in brackets stand for the party right before; known ones only for a body that is another."""
        if not self.roster.told or mention.span.start - self.roster.told[-1][0].span.end > BRACKET:
            return False
        before = self.roster.told[-1][1].kind
        return not mention.key or before == self.knowledge.entity(mention.key).kind == "organisation"

    def _alias(self, mention: Mention) -> Meaning:
        """An abbreviation in brackets stands for what was told right before it, whatever it means elsewhere."""
        _, party = self.roster.told[-1]
        self.roster.alias(("name", mention.name.casefold()), party)
        self.roster.alias(("alias", mention.name), party)
        return party, "abbreviation in brackets of the party before"

    def _known(self, mention: Mention) -> Party:
        entity = self.knowledge.entity(mention.key)
        party = self._entity(entity)
        if party.kind == "person" and mention.role and not mention.former:
            party.role, party.owner = mention.role, mention.owner or party.owner
            if party.sectors != entity.sectors:  # not yet in the office that is known: what the text says counts
                party.sectors = mention.role.sectors or party.sectors
        return party

    def _entity(self, entity: Entity) -> Party:
        code, sectors = entity.standing(self.day)
        party = Party(entity.name, entity.kind, code, sectors, entity)
        return self.roster.add(("entity", entity.key), party)

    def _person(self, mention: Mention) -> Meaning:
        """A person no pack knows: one told before by a fuller name, or a new one of the country in the phrase."""
        party, rule = self._told_before(mention), "fuller name told before"
        if party is None:
            role, rule = mention.role, "new name, with what is said of it"
            new = Party(mention.name, "person", sectors=role.sectors if role else ())
            party = self.roster.add(("name", mention.name.casefold()), new)
        self._learn(party, mention)
        return party, rule

    def _told_before(self, mention: Mention) -> Party | None:
        words = set(mention.name.casefold().split())
        for _, party in self.roster.latest():
            if party.kind == "person" and (words <= party.words or party.words <= words) and party.words:
                return party
        return None

    def _learn(self, party: Party, mention: Mention) -> None:
        """Take from a phrase what it says of its party: role, owner, and so the country it acts for."""
        party.role = party.role or mention.role
        party.owner = party.owner or (self._owner(mention) if mention.possessive else mention.owner)
        if party.role and not party.sectors:
            party.sectors = party.role.sectors
        if mention.role and party.owner in self.knowledge:
            employer = self.knowledge.entity(party.owner)
            party.sectors = employer.sectors if employer.kind == "organisation" else party.sectors
        if party.code == NOBODY and (party.owner or mention.role):
            party.code = self._code(party.owner, mention)

    def _body(self, mention: Mention) -> Meaning:
        """An organisation or place that no pack knows."""
        known = self.roster.get(("name", mention.name.casefold()))
        if known is not None:
            return known, "name told before"
        if mention.label == "PLACE":
            self._place(mention)
            return None, ""
        sectors = mention.role.sectors if mention.role else ()
        party = Party(mention.name, "organisation", self._code(mention.owner, mention), sectors)
        return self.roster.add(("name", mention.name.casefold()), party), "new name, with what is said of it"

    def _described(self, mention: Mention) -> Meaning:
        """A party spoken of by title or common noun: `pemimpin Rusia tersebut`, `militer Israel`, `para ahli`."""
        role = mention.role
        assert role is not None  # noqa: S101 - only called where there is one
        if role.part == "title":
            told = self._told_holder(mention)
            return (told, "title told before") if told else self._holder(mention, self._owner(mention))
        told = self._told_of_that_kind(mention)
        if told is not None:
            return told, "last party of that kind"
        owner = self._owner(mention)
        if role.part == "equipment" or role.english in STATE_ITSELF:
            party = self._entity(self.knowledge.entity(owner)) if owner else None
            return party, "state behind its government or equipment"
        if owner and role.sectors[:1] == PRESS and self.knowledge.entity(owner).kind == "outlet":
            return self._entity(self.knowledge.entity(owner)), "outlet named with what it is"  # `surat kabar X`
        code = self._code(owner, mention)
        name = self._owned_name(role, owner)
        party = Party(name, role.kind, code, role.sectors, role=role, owner=owner)  # type: ignore[arg-type]
        return self.roster.add(("role", role.english, owner), party), "described by what it is and whose"

    def _told_of_that_kind(self, mention: Mention) -> Party | None:
        """Whom a body's noun points back to: `perusahaan itu`, the last company told."""
        role = mention.role
        if role is None or not mention.pointing or mention.owner or role.part != "body":
            return None
        for told, party in self.roster.latest():
            near = mention.sentence - told.sentence <= REACH
            if near and party.kind == "organisation" and party.sectors[:1] == role.sectors[:1]:
                return party
        return None

    def _owner(self, mention: Mention) -> str:
        """The key of whom a described party belongs to, or nothing."""
        owner = mention.owner or home(mention, self.roster, home_country=self.outlet.code)
        return owner if owner in self.knowledge else ""

    def _told_holder(self, mention: Mention) -> Party | None:
        """The person told before whom a title means: of the same title, or one it points back to."""
        for _, party in self.roster.latest():
            same_title = (
                party.role is not None and mention.role is not None and party.role.english == mention.role.english
            )
            owned = mention.owner in ("", party.owner, party.code)
            if party.kind == "person" and owned and (same_title or mention.pointing):
                return party
        return None

    def _holder(self, mention: Mention, owner: str) -> Meaning:
        """Who holds an office: the one whom knowledge has at that date, or the unnamed holder."""
        role = mention.role
        assert role is not None  # noqa: S101 - only called where there is one
        known = holder(role, owner, self.day, self.knowledge)
        if known is not None and not mention.former:
            return self._entity(known), "holder of the office on the day of publication"
        name = self._owned_name(role, owner)
        kind = "person" if role.kind == "person" else "group"
        party = Party(name, kind, self._code(owner, mention), role.sectors, role=role, owner=owner)  # type: ignore[arg-type]
        return self.roster.add(("role", role.english, owner), party), "unnamed holder of the office"

    def _code(self, owner: str, mention: Mention) -> str:
        if owner:
            return self.knowledge.entity(owner).code
        return (mention.role.code if mention.role else "") or NOBODY

    def _owned_name(self, role: Role, owner: str) -> str:
        return f"{role.english} of {self.knowledge.entity(owner).name}" if owner else role.english

    def place_dateline(self) -> None:
        """Note where the report is filed: its dateline, if the pack knows the place."""
        span = self.article.dateline
        key = _place_names(self.pack).get(span.of(self.article.text).casefold()) if span else None
        if span is not None and key is not None:
            country = self._entity(self.knowledge.entity(key)).code
            self._spot(span.of(self.article.text).title(), country, span)

    def _place(self, mention: Mention) -> None:
        country = None
        if mention.key:
            country = self._entity(self.knowledge.entity(mention.key)).code
            self.roster.settings.add(country)
        self._spot(mention.name, country, mention.span)

    def _spot(self, name: str, country: str | None, span: Span) -> None:
        whole = country is not None and name.casefold() in _country_names(self.pack).get(country, ())
        region = _region_names(self.pack).get(name.casefold(), "")
        spot = self.spots.setdefault((name, country), Spot(name=name, country=country, whole=whole, region=region))
        spot.spans.append(span)

    def _outlet(self) -> Party:
        """The article's own voice."""
        name = self.article.outlet or "unnamed outlet"
        entity = self.knowledge.outlet(name, names=_outlet_names(self.pack))
        if entity is not None:
            return self._entity(entity)
        return self.roster.add(("outlet", name), Party(name, "outlet", sectors=PRESS))

    def cast(self) -> Cast:
        """The finished cast, ids in the order of the text, the outlet first."""
        settle(self.roster, home_country=self.outlet.code)
        parties = sorted(self.roster.parties, key=lambda party: (party is not self.outlet, _first(party)))
        actors: list[Actor] = []
        ids: dict[int, str] = {}
        for number, party in enumerate(parties, 1):
            ids[id(party)] = f"a{number}"
            actors.append(party.actor(f"a{number}"))
        places = located(self.spots.values(), told=self.roster.states(), knowledge=self.knowledge)
        outlet, unnamed = ids[id(self.outlet)], ids[id(self.unnamed)]
        links = tuple(
            Link(span=mention.span, actor=ids[id(party)], rule=rule) for mention, party, rule in self.roster.links
        )
        return Cast(actors=tuple(actors), places=places, outlet=outlet, unnamed=unnamed, links=links)


def _first(party: Party) -> int:
    return party.spans[0].start if party.spans else 10**9


@cache
def _place_names(pack: Pack) -> dict[str, str]:
    """Every place and capital in the pack, lower-cased, to the key of its state."""
    columns = ("metonyms", "places", "names")
    rows = pack.rows("states")
    named = ((name, row["key"]) for row in rows for column in columns for name in row[column].split("|"))
    return {name.casefold(): key for name, key in named if name}


@cache
def _country_names(pack: Pack) -> dict[str, frozenset[str]]:
    """The names of each country as a whole, lower-cased, by its key."""
    return {
        row["key"]: frozenset(f"{row['names']}|{row['short']}|{row['demonyms']}".casefold().split("|"))
        for row in pack.rows("states")
    }


@cache
def _region_names(pack: Pack) -> dict[str, str]:
    """Every name of a region in the pack, lower-cased, to its key."""
    return {name.casefold(): row["key"] for row in pack.rows("regions") for name in row["names"].split("|")}


@cache
def _outlet_names(pack: Pack) -> dict[str, str]:
    """Every spelling of an outlet in the pack, folded, to its key."""
    return {fold(name): row["key"] for row in pack.rows("outlets") for name in row["names"].split("|")}
