# demo   install, read the examples into a store      test   the tests
# lint   style, types, layers                         score  quality against gold records, and its floors
# docs   the documentation as pages, in build/site
# bench  speed beside the bare spaCy pipeline         train  the language pipelines, from the treebanks
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
SHARED ?= ../shared

.PHONY: demo test lint docs score bench train install clean

demo: install
	$(BIN)/saksi read examples/*.txt examples/*.jsonl
	$(BIN)/saksi add examples --store demo.duckdb
	@echo 'Look at it in the browser, at http://127.0.0.1:8765:  $(BIN)/saksi serve --store demo.duckdb'

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Saksi needs Python 3.11 or newer: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check src tests training evaluation
	$(BIN)/ruff format --check src tests training evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: install
	$(BIN)/mkdocs build --quiet --strict

score: install
	$(BIN)/python -m evaluation.run --shared $(SHARED)

bench: install
	$(BIN)/python -m evaluation.speed --shared $(SHARED)

train: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m training.train id --data $(SHARED)/data
	$(BIN)/python -m training.train en --data $(SHARED)/data

clean:
	rm -rf demo.duckdb* .venv .mypy_cache .ruff_cache .pytest_cache src/*.egg-info
