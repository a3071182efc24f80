"""The addresses of the report of an evaluation. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_READERS = ("reader", "data_officer", "elected", "contributor", "agent", "administrator", "coordinator")
_PLAN = {**dict.fromkeys(_ROLES, 403), "visitor": 302, **dict.fromkeys(_READERS, 200)}
_REPORT = "/atelier/evaluation/{evaluation}/rapport/"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:report": (_REPORT, _PLAN),
    "workspace:report_document": (f"{_REPORT}affiche.pdf", _PLAN),
    "public:report_document": ("/ce-que-ca-change/2025/affiche.pdf", dict.fromkeys(_ROLES, 200)),
}
