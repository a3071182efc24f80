from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.equity import views

urlpatterns = [
    path("territoire/", views.equity, name="equity"),
    path("territoire/quartiers.csv", views.equity_table, name="equity_table"),
    path("territoire/essai/", views.equity_trial, name="equity_trial"),
]
