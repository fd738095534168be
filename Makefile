# Everything a person does here. `make run` and `make test` do their own set-up on a fresh machine.
.DEFAULT_GOAL := help
.PHONY: help run setup setup-dev test check screenshots format dictionary queries older score bench soak clean lock

PYTHON ?= python3
RELEASES ?= warehouse/samples
PORT ?= 8501
# The bundled releases get a ledger of their own: nobody wants them among theirs.
WAREHOUSE ?= warehouse/data/$(if $(filter warehouse/samples,$(RELEASES)),samples,ledger)
VENV := .venv
BIN := $(VENV)/bin
export DAGSTER_DISABLE_TELEMETRY := 1

help:  ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

run: setup  ## Build the ledger from RELEASES (default: the bundled ones) and serve the dashboard
	@$(BIN)/pressledger build $(RELEASES) --warehouse $(WAREHOUSE)
	@exec $(BIN)/pressledger dashboard --warehouse $(WAREHOUSE) --port $(PORT)

setup: $(VENV)/run.stamp  ## Make .venv from the hash-locked requirements
setup-dev: $(VENV)/dev.stamp

test: $(VENV)/dev.stamp older  ## Run every test
	@$(BIN)/pytest -n 2 --dist loadfile

check: $(VENV)/dev.stamp older  ## Format, lint, strict types, tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 2 --dist loadfile

screenshots: $(VENV)/dev.stamp  ## Take pictures of every view of the dashboard into build/screenshots
	@$(BIN)/python -m tests.browser.screenshots $(WAREHOUSE) build/screenshots

score: $(VENV)/run.stamp  ## Score the coder on the labelled releases
	@$(BIN)/pressledger score $(if $(wildcard ../shared/gold),--shared ../shared)

bench: .venv-bench/stamp  ## Measure speed beside named peers; slow, and never part of the tests
	@.venv-bench/bin/python -m tests.benchmarks.coding warehouse/samples $(wildcard ../shared/gold/releases)
	@.venv-bench/bin/python -m tests.benchmarks.reading
	@.venv-bench/bin/python -m tests.benchmarks.analyst
	@.venv-bench/bin/python -m tests.benchmarks.increment

soak: $(VENV)/dev.stamp  ## Kill a fetch a hundred times and count what is lost or doubled; minutes, and never part of the tests
	@$(BIN)/python -m tests.benchmarks.soak_fetch

format: $(VENV)/dev.stamp  ## Format and fix what can be fixed by machine
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

dictionary: $(VENV)/dev.stamp  ## Write warehouse/DICTIONARY.md and datapackage.json from the contracts
	@$(BIN)/python -m warehouse.dictionary
	@$(BIN)/python -m warehouse.datapackage

queries: $(VENV)/dev.stamp  ## Write warehouse/QUERIES.md: the questions with their answers on the bundled releases
	@$(BIN)/pressledger build warehouse/samples --warehouse build/queries
	@$(BIN)/python -m warehouse.queries build/queries

lock:  ## Lock the newest versions that pyproject.toml allows
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --group build pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --group build --group bench -c requirements.lock pyproject.toml -o requirements-bench.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --group pyproject.toml:older -o requirements-older.lock

.venv-bench/stamp: requirements-bench.lock pyproject.toml $(BIN)/uv
	@$(BIN)/uv venv -q --allow-existing --python $(BIN)/python .venv-bench
	@$(BIN)/uv pip sync -q --python .venv-bench/bin/python requirements-bench.lock
	@touch $@

older: .venv-older/stamp  ## Make the environment whose older DuckDB reads published files back in the tests

.venv-older/stamp: requirements-older.lock $(BIN)/uv
	@$(BIN)/uv venv -q --allow-existing --python $(BIN)/python .venv-older
	@$(BIN)/uv pip sync -q --python .venv-older/bin/python requirements-older.lock
	@touch $@

clean:  ## Remove the environment and everything built
	@rm -rf $(VENV) .venv-bench .venv-older warehouse/data

$(BIN)/uv: requirements-bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pressledger needs Python 3.11 or newer; set PYTHON=/path/to/it")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock
	@touch $@

# The development environment holds all that the run environment holds, so it counts for both.
$(VENV)/run.stamp: requirements.lock pyproject.toml $(BIN)/uv
	@test $(VENV)/dev.stamp -nt requirements-dev.lock -a $(VENV)/dev.stamp -nt pyproject.toml || $(BIN)/uv pip sync -q --compile-bytecode --python $(BIN)/python requirements.lock requirements-bootstrap.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml $(BIN)/uv
	@$(BIN)/uv pip sync -q --compile-bytecode --python $(BIN)/python requirements-dev.lock requirements-bootstrap.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run.stamp
