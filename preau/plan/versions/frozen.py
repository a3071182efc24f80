"""The database itself keeps the text of a version: who made it may be forgotten, what it says may not change."""

from __future__ import annotations

from preau.foundation.frozen import Fixed, Frozen

_KEPT = ("plan_id", "number", "kind", "name", "note", "moment", "content", "fingerprint", "made_at")

VERSIONS = Frozen(
    "plan_version_refuse",
    "a version of the plan is fixed",
    (Fixed("versions_planversion", _KEPT, "plan_version_is_fixed"),),
)
protect = VERSIONS.protect
