"""The addresses of open figures: everybody's. One that does not exist is gone for all. Read with ``access.py``.

And the one table of steering that facts are needed for: gone as long as there is none.
"""

from __future__ import annotations

_ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_ALL, _GONE = dict.fromkeys(_ROLES, 200), dict.fromkeys(_ROLES, 404)
_STEERING = {"visitor": 302, "elected": 404, "administrator": 404, "coordinator": 404}
_ONE = "/donnees/jeux/a1-g1-e1-i1-ensemble-1999"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "public:datasets": ("/donnees/jeux/", _ALL),
    "public:datasets_catalogue": ("/donnees/catalogue.jsonld", _ALL),
    "public:dataset": (f"{_ONE}/", _GONE),
    "public:dataset_schema": (f"{_ONE}/schema.json", _GONE),
    "public:dataset_dictionary": (f"{_ONE}/dictionnaire.md", _GONE),
    "public:dataset_file": (f"{_ONE}/donnees.csv", _GONE),
    "steering:balance_table": ("/pilotage/equilibre.csv", dict.fromkeys(_ROLES, 403) | _STEERING),
    "api:datasets": ("/api/datasets", _ALL),
    "api:dataset": ("/api/datasets/a1-g1-e1-i1-ensemble-1999", _GONE),
}
