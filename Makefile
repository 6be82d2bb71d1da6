# What people do with a checkout. `make` alone lists it; ARGS goes to the program behind a target.
PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
TEXTS := web/translations
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

# Python may keep compiled files here, whatever the machine says: they are ignored by git, and each
# start is three seconds quicker.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types pictures bench migrate translate lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make the environment and nothing else
	@$(PYTHON) setup_env.py

demo: ## fill a demo fair and serve it on http://127.0.0.1:8000 (ARGS="--port 8010 --no-browser")
	@$(PYTHON) setup_env.py && exec $(BIN)/fairmatch demo $(ARGS)

test: ## run the tests (ARGS="tests/matching -x", or ARGS="-n 2" for two at once)
	@$(PYTHON) setup_env.py --dev && exec $(BIN)/python -m pytest $(ARGS)

check: lint types test ## format, lint, types, import contracts, tests: what must hold before a commit

lint: ## formatting, lint rules and the contracts between floors
	@$(PYTHON) setup_env.py --dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: ## mypy --strict over the program and its tools
	@$(PYTHON) setup_env.py --dev
	$(BIN)/mypy

pictures: ## take the README's screenshots anew, in Chromium
	@$(PYTHON) setup_env.py --dev && mkdir -p docs/images
	FAIRMATCH_PICTURES=docs/images $(BIN)/python -m pytest -q -m browser

bench: ## measure speed beside the peers, write docs/benchmarks.md anew (ARGS="--data FOLDER")
	@$(PYTHON) setup_env.py --dev && exec $(BIN)/python -m tools.benchmarks $(ARGS)

migrate: ## bring the database named by FAIRMATCH_DATABASE_URL to the newest tables
	@$(PYTHON) setup_env.py && exec $(BIN)/fairmatch db upgrade $(ARGS)

translate: ## gather new messages from code and pages, then compile the catalogues
	@$(PYTHON) setup_env.py --dev
	$(BIN)/pybabel --quiet extract -F babel.cfg --no-location --sort-output --no-wrap \
		--project Fairmatch -o $(TEXTS)/messages.pot .
	$(BIN)/pybabel --quiet update -i $(TEXTS)/messages.pot -d $(TEXTS) --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date --no-wrap
	@rm -f $(TEXTS)/messages.pot
	@$(PYTHON) setup_env.py

lock: ## choose the newest versions allowed and write all lock files anew
	@$(PYTHON) setup_env.py
	$(COMPILE) --upgrade pyproject.toml --all-extras -o requirements.lock
	$(COMPILE) --upgrade pyproject.toml --all-extras --group dev -c requirements.lock \
		-o requirements-dev.lock
	$(COMPILE) --upgrade --group build -c requirements-dev.lock -o requirements-build.lock
	$(COMPILE) --upgrade --group node -o requirements-node.lock
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean: ## remove the environment and everything that was generated
	rm -rf .venv dist build web/static/vendor .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache .hypothesis
	find matcher web tests tools -name __pycache__ -prune -exec rm -rf {} +
	find $(TEXTS) -name '*.mo' -delete
