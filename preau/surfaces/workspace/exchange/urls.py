"""Copies of the plan that leave and come back."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.exchange.views import attaching, exchange, returns

urlpatterns = [
    path("copies/", exchange.exchange, name="exchange"),
    path("copies/projet/", exchange.plan_copy, name="plan_copy"),
    path("copies/retours/<int:pk>/", returns.return_page, name="return"),
    path("copies/retours/<int:pk>/acceptation/", returns.return_acceptance, name="return_acceptance"),
    path("copies/retours/<int:pk>/refus/", returns.return_refusal, name="return_refusal"),
    path("copies/retours/<int:pk>/mise-de-cote/", returns.return_discard, name="return_discard"),
    path(
        "copies/retours/<int:pk>/rattachements/<int:suggestion>/", attaching.return_attachment, name="return_attachment"
    ),
]
