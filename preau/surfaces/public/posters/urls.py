"""What can be printed of an entry."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.public.posters import views

urlpatterns = [path("activites/<slug:slug>/affiche.pdf", views.poster, name="poster")]
