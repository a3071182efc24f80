"""A list is named by a key that nobody can guess."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.outreach import lists, overview, referents

_LIST = "aller-vers/<uuid:key>"

urlpatterns = [
    path("aller-vers/", overview.outreach, name="outreach"),
    path("aller-vers/ouverture/", lists.opening, name="outreach_opening"),
    path("aller-vers/referents/ajout/", referents.addition, name="outreach_referent_new"),
    path("aller-vers/referents/<int:pk>/fin/", referents.end, name="outreach_referent_end"),
    path(f"{_LIST}/", lists.one, name="outreach_list"),
    path(f"{_LIST}/lignes/<int:pk>/", lists.answer, name="outreach_answer"),
    path(f"{_LIST}/fermeture/", lists.closing, name="outreach_closing"),
]
