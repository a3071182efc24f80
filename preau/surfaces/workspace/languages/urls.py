"""Versions of the entries of the catalogue."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.languages import pages, writing

urlpatterns = [
    path("langues/", pages.language_list, name="languages"),
    path("langues/<slug:slug>/", pages.entry_versions, name="entry_versions"),
    path("langues/<slug:slug>/<slug:noun>/", writing.version_writing, name="version_writing"),
    path("langues/<slug:slug>/<slug:noun>/relecture/", writing.version_validation, name="version_validation"),
    path("langues/<slug:slug>/<slug:noun>/retrait/", writing.version_removal, name="version_removal"),
]
