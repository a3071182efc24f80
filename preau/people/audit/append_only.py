"""The database itself refuses to change or remove an entry of the journal, whoever asks."""

from __future__ import annotations

from typing import Any

_SQLITE = [
    f"""CREATE TRIGGER audit_journal_no_{verb.lower()} BEFORE {verb} ON audit_auditevent
    BEGIN SELECT RAISE(ABORT, 'the audit journal is append-only'); END"""
    for verb in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    """CREATE FUNCTION audit_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit journal is append-only'; END $$""",
    """CREATE TRIGGER audit_journal_no_change BEFORE UPDATE OR DELETE ON audit_auditevent
    FOR EACH ROW EXECUTE FUNCTION audit_journal_refuse()""",
    """CREATE TRIGGER audit_journal_no_truncate BEFORE TRUNCATE ON audit_auditevent
    FOR EACH STATEMENT EXECUTE FUNCTION audit_journal_refuse()""",
]


def protect(apps: Any, schema_editor: Any) -> None:
    statements = _POSTGRESQL if schema_editor.connection.vendor == "postgresql" else _SQLITE
    for statement in statements:
        schema_editor.execute(statement)
