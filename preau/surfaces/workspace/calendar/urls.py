"""The calendar of the town: its year, its closures, its zone, what a date and an hour are."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.calendar.views import closures, deciding, moments, year

urlpatterns = [
    path("calendrier/", year.year_page, name="calendar"),
    path("calendrier/moment/", moments.moment_page, name="calendar_moment"),
    path("calendrier/zone/", deciding.zone_edit, name="calendar_zone"),
    path("calendrier/fermetures/ajout/", closures.closure_addition, name="closure_addition"),
    path("calendrier/fermetures/<int:pk>/modifier/", closures.closure_edit, name="closure_edit"),
    path("calendrier/fermetures/<int:pk>/retrait/", closures.closure_removal, name="closure_removal"),
    path("calendrier/corrections/ajout/", deciding.local_addition, name="local_addition"),
    path("calendrier/corrections/<int:pk>/retrait/", deciding.local_removal, name="local_removal"),
]
