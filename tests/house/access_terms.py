"""The addresses of dated terms. Read with ``access.py``."""

from __future__ import annotations

from tests.house.access_families import ROLES

_DECIDE = {**dict.fromkeys(ROLES, 403), "visitor": 302, "administrator": 200, "coordinator": 200}
_READ = {**_DECIDE, "data_officer": 200}

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:terms": ("/atelier/reglages/", _READ),
    "workspace:term": ("/atelier/reglages/silence/", _READ),
    "workspace:term_decision": ("/atelier/reglages/silence/registration/suite/", _DECIDE),
}
ACTS = {"workspace:term_correction"}
