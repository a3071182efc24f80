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

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "portal:places": ("/famille/inscriptions/", _FAMILY),
    "portal:unit": ("/famille/inscriptions/groupes/{unit}/", _FAMILY),
    "portal:enrolment": ("/famille/inscriptions/groupes/{unit}/{other_child}/", _ANOTHER),
    "portal:place": ("/famille/inscriptions/{place}/", _ANOTHER),
    "portal:place_release": ("/famille/inscriptions/{place}/retrait/", _ANOTHER),
    "portal:place_feed": ("/famille/inscriptions/{place}/seances.ics", _ANOTHER),
    "public:unit": ("/inscriptions/{unit}/", _EVERYBODY),
    "public:enrolment_reasons": ("/inscriptions/motifs/", _EVERYBODY),
}
ACTS = {
    "portal:place_answer",
}
