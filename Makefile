# One place for what developers and CI run. `make` lists it.
# The distribution's own interpreter, where it can make environments: built along profiles, it is a fifth quicker.
PYTHON ?= $(shell /usr/bin/python3.11 -c "import ensurepip, venv; print('/usr/bin/python3.11')" 2>/dev/null || echo python3)
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)
DJANGO := $(BIN)/python -m django
TESTED := leavingwell.platform.settings.test
PACKAGES := platform content questionnaires graphql translations themes

.PHONY: help demo test test-servers lint types imports check stored bench reset proof tour pictures messages lock wheel

help: ## what there is to run
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

demo: .venv/demo ## the demonstration: servers, two councils, web and worker, until Ctrl-C (PORT, DATA_DIR)
	$(BIN)/python -m leavingwell.platform.embedded demo

test: .venv/dev ## every test, on embedded servers, two at once
	.ci/system-packages
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

test-servers: .venv/dev ## the tests of the tenant wall on Debian's own PostgreSQL and Redis
	.ci/debian-servers $(BIN)/python -m pytest tests/platform/councils tests/platform/access tests/graphql -n 2 $(ARGS)

lint: .venv/dev ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev ## mypy, strict
	.ci/as-one-package mypy --config-file $(CURDIR)/pyproject.toml $(PACKAGES:%=-p leavingwell.%)

imports: .venv/dev ## imports run one way
	.ci/as-one-package lint-imports --config $(CURDIR)/pyproject.toml

check: types imports stored ## types, import rules, migrations, schema, translations

stored: .venv/dev
	DATA_DIR=$(or $(DATA_DIR),var)/test $(BIN)/python -m leavingwell.platform.embedded run -- .ci/checks

bench: .venv/dev ## the benchmarks, each a ratio within one run
	$(BIN)/python -m leavingwell.platform.embedded run -- .ci/bench

proof: .venv/dev ## every page of the portal on every screen, by axe-core, and every form with all nonsense: eleven minutes
	EVERY_SCREEN=1 $(BIN)/python -m pytest -n 2 tests/portal/test_every_page_in_browser.py tests/portal/test_walk.py $(ARGS)

tour: .venv/dev ## the pictures of docs/tour, made from the running demonstration
	$(BIN)/python -m tests.tour

pictures: .venv/dev ## the pictures of the easy-read questions, drawn from their SVG
	$(BIN)/python -m tests.pictures

messages: .venv/dev ## collects and compiles the interface texts (GNU gettext)
	.ci/messages

wheel: .venv/dev ## the package, as operators install it
	$(BIN)/python -m build --wheel --outdir dist

lock: .venv/dev ## the locks anew: hashes, and no addresses
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra embedded --extra pdf-ua --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --all-extras --constraint requirements.lock --quiet --output-file requirements-dev.lock

reset: ## forgets the demonstration's data
	rm -rf $(or $(DATA_DIR),var)

.venv/demo: requirements.lock pyproject.toml setup.py
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

.venv/dev: requirements-dev.lock .venv/demo
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@
