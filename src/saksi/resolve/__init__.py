"""Whom the mentions of one article mean."""

from saksi.resolve.linker import resolve

__all__ = ["resolve"]
