"""What people send: judgements, where they are let, and the token, where one is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast, get_args
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from saksi.errors import QuestionError, StoreError
from saksi.explorer.access import COOKIE, form, same
from saksi.explorer.pages.article_pages import fields
from saksi.runners import FIELDS, join, mark, split
from saksi.store import Store, judgements

if TYPE_CHECKING:
    from saksi.explorer.app import Pages
    from saksi.explorer.window import Window

Form = dict[str, list[str]]
Act = Callable[[Store, Request, Form], str]
"""Does what a form says, and tells where the browser should go then."""
DAYS = frozenset({"start_date", "end_date"})


def routes(show: "Pages") -> list[Route]:
    """The routes that take forms: those that write are there only where people may judge."""
    found = []
    if show.access.token is not None:
        found.append(Route("/login", _login(show), methods=["GET", "POST"]))
    if show.access.edit:
        for path, act in (
            ("/judge", _judge),
            ("/stories/{name}/split", _split),
            ("/stories/{name}/join", _join),
        ):
            found.append(Route(path, _written(show, act), methods=["POST"]))
    return found


def _written(show: "Pages", act: Act) -> Callable[[Request], Any]:
    async def respond(request: Request) -> Response:
        try:
            told = await form(request)
        except ValueError as error:
            return PlainTextResponse(str(error), status_code=400)
        if not same(_one(told, "key"), show.access.key):
            return PlainTextResponse("this form is of an earlier run; load the page anew", status_code=403)
        try:
            return RedirectResponse(await run_in_threadpool(_act, act, request, told), status_code=303)
        except StoreError as error:
            return show.sorry(request, error)

    return respond


def _act(act: Act, request: Request, told: Form) -> str:
    window: Window = request.app.state.window
    with window.alone() as store:
        return act(store, request, told)


def _judge(store: Store, _request: Request, told: Form) -> str:
    event, kind = _one(told, "event"), _one(told, "verdict")
    if kind not in get_args(judgements.Kind):
        raise QuestionError(f"verdict: {kind[:20]!r} is none of {', '.join(get_args(judgements.Kind))}")
    changed = _changed(store, event, told) if kind == "corrected" else None
    mark(store, event, cast("judgements.Kind", kind), changed)
    article, _, name = event.rpartition("#")
    return f"/articles/{quote(article, safe='')}#{name}"


def _changed(store: Store, event: str, told: Form) -> dict[str, str]:
    """The fields that a person wrote otherwise than the form had them, so that all else stays as it is."""
    shown = fields(store, event)
    written = {name: _one(told, name) for name in FIELDS if name in told}
    changed = {name: value for name, value in written.items() if value != shown[name]}
    if changed.keys() & DAYS:
        changed |= {name: value for name, value in written.items() if name in DAYS}
    return changed


def _split(store: Store, request: Request, told: Form) -> str:
    split(store, request.path_params["name"], told.get("events", []))
    left = store.rows("SELECT id FROM stories WHERE id = ?", [request.path_params["name"]])
    return f"/stories/{request.path_params['name']}" if left else "/stories"


def _join(store: Store, request: Request, told: Form) -> str:
    other = _one(told, "other").rpartition("/")[2]  # its id, or its address
    return f"/stories/{join(store, request.path_params['name'], other)}"


def _login(show: "Pages") -> Callable[[Request], Any]:
    access = show.access

    async def respond(request: Request) -> Response:
        if request.method == "GET":
            return show.html(request, "login", {"refused": False})
        try:
            told = await form(request)
        except ValueError as error:
            return PlainTextResponse(str(error), status_code=400)
        if not same(_one(told, "token"), access.token or ""):
            return show.html(request, "login", {"refused": True}, code=403)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(COOKIE, access.session, httponly=True, samesite="strict")
        return response

    return respond


def _one(told: Form, name: str) -> str:
    return told.get(name, [""])[-1].strip()
