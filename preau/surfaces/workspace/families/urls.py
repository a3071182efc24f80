"""The counter. A family is named by a key nobody can guess; what is searched for is never in an address."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.families.views import (
    creating,
    editing,
    files,
    guardians,
    health,
    helping,
    papers,
    places,
    prints,
    quotients,
    searching,
    wishes,
)

_FILE = "familles/<uuid:key>"
_CHILD = f"{_FILE}/enfants/<uuid:child>"
_WISHES = f"{_CHILD}/voeux/<slug:slug>"

urlpatterns = [
    path("familles/", searching.families, name="families"),
    path("familles/ajout/", creating.family_creation, name="family_creation"),
    path("familles/pieces/", papers.family_papers, name="family_papers"),
    path("familles/pieces/<uuid:key>/", papers.family_paper, name="family_paper"),
    path("familles/pieces/<uuid:key>/document/", papers.family_paper_file, name="family_paper_file"),
    path("familles/imprimes/", prints.family_prints, name="family_prints"),
    path("familles/imprimes/<slug:name>.pdf", prints.family_print, name="family_print"),
    path("familles/aide/fin/", helping.family_help_end, name="family_help_end"),
    path(f"{_FILE}/", files.family, name="family"),
    path(f"{_FILE}/ouverture/", files.family_opening, name="family_opening"),
    path(f"{_FILE}/modifier/", editing.family_edit, name="family_edit"),
    path(f"{_FILE}/aide/", helping.family_help, name="family_help"),
    path(f"{_FILE}/mandats/<int:mandate>/reprise/", helping.family_mandate_end, name="family_mandate_end"),
    path(f"{_FILE}/accords/", helping.family_consents, name="family_consents"),
    path(f"{_FILE}/pieces/ajout/", papers.family_paper_new, name="family_paper_new"),
    path(f"{_FILE}/foyers/ajout/", editing.family_home_new, name="family_home_new"),
    path(f"{_FILE}/foyers/<uuid:home>/adresse/", editing.family_move, name="family_move"),
    path(f"{_FILE}/foyers/<uuid:home>/quotient/", quotients.family_quotient, name="family_quotient"),
    path(f"{_FILE}/foyers/<uuid:home>/quotient/garde/", quotients.family_quotient_kept, name="family_quotient_kept"),
    path(f"{_FILE}/recepisses/<uuid:receipt>.pdf", helping.family_receipt, name="family_receipt"),
    path(f"{_FILE}/imprimes/", prints.family_filled_prints, name="family_filled_prints"),
    path(f"{_FILE}/imprimes/<slug:name>.pdf", prints.family_filled_print, name="family_filled_print"),
    path(f"{_FILE}/enfants/ajout/", creating.family_child_new, name="family_child_new"),
    path(f"{_CHILD}/", files.family_child, name="family_child"),
    path(f"{_CHILD}/places/", places.family_places, name="family_places"),
    path(f"{_CHILD}/places/<int:unit>/", places.family_place, name="family_place"),
    path(f"{_CHILD}/voeux/", wishes.family_campaigns, name="family_campaigns"),
    path(f"{_WISHES}/", wishes.family_wishes, name="family_wishes"),
    path(f"{_WISHES}/envoi/", wishes.family_wishes_sending, name="family_wishes_sending"),
    path(f"{_WISHES}/retrait/", wishes.family_wishes_withdrawal, name="family_wishes_withdrawal"),
    path(f"{_WISHES}/formulaire.pdf", wishes.family_wishes_form, name="family_wishes_form"),
    path(f"{_CHILD}/sante/", health.family_health, name="family_health"),
    path(f"{_CHILD}/modifier/", editing.family_child_edit, name="family_child_edit"),
    path(f"{_CHILD}/responsables/ajout/", guardians.family_guardian_new, name="family_guardian_new"),
    path(f"{_CHILD}/responsables/<int:link>/", guardians.family_guardian, name="family_guardian"),
]
