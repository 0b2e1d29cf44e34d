"""Of forty pages in ten layouts the report is found exactly: nothing of it missing, nothing beside it read."""

from tests.intake.layouts import pages

from saksi.intake import Defaults, describe
from saksi.intake.html import article_of
from saksi.languages import load_pack

FLOOR = 36


def body(page: str, language: str) -> list[str]:
    """The lines that are read: without furniture."""
    article = describe(
        article_of(page.encode(), source="page", defaults=Defaults(language=language)), load_pack(language)
    )
    text = article.text
    for span in reversed(article.furniture):
        if span != article.dateline and not (article.dateline and article.dateline in span):
            text = f"{text[: span.start]}{text[span.end :]}"
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_the_report_is_found_exactly_in_most_pages() -> None:
    wrong = []
    for layout, report, page in pages():
        found = body(page, report.language)
        if found != list(report.paragraphs):
            extra = [line for line in found if line not in report.paragraphs]
            missing = [line for line in report.paragraphs if line not in found]
            wrong.append(f"{layout}, {report.title}: beside it {extra}, missing {missing}")
    assert len(wrong) <= 40 - FLOOR, "\n".join(wrong)
