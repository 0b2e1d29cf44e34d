"""The command line, one module per family of commands. Nothing heavy is imported before a command runs."""

from saksi.cli.app import app, main

__all__ = ["app", "main"]
