"""The same as data: JSON under `/api/v1`, described by its OpenAPI document at `/api/v1/openapi.json`."""

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from saksi import __version__
from saksi.errors import StoreError
from saksi.explorer import pages, questions, shapes
from saksi.explorer.window import Window, status


async def window_of(request: Request) -> Window:
    """What the store is seen through; each answer opens it itself, so that nobody who waits for a thread holds it."""
    window: Window = request.app.state.window
    return window


Through = Annotated[Window, Depends(window_of)]
PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"model": shapes.Problem, "description": "The question cannot be answered as it is put."},
    404: {"model": shapes.Problem, "description": "There is no such thing."},
    503: {"model": shapes.Problem, "description": "The store cannot be asked just now, or takes too long."},
}


def create_api(window: Window) -> FastAPI:
    """The API over what a window shows."""
    api = FastAPI(
        title="Saksi",
        version=__version__,
        description="Who did what to whom, when, where, on whose word, and who says otherwise.",
        docs_url=None,  # these pages load their scripts from elsewhere
        redoc_url=None,
        responses=PROBLEMS,
    )
    api.state.window = window
    api.add_exception_handler(StoreError, _refused)
    api.add_exception_handler(RequestValidationError, _misunderstood)
    for path, answer, shape in _ROUTES:
        api.add_api_route(path, answer, response_model=shape, summary=(answer.__doc__ or "").rstrip("."))
    return api


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, StoreError)  # noqa: S101 - for the type checker: it is registered for no other
    return JSONResponse({"error": str(error)}, status_code=status(error, named=bool(request.path_params)))


async def _misunderstood(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    return JSONResponse({"error": questions.said(error.errors())}, status_code=400)


def start(window: Through, asked: Annotated[questions.Period, Query()]) -> Any:
    """What is new, contested, most told and best witnessed."""
    with window.looking() as store:
        return pages.start(store, asked)


def events(window: Through, asked: Annotated[questions.Events, Query()]) -> Any:
    """Events."""
    with window.looking() as store:
        return pages.events(store, asked)


def stories(window: Through, asked: Annotated[questions.Stories, Query()]) -> Any:
    """Stories."""
    with window.looking() as store:
        return pages.stories(store, asked)


def story(window: Through, name: str) -> Any:
    """A story with both its sides."""
    with window.looking() as store:
        return pages.story(store, name)


def articles(window: Through, asked: Annotated[questions.Articles, Query()]) -> Any:
    """Articles."""
    with window.looking() as store:
        return pages.articles(store, asked)


def article(window: Through, name: str) -> Any:
    """The record of an article."""
    with window.looking() as store:
        return pages.record(store, name)


def actors(window: Through, asked: Annotated[questions.Actors, Query()]) -> Any:
    """Parties."""
    with window.looking() as store:
        return pages.actors(store, asked)


def actor(window: Through, name: str) -> Any:
    """A party: what it did and underwent, with whom, on whose word."""
    with window.looking() as store:
        return pages.actor(store, name)


def pair(window: Through, asked: Annotated[questions.Pair, Query()]) -> Any:
    """Two parties: cooperation and conflict by week."""
    with window.looking() as store:
        return pages.pair(store, asked)


def world(window: Through, asked: Annotated[questions.Deeds, Query()]) -> Any:
    """Places of deeds."""
    with window.looking() as store:
        return pages.world(store, asked)


def network(window: Through, asked: Annotated[questions.Deeds, Query()]) -> Any:
    """Relations between parties."""
    with window.looking() as store:
        return pages.network(store, asked)


def sources(window: Through, asked: Annotated[questions.Period, Query()]) -> Any:
    """Which outlets and agencies rest on whom."""
    with window.looking() as store:
        return pages.sources(store, asked)


_ROUTES: tuple[tuple[str, Any, type[shapes.Shape]], ...] = (
    ("/start", start, shapes.Start),
    ("/events", events, shapes.Events),
    ("/stories", stories, shapes.Stories),
    ("/stories/{name}", story, shapes.Story),
    ("/articles", articles, shapes.Articles),
    ("/articles/{name:path}", article, shapes.Record),
    ("/actors", actors, shapes.Actors),
    ("/actors/{name:path}", actor, shapes.Actor),
    ("/pairs", pair, shapes.Pair),
    ("/map", world, shapes.World),
    ("/network", network, shapes.Network),
    ("/sources", sources, shapes.Sources),
)
