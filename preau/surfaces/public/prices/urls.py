"""Prices for everybody."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.public.prices import views

urlpatterns = [
    path("tarifs/", views.price_list, name="prices"),
    path("tarifs/<int:pk>/", views.price_page, name="price"),
]
