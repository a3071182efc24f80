"""The addresses of the desk that receives families. Read with ``access.py``."""

from __future__ import annotations

from tests.house.access_families import ROLES

_DESK = {**dict.fromkeys(ROLES, 403), "visitor": 302, "family_agent": 200}
_ONE = {**dict.fromkeys(ROLES, 404), "visitor": 302, "family_agent": 200}
"""One family: the others may not even know that it is there."""

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:families": ("/atelier/familles/", _DESK),
    "workspace:family_creation": ("/atelier/familles/ajout/", _DESK),
    "workspace:family_papers": ("/atelier/familles/pieces/", _DESK),
    "workspace:family_prints": ("/atelier/familles/imprimes/", _DESK),
    "workspace:family_print": ("/atelier/familles/imprimes/mandat.pdf", _DESK),
    "workspace:family_opening": ("/atelier/familles/{adult}/ouverture/", _ONE),
}

ACTS = {
    f"workspace:{name}"
    for name in (
        "family family_places family_place family_edit family_help family_help_end family_mandate_end family_consents "
        "family_paper family_paper_file family_paper_new family_home_new family_move family_quotient "
        "family_quotient_kept family_receipt family_filled_prints family_filled_print family_child_new family_child "
        "family_child_edit family_health family_guardian_new family_guardian family_campaigns family_wishes "
        "family_wishes_sending family_wishes_withdrawal family_wishes_form"
    ).split()
}
