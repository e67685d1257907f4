# Every target sets up what it needs. `make demo` is the place to start.
.DEFAULT_GOAL := check
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.installed
DEV := .venv/.installed-dev
READERS := tests/readers/node_modules/.package-lock.json

.PHONY: demo run test check fix audit bench chaos snapshots schema screenshots lock dependencies clean

demo: $(RUN)
	@$(BIN)/python bot.py demo

run: $(RUN)
	@$(BIN)/python bot.py run

test: $(DEV) $(READERS)
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder --ignore tests/browser
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder tests/browser

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy bot.py
	@$(BIN)/python -m tests.audit --or-go-on
	$(MAKE) --no-print-directory test

fix: $(DEV)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Is a hole known in what we depend on? Fails also where nobody could be asked.
audit: $(DEV)
	@$(BIN)/python -m tests.audit

bench: $(DEV)
	$(BIN)/python -m tests.bench

chaos: $(DEV)
	$(BIN)/pytest -m chaos tests/chaos tests/jobs
	$(BIN)/pytest -n auto -m "hypothesis and not chaos" --hypothesis-profile thorough

snapshots: $(DEV)
	$(BIN)/pytest -q tests/views --update-snapshots

schema: $(RUN)
	$(BIN)/python -m bot.store.schema_page > docs/schema.md

screenshots: $(DEV)
	$(BIN)/python -m tests.screenshots

# docs/dependencies.md: every package with its licence.
dependencies: $(DEV)
	$(BIN)/python -m tests.dependencies

# The lock holds every version with its hashes, for every platform.
lock: $(DEV)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-emit-index-url --upgrade pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-emit-index-url --group dev --constraints requirements.lock \
	    pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv tests/readers/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Lucka needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv .venv

$(RUN): requirements.lock | .venv/bin/python
	@echo "Installing what the bot needs …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock | .venv/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $(RUN) $@

# Two calendar programs that read our feed in the tests; without npm those tests are skipped.
$(READERS): tests/readers/package-lock.json
	@if command -v npm >/dev/null; then echo "Installing the calendar readers …"; \
	    npm ci --prefix tests/readers --silent --no-audit --no-fund && touch $@; fi
