"""The addresses of a family's file, and of how long it is kept. Read with ``access.py``."""

from __future__ import annotations

ROLES = (
    "visitor stranger guardian provider teacher school_head reader data_officer elected contributor agent "
    "family_agent activity_leader administrator coordinator"
).split()
_EVERYBODY = dict.fromkeys(ROLES, 200)
_NOBODY = {**dict.fromkeys(ROLES, 403), "visitor": 302}
_FAMILY = {**_NOBODY, "guardian": 200}
_ANOTHER = {**_NOBODY, "guardian": 404}
"""What belongs to a family, asked for by another one."""
_OFFICER = {**_NOBODY, "data_officer": 200}

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "portal:home": ("/famille/", _FAMILY),
    # In a town that does not offer it, nobody finds it: its own tests turn it on.
    "shell:franceconnect": ("/compte/franceconnect/", dict.fromkeys(ROLES, 404)),
    "shell:franceconnect_return": ("/compte/franceconnect/retour/", dict.fromkeys(ROLES, 404)),
    "shell:franceconnect_arrival": ("/compte/franceconnect/arrivee/", dict.fromkeys(ROLES, 404)),
    "shell:franceconnect_code": ("/compte/franceconnect/code/", dict.fromkeys(ROLES, 404)),
    "shell:franceconnect_goodbye": ("/compte/franceconnect/sortie/", dict.fromkeys(ROLES, 404)),
    "portal:child": ("/famille/enfants/{child}/", _ANOTHER),
    "portal:child_edit": ("/famille/enfants/{child}/modifier/", _ANOTHER),
    "portal:child_addition": ("/famille/enfants/ajout/", _FAMILY),
    "portal:readings": ("/famille/enfants/{child}/lectures/", _ANOTHER),
    "portal:pickups": ("/famille/enfants/{child}/venir-le-chercher/", _ANOTHER),
    "portal:guardian_invitation": ("/famille/enfants/{child}/invitation/", _ANOTHER),
    "portal:young_invitation": ("/famille/enfants/{child}/compte-jeune/", _ANOTHER),
    "portal:home_page": ("/famille/foyers/{home}/", _ANOTHER),
    "portal:home_move": ("/famille/foyers/{home}/demenagement/", _ANOTHER),
    "portal:me": ("/famille/moi/", _FAMILY),
    "portal:papers": ("/famille/pieces/", _FAMILY),
    "portal:paper_addition": ("/famille/pieces/ajout/", _FAMILY),
    "portal:consents": ("/famille/consentements/", _FAMILY),
    "portal:data": ("/famille/donnees/", _FAMILY),
    "portal:erasure": ("/famille/donnees/effacement/", _FAMILY),
    "portal:news": ("/famille/nouvelles/", _FAMILY),
    "portal:follow": ("/famille/suivre/", _FAMILY),
    "portal:opening": ("/famille/ouvrir/", {**dict.fromkeys(ROLES, 302), "visitor": 200}),
    "portal:opening_code": ("/famille/ouvrir/code/", dict.fromkeys(ROLES, 302)),
    "portal:opening_file": ("/famille/ouvrir/dossier/", {**_EVERYBODY, "visitor": 302, "guardian": 302}),
    "portal:invited": ("/famille/invitation/personne/", dict.fromkeys(ROLES, 404)),
    "workspace:retention": ("/atelier/conservation/", _OFFICER),
    "workspace:retention_term": ("/atelier/conservation/durees/family_file/", _OFFICER),
}
ACTS = {
    "portal:pickup_end",
    "portal:paper_file",
    "portal:consent_giving",
    "portal:consent_withdrawal",
    "portal:data_copy",
    "portal:news_reading",
    "workspace:elimination_visa",
    "workspace:elimination_refusal",
}
