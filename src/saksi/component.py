"""Saksi as a component of a spaCy pipeline: `nlp.add_pipe("saksi")`, behind any one of Universal Dependencies.

Day and outlet of an article are told by `doc._.published` and `doc._.outlet` (make the Doc with `nlp.make_doc`, set
them, then call `nlp` with it). What stands before the component parses the text a second time, line by line, as
`saksi.read(pipeline=...)` does, so that both find the same.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from saksi.analysis.contract import check
from saksi.errors import PipelineError
from saksi.intake import read_date
from saksi.languages import codes, load_pack
from saksi.model import Article
from saksi.model.article import article_id
from saksi.model.spans import annotate
from saksi.pipeline import Reader, reader_by

FACTS = ("published", "outlet")


@Language.factory(
    "saksi", default_config={"language": None, "knowledge": []}, assigns=["doc._.reading", "doc._.events"]
)
def create(nlp: Language, name: str, language: str | None, knowledge: Sequence[str]) -> "Component":
    """The component. `language` is the pipeline's own where none is told; `knowledge` are files of one's own."""
    for fact in FACTS:
        if not Doc.has_extension(fact):
            Doc.set_extension(fact, default=None)
    spoken = language or nlp.lang
    if spoken not in codes():
        raise PipelineError(f"{name}: the pipeline is for {spoken!r}; Saksi reads {', '.join(codes())}")
    return Component(nlp, name, spoken, tuple(map(Path, knowledge)))


class Component:
    """Reads what the pipeline before it has parsed."""

    def __init__(self, nlp: Language, name: str, language: str, own: tuple[Path, ...]) -> None:
        self._ahead = _Ahead(nlp, name)
        self._name, self._language, self._own = name, language, own

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with what was read in it. Raises PipelineError if what stands before gives too little."""
        moment = doc._.published
        published = read_date(moment) if isinstance(moment, str) else moment
        article = Article(
            id=article_id(outlet=doc._.outlet, published=published, text=doc.text),
            text=doc.text,
            language=self._language,
            published=published,
            outlet=doc._.outlet,
        )
        return annotate(doc, self._reader.read(article))

    @cached_property
    def _reader(self) -> Reader:
        pipeline = cast("Language", self._ahead)
        check(pipeline, name=self._name, pack=load_pack(self._language))
        return reader_by(self._language, pipeline, self._own)


class _Ahead:
    """What stands in a pipeline before a component, as a pipeline of its own."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp, self._name = nlp, name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)

    def __call__(self, text: str) -> Doc:
        return next(self.pipe([self._nlp.make_doc(text)]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128, disable: Collection[str] = ()) -> Iterator[Doc]:
        """Each Doc, as the components before make it, less those that are left out."""
        for name, component in self._nlp.pipeline:
            if name == self._name:
                break
            if name in disable:
                continue
            docs = component.pipe(docs, batch_size=batch_size) if hasattr(component, "pipe") else map(component, docs)
        return iter(docs)
