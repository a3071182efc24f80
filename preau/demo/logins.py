"""The accounts that open the demonstration; known to everybody, and to the fictional town only."""

from __future__ import annotations

from preau.demo.content import activities, cast, classes, families

DEMO_PASSWORD = "sous le préau 2026"  # noqa: S105  printed at each start
DEMO_LOGINS = {
    {"plan_coordinator": "coordinator", "elected_member": "elected"}.get(person.role, person.role): person.email
    for person in cast.CAST + activities.PEOPLE + classes.PEOPLE + families.PEOPLE
    if person.opens
}
FAMILY_LOGINS = {
    "mother": "camille.rousseau@clairval.example",
    "father": "julien.fabre@clairval.example",
    "young": "mael.gueguen@clairval.example",
}
"""Families have no role: what they may do comes from their children."""
