"""The addresses of who is missing, and of going towards families. Read with ``access.py``.

A list is nobody's but its referent's: here, where nobody is designated, it is 404 for all.
"""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()


def _who(*opens: str, shut: int = 403) -> dict[str, int]:
    return {**dict.fromkeys(_ROLES, shut), "visitor": 302, **dict.fromkeys(opens, 200)}


_MISSING = _who("coordinator", "agent", "elected", "data_officer", "family_agent")
_FOLLOWED = _who("administrator", "coordinator", "data_officer", "family_agent")
_KEY = "00000000-0000-0000-0000-000000000000"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:missing": ("/atelier/qui-manque/", _MISSING),
    "workspace:missing_table": ("/atelier/qui-manque/tableau.csv", _MISSING),
    "workspace:gaps": ("/atelier/territoire/ecarts/", _who("coordinator", "agent", "elected")),
    "workspace:outreach": ("/atelier/aller-vers/", _FOLLOWED),
    "workspace:outreach_opening": ("/atelier/aller-vers/ouverture/", _who()),
    "workspace:outreach_referent_new": ("/atelier/aller-vers/referents/ajout/", _who("administrator")),
    "workspace:outreach_list": (f"/atelier/aller-vers/{_KEY}/", _who(shut=404)),
    "workspace:outreach_closing": (f"/atelier/aller-vers/{_KEY}/fermeture/", _who(shut=404)),
    "portal:outreach": ("/famille/appels/", _who("guardian")),
}
ACTS = {
    "workspace:outreach_answer",
    "workspace:outreach_referent_end",
    "portal:outreach_objection",
    "portal:outreach_return",
}
