"""The catalogue. The nouns before ``<slug>`` are taken: no entry may be called so."""

from __future__ import annotations

from django.urls import path

from . import agenda, entries, feeds, views

urlpatterns = [
    path("activites/", views.catalogue, name="catalogue"),
    path("activites/seances.ics", feeds.sessions, name="sessions_feed"),
    path("activites/nouvelles.rss", feeds.news, name="news_feed"),
    path("activites/agenda/", agenda.agenda, name="agenda"),
    path("activites/agenda.ics", agenda.agenda_feed, name="agenda_feed"),
    path("activites/organisateurs/<slug:slug>/", entries.organiser, name="organiser"),
    path("activites/<slug:slug>/", entries.entry, name="entry"),
]
