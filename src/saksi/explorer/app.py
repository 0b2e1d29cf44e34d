"""The routes of the explorer, and what keeps it safe.

Articles are hostile input: all text is escaped, and the browser is told to load and send nothing but our own style
sheet and forms (Content Security Policy Level 3).
"""

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from saksi.errors import QuestionError, StoreError
from saksi.explorer import pages, questions
from saksi.explorer.window import Window
from saksi.export import to_csv, to_json, to_jsonl
from saksi.languages import codes, load_pack
from saksi.store import Store
from saksi.store.search import COLUMNS

LOOPBACK = ["127.0.0.1", "localhost"]
"""Hosts that a request may name, so that no page elsewhere reaches the server by a name of its own."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
Ask = Callable[[Store, Request], dict[str, Any]]


def create_app(path: Path) -> Starlette:
    """The explorer of the store at `path`. Raises StoreError if it is none."""
    window = Window(Store(path))
    templates = Environment(
        loader=PackageLoader("saksi.explorer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    app = Starlette(
        routes=[
            *(Route(route, _page(templates, name, ask)) for route, name, ask in _PAGES),
            *(Route(f"/api/v1{route}", _data(ask)) for route, ask in _DATA),
            Route("/events.csv", _file(lambda rows: to_csv(COLUMNS, rows), "text/csv", "events.csv")),
            Route("/events.jsonl", _file(to_jsonl, "application/jsonl", "events.jsonl")),
            Mount("/static", StaticFiles(directory=str(resources.files("saksi.explorer") / "static"))),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK)],
    )
    app.state.window = window
    return app


def serve(app: Starlette, listening: socket) -> None:
    """Answer what comes in at a socket until stopped."""
    import uvicorn  # noqa: PLC0415 (tests need none)

    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listening])


def _page(templates: Environment, name: str, ask: Ask) -> Callable[[Request], Any]:
    template = templates.get_template(f"{name}.html")
    sorry = templates.get_template("sorry.html")

    async def respond(request: Request) -> Response:
        language = _language(request)
        common = {
            "t": load_pack(language).table("interface"),
            "language": language,
            "languages": {code: load_pack(code).table("pack")["name"] for code in codes()},
            "asked": dict(request.query_params),
            **questions.CHOICES,
            "link": lambda **changes: _link(request, changes),
        }
        try:
            found = await run_in_threadpool(_asked, ask, request)
        except StoreError as error:
            response = HTMLResponse(sorry.render(**common, reason=str(error)), status_code=_status(error, request))
        else:
            response = HTMLResponse(template.render(**common, **found))
        response.headers.update(HEADERS)
        if request.query_params.get("lang") == language:
            response.set_cookie("lang", language, httponly=True, samesite="strict")
        return response

    return respond


def _data(ask: Ask) -> Callable[[Request], Any]:
    async def respond(request: Request) -> Response:
        try:
            found = await run_in_threadpool(_asked, ask, request)
        except StoreError as error:
            return JSONResponse({"error": str(error)}, status_code=_status(error, request), headers=HEADERS)
        return Response(to_json(found), media_type="application/json", headers=HEADERS)

    return respond


def _file(write: Callable[[list[dict[str, Any]]], str], kind: str, name: str) -> Callable[[Request], Any]:
    def ask(store: Store, request: Request) -> dict[str, Any]:
        return {"rows": pages.all_events(store, request.query_params)}

    async def respond(request: Request) -> Response:
        try:
            rows = (await run_in_threadpool(_asked, ask, request))["rows"]
        except StoreError as error:
            return Response(str(error), status_code=_status(error, request), media_type="text/plain", headers=HEADERS)
        headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
        return Response(write(rows), media_type=kind, headers=headers)

    return respond


def _asked(ask: Ask, request: Request) -> dict[str, Any]:
    """What a page or file shows."""
    window: Window = request.app.state.window
    with window.looking() as store:
        return ask(store, request)


def _status(error: StoreError, request: Request) -> int:
    """Whose fault it is: the store's; the question's; or, where the path names a thing, that it is not there."""
    if not isinstance(error, QuestionError):
        return 503
    return 404 if request.path_params else 400


def _language(request: Request) -> str:
    """The language of the pages: as chosen, else as the browser prefers, else English."""
    preferred = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    wanted = [request.query_params.get("lang", ""), request.cookies.get("lang", ""), *preferred, "en"]
    return next(language for language in wanted if language in codes())


def _link(request: Request, changes: dict[str, Any]) -> str:
    """The address of this page with another question."""
    asked = {name: value for name, value in request.query_params.items() if value and name != "lang"}
    return "?" + urlencode(asked | {name: str(value) for name, value in changes.items()})


_PAGES: tuple[tuple[str, str, Ask], ...] = (
    ("/", "start", lambda store, _: pages.start(store)),
    ("/events", "events", lambda store, request: pages.events(store, request.query_params)),
    ("/stories", "stories", lambda store, request: pages.stories(store, request.query_params)),
    ("/stories/{name}", "story", lambda store, request: pages.story(store, request.path_params["name"])),
    ("/articles/{name:path}", "article", lambda store, request: pages.article(store, request.path_params["name"])),
    ("/actors/{name:path}", "actor", lambda store, request: pages.actor(store, request.path_params["name"])),
)
_DATA: tuple[tuple[str, Ask], ...] = (
    ("/events", lambda store, request: pages.events(store, request.query_params)),
    ("/stories", lambda store, request: pages.stories(store, request.query_params)),
    ("/stories/{name}", lambda store, request: pages.story(store, request.path_params["name"])),
    ("/articles/{name:path}", lambda store, request: pages.record(store, request.path_params["name"])),
    ("/actors/{name:path}", lambda store, request: pages.actor(store, request.path_params["name"])),
)
