"""Which parties fill the slots of a trigger: by the parse where it gives one, by word order where it does not."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from saksi.codebook import frames, plover
from saksi.extract import syntax
from saksi.extract.clauses import clause_rules
from saksi.extract.order import WordOrder
from saksi.extract.told import Told
from saksi.extract.triggers import Trigger
from saksi.languages import Pack
from saksi.model import Cast, Statement

Slots = dict[str, list[str]]


class PartyFinder:
    """Finds parties around the triggers of one article."""

    def __init__(self, doc: Doc, *, cast: Cast, statements: Sequence[Statement], pack: Pack) -> None:
        self.doc = doc
        self.cast = cast
        self.rules = clause_rules(pack)
        self.told = Told(doc, cast=cast, statements=statements, rules=self.rules)
        self.order = WordOrder(doc, self.told, self.rules)

    def slots(self, trigger: Trigger) -> Slots:
        """Actor ids by slot, in the order of the text; a slot without parties is left out."""
        found = self._noun_slots(trigger) if trigger.is_noun else self._verb_slots(trigger)
        return {slot: unique for slot, ids in found.items() if (unique := list(dict.fromkeys(ids)))}

    def _verb_slots(self, trigger: Trigger) -> Slots:
        verb = trigger.head
        passive = trigger.voice == "passive" or (trigger.voice != "active" and syntax.is_passive(verb))
        passive = passive or (self.rules.owner_first and (syntax.is_passive(verb) or self._is_participle(verb)))
        slots = self.prepositional(trigger)
        grammatical_subject = self._subject(trigger)
        if passive:
            slots["object"] = grammatical_subject
            slots["subject"] = slots.get("by", []) or self._bare_agent(trigger)
        else:
            slots["subject"] = grammatical_subject
            slots["object"] = self._not_reflexive(trigger, self._object(trigger), slots["subject"])
            slots["indirect"] = self.told.all_of(syntax.indirect(verb))
            if trigger.sense.complement == "requested" and not slots["object"]:
                addressee = syntax.complement_subject(verb)
                slots["object"] = self.told.of(addressee) if addressee is not None else []
        return slots

    def _is_participle(self, verb: Token) -> bool:
        """Whether the verb is a passive participle behind its noun, in a language that has such."""
        if not self.rules.active_participles or verb.lower_.endswith(self.rules.active_participles):
            return False
        return syntax.is_participle(verb)

    def _noun_slots(self, trigger: Trigger) -> Slots:
        slots = self.prepositional(trigger)
        opened = self.rules.slots_of.get(trigger.tokens[-1].lower_, ()) if len(trigger.tokens) > 1 else ()
        if opened:
            told = self.told.first_in(self.doc[trigger.tokens.end : trigger.tokens.end + 4])
            return {**slots, **dict.fromkeys(opened, told), "possessor": self.order.before_noun(trigger.tokens.start)}
        slots["possessor"] = self._possessor(trigger)
        if not slots["possessor"] and not slots.get("by"):
            slots["by"] = self._doer_in_clause(trigger)
        return slots

    def _doer_in_clause(self, trigger: Trigger) -> list[str]:
        """Who does it by a clause behind the noun: `serangan yang dilancarkan Israel`."""
        end = trigger.tokens.end
        start = end + 1 if end < len(self.doc) and self.doc[end].lower_ in self.rules.relative else end
        if not self.rules.bare_agent or start == end or start + 1 >= len(self.doc) or self.doc[start].pos_ != "VERB":
            return []
        agent = start + 1 + (self.doc[start + 1].lower_ in self.rules.by)
        return self.told.at(self.doc[agent]) if agent < len(self.doc) else []

    def _subject(self, trigger: Trigger) -> list[str]:
        token = self.subject_of(trigger.head)
        told = self._doers(self.told.of(token)) if token is not None else []
        if token is not None and not told:
            told = self._author(trigger, token)
        if token is None:
            told = self._doers(self.order.nearest_left(trigger.tokens.start))
        return told or self._doers(self.order.right_before(trigger.tokens.start))

    def _author(self, trigger: Trigger, document: Token) -> list[str]:
        """Who words a document that says what the trigger tells: `issued a declaration demanding that ...`."""
        verb = syntax.governing_verb(document) if syntax.modified_by(trigger.head) == document else None
        if verb is None or not plover().types[trigger.sense.type]["quad"].startswith("verbal"):
            return []
        author = self.subject_of(verb)
        return self._doers(self.told.of(author)) if author is not None and author != document else []

    def subject_of(self, verb: Token) -> Token | None:
        """The word that is the verb's grammatical subject."""
        return syntax.subject(verb, relative=self.rules.relative, purpose=self.rules.purpose)

    def _doers(self, told: list[str]) -> list[str]:
        """Those who may do a deed: an outlet named in the clause only reports it."""
        return [party for party in told if self.cast[party].kind != "outlet"]

    def _object(self, trigger: Trigger) -> list[str]:
        tokens = [token for token in syntax.objects(trigger.head) if token.i >= trigger.tokens.start]
        inside = [token for token in tokens if token.i < trigger.tokens.end]
        return self.told.all_of(token for token in tokens if token not in inside) or self.order.nearest_right(
            trigger.tokens.end
        )

    def _not_reflexive(self, trigger: Trigger, told: list[str], doers: list[str]) -> list[str]:
        """The objects, less those that only a pronoun tells and that are the doers' own side: `Kami menekan mereka`."""
        pronoun = any(token.pos_ == "PRON" for token in syntax.objects(trigger.head))
        own = {self.cast[party].code for party in doers}
        return [party for party in told if not pronoun or self.cast[party].code not in own]

    def _bare_agent(self, trigger: Trigger) -> list[str]:
        """The agent that stands right behind a passive without preposition: `dipasok Rusia`."""
        if not self.rules.bare_agent or trigger.tokens.end >= len(self.doc):
            return []
        return self.told.at(self.doc[trigger.tokens.end])

    def _possessor(self, trigger: Trigger) -> list[str]:
        """The party in the noun's own phrase: behind it or before it, as the language has it."""
        last = trigger.tokens[-1]
        for clitic in self.rules.clitics:
            if last.lower_.endswith(clitic) and last.norm_ != last.lower_:
                return self.told.at_offset(last.idx + len(last) - 1) or self._of_clitic(trigger)
        if self.rules.owner_first:
            undergoes = "of" in frames()[trigger.sense.frame].recipients
            owner = self.order.before_noun(trigger.tokens.start)
            return owner or ([] if undergoes else self._prepositional_of(trigger))
        return self.order.after_noun(trigger.tokens.end)

    def _of_clitic(self, trigger: Trigger) -> list[str]:
        """Whose `-nya` is: the subject's of the verb above, else of the party told last before."""
        verb = syntax.governing_verb(trigger.tokens.root)
        if verb is not None:
            token = self.subject_of(verb)
            if token is not None and token.i < trigger.tokens.start:
                return self.told.of(token)
        return self.order.nearest_left(trigger.tokens.start, across=True)

    def _prepositional_of(self, trigger: Trigger) -> list[str]:
        """The party behind `of`: `the killing of Iranian scientists`."""
        return [
            party
            for preposition, token in syntax.phrases(trigger.tokens.root)
            if "of" in self.rules.slots_of.get(preposition, ())
            for party in self.told.of(token)
        ]

    def prepositional(self, trigger: Trigger) -> Slots:
        """Parties in the prepositional phrases of a trigger, and of its object, since attachment errs."""
        found: Slots = {}
        for preposition, token in self._phrases(trigger):
            for slot in self.rules.slots_of.get(preposition, ()):
                found.setdefault(slot, []).extend(self.told.of(token, place=True))
        for slot, told in self.order.phrases_ahead(trigger.tokens.end):
            if not found.get(slot):
                found[slot] = told
        return {slot: self._doers(told) for slot, told in found.items()}

    def _phrases(self, trigger: Trigger) -> Iterator[tuple[str, Token]]:
        for token in trigger.tokens:
            yield from syntax.phrases(token)
        if not trigger.is_noun:
            for noun in syntax.objects(trigger.head):
                yield from syntax.phrases(noun)
