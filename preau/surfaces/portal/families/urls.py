from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.families import pages

urlpatterns = [
    path("enfants/<uuid:key>/", pages.child, name="child"),
    path("foyers/<uuid:key>/", pages.home_page, name="home_page"),
]
