"""Where data is looked for and where pipelines go, unless an option says otherwise."""

from pathlib import Path

_ROOT = Path(__file__).parents[1]

DATA = _ROOT.parent / "shared" / "data"
"""Default data folder, beside the checkout."""


def packaged(code: str) -> Path:
    """Return the folder of a language's pipeline inside the package."""
    return _ROOT / "src" / "saksi" / "languages" / code / "pipeline"
