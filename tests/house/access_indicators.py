"""The addresses of indicators. Read with ``access.py``."""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_PLAN = "reader data_officer elected contributor agent administrator coordinator".split()
_READERS = {**dict.fromkeys(_ROLES, 403), "visitor": 302, **dict.fromkeys(_PLAN, 200)}
_CHOOSERS = {**dict.fromkeys(_ROLES, 403), "visitor": 302, "coordinator": 200}
_PROOF = {**_READERS, **dict.fromkeys(_PLAN, 404)}
_ONE = "/atelier/indicateurs/{indicator}"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:indicators": ("/atelier/indicateurs/", _READERS),
    "workspace:indicators_table": ("/atelier/indicateurs/tableau.csv", _READERS),
    "workspace:indicator_table": (f"{_ONE}/annees.csv", _PROOF),
    "workspace:indicator_diet": ("/atelier/indicateurs/regime/", _READERS),
    "workspace:indicator_choice": ("/atelier/indicateurs/effets/a1-g1-e1/", _CHOOSERS),
    "workspace:indicator_own": ("/atelier/indicateurs/effets/a1-g1-e1/propre/", _CHOOSERS),
    "workspace:indicator": (f"{_ONE}/", _READERS),
    "workspace:indicator_values": (f"{_ONE}/valeurs/", _CHOOSERS),
    "workspace:indicator_proof": (f"{_ONE}/valeurs/1/preuve/", _PROOF),
    "workspace:indicator_leaving": (f"{_ONE}/retrait/", _CHOOSERS),
}
ACTS = {"workspace:indicator_use"}
