# Two commands: `make run` and `make test`. The others are for those who build the house.
.PHONY: run test check format lock bench translations screenshots clean

run: ## builds, creates the database, loads the fictional town, serves on 127.0.0.1:8000
	@bin/bootstrap base
	@.venv/bin/preau start

test: ## builds what the suite needs and runs all of it (SQLite, PostgreSQL and the browser where they are installed)
	@bin/bootstrap dev
	@bin/test

check: ## formatter, linter, types, import contract
	@bin/bootstrap dev
	@.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/lint-imports && .venv/bin/mypy preau config

format:
	@bin/bootstrap dev
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

lock: ## writes requirements/*.txt again, with hashes
	@bin/lock

bench: ## prints speed as ratios
	@bin/bootstrap dev
	@.venv/bin/python -m benchmarks

translations: ## collects French sentences into locale/en (needs gettext)
	@.venv/bin/python manage.py makemessages --locale en --no-location --no-obsolete --ignore var --ignore .venv

screenshots: ## takes the README's pictures from the running product (needs Chromium)
	@bin/bootstrap dev
	@.venv/bin/python -m tests.screenshots

clean: ## removes what was built and the demonstration's data
	rm -rf .venv var
