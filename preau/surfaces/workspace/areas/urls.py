"""Addresses of the areas of the town."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.areas import views

urlpatterns = [
    path("territoires/", views.area_page, name="areas"),
    path("territoires/marche/ajout/", views.pace_addition, name="pace_addition"),
]
