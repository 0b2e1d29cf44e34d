# demo   install, read the examples into a store      test   the tests
# lint   style, types, layers                         score  quality against gold records, and its floors
# docs   the documentation as pages, in build/site
# audit  known holes in what is installed, where the internet is there to ask
# lock   the versions that are installed              release  the wheel and its bill of materials, in build/dist
# bench  speed beside the bare spaCy pipeline         train  the language pipelines, from the treebanks
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
SHARED ?= ../shared

.PHONY: demo test lint audit docs score bench train lock release install clean

demo: install
	$(BIN)/saksi read examples/*.txt examples/*.jsonl
	$(BIN)/saksi add examples --store demo.duckdb
	@echo 'Look at it in the browser, at http://127.0.0.1:8765:  $(BIN)/saksi serve --store demo.duckdb'

install: $(INSTALLED)

$(INSTALLED): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Saksi needs Python 3.11 or newer: make PYTHON=python3.11 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	touch $@

test: install
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install audit
	$(BIN)/ruff check src tests training evaluation
	$(BIN)/ruff format --check src tests training evaluation
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: install
	@if $(BIN)/python -c 'import httpx; httpx.get("https://pypi.org/pypi/pip/24.0/json", timeout=5).json()["vulnerabilities"]' 2> /dev/null; \
	then $(BIN)/pip-audit --progress-spinner off --disable-pip --no-deps --requirement requirements.lock; \
	else echo 'pip-audit is left out: pypi.org cannot be asked from here'; fi

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --no-annotate --strip-extras --upgrade \
		--custom-compile-command 'make lock' --output-file requirements.lock pyproject.toml

release: install
	rm -rf build/dist build/lib
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/dist .
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-file build/dist/saksi.cdx.json

docs: install
	$(BIN)/mkdocs build --quiet --strict

score: install
	$(BIN)/python -m evaluation.run --shared $(SHARED)

bench: install
	$(BIN)/python -m evaluation.speed --shared $(SHARED) --language en
	$(BIN)/python -m evaluation.speed --shared $(SHARED) --language id
	$(BIN)/python -m evaluation.scaling --shared $(SHARED)

train: install
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m training.train id --data $(SHARED)/data
	$(BIN)/python -m training.train en --data $(SHARED)/data

clean:
	rm -rf demo.duckdb* .venv .mypy_cache .ruff_cache .pytest_cache src/*.egg-info
