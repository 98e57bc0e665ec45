# Everything a person does with this repository. A fresh machine needs python3 (with venv), make and git; the rest is
# made inside the folder and noted by stamp files, so that a second call does only what is missing.

UV := $(shell uv --version >/dev/null 2>&1 && command -v uv || echo .uv/bin/uv)
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
KERN := node_modules/@kern-ux/native
PORT ?= 8000
DEMO_DB := var/demo.sqlite3
KOPFFORMELN ?= ../shared/data/kopfformeln
SCORER ?= ../shared/tools/score.py

# The machine's own certificates, also behind a company's proxy; uv has called this setting by both names.
export UV_SYSTEM_CERTS := 1
export UV_NATIVE_TLS := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo run test test-pg bench bench-network bench-resolving bench-projects bench-reading lint fix requirements clean
.DELETE_ON_ERROR:

help: ## list these targets
	@echo "Anfragen NRW. First: make demo"
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-13s %s\n", $$1, $$2 }'

setup: .venv/.installed static/kern/.installed ## make the environment and the front-end files (idempotent)
	@echo "==> Set up: Python packages in .venv/, front-end files in static/kern/"

demo: export DEBUG := true
demo: export ALLOWED_HOSTS := 127.0.0.1,localhost
demo: export DATABASE_URL := sqlite:///$(CURDIR)/$(DEMO_DB)
demo: setup ## fill a demo database with the real documents and serve it on 127.0.0.1:8000 (PORT=8001 for another)
	@if [ -e $(DEMO_DB) ]; then echo "==> $(DEMO_DB) is there already: only what is missing or changed is written"; \
	else echo "==> Making $(DEMO_DB)"; fi
	@$(call step,bringing the tables up to date,migrate --verbosity 0)
	@$(call step,master data,lade_stammdaten)
	@$(call step,index of the answers about the Ruhr-Konferenz,import_verzeichnis fixtures/verzeichnis/ruhr-konferenz-17.csv)
	@$(call step,linking projects to the papers about them,verknuepfe_projekte)
	@$(call step,reading the documents,import_drucksachen fixtures/dokumente)
	@$(call step,login for the demo,demo_zugang)
	@echo
	@echo "==> Worth opening (Ctrl-C stops the server; if the port is taken: make demo PORT=8001):"
	@for path in / /anfragen/17/4284/ /drucksachen/17/11212/ /projekte/13-02/ /vorlagen/17/3748/ /api/v1/ /admin/anfragen/zusage/tafel/; do \
		echo "    http://127.0.0.1:$(PORT)$$path"; done
	@echo
	@$(AS_PRODUCTION) $(MANAGE) collectstatic --noinput --verbosity 0
	@exec $(AS_PRODUCTION) $(PYTHON) -m gunicorn --bind 127.0.0.1:$(PORT) --threads 4 --log-level warning config.wsgi

# The demo is served as production is, without DEBUG, so that its error pages are the real ones; only HTTPS is off. The
# key lasts as long as the server.
AS_PRODUCTION = env DEBUG=false HTTPS=false SECRET_KEY="$$($(PYTHON) -c 'import secrets; print(secrets.token_hex(32))')"

# $(call step,what it does,command of manage.py): says what happens, and stops with a plain word if it fails
step = echo "==> Demo: $(1)"; $(MANAGE) $(2) \
	|| { echo "Stopped: “manage.py $(2)” failed, see above. After mending it, make demo goes on from here." >&2; exit 1; }

run: setup ## serve the development database (var/anfragen.sqlite3, or DATABASE_URL), reloading on change
	@$(MANAGE) migrate --verbosity 0
	@exec $(MANAGE) runserver 127.0.0.1:$(PORT)

test: setup ## run the tests on SQLite (ARGS="-k verweis" picks some)
	@DEBUG=true DATABASE_URL=sqlite://:memory: $(PYTHON) -m pytest $(ARGS)

test-pg: setup ## run the same tests on a throw-away PostgreSQL
	@$(PYTHON) -m tests.postgres --check 2>/dev/null || { \
		echo "==> No PostgreSQL server on this machine: putting one into .venv/"; \
		$(UV) pip install --quiet --python $(PYTHON) --require-hashes -r requirements/postgres.txt; }
	@DEBUG=true $(PYTHON) -m tests.postgres $(PYTHON) -m pytest $(ARGS)

bench: setup ## how fast PDFs become records, beside bare extraction, and each pattern on hostile text (takes minutes)
	@$(PYTHON) -m benchmarks.import_pdf $(ARGS)
	@$(PYTHON) -m benchmarks.muster

