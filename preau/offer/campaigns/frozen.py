"""The database itself keeps what was voted, what was computed and what was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_RULES = ("rules", "rules_hash", "resolution_number", "resolution_on")
_DRAW = ("commitment", "public_source")
_RUN = ("campaign_id", "kind", "input_hash", "result_hash", "document", "at")
_CASE = ("run_id", "application_id", "rank", "result", "reason", "content", "words")
_KEPT = {"campaigns_allocationrun": _RUN, "campaigns_caseexplanation": _CASE}
_VOTED = {"campaigns_allocationcampaign": {"rules_hash": _RULES, "commitment": _DRAW}}


def protect(apps: Any, schema_editor: Any) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(
            """CREATE FUNCTION campaign_refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'what was voted or decided is fixed'; END $$"""
        )
    for name, table, condition in _guards(is_postgresql):
        schema_editor.execute(_trigger(table, name, condition, is_postgresql))


def protect_again(apps: Any, schema_editor: Any) -> None:
    """SQLite forgets the triggers of a table that a migration writes anew; PostgreSQL keeps them."""
    if schema_editor.connection.vendor == "postgresql":
        return
    for name, table, condition in _guards(False):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        schema_editor.execute(_trigger(table, name, condition, False))


def _guards(is_postgresql: bool) -> Iterator[tuple[str, str, str]]:
    """(name, table, when it refuses)."""
    for table, columns in _KEPT.items():
        yield f"{table}_is_fixed", table, _changed(columns, is_postgresql)
    for table, marks in _VOTED.items():
        for mark, columns in marks.items():
            yield f"{table}_{mark}_is_fixed", table, f"OLD.{mark} <> '' AND ({_changed(columns, is_postgresql)})"


def _changed(columns: tuple[str, ...], is_postgresql: bool) -> str:
    if is_postgresql:
        return " OR ".join(f"OLD.{column}::text IS DISTINCT FROM NEW.{column}::text" for column in columns)
    return " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)


def _trigger(table: str, name: str, condition: str, is_postgresql: bool) -> str:
    if is_postgresql:
        return f"""CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({condition})
        EXECUTE FUNCTION campaign_refuse()"""
    return f"""CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN {condition}
    BEGIN SELECT RAISE(ABORT, 'what was voted or decided is fixed'); END"""
