"""From an Article to a spaCy Doc whose offsets are the article's own."""

from saksi.analysis.identify import identify_language
from saksi.analysis.load import load_pipeline, other_pipeline, reading_pipeline, serves
from saksi.analysis.parse import parse

__all__ = ["identify_language", "load_pipeline", "other_pipeline", "parse", "reading_pipeline", "serves"]
