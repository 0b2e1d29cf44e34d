"""The web pages and the JSON API over one store, for people who look rather than read.

`addresses` lists every page with its data, `app` makes pages of them and `api` data, in the `shapes` that its document
tells; `pages` asks the store, `questions` reads a question out of an address, `charts` says where things stand in
pictures. `editing` takes judgements, `access` says who may; `window` holds the store open; `templates/` and `static/`
are what a browser gets.
"""

from saksi.explorer.access import Access
from saksi.explorer.app import create_app, serve, warm

__all__ = ["Access", "create_app", "serve", "warm"]
