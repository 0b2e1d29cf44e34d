"""The routes of the explorer."""

import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import urlencode

from anyio.to_thread import current_default_thread_limiter
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from saksi.asking import known
from saksi.errors import StoreError
from saksi.explorer import charts, editing, pages, questions
from saksi.explorer.access import Access, Guard
from saksi.explorer.addresses import ADDRESSES, Address
from saksi.explorer.api import create_api
from saksi.explorer.window import Window, status
from saksi.export import to_csv, to_jsonl
from saksi.languages import codes, load_pack
from saksi.store import Store
from saksi.store.search import COLUMNS, sql

KEPT = 64
"""Pages of each kind that are kept for those who ask the same while the store does not change."""


def create_app(path: Path, access: Access | None = None) -> Starlette:
    """The explorer of the store at `path`. Raises StoreError if it is none."""
    access = access or Access()
    window = Window(Store(path))
    show = Pages(access)
    routes = [
        *(Route(one.path, _page(show, one)) for one in ADDRESSES),
        Mount("/api/v1", create_api(window)),
        *(Route(f"/events.{kind}", _file(kind)) for kind in _FILES),
        *editing.routes(show),
        Mount("/static", StaticFiles(directory=str(resources.files("saksi.explorer") / "static"))),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, access=access)], lifespan=_few_threads)
    app.state.window, app.state.access = window, access
    return app


@asynccontextmanager
async def _few_threads(_app: Starlette) -> AsyncIterator[None]:
    """Ask the store no more at once than the machine can answer: others wait their turn, and each gets it sooner."""
    current_default_thread_limiter().total_tokens = 2 * (os.cpu_count() or 1)
    yield


def serve(app: Starlette, listening: socket) -> None:
    """Answer what comes in at a socket until stopped."""
    import uvicorn  # noqa: PLC0415 (tests need none)

    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listening])


def warm() -> None:
    """Load what the first page of a party needs: whom the packs know."""
    known("")


class Pages:
    """Makes HTML of what a page shows, in the language of whoever asks."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self._templates = Environment(
            loader=PackageLoader("saksi.explorer"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["charts"] = charts

    def html(self, request: Request, name: str, found: Mapping[str, Any], *, code: int = 200) -> HTMLResponse:
        """A page."""
        return self.sent(request, self.text(request, name, found), code=code)

    def text(self, request: Request, name: str, found: Mapping[str, Any]) -> str:
        """The same as text."""
        language = language_of(request)
        return self._templates.get_template(f"{name}.html").render(
            t=load_pack(language).table("interface"),
            language=language,
            languages={code: load_pack(code).table("pack")["name"] for code in codes()},
            path=request.url.path,
            asked=dict(request.query_params),
            link=lambda **changes: _link(request, changes),
            access=self.access,
            **questions.CHOICES,
            **found,
        )

    def sent(self, request: Request, text: str, *, code: int = 200) -> HTMLResponse:
        """The answer that brings a text; a language that is chosen is kept."""
        language = language_of(request)
        response = HTMLResponse(text, status_code=code)
        if request.query_params.get("lang") == language:
            response.set_cookie("lang", language, httponly=True, samesite="strict")
        return response

    def sorry(self, request: Request, error: StoreError) -> HTMLResponse:
        """What went wrong, as a page."""
        code = status(error, named=bool(request.path_params))
        return self.html(request, "sorry", {"reason": str(error)}, code=code)


def _page(show: Pages, address: Address) -> Callable[[Request], Any]:
    @lru_cache(maxsize=KEPT)
    def made(_address: str, _language: str, _state: tuple[int, int], once: _Once) -> str:
        return show.text(once.request, address.template, _asked(address, once.request))

    async def respond(request: Request) -> Response:
        window: Window = request.app.state.window
        try:
            text = await run_in_threadpool(made, str(request.url), language_of(request), window.state(), _Once(request))
        except StoreError as error:
            return show.sorry(request, error)
        return show.sent(request, text)

    return respond


@dataclass(frozen=True, slots=True)
class _Once:
    """A request that makes no difference to what is kept: address, language and state of the store tell all of it."""

    request: Request = field(compare=False)


def _asked(address: Address, request: Request) -> dict[str, Any]:
    """What a page shows."""
    window: Window = request.app.state.window
    with window.looking() as store:
        if address.asks is None:
            return address.page(store, request.path_params["name"])
        return address.page(store, address.asks.of(request.query_params))


def _file(kind: str) -> Callable[[Request], Any]:
    media, write = _FILES[kind]

    def made(request: Request) -> bytes:
        window: Window = request.app.state.window
        with window.looking() as store:
            query, parameters = sql(pages.all_events(store, questions.Events.of(request.query_params)))
            return write(store, query, parameters)

    async def respond(request: Request) -> Response:
        try:
            content = await run_in_threadpool(made, request)
        except StoreError as error:
            return Response(str(error), status_code=status(error, named=False), media_type="text/plain")
        headers = {"Content-Disposition": f'attachment; filename="events.{kind}"'}
        return Response(content, media_type=media, headers=headers)

    return respond


def _parquet(store: Store, query: str, parameters: list[Any]) -> bytes:
    import pyarrow.parquet as pq  # noqa: PLC0415 (most pages need none)

    buffer = BytesIO()
    pq.write_table(store.sql(query, parameters).arrow(), buffer)
    return buffer.getvalue()


_FILES: Mapping[str, tuple[str, Callable[[Store, str, list[Any]], bytes]]] = {
    "csv": ("text/csv", lambda store, *asked: to_csv(COLUMNS, store.rows(*asked)).encode()),
    "jsonl": ("application/jsonl", lambda store, *asked: to_jsonl(store.rows(*asked)).encode()),
    "parquet": ("application/vnd.apache.parquet", _parquet),
}


def language_of(request: Request) -> str:
    """The language of the pages: as chosen, else as the browser prefers, else English."""
    preferred = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    wanted = [request.query_params.get("lang", ""), request.cookies.get("lang", ""), *preferred, "en"]
    return next(language for language in wanted if language in codes())


def _link(request: Request, changes: dict[str, Any]) -> str:
    """The address of this page with another question."""
    asked = {name: value for name, value in request.query_params.items() if value and name != "lang"}
    return "?" + urlencode(asked | {name: str(value) for name, value in changes.items()})
