"""`saksi serve`: a store in the browser."""

from pathlib import Path
from socket import create_server, socket
from typing import Annotated

import typer

from saksi.cli.ask import StorePath, told


def serve(
    *,
    store: StorePath = Path("saksi.duckdb"),
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port to answer at.")] = 8765,
) -> None:
    """Open a store to the browsers of this machine: http://127.0.0.1:8765. Ctrl-C ends it."""
    from saksi.explorer import create_app  # noqa: PLC0415 (loads the web framework)
    from saksi.explorer import serve as run  # noqa: PLC0415

    with told():
        app = create_app(store)
    with _listening(port) as listening:
        typer.echo(f"{store}: http://127.0.0.1:{port} (Ctrl-C ends it)", err=True)
        run(app, listening)


def _listening(port: int) -> socket:
    """A port of this machine alone. Raises BadParameter if another program has it."""
    try:
        return create_server(("127.0.0.1", port))
    except OSError as error:
        raise typer.BadParameter(f"port {port}: {error.strerror}; name another", param_hint="--port") from error
