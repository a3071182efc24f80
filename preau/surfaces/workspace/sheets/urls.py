"""Action sheets."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.sheets.views import documents, lines, listing, opinions, page, sections, steps

urlpatterns = [
    path("fiches/", listing.sheet_list, name="sheets"),
    path("fiches/tableau.csv", listing.sheet_table, name="sheet_table"),
    path("fiches/nouvelle/", sections.sheet_new, name="sheet_new"),
    path("fiches/<int:pk>/", page.sheet_page, name="sheet"),
    path("fiches/<int:pk>/fiche.pdf", page.sheet_pdf, name="sheet_pdf"),
    path("fiches/<int:pk>/sections/<slug:section>/", sections.sheet_section, name="sheet_section"),
    path("fiches/<int:pk>/etat/<slug:step>/", steps.sheet_step, name="sheet_step"),
    path("fiches/<int:pk>/bilan/", steps.sheet_review, name="sheet_review"),
    path("fiches/<int:pk>/reprise/", steps.sheet_copy, name="sheet_copy"),
    path("fiches/<int:pk>/commentaires/", page.sheet_comment, name="sheet_comment"),
    path("fiches/<int:pk>/documents/", documents.sheet_document_new, name="sheet_document_new"),
    path("fiches/<int:pk>/documents/<int:document>/", documents.sheet_document, name="sheet_document"),
    path(
        "fiches/<int:pk>/documents/<int:document>/retrait/",
        documents.sheet_document_removal,
        name="sheet_document_removal",
    ),
    path("fiches/<int:pk>/applications/<int:app>/avis/", opinions.sheet_opinion, name="sheet_opinion"),
    path("fiches/<int:pk>/etapes/<int:line>/avancement/", lines.sheet_milestone, name="sheet_milestone"),
    path("fiches/<int:pk>/<slug:noun>/ajout/", lines.sheet_line_new, name="sheet_line_new"),
    path("fiches/<int:pk>/<slug:noun>/<int:line>/", lines.sheet_line, name="sheet_line"),
    path("fiches/<int:pk>/<slug:noun>/<int:line>/retrait/", lines.sheet_line_removal, name="sheet_line_removal"),
]
