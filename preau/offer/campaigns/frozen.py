"""The database itself keeps what was voted, what was computed and what was told."""

from __future__ import annotations

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
    for table, columns in _KEPT.items():
        schema_editor.execute(_trigger(table, f"{table}_is_fixed", _changed(columns, is_postgresql), is_postgresql))
    for table, marks in _VOTED.items():
        for mark, columns in marks.items():
            condition = f"OLD.{mark} <> '' AND ({_changed(columns, is_postgresql)})"
            schema_editor.execute(_trigger(table, f"{table}_{mark}_is_fixed", condition, is_postgresql))


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


_SIGNED = ("campaign_id", "application_id", "offer_id", "reason", "seat", "rank", "signed_at", "told", "state")


def protect_signed(apps: Any, schema_editor: Any) -> None:
    """What two people signed, and what the family read of it."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    condition = f"OLD.signed_at IS NOT NULL AND ({_changed(_SIGNED, is_postgresql)})"
    name = "campaigns_override_is_fixed"
    schema_editor.execute(_trigger("campaigns_override", name, condition, is_postgresql))


_ANSWERED = ("application_id", "kind", "words", "received_on", "result", "outcome", "answered_on")


def protect_answered(apps: Any, schema_editor: Any) -> None:
    """What a family said, and what the town answered in writing."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    condition = f"OLD.answered_on IS NOT NULL AND ({_changed(_ANSWERED, is_postgresql)})"
    schema_editor.execute(_trigger("campaigns_appeal", "campaigns_appeal_is_fixed", condition, is_postgresql))
