"""The addresses of equity. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "stranger guardian provider teacher school_head reader data_officer elected contributor agent family_agent "
    "activity_leader administrator coordinator"
).split()
_READERS = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "elected": 200, "agent": 200, "coordinator": 200}

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:equity": ("/atelier/territoire/", _READERS),
    "workspace:equity_table": ("/atelier/territoire/quartiers.csv", _READERS),
    "workspace:equity_trial": ("/atelier/territoire/essai/", _READERS),
}
