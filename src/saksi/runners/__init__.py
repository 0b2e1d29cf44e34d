"""Reading many articles at once: `local` on the cores of one machine."""

from saksi.runners.local import Progress, Summary, add, reread

__all__ = ["Progress", "Summary", "add", "reread"]
