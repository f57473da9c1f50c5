# One command for each thing a contributor does. Each makes what it needs in .venv and can be run again.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench eval clean

demo: .venv/ready
	@$(BIN)/diurna read --ledger :memory: examples/mariupol-2022 examples/black-sea-2022 || [ $$? -eq 1 ]  # 1: two examples are in languages without a reader

test: .venv/dev
	$(BIN)/python -m pytest -n auto

lint: .venv/dev
	$(BIN)/ruff check src tests evaluation bench training tools
	$(BIN)/mypy

eval: .venv/dev
	$(BIN)/python evaluation/measure.py

bench: .venv/dev
	$(BIN)/python bench/run.py

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "diurna needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: install its venv module (on Debian: apt install python3-venv)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what diurna needs into .venv (once; a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock || { echo "The packages could not be installed: is a package index reachable?"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/ready requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache dist build
