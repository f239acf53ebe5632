# The two commands: `make run` and `make test`. Each line below calls a tool or the `foreword` command, which works without make.
PYTHON ?= python3
BIN := .venv/bin
EXT := extension

.PHONY: help run test lint security soak dependencies bench bench-huge bench-lists bench-meaning bench-page bench-panel bench-pii bench-scan bench-tone train-tone package clean

help:      ## Show the targets
	@grep -E '^[a-z]+: .*##|^[a-z]+:  +##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: .venv/ready  ## Set up, start the companion, build the extension, open "Try a draft"
	$(BIN)/foreword run

test: .venv/ready $(EXT)/dist/manifest.json tests/browser/sites/dist/.built  ## Set up and run every test, real Chromium included
	@for program in chromium Xvfb xdotool; do command -v $$program >/dev/null || missing=1; done; [ -z "$$missing" ] || { apt-get update -qq && apt-get install -y -qq chromium xvfb xdotool; }
	cd $(EXT) && npm test
	$(BIN)/python -m pytest

lint: .venv/ready $(EXT)/node_modules/.package-lock.json  ## Types, style, import directions, sizes
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports
	cd $(EXT) && npm run check && npm run lint
	@$(BIN)/python -m tests.benchmarks.audit

bench: .venv/ready $(EXT)/dist/manifest.json tests/browser/editors/dist/.built  ## Measure the speed budget, write docs/performance.md: make bench MODEL=folder
	$(BIN)/python -m tests.benchmarks.speed $(if $(MODEL),--spacy-model $(MODEL))

security: .venv/ready $(EXT)/dist/manifest.json tests/browser/editors/dist/.built  ## Attack, break, flood, fuzz, listen; write the counts to docs/security.md
	$(BIN)/python -m tests.benchmarks.security

soak: .venv/ready  ## 100,000 checks, memory watched: make soak MINUTES=30
	$(BIN)/python -m tests.benchmarks.soak $(if $(MINUTES),--minutes $(MINUTES))

dependencies: .venv/ready  ## List every locked package with its licence in docs/dependencies.md
	$(BIN)/python -m tests.benchmarks.dependencies

bench-lists: .venv/ready  ## Import a list of 100,000 terms, and files of 1 GB, and measure what that costs
	$(BIN)/python -m tests.benchmarks.lists
	$(BIN)/python -m tests.benchmarks.huge_list

bench-scan: .venv/ready  ## Measure a scan beside Presidio and Detoxify called post by post
	$(BIN)/python -m tests.benchmarks.scan $(ARGS)

bench-huge: .venv/ready  ## Read a file of 2 GB in each format: time, memory, what is said
	$(BIN)/python -m tests.benchmarks.two_gigabytes

bench-pii: .venv/ready  ## Measure personal data against Presidio as it comes: make bench-pii DATA=folder
	$(BIN)/python -m tests.benchmarks.pii $(DATA)

bench-meaning: .venv/ready  ## Measure what hearing meanings costs a new post, in milliseconds and in memory
	$(BIN)/python -m tests.benchmarks.meaning

bench-tone: .venv/ready  ## Measure the tone model on texts and templates it never learned from: make bench-tone DATA=folder
	$(BIN)/python -m tests.benchmarks.tone $(DATA)

train-tone: .venv/ready  ## Make the tone model anew, resumable: make train-tone DATA=folder INIT=folder
	$(BIN)/python -m companion.tone.training.run --data $(DATA) --init $(INIT)
	$(BIN)/python -m companion.tone.training.ship --data $(DATA)

bench-page: .venv/ready $(EXT)/dist/manifest.json tests/browser/editors/dist/.built  ## Measure what the extension costs a page while somebody types
	$(BIN)/python -m tests.benchmarks.page

.PHONY: site-table site-pictures
site-table: .venv/ready $(EXT)/dist/manifest.json tests/browser/sites/dist/.built  ## Run the scenario over the imitated sites, and write the table of docs/sites.md
	$(BIN)/python -m tests.browser.site_table

site-pictures: .venv/ready $(EXT)/dist/manifest.json tests/browser/sites/dist/.built  ## Take a picture of every imitated site with advice
	$(BIN)/python -m pytest -q tests/browser/site_pictures.py

bench-panel: .venv/ready $(EXT)/dist/manifest.json  ## Measure a page scan in a real Chromium: speed, and how precisely pages are read
	$(BIN)/python -m tests.benchmarks.panel

package: .venv/ready $(EXT)/dist/manifest.json  ## The extension as a zip, the companion as a wheel, in build/
	$(BIN)/foreword package

clean:  ## Remove everything that was built
	rm -rf .venv build $(EXT)/dist $(EXT)/build $(EXT)/node_modules tests/browser/editors/dist tests/browser/editors/node_modules tests/browser/sites/dist *.egg-info

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(EXT)/node_modules/.package-lock.json: $(EXT)/package-lock.json
	cd $(EXT) && npm ci --no-audit --no-fund --loglevel=error

$(EXT)/dist/manifest.json: .venv/ready $(EXT)/node_modules/.package-lock.json $(shell find $(EXT)/src $(EXT)/static shared_rules companion/rules -type f -not -name '*.pyc' 2>/dev/null) $(EXT)/build.mjs
	-$(BIN)/foreword rules build --out $(EXT)/build/rules.json
	cd $(EXT) && npm run --silent build

tests/browser/editors/dist/.built: tests/browser/editors/package-lock.json $(shell find tests/browser/editors -maxdepth 1 -type f 2>/dev/null) $(shell find tests/browser/editors/src -type f 2>/dev/null)
	cd tests/browser/editors && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build && touch dist/.built

tests/browser/sites/dist/.built: tests/browser/editors/dist/.built $(shell find tests/browser/sites -name dist -prune -o -type f -print 2>/dev/null)
	node tests/browser/sites/build.mjs
