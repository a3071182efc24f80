"""The addresses of the laboratory of rules. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_MAKERS = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "agent": 200, "family_agent": 200, "coordinator": 200}
_READERS = {**_MAKERS, "elected": 200, "administrator": 200}
_STUDY = "/atelier/laboratoire/{study}"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:studies": ("/atelier/laboratoire/", _READERS),
    "workspace:study_addition": ("/atelier/laboratoire/nouvelle/", _MAKERS),
    "workspace:study": (f"{_STUDY}/", _READERS),
    "workspace:study_sheet": (f"{_STUDY}/etude.pdf", _READERS),
    "workspace:study_table": (f"{_STUDY}/tableaux.csv", _READERS),
}
ACTS = {"workspace:study_cancelling", "workspace:study_again", "workspace:study_removal"}
