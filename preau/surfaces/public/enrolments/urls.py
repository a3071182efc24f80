from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from preau.surfaces.public.enrolments import pages

urlpatterns = [
    path("inscriptions/motifs/", login_not_required(pages.reasons), name="enrolment_reasons"),
    path("inscriptions/<uuid:key>/", login_not_required(pages.unit), name="unit"),
]
