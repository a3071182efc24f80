from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.report import pages

_ONE = "evaluation/<int:pk>/rapport"

urlpatterns = [
    path(f"{_ONE}/", pages.report, name="report"),
    path(f"{_ONE}/<str:name>", pages.document, name="report_document"),
]
