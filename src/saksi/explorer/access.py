"""Who may ask and who may write, and what browsers are told.

Articles are hostile input: all text is escaped, and the browser is told to load and send nothing but our own files and
forms (Content Security Policy Level 3).
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlsplit

from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COOKIE = "saksi"
LARGEST = 65_536
"""Bytes of a form at most."""
FREE = ("/login", "/static/")
"""What is shown before a token is given."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a server lets people do.

    Attributes:
        edit: whether they may judge.
        token: what they must know, unless it is for this machine alone.
        session: what their browser keeps once they have told the token.
        key: what stands in our own forms, so that no page elsewhere sends one.

    """

    edit: bool = False
    token: str | None = None
    session: str = field(default_factory=secrets.token_urlsafe)
    key: str = field(default_factory=secrets.token_urlsafe)

    def admits(self, request: Request) -> bool:
        """Whether whoever asks has told the token, in a cookie or as `Authorization: Bearer`."""
        if self.token is None:
            return True
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        return same(request.cookies.get(COOKIE, ""), self.session) or same(bearer, self.token)


def same(told: str, secret: str) -> bool:
    """Whether two words are the same, without telling by the time how much of them is."""
    return secrets.compare_digest(told.encode(), secret.encode())


class Guard(BaseHTTPMiddleware):
    """Lets in who is admitted, where no token is wanted whoever is here, and puts our headers on every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        super().__init__(app)
        self.access = access

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Answer, or say that a token is wanted."""
        if self.access.token is None and not _is_here(request.headers.get("host", "")):
            response: Response = PlainTextResponse("Invalid host header", status_code=400)
        elif request.url.path.startswith(FREE) or self.access.admits(request):
            response = await call_next(request)
        elif request.method == "GET" and not request.url.path.startswith("/api/"):
            response = RedirectResponse("/login", status_code=303)
        else:
            response = PlainTextResponse("tell the token: Authorization: Bearer TOKEN\n", status_code=401)
        response.headers.update(HEADERS)
        return response


def _is_here(host: str) -> bool:
    """Whether a request names this machine, so that no page elsewhere gets in by a name of its own."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


async def form(request: Request) -> dict[str, list[str]]:
    """The fields of a form that a browser sends. Raises ValueError if it is too large or was sent from elsewhere."""
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise ValueError("a form of another site")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise ValueError("a form of more than 64 kB")
    fields: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=1000):
        fields.setdefault(name, []).append(value)
    return fields
