"""The web pages and the JSON API over one store, for people who look rather than read.

`app` has the routes, `pages` asks the store for what each page shows, `marks` cuts an article's text at what is marked
in it, `questions` reads a question out of an address, `window` holds the store open; `templates/` and `static/` are
what a browser gets.
"""

from saksi.explorer.app import create_app, serve

__all__ = ["create_app", "serve"]
