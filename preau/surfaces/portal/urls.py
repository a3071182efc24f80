"""Addresses of the family's space. Nouns, in French; a child, a place, a home are named by a key nobody can guess."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.portal import views
from preau.surfaces.portal.absences import urls as absences
from preau.surfaces.portal.enrolments import urls as enrolments
from preau.surfaces.portal.families import urls as families
from preau.surfaces.portal.outreach import urls as outreach
from preau.surfaces.portal.wishes import urls as wishes

app_name = "portal"

urlpatterns = [
    path("", views.home, name="home"),
    *enrolments.urlpatterns,  # tried in this order: everybody comes here at once
    *families.urlpatterns,
    *wishes.urlpatterns,
    *absences.urlpatterns,
    *outreach.urlpatterns,
]
