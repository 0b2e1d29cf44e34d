"""Readings as spaCy Docs, Saksi as a component, readings in notebooks."""

import re
from html import unescape

import pytest
import spacy

import saksi
from saksi.errors import PipelineError
from saksi.model import Reading

TEXT = 'Moscow accused Kyiv of shelling Belgorod on Monday. "We deny it," Ukraine said <b>again</b>.'


@pytest.fixture(scope="module")
def reading() -> Reading:
    return saksi.read(TEXT, language="en", published="2024-06-18", outlet="Reuters", title="A <title>")


def test_a_reading_becomes_a_doc_with_spans(reading: Reading) -> None:
    doc = reading.to_spacy()
    assert doc.text == TEXT
    assert doc._.events == reading.events
    assert doc._.reading is reading
    triggers = [(span.text, span.label_, span.id_) for span in doc.spans["triggers"]]
    assert triggers == [(event.trigger.of(TEXT), event.type, event.id) for event in reading.events]
    mentions = sorted(span.of(TEXT) for actor in reading.actors for span in actor.mentions)
    assert sorted(span.text for span in doc.spans["actors"]) == mentions
    assert {span.label_ for span in doc.spans["quotes"]} <= {"direct", "reported"}


def test_a_doc_may_be_made_by_a_pipeline_of_ones_own(reading: Reading) -> None:
    doc = reading.to_spacy(saksi.load_pipeline("en"))
    assert doc.has_annotation("DEP")
    assert doc._.events == reading.events


def test_a_component_finds_what_read_finds(reading: Reading) -> None:
    nlp = saksi.load_pipeline("en")
    nlp.add_pipe("saksi")
    try:
        doc = nlp.make_doc(TEXT)
        doc._.published, doc._.outlet = "2024-06-18", "Reuters"
        found = nlp(doc)._.reading
        assert (found.events, found.actors, found.times) == (reading.events, reading.actors, reading.times)
        assert found.article.id == reading.article.id
        (again,) = nlp.pipe([TEXT])
        assert [event.type for event in again._.events] == [event.type for event in reading.events]
        apart = saksi.read(TEXT, language="en", published="2024-06-18", outlet="Reuters", title="A <title>")
        assert apart == reading, "what is added to the pipeline is none that articles are read with"
    finally:
        nlp.remove_pipe("saksi")


def test_a_component_reads_in_a_vocabulary_that_forgets(reading: Reading) -> None:
    nlp = saksi.load_pipeline("en")
    nlp.add_pipe("saksi")
    try:
        for _ in range(3):
            with nlp.memory_zone():
                kinds = [event.type for event in nlp(TEXT)._.events]
                assert kinds == [event.type for event in reading.events]
    finally:
        nlp.remove_pipe("saksi")


def test_a_component_says_what_it_lacks() -> None:
    bare = spacy.blank("en")
    bare.add_pipe("saksi")
    with pytest.raises(PipelineError, match="gives no"):
        bare(TEXT)
    with pytest.raises(PipelineError, match="Saksi reads"):
        spacy.blank("de").add_pipe("saksi")


def test_a_notebook_shows_the_text_escaped_and_the_events(reading: Reading) -> None:
    shown = reading._repr_html_()
    assert "<b>again" not in shown
    assert "A &lt;title&gt;" in shown
    body = re.search(r"<p style='white-space: pre-wrap'>(.*?)</p>", shown, re.DOTALL)
    assert body
    assert unescape(re.sub(r"<[^>]*>", "", body[1])) == TEXT
    assert shown.count("<tr>") == len(reading.events) + 1
    assert "Russia → Ukraine" in shown
