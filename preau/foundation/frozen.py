"""Rows that the database itself keeps as they were written: one builder for the triggers that refuse a change.

What is told here is in migrations that towns have run: the statements never change, a test holds their fingerprints.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fixed:
    """The columns of a table that may not change: at all, once ``mark`` (a column) says something, or once ``since``
    (a column) is filled."""

    table: str
    columns: tuple[str, ...]
    name: str
    mark: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Frozen:
    """``refusal`` is what the database answers, ``function`` who says it on PostgreSQL.

    ``as_text``: values are compared as they are written, for columns whose type knows no comparison.
    """

    function: str
    refusal: str
    rows: tuple[Fixed, ...]
    as_text: bool = False

    def protect(self, apps: Any, schema_editor: Any) -> None:
        """What a migration runs."""
        for statement in self.statements(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def protect_also(self, *more: Fixed) -> Callable[[Any, Any], None]:
        """What a migration runs for tables that came after the function that refuses."""

        def protect(apps: Any, schema_editor: Any) -> None:
            for fixed in more:
                schema_editor.execute(self._trigger(schema_editor.connection.vendor, fixed))

        return protect

    def protect_again(self, *all_of_them: Fixed) -> Callable[[Any, Any], None]:
        """SQLite forgets the triggers of a table that a migration writes anew; PostgreSQL keeps them."""

        def protect(apps: Any, schema_editor: Any) -> None:
            if schema_editor.connection.vendor == "postgresql":
                return
            for fixed in all_of_them:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {fixed.name}")
                schema_editor.execute(self._on_sqlite(fixed))

        return protect

    def _trigger(self, vendor: str, fixed: Fixed) -> str:
        return self._on_postgresql(fixed) if vendor == "postgresql" else self._on_sqlite(fixed)

    def statements(self, vendor: str) -> list[str]:
        if vendor == "postgresql":
            return [self._function(), *map(self._on_postgresql, self.rows)]
        return list(map(self._on_sqlite, self.rows))

    def _function(self) -> str:
        return f"""CREATE FUNCTION {self.function}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{self.refusal}'; END $$"""

    def _on_postgresql(self, fixed: Fixed) -> str:
        cast = "::text" if self.as_text else ""
        changed = [f"OLD.{each}{cast} IS DISTINCT FROM NEW.{each}{cast}" for each in fixed.columns]
        return f"""CREATE TRIGGER {fixed.name} BEFORE UPDATE ON {fixed.table}
    FOR EACH ROW WHEN ({_when(fixed, changed)})
    EXECUTE FUNCTION {self.function}()"""

    def _on_sqlite(self, fixed: Fixed) -> str:
        changed = [f"OLD.{each} IS NOT NEW.{each}" for each in fixed.columns]
        return f"""CREATE TRIGGER {fixed.name} BEFORE UPDATE ON {fixed.table} WHEN {_when(fixed, changed)}
    BEGIN SELECT RAISE(ABORT, '{self.refusal}'); END"""


def _when(fixed: Fixed, changed: list[str]) -> str:
    any_of_them = " OR ".join(changed)
    if fixed.since:
        return f"OLD.{fixed.since} IS NOT NULL AND ({any_of_them})"
    return f"OLD.{fixed.mark} <> '' AND ({any_of_them})" if fixed.mark else any_of_them
