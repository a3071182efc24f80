"""Named versions, comparison, restoring."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.versions.views import undoing, versions

urlpatterns = [
    path("versions/", versions.version_list, name="versions"),
    path("versions/comparaison/", versions.comparison, name="comparison"),
    path(
        "versions/<int:number>/retablissement/<plan_code:code>/", versions.version_restoring, name="version_restoring"
    ),
    path("projet/<plan_code:code>/histoire/<int:pk>/annulation/", undoing.change_undoing, name="change_undoing"),
]
