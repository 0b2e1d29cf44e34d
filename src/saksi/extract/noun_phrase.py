"""A phrase that describes a party, while it is being read."""

from dataclasses import dataclass

from saksi.extract.names import Item


@dataclass(slots=True)
class Phrase:
    """A phrase under construction.

    Attributes:
        items: the names, titles and common nouns in it.
        start: its first token.
        end: the token after its last.
        owner: the state or body that it belongs to.
        person: the name of a person in it.
        role: the title or common noun that it is about.

    """

    items: list[Item]
    start: int
    end: int
    owner: Item | None = None
    person: Item | None = None
    role: Item | None = None

    @property
    def is_title(self) -> bool:
        """Whether it is about the title of a person."""
        return self.role is not None and self.role.role is not None and self.role.role.part == "title"


def can_own(item: Item) -> bool:
    """Whether somebody may belong to it: a state, a place of a state, a body."""
    return item.what == "name" and item.label in ("PLACE", "ORG")
