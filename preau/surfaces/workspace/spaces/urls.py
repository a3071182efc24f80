"""Grounds that nobody books."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.spaces.views import answering, spaces, visits

urlpatterns = [
    path("espaces/", spaces.space_list, name="spaces"),
    path("espaces/ajout/", spaces.space_addition, name="space_addition"),
    path("espaces/delais/", answering.space_terms, name="space_terms"),
    path("espaces/signalements/", answering.space_reports, name="space_reports"),
    path("espaces/signalements/<int:pk>/", answering.space_report, name="space_report"),
    path("espaces/<slug:slug>/", spaces.space_page, name="space"),
    path("espaces/<slug:slug>/modifier/", spaces.space_edit, name="space_edit"),
    path("espaces/<slug:slug>/panneau.pdf", spaces.space_poster, name="space_poster"),
    path("espaces/<slug:slug>/panneau/", spaces.space_token, name="space_token"),
    path("espaces/<slug:slug>/fermeture/", answering.space_closing, name="space_closing"),
    path(
        "espaces/<slug:slug>/fermetures/<int:pk>/levee/",
        answering.space_closing_lifting,
        name="space_closing_lifting",
    ),
    path("espaces/<slug:slug>/passage/", visits.space_visit, name="space_visit"),
    path("espaces/<slug:slug>/passages/<int:pk>/retrait/", visits.space_visit_removal, name="space_visit_removal"),
]
