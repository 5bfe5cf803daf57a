# `make run` and `make test` need Python 3.11 or newer and make, nothing else.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := false

.PHONY: help run test dev lint format docs accuracy checkcost picture lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên (không tìm thấy python3.11 hay python3)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Cần Python 3.11 trở lên; $(PYTHON) là bản cũ hơn." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

run: $(READY)  ## consolidate raw/ and publish into warehouse/current
	$(BIN)/cchc run

test: $(READY)  ## the tests
	$(BIN)/python -m pytest -n auto --dist loadfile

dev: $(READY)  ## the web page of the orchestrator, with its schedule and sensor
	$(BIN)/cchc dev

lint: $(READY)  ## style and types of the Python and SQL code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar dbt_project

format: $(READY)  ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)  ## the data dictionary, from the dbt descriptions, and the catalogue of rules
	$(BIN)/python -m pipelines.data_dictionary
	$(BIN)/python -m quality.page

accuracy: $(READY)  ## docs/accuracy.md anew: what is read right per form and layout (a quarter of an hour)
	$(BIN)/python -m benchmarks.accuracy

checkcost: $(READY)  ## what the checks cost of a run over 31, 62 and 124 plans (ten minutes)
	$(BIN)/python -m benchmarks.check_cost

picture: $(READY)  ## the README's picture anew, from the samples (needs chromium)
	CCHC_WAREHOUSE_DIR=$(CURDIR)/build/picture $(BIN)/cchc run
	chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync \
	  --hide-scrollbars --window-size=1200,1000 --screenshot=docs/images/trang-tong-hop.png \
	  "file://$(CURDIR)/build/picture/current/index.html"

lock: $(READY)  ## resolve requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --extra scan --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

clean:  ## remove what was made: the environment, the caches and the warehouse
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache dbt_project/target dbt_project/logs
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find warehouse -mindepth 1 ! -name .gitkeep -delete
