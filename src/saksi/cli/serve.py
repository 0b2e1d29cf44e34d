"""`saksi serve`: a store in the browser."""

import threading
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET, AF_INET6, IPPROTO_TCP, TCP_NODELAY, create_server, socket
from typing import Annotated

import typer

from saksi.cli.ask import StorePath, told

SHORTEST = 16
"""Characters of a token at least."""


def parse_host(value: str) -> str:
    """The address that an option names. Raises BadParameter if it is none."""
    try:
        return str(ip_address(value))
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no address; write it as 127.0.0.1, 0.0.0.0 or ::1") from error


def serve(
    *,
    store: StorePath = Path("saksi.duckdb"),
    host: Annotated[
        str, typer.Option(parser=parse_host, metavar="ADDRESS", help="The address of this machine to answer at.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port to answer at.")] = 8765,
    edit: Annotated[bool, typer.Option("--edit", help="Let people judge events and stories.")] = False,
    token: Annotated[
        str | None,
        typer.Option(envvar="SAKSI_TOKEN", metavar="WORD", help="What people must tell first; better set SAKSI_TOKEN."),
    ] = None,
) -> None:
    """Open a store to the browsers of this machine: http://127.0.0.1:8765. Ctrl-C ends it.

    At another address than this machine's own it asks for a token.
    """
    from saksi.explorer import Access, create_app, warm  # noqa: PLC0415 (loads the web framework)
    from saksi.explorer import serve as run  # noqa: PLC0415

    if token is None and not ip_address(host).is_loopback:
        raise typer.BadParameter(f"{host} is not this machine alone; set a token", param_hint="--host")
    if token is not None and len(token) < SHORTEST:
        raise typer.BadParameter(f"is shorter than {SHORTEST} characters", param_hint="--token")
    with told():
        app = create_app(store, Access(edit=edit, token=token))
    with _listening(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"{store}: http://{shown}:{port} (Ctrl-C ends it)", err=True)
        threading.Thread(target=warm, daemon=True).start()
        run(app, listening)


def _listening(host: str, port: int) -> socket:
    """A port of this machine. Raises BadParameter if another program has it, or the address is of another machine."""
    try:
        listening = create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
    except OSError as error:
        raise typer.BadParameter(f"{host}, port {port}: {error.strerror}; name another", param_hint="--port") from error
    listening.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)  # or each answer waits 40 ms for its second packet
    return listening
