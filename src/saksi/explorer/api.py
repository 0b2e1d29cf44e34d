"""The same as data: JSON under `/api/v1`, described by its OpenAPI document at `/api/v1/openapi.json`."""

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from saksi import __version__
from saksi.errors import StoreError
from saksi.explorer import questions, shapes
from saksi.explorer.addresses import ADDRESSES, Answer
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
    for one in ADDRESSES:
        answer = one.data or one.page
        endpoint = _asks(answer, one.asks) if one.asks else _named(answer)
        api.add_api_route(
            "/start" if one.path == "/" else one.path,
            endpoint,
            response_model=one.shape,
            summary=one.summary,
            operation_id=one.template,
        )
    return api


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, StoreError)  # noqa: S101 - for the type checker: it is registered for no other
    return JSONResponse({"error": str(error)}, status_code=status(error, named=bool(request.path_params)))


async def _misunderstood(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    return JSONResponse({"error": questions.said(error.errors())}, status_code=400)


def _asks(answer: Answer, question: type[questions.Asked]) -> Any:
    """The endpoint of an address that holds a question; FastAPI reads its parameters off the annotations."""

    def endpoint(window: Through, asked: Any) -> Any:
        with window.looking() as store:
            return answer(store, asked)

    endpoint.__annotations__["asked"] = Annotated[question, Query()]
    return endpoint


def _named(answer: Answer) -> Any:
    """The endpoint of an address that ends with a name."""

    def endpoint(window: Through, name: str) -> Any:
        with window.looking() as store:
            return answer(store, name)

    return endpoint
