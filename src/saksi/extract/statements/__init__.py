"""Who said what, by what path."""

from saksi.extract.statements.find import find_statements

__all__ = ["find_statements"]
