from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.retention import views

urlpatterns = [
    path("conservation/", views.retention, name="retention"),
    path("conservation/durees/<slug:thing>/", views.term, name="retention_term"),
    path("conservation/bordereau/<int:pk>/visa/", views.visa, name="elimination_visa"),
    path("conservation/bordereau/<int:pk>/refus/", views.refusal, name="elimination_refusal"),
]
