"""The web pages and the JSON API over one store, for people who look rather than read.

`app` has the routes, `pages` asks the store for what each page shows, `charts` says where things stand in pictures,
`marks` cuts an article's text at what is marked in it, `questions` reads a question out of an address, `api` and
`shapes` give the same as data, `editing` takes judgements, `access` says who may; `window` holds the store open;
`templates/` and `static/` are what a browser gets.
"""

from saksi.explorer.access import Access
from saksi.explorer.app import create_app, serve, warm

__all__ = ["Access", "create_app", "serve", "warm"]
