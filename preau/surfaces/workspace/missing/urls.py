from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.missing import gaps, views

urlpatterns = [
    path("qui-manque/", views.missing, name="missing"),
    path("qui-manque/tableau.csv", views.missing_table, name="missing_table"),
    path("territoire/ecarts/", gaps.gaps, name="gaps"),
]
