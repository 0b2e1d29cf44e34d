"""The stages that make a Reading of an Article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from saksi.analysis import identify_language, load_pipeline, parse, reading_pipeline, serves
from saksi.errors import LanguageError
from saksi.extract.contexts import ContextFinder
from saksi.extract.cues import Cue, CueFinder
from saksi.extract.dating import Calendar
from saksi.extract.draft import Draft
from saksi.extract.events import EventReader
from saksi.extract.explain import Explainer
from saksi.extract.mentions import read_mentions
from saksi.extract.names import NameFinder
from saksi.extract.statements import find_statements
from saksi.extract.times import read_times
from saksi.extract.triggers import TriggerFinder
from saksi.folders import own_folders
from saksi.intake import MAX_BYTES, describe
from saksi.knowledge import Knowledge
from saksi.languages import Pack, load_pack
from saksi.model import Actor, Article, Cast, Event, Reading, Reason, Skipped, Statement, Time
from saksi.model.mention import Mention
from saksi.resolve import resolve
from saksi.world import load_world


@dataclass(frozen=True, slots=True)
class Scene:
    """One article on the way to its events."""

    article: Article
    doc: Doc
    cast: Cast
    statements: Sequence[Statement]
    times: Sequence[Time]
    cues: Sequence[Cue]
    reader: EventReader
    drafts: Sequence[Draft]


@dataclass(frozen=True, slots=True)
class Explained:
    """An event of an article, and why each of its values is what it is."""

    article: Article
    event: Event
    reasons: Sequence[Reason]


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading one language needs, built once per process."""

    pack: Pack
    knowledge: Knowledge
    pipeline: Language
    names: NameFinder
    triggers: TriggerFinder
    cues: CueFinder
    contexts: ContextFinder

    def read(self, article: Article) -> Reading:
        """One article, from its text to its records."""
        scene = self.scene(article)
        events = scene.reader.read(scene.drafts)
        return Reading(
            article=scene.article,
            outlet=scene.cast.outlet,
            dateline=next((place.id for place in scene.cast.places if scene.article.dateline in place.mentions), None),
            actors=_needed(scene.cast, scene.statements, events),
            places=scene.cast.places,
            times=tuple(scene.times),
            statements=tuple(scene.statements),
            events=tuple(events),
        )

    def scene(self, article: Article) -> Scene:
        """One article before its events: parties, statements, times, and deeds as their clauses tell them."""
        article = describe(article, self.pack)
        doc = parse(article, self.pipeline, pack=self.pack)
        cast = self._cast(doc, article)
        statements = find_statements(doc, pack=self.pack, cast=cast)
        times = read_times(doc, pack=self.pack, published=article.published)
        published = article.published.date() if article.published else None
        calendar = Calendar(doc, times, statements, published=published, outlet=cast.outlet, pack=self.pack)
        reader = EventReader(
            doc, cast=cast, statements=statements, calendar=calendar, contexts=self.contexts, pack=self.pack
        )
        cues = self.cues.find(doc)
        drafts = reader.drafts(self.triggers.find(doc, cast), cues, self.cues)
        return Scene(article, doc, cast, statements, times, cues, reader, drafts)

    def explain(self, article: Article) -> list[Explained]:
        """The events of one article with the reasons for their values."""
        scene = self.scene(article)
        explainer = Explainer(scene.cast, scene.reader.calendar, self.cues, scene.cues)
        return [
            Explained(scene.article, event, explainer.reasons(event, draft))
            for event, draft in scene.reader.with_drafts(scene.drafts)
        ]

    def cast(self, article: Article) -> Cast:
        """The parties and places of one article, and by which rule each of its words means one."""
        article = describe(article, self.pack)
        return self._cast(parse(article, self.pipeline, pack=self.pack), article)

    def mentions(self, doc: Doc) -> list[Mention]:
        """Where a parsed article names or describes parties and places."""
        return read_mentions(doc, self.names.find(doc), pack=self.pack)

    def _cast(self, doc: Doc, article: Article) -> Cast:
        return resolve(self.mentions(doc), article=article, knowledge=self.knowledge, pack=self.pack)


def reader(language: str, other: str | Path | None = None, own: tuple[Path, ...] = ()) -> Reader:
    """The reader of a language, by the bundled pipeline or another one if that is for the language.

    `own` are a person's own knowledge files. Raises LanguageError, PipelineError or KnowledgeError where one cannot be
    had.
    """
    return _reader(language, other, own, own_folders())


@cache
def _reader(language: str, other: str | Path | None, own: tuple[Path, ...], _folders: tuple[Path, ...]) -> Reader:
    """One reader for each way of asking, and for each set of a person's own folders."""
    taken = load_pipeline(language, other) if other and serves(other, language) else reading_pipeline(language)
    return reader_by(language, taken, own)


def reader_by(language: str, pipeline: Language, own: tuple[Path, ...] = ()) -> Reader:
    """The reader of a language by a pipeline that is at hand. Raises LanguageError or KnowledgeError as `reader`."""
    world = load_world(own)
    pack = world.packs[language] if language in world.packs else load_pack(language)
    return Reader(
        pack,
        world.knowledge,
        pipeline,
        NameFinder(pack, pipeline),
        TriggerFinder(pack),
        CueFinder(pack),
        ContextFinder(pack),
    )


def read_articles(
    items: Iterable[Article | Skipped], *, pipeline: str | Path | None = None, own: tuple[Path, ...] = ()
) -> Iterator[Reading | Skipped]:
    """A reading of each article, in order; what cannot be read is passed on as Skipped with the reason.

    `pipeline` names a spaCy pipeline that takes the place of the bundled one of its language; `own` are a person's own
    knowledge files, of which later ones win.
    """
    for item in items:
        yield item if isinstance(item, Skipped) else _read(item, pipeline, own)


def explain_article(
    article: Article, *, pipeline: str | Path | None = None, own: tuple[Path, ...] = ()
) -> list[Explained]:
    """The events of an article and why they were made; options as in `read_articles`.

    Raises LanguageError where the language is none that can be read.
    """
    language = article.language or identify_language(article.text)
    return reader(language, pipeline, own).explain(replace(article, language=language))


def _read(article: Article, pipeline: str | Path | None, own: tuple[Path, ...]) -> Reading | Skipped:
    if len(article.text.encode(errors="surrogatepass")) > MAX_BYTES:
        reason = f"has more than {MAX_BYTES:,} bytes, the most that one article may have; split it"
        return Skipped(source=article.source, line=article.line, reason=reason)
    try:
        language = article.language or identify_language(article.text)
        return reader(language, pipeline, own).read(replace(article, language=language))
    except LanguageError as error:
        return Skipped(source=article.source, line=article.line, reason=str(error))


def _needed(cast: Cast, statements: Iterable[Statement], events: Iterable[Event]) -> tuple[Actor, ...]:
    """The actors that the text mentions or that a record refers to."""
    used = {cast.outlet}
    for statement in statements:
        used.update(statement.chain, filter(None, (statement.speaker,)))
    for event in events:
        used.update(event.actors, event.recipients, *(testimony.chain for testimony in event.testimony))
    return tuple(actor for actor in cast.actors if actor.mentions or actor.id in used)
