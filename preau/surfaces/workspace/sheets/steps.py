"""How the steps of a sheet are written in addresses, and the step that goes on from each state."""

from __future__ import annotations

from preau.plan.sheets.enums import SheetState

STEP_SLUGS = {
    "propose": "proposition",
    "validate": "validation",
    "schedule": "programmation",
    "start": "demarrage",
    "archive": "archivage",
    "reject": "refus",
    "redraft": "brouillon",
    "cancel": "annulation",
}
"""The review has a page of its own."""
STEPS = {slug: step for step, slug in STEP_SLUGS.items()}

ONWARD = {
    SheetState.DRAFT: "propose",
    SheetState.PROPOSED: "validate",
    SheetState.CO_VALIDATED: "schedule",
    SheetState.SCHEDULED: "start",
    SheetState.RUNNING: "review",
    SheetState.REVIEWED: "archive",
}

SECTION_OF = {
    "co_owner": "porteurs",
    "objectives": "objectifs",
    "starts_on": "calendrier",
    "audiences": "public",
    "bands": "calendrier",
    "sites": "calendrier",
}
"""Where a fact that is missing is written."""
