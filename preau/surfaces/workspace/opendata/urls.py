"""What official files say of the town."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.opendata import runs, shelf, steps

_RUN = "donnees-ouvertes/imports/<int:pk>/"

urlpatterns = [
    path("donnees-ouvertes/", shelf.opendata, name="opendata"),
    path("donnees-ouvertes/imports/", runs.run_list, name="opendata_runs"),
    path(_RUN, runs.run_page, name="opendata_run"),
    path(f"{_RUN}lignes-refusees.csv", runs.refused_lines, name="opendata_refused_lines"),
    path(f"{_RUN}confirmation/", steps.run_confirmation, name="opendata_confirmation"),
    path(f"{_RUN}abandon/", steps.run_abandon, name="opendata_abandon"),
    path(f"{_RUN}annulation/", steps.run_undoing, name="opendata_undoing"),
    path("donnees-ouvertes/<slug:kind>/", shelf.opendata_kind, name="opendata_kind"),
]
