"""The addresses of registration, for families, for the public and for the desk. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_EVERYBODY = dict.fromkeys(_ROLES, 200)
_FAMILY = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "guardian": 200}
_ANOTHER = {**_FAMILY, "guardian": 404}
"""What belongs to a family, asked for by another one."""
_DESK = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "family_agent": 200}
_UNITS = {**_DESK, **dict.fromkeys(("provider", "contributor", "activity_leader", "agent", "coordinator"), 200)}
_UNIT = {**_UNITS, "contributor": 404}
"""A group of the judo club: another organisation's contributor does not know of it."""

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "portal:places": ("/famille/inscriptions/", _FAMILY),
    "portal:unit": ("/famille/inscriptions/groupes/{unit}/", _FAMILY),
    "portal:enrolment": ("/famille/inscriptions/groupes/{unit}/{other_child}/", _ANOTHER),
    "portal:place": ("/famille/inscriptions/{place}/", _ANOTHER),
    "portal:place_release": ("/famille/inscriptions/{place}/retrait/", _ANOTHER),
    "portal:place_feed": ("/famille/inscriptions/{place}/seances.ics", _ANOTHER),
    "workspace:units": ("/atelier/inscriptions/", _UNITS),
    "workspace:unit": ("/atelier/inscriptions/{unit_pk}/", _UNIT),
    "workspace:unit_table": (
        "/atelier/inscriptions/{unit_pk}/inscrits.csv",
        {**_UNIT, "agent": 403, "coordinator": 403, "contributor": 404},
    ),
    "workspace:unit_opening": ("/atelier/inscriptions/activites/judo/", {**_DESK, "provider": 200}),
    "workspace:unit_edit": (
        "/atelier/inscriptions/{unit_pk}/modifier/",
        {**_UNIT, "activity_leader": 403, "agent": 403, "coordinator": 403},
    ),
    "workspace:place_return": (
        "/atelier/inscriptions/places/{place_pk}/retrait/",
        {**_DESK, "provider": 403, "activity_leader": 403},
    ),
    "workspace:place_refusal": (
        "/atelier/inscriptions/places/{place_pk}/refus/",
        {**_DESK, "provider": 403, "activity_leader": 403},
    ),
    "workspace:enrolment_messages": ("/atelier/inscriptions/courriers/", _DESK),
    "public:unit": ("/inscriptions/{unit}/", _EVERYBODY),
    "public:enrolment_reasons": ("/inscriptions/motifs/", _EVERYBODY),
}
ACTS = {
    "portal:place_answer",
    "workspace:enrolment_message_done",
    "workspace:unit_addition",
}
