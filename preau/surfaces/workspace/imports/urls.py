"""A document comes in."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.imports.views import imports, outcome, review

urlpatterns = [
    path("imports/", imports.import_list, name="imports"),
    path("imports/<int:pk>/", review.plan_import, name="import"),
    path("imports/<int:pk>/corrections/<slug:noun>/", review.import_correction, name="import_correction"),
    path("imports/<int:pk>/decisions/", review.import_decision, name="import_decision"),
    path("imports/<int:pk>/titre/", review.import_title, name="import_title"),
    path("imports/<int:pk>/hors-tableau/", imports.import_leftovers, name="import_leftovers"),
    path("imports/<int:pk>/compte-rendu/", imports.import_report, name="import_report"),
    path("imports/<int:pk>/confirmation/", outcome.import_confirmation, name="import_confirmation"),
    path("imports/<int:pk>/abandon/", outcome.import_abandon, name="import_abandon"),
    path("imports/<int:pk>/annulation/", outcome.import_undoing, name="import_undoing"),
    path("imports/<int:pk>/retablissement/", outcome.import_redoing, name="import_redoing"),
]
