# make run    sets everything up by itself and starts Askwell on http://127.0.0.1:8000
# make test   sets up what tests need and runs everything, on SQLite and on PostgreSQL
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test lint unit chromium locks bench clean

run: .venv/ready
	@exec $(BIN)/askwell serve

test: .venv/ready-for-tests chromium lint
	$(BIN)/pytest -n 2 --dist loadgroup
	ASKWELL_TEST_ON=postgresql $(BIN)/pytest -n 2 --dist loadgroup

lint: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint askwell --lint --quiet
	$(BIN)/lint-imports
	$(BIN)/mypy askwell tests bench

unit: .venv/ready-for-tests
	$(BIN)/pytest -m "not browser"

bench: .venv/ready-for-tests
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.explore_search
	$(BIN)/python -m bench.ask_check
	$(BIN)/python -m bench.decide_weigh
	$(BIN)/python -m bench.slots
	$(BIN)/python -m bench.next_free
	$(BIN)/python -m bench.gather
	$(BIN)/python -m bench.beside_pretix
	$(BIN)/python -m bench.booking

chromium: .venv/ready-for-tests
	@$(BIN)/python -m tests.chromium

.venv/bin/python:
	@test -w . || { \
	  echo "This folder can't be written, so nothing can be set up in it. Copy it to a folder of yours and try there."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	  echo "Askwell needs Python 3.11, 3.12 or 3.13. Name one, for example: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq python3-venv; \
	  else echo "Python's venv module is missing. Install it with: sudo apt-get install python3-venv"; exit 1; fi; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/ready: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Setting up Askwell in .venv; the first time takes a minute."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-for-tests: requirements-dev.lock .venv/ready
	@echo "Setting up what tests need."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# For maintainers, with uv at hand: pin every dependency anew; lock files name no index address.
LOCK := uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
  --generate-hashes --no-header --no-annotate --quiet
locks:
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis askwell.egg-info
