"""One known party."""

from dataclasses import dataclass

from saksi.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A party of which facts are known. Facts that are not known or do not apply are empty strings.

    Attributes:
        key: unique over all tables; the key of a state is its code.
        name: the canonical English name.
        code: who it counts as: ISO 3166-1 alpha-3, KOS, or a code without state (UNO, EUR, IGO, NGO, MNC, IMG, `---`).
        sectors: PLOVER sector codes, primary first.
        parent: the key of the body of which it is a part.
        office: the kind of office that a person holds or last held (`head_of_state`, `foreign_minister`).
        title: that office as English calls it in that country (`supreme leader`, `secretary of state`).
        since: first day of the term as an ISO date, possibly without day or month.
        until: last day of the term in the same form; empty while it lasts or if unknown.
        domain: the web domain of an outlet.
        medium: what an outlet is: agency, newspaper, broadcaster, online, or state (run by a state, in whatever form).
        capital: the capital of a state, in English.
        latitude: of the capital, decimal degrees, north positive.
        longitude: of the capital, decimal degrees, east positive.

    """

    key: str
    name: str
    kind: Kind
    code: str
    sectors: tuple[str, ...]
    parent: str = ""
    office: str = ""
    title: str = ""
    since: str = ""
    until: str = ""
    domain: str = ""
    medium: str = ""
    capital: str = ""
    latitude: float | None = None
    longitude: float | None = None
