"""Labels: criteria, proofs, terms."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.labels.views import labels, schemes
from preau.surfaces.workspace.labels.views import work as label_work

urlpatterns = [
    path("labels/", labels.label_list, name="labels"),
    path("labels/nouveau/", labels.label_new, name="label_new"),
    path("labels/connus/", schemes.scheme_list, name="label_schemes"),
    path("labels/connus/nouveau/", schemes.scheme_new, name="label_scheme_new"),
    path("labels/connus/chargement/", schemes.scheme_loading, name="label_scheme_loading"),
    path("labels/regles/<slug:key>/", schemes.scheme_page, name="label_scheme"),
    path("labels/regles/<slug:key>/changement/", schemes.scheme_rules, name="label_scheme_rules"),
    path("labels/<int:pk>/", labels.label_page, name="label"),
    path("labels/<int:pk>/modifier/", labels.label_edit, name="label_edit"),
    path("labels/<int:pk>/etapes/<slug:step>/", labels.label_step, name="label_step"),
    path("labels/<int:pk>/criteres/<int:number>/preuves/", label_work.proof_addition, name="label_proofs"),
    path("labels/<int:pk>/criteres/<int:number>/verification/", label_work.criterion_check, name="label_check"),
    path("labels/<int:pk>/preuves/<int:proof>/retrait/", label_work.proof_removal, name="label_proof_removal"),
    path("labels/<int:pk>/preuves/<int:proof>/document/", label_work.proof_document, name="label_proof_document"),
    path("labels/<int:pk>/jalons/", label_work.milestone_addition, name="label_milestones"),
    path("labels/<int:pk>/jalons/<int:milestone>/", label_work.milestone_change, name="label_milestone"),
]
