"""Terms of office: who held which office of whom, from when to when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's time in one office.

    Attributes:
        person: the person's key.
        code: whose office it is: the code of a state or of a body without state.
        office: its kind, one of schema.toml's (`head_of_state`, `foreign_minister`).
        title: as English calls it in that country (`supreme leader`, `secretary of state`).
        since: first day as an ISO date, possibly without day or month; empty if unknown.
        until: last day in the same form; empty while it lasts or if unknown.

    """

    person: str
    code: str
    office: str
    title: str
    since: str = ""
    until: str = ""

    def holds(self, day: str) -> bool:
        """Whether it ran on a day (an ISO date). A date without month or day stands for the whole of it."""
        return bool(self.since) and self.since <= day and (not self.until or day[: len(self.until)] <= self.until)

    def check(self, *, offices: Iterable[str]) -> None:
        """Raise ValueError, saying why, if the term cannot be."""
        if self.office not in offices:
            raise ValueError(f"unknown office {self.office!r}")
        for date in (self.since, self.until):
            if date and not ISO_DATE.fullmatch(date):
                raise ValueError(f"bad date {date!r}")
        if self.since and self.until and self.until < self.since[: len(self.until)]:
            raise ValueError(f"the term ends ({self.until}) before it begins ({self.since})")


def overlapping(terms: Iterable[Term], *, single: Iterable[str]) -> Iterator[tuple[Term, Term]]:
    """Pairs of terms of different persons that cannot both be: one office, held by one person at a time, twice at once.

    On the day of a handover both may hold it; dates without day or month are given the benefit of the doubt.
    """
    wanted = frozenset(single)
    dated = sorted((term for term in terms if term.office in wanted and term.since), key=_office_and_start)
    for _, group in groupby(dated, key=_same_office):
        for before, after in pairwise(group):
            width = min(len(before.until), len(after.since))
            runs_on = not before.until or before.until[:width] > after.since[:width]
            if runs_on and before.person != after.person:
                yield before, after


def ended_by(term: Term, rivals: Iterable[Term], *, single: Iterable[str]) -> Term | None:
    """The term as it stands beside rivals that win, or None if nothing is left of it.

    An office that one person at a time holds ends when a rival's term begins.
    """
    if term.office not in single:
        return term
    starts = [
        rival.since
        for rival in rivals
        if _same_office(rival) == _same_office(term) and rival.person != term.person and rival.since
    ]
    cut = min((start for start in starts if term.holds(start)), default="")
    if not cut:
        return term
    return replace(term, until=cut) if cut != term.since else None


def _same_office(term: Term) -> tuple[str, str, str]:
    return term.code, term.office, term.title


def _office_and_start(term: Term) -> tuple[str, str, str, str]:
    return (*_same_office(term), term.since)
