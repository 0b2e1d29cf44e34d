"""Who acts."""

from dataclasses import dataclass
from typing import Literal

from saksi.model.span import Span

Kind = Literal["state", "person", "organisation", "group", "outlet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as one article speaks of it.

    Attributes:
        id: `a1`, `a2`, ... inside its article.
        name: the canonical English name, or for an unnamed party what the text calls it, in English.
        code: who it counts as: ISO 3166-1 alpha-3 or a PLOVER code; `---` for a party of no country.
        sectors: PLOVER sector codes, primary first.
        entity: the key of the known entity it is linked to, where one fits.
        wikidata: the entity's Wikidata id, where known.
        mentions: every place in the text that names or describes it.

    """

    id: str
    name: str
    kind: Kind
    code: str
    sectors: tuple[str, ...] = ()
    entity: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
