"""The calendar of the town, for parents and for their telephones."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.public.calendars import views

urlpatterns = [
    path("calendrier/", views.calendar_page, name="calendar"),
    path("calendrier/vacances.ics", views.holidays_feed, name="holidays_feed"),
    path("activites/<slug:slug>/seances.ics", views.activity_feed, name="activity_feed"),
]
