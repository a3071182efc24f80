"""Organisations that offer, and those that ask to."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.providers import delays, joins, papers, views

urlpatterns = [
    path("organisations/", views.provider_list, name="providers"),
    path("organisations/delais/", delays.catalogue_delays, name="catalogue_delays"),
    path("organisations/demandes/<int:pk>/", joins.join_page, name="join"),
    path("organisations/demandes/<int:pk>/accord/", joins.join_acceptance, name="join_acceptance"),
    path("organisations/demandes/<int:pk>/refus/", joins.join_refusal, name="join_refusal"),
    path("organisations/pieces/<int:pk>/controle/", papers.paper_check, name="paper_check"),
    path("organisations/<slug:slug>/", views.provider_page, name="provider"),
    path("organisations/<slug:slug>/pieces/<slug:kind>/", papers.paper_declaration, name="paper_declaration"),
]
