"""The database itself keeps what was voted, what was computed and what was told."""

from __future__ import annotations

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

_SIGNED = ("campaign_id", "application_id", "offer_id", "reason", "seat", "rank", "signed_at", "state")
_ANSWERED = ("application_id", "kind", "words", "received_on", "result", "outcome", "answered_on")

SIGNED = Fixed("campaigns_override", _SIGNED, "campaigns_override_is_fixed", since="signed_at")
"""What two people signed; the words that name a child go with their file."""
ANSWERED = Fixed("campaigns_appeal", _ANSWERED, "campaigns_appeal_is_fixed", since="answered_on")
"""What a family said, and what the town answered in writing."""

protect_signed = DECISIONS.protect_also(SIGNED)
protect_answered = DECISIONS.protect_also(ANSWERED)
protect_again = DECISIONS.protect_again(*DECISIONS.rows, SIGNED, ANSWERED)
"""For the end of a migration that changes a column of these tables."""
