"""The database itself keeps what was voted, what was computed and what was told."""

from __future__ import annotations

from typing import Any

from preau.foundation.frozen import Fixed, Frozen

_RULES = ("rules", "rules_hash", "resolution_number", "resolution_on")
_DRAW = ("commitment", "public_source")
_RUN = ("campaign_id", "kind", "input_hash", "result_hash", "document", "at")
_CASE = ("run_id", "application_id", "rank", "result", "reason", "content", "words")
_CAMPAIGN = "campaigns_allocationcampaign"

DECISIONS = Frozen(
    "campaign_refuse",
    "what was voted or decided is fixed",
    (
        Fixed("campaigns_allocationrun", _RUN, "campaigns_allocationrun_is_fixed"),
        Fixed("campaigns_caseexplanation", _CASE, "campaigns_caseexplanation_is_fixed"),
        Fixed(_CAMPAIGN, _RULES, f"{_CAMPAIGN}_rules_hash_is_fixed", mark="rules_hash"),
        Fixed(_CAMPAIGN, _DRAW, f"{_CAMPAIGN}_commitment_is_fixed", mark="commitment"),
    ),
    as_text=True,
)
protect = DECISIONS.protect


def protect_again(apps: Any, schema_editor: Any) -> None:
    """SQLite forgets the triggers of a table that a migration writes anew; PostgreSQL keeps them."""
    if schema_editor.connection.vendor == "postgresql":
        return
    for each in DECISIONS.rows:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {each.name}")
    DECISIONS.protect(apps, schema_editor)
