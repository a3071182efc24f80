"""The addresses of the day: the roll call, absences that families tell, health sheets. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_NOBODY = {**dict.fromkeys(_ROLES, 403), "visitor": 302}
_LEADERS = {**_NOBODY, "activity_leader": 200}
_WHO_READS = {**_LEADERS, "family_agent": 200}
_ONE = {**dict.fromkeys(_ROLES, 404), "visitor": 302, "family_agent": 200, "activity_leader": 200}
"""A session of the judo club: another organisation's is 404."""
_FAMILY = {**_NOBODY, "guardian": 200}
_ANOTHER = {**_NOBODY, "guardian": 404}

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:roll_calls": ("/atelier/appel/", _WHO_READS),
    "workspace:follow_ups": ("/atelier/appel/suites/", _WHO_READS),
    "workspace:roll_worker": ("/atelier/appel/veilleur.js", _LEADERS),
    "workspace:roll_offline": ("/atelier/appel/sans-reseau/", _LEADERS),
    "workspace:roll_call": ("/atelier/appel/{session}/", _ONE),
    "workspace:roll_state": ("/atelier/appel/{session}/etat/", _ONE),
    "workspace:roll_sheet": ("/atelier/appel/{session}/feuille.pdf", {**_ONE, "family_agent": 403}),
    "portal:absences": ("/famille/absences/", _FAMILY),
    "portal:child_presences": ("/famille/enfants/{child}/presences/", _ANOTHER),
    "portal:child_health": ("/famille/enfants/{child}/sante/", _ANOTHER),
}
ACTS = {
    "workspace:roll_mark",
    "workspace:roll_marks",
    "workspace:roll_note",
    "workspace:roll_adults",
    "workspace:roll_cards",
    "workspace:roll_emergency",
    "workspace:follow_up_answer",
    "portal:child_absence",
    "portal:absence_withdrawal",
}
