"""The database itself keeps what was signed: accounts may be forgotten, a text and a signature may not change."""

from __future__ import annotations

from typing import Any

_TEXT = ("agreement_id", "number", "content", "fingerprint", "fixed_at")
_SIGNATURE = ("party_id", "text_id", "sha256", "way", "signatory_name", "signatory_office", "signed_on", "recorded_at")
_KEPT = {"agreements_agreementtext": _TEXT, "agreements_signature": (*_SIGNATURE, "scan_id")}


def protect(apps: Any, schema_editor: Any) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    if is_postgresql:
        schema_editor.execute(
            """CREATE FUNCTION agreement_refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'what is signed is fixed'; END $$"""
        )
    for table, columns in _KEPT.items():
        schema_editor.execute(_postgresql(table, columns) if is_postgresql else _sqlite(table, columns))


def _sqlite(table: str, columns: tuple[str, ...]) -> str:
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    return f"""CREATE TRIGGER {table}_is_fixed BEFORE UPDATE ON {table} WHEN {changed}
    BEGIN SELECT RAISE(ABORT, 'what is signed is fixed'); END"""


def _postgresql(table: str, columns: tuple[str, ...]) -> str:
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return f"""CREATE TRIGGER {table}_is_fixed BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed})
    EXECUTE FUNCTION agreement_refuse()"""
