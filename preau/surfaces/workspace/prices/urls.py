"""Prices: the list, one of them, what follows it."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.prices.views import pages, writing

urlpatterns = [
    path("tarifs/", pages.price_list, name="prices"),
    path("tarifs/nouveau/", writing.price_new, name="price_new"),
    path("tarifs/<int:pk>/", pages.price_page, name="price"),
    path("tarifs/<int:pk>/grille.csv", pages.price_table, name="price_table"),
    path("tarifs/<int:pk>/suite/", writing.price_following, name="price_following"),
    path("tarifs/<int:pk>/correction/", writing.price_correction, name="price_correction"),
    path("tarifs/<int:pk>/fin/", writing.price_ending, name="price_ending"),
]