bench-network: setup ## how fast the citations are walked on both databases, beside a graph in memory (takes minutes)
	@$(PYTHON) -c "import rustworkx" 2>/dev/null || \
		$(UV) pip install --quiet --python $(PYTHON) --require-hashes -r requirements/bench.txt
	@$(PYTHON) -m benchmarks.huelle $(ARGS)
	@$(PYTHON) -m tests.postgres $(PYTHON) -m benchmarks.huelle --postgres $(ARGS)

bench-resolving: setup ## how fast references find what they mean on both databases, beside SQL (takes minutes)
	@$(PYTHON) -m benchmarks.aufloesen $(ARGS)
	@$(PYTHON) -m tests.postgres $(PYTHON) -m benchmarks.aufloesen --postgres $(ARGS)

bench-projects: setup ## how fast the pages of 1,000 projects are on both databases, beside plain prefetch (takes minutes)
	@$(PYTHON) -m benchmarks.projektseiten $(ARGS)
	@$(PYTHON) -m tests.postgres $(PYTHON) -m benchmarks.projektseiten --postgres $(ARGS)

bench-reading: setup ## how right reading is, by field and kind (KOPFFORMELN and SCORER name given heads, if there are any)
	@$(PYTHON) -m benchmarks.lesen $(if $(KOPFFORMELN),--kopfformeln $(KOPFFORMELN)) $(if $(SCORER),--scorer $(SCORER))

lint: setup ## style, types, migrations and deployment settings
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	find templates -name '*.html' -exec .venv/bin/djade --check --target-version 6.1 {} +
	$(PYTHON) -m mypy .
	$(MANAGE) makemigrations --check --dry-run
	DEBUG=false SECRET_KEY=$$($(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))") ALLOWED_HOSTS=example.org \
		$(MANAGE) check --deploy --fail-level WARNING

fix: setup ## mend what the linter can mend, and format
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 6.1 {} + || true

requirements: | $(UV) ## compile requirements/*.txt from pyproject.toml (ARGS=--upgrade for newer versions)
	$(call compile,base,pyproject.toml)
	$(call compile,dev,pyproject.toml --group dev)
	$(call compile,uv,--group uv)
	$(call compile,node,--group node)
	$(call compile,postgres,--group postgres)
	$(call compile,bench,--group bench)

# Universal: the same file serves each platform and Python version. No index or local folder is written into it.
compile = $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.12 --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make requirements" $(ARGS) $(2) -o requirements/$(1).txt

clean: ## remove what set-up and tests have made; the databases in var/ stay
	rm -rf .venv .uv node_modules static/kern staticfiles .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- stamps -----------------------------------------------------------------------------------------------------------

.uv/bin/uv: requirements/uv.txt
	@echo "==> uv is not installed here: putting it into .uv/"
	@for python in python3 /usr/bin/python3; do \
		$$python -c "import ensurepip, venv" 2>/dev/null && exec $$python -m venv .uv; done; \
		echo "python3 with venv is needed (on Debian: apt install python3-venv)." >&2; exit 1
	@.uv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.created: .python-version | $(UV)
	@echo "==> Environment .venv/ with Python $$(cat .python-version)"
	@$(UV) venv --quiet --allow-existing .venv
	@touch $@

.venv/.installed: requirements/dev.txt .venv/.created
	@echo "==> Python packages, pinned by hash in requirements/dev.txt"
	@$(UV) pip sync --quiet --python $(PYTHON) --require-hashes requirements/dev.txt
	@touch $@

# Only the faces that the font's own stylesheet names are taken: 1.4 of 5 MB.
static/kern/.installed: package-lock.json | .venv/.installed
	@echo "==> Front-end files (KERN, the design system of the public administration)"
	@npm --version >/dev/null 2>&1 || { echo "    npm is not installed here: putting it into .venv/"; \
		$(UV) pip install --quiet --python $(PYTHON) --require-hashes -r requirements/node.txt; }
	@if npm --version >/dev/null 2>&1; then npm ci --loglevel=error >/dev/null; \
		else PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --loglevel=error >/dev/null; fi
	@rm -rf static/kern && mkdir -p static/kern/fonts/fira-sans
	@cp $(KERN)/dist/kern.min.css $(KERN)/LICENSE.md static/kern/
	@cp $(KERN)/dist/fonts/fira-sans.css static/kern/fonts/
	@for face in $$(sed -n 's/.*url("\.\/\(fira-sans\/[^"]*\)").*/\1/p' $(KERN)/dist/fonts/fira-sans.css); do \
		cp $(KERN)/dist/fonts/$$face static/kern/fonts/fira-sans/; done
	@touch $@
