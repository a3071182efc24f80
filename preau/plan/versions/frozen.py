"""The database itself keeps the text of a version: who made it may be forgotten, what it says may not change."""

from __future__ import annotations

from typing import Any

_KEPT = ("plan_id", "number", "kind", "name", "note", "moment", "content", "fingerprint", "made_at")
_CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in _KEPT)
_SQLITE = [
    f"""CREATE TRIGGER plan_version_is_fixed BEFORE UPDATE ON versions_planversion WHEN {_CHANGED}
    BEGIN SELECT RAISE(ABORT, 'a version of the plan is fixed'); END"""
]
_POSTGRESQL = [
    """CREATE FUNCTION plan_version_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a version of the plan is fixed'; END $$""",
    f"""CREATE TRIGGER plan_version_is_fixed BEFORE UPDATE ON versions_planversion
    FOR EACH ROW WHEN ({" OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in _KEPT)})
    EXECUTE FUNCTION plan_version_refuse()""",
]


def protect(apps: Any, schema_editor: Any) -> None:
    statements = _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE
    for statement in statements:
        schema_editor.execute(statement)
