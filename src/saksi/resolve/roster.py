"""The parties of one article while its mentions are being resolved."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from saksi.codebook import CODES_WITHOUT_STATE
from saksi.knowledge import Entity
from saksi.model import Actor, Kind, Role, Span
from saksi.model.mention import Mention

NOBODY = "---"


@dataclass(slots=True, eq=False)
class Party:
    """One party: what is known of it so far and where it was mentioned."""

    name: str
    kind: Kind
    code: str = NOBODY
    sectors: tuple[str, ...] = ()
    entity: Entity | None = None
    role: Role | None = None
    owner: str = ""
    mentions: list[Mention] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    words: set[str] = field(init=False)
    """The words of its name and of every name it was called by, lower-cased."""

    def __post_init__(self) -> None:
        self.words = set(self.name.casefold().split())

    def tell(self, mention: Mention) -> None:
        """Note a mention of it."""
        self.mentions.append(mention)
        self.spans.append(mention.span)
        self.words.update(mention.name.casefold().split())

    @property
    def state(self) -> str:
        """The key of the state that it is, or nothing."""
        return self.entity.key if self.entity and self.kind == "state" else ""

    @property
    def home(self) -> str:
        """The key of the state or body to which it belongs, as far as it is known."""
        if self.kind == "outlet":
            return ""
        return self.state or self.owner or ("" if self.code in CODES_WITHOUT_STATE else self.code)

    def actor(self, actor_id: str) -> Actor:
        """The finished actor."""
        return Actor(
            id=actor_id,
            name=self.name,
            kind=self.kind,
            code=self.code,
            sectors=self.sectors,
            entity=self.entity.key if self.entity else None,
            mentions=tuple(sorted(set(self.spans))),
        )


class Roster:
    """All parties of one article, found again by what identifies them, and the order in which they were told.

    `settings` holds the codes of the countries in which its places lie.
    """

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.told: list[tuple[Mention, Party]] = []
        self.links: list[tuple[Mention, Party, str]] = []
        self.settings: set[str] = set()
        self._by_identity: dict[tuple[str, ...], Party] = {}

    def get(self, identity: tuple[str, ...]) -> Party | None:
        """The party of that identity, if it was told before."""
        return self._by_identity.get(identity)

    def add(self, identity: tuple[str, ...], party: Party) -> Party:
        """A new party, or the one that has this identity already."""
        if identity not in self._by_identity:
            self._by_identity[identity] = party
            self.parties.append(party)
        return self._by_identity[identity]

    def alias(self, identity: tuple[str, ...], party: Party) -> None:
        """A further identity of a party: an abbreviation."""
        self._by_identity.setdefault(identity, party)

    def tell(self, mention: Mention, party: Party, rule: str) -> None:
        """Note that `mention` means `party`, as a rule says."""
        self.links.append((mention, party, rule))
        party.tell(mention)
        self.told.append((mention, party))

    def latest(self) -> Iterator[tuple[Mention, Party]]:
        """What was told, the last first."""
        return reversed(self.told)

    def states(self) -> Counter[str]:
        """How often each country was told, by code, itself or by a party of its own."""
        return Counter(party.code for _, party in self.told if party.code not in CODES_WITHOUT_STATE)
