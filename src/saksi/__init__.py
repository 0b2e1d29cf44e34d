"""Saksi reads news and keeps, for every deed between public actors, on whose word it rests.

`import saksi` is light: spaCy is loaded only when something is read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from saksi.analysis import load_pipeline
    from saksi.api import open, read, read_files  # noqa: A004 (as in `saksi.open(path)`)
    from saksi.languages import use_packs

__all__ = ["load_pipeline", "open", "read", "read_files", "use_packs"]
__version__ = "0.1.0"

_HOMES = {
    "load_pipeline": "saksi.analysis",
    "open": "saksi.api",
    "read": "saksi.api",
    "read_files": "saksi.api",
    "use_packs": "saksi.languages",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'saksi' has no attribute {name!r}")
