from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.terms import views

urlpatterns = [
    path("reglages/", views.terms, name="terms"),
    path("reglages/<slug:slug>/", views.term, name="term"),
    path("reglages/<slug:slug>/<str:key>/suite/", views.term_decision, name="term_decision"),
    path("reglages/<slug:slug>/<str:key>/<int:pk>/correction/", views.term_correction, name="term_correction"),
]
