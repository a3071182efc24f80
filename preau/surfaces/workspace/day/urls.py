"""A person’s day: the home page, the news, the timeline of the plan."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.day.views import home, notices, timeline

urlpatterns = [
    path("", home.home, name="home"),
    path("frise/", timeline.timeline, name="timeline"),
    path("nouvelles/", notices.notice_list, name="notices"),
    path("nouvelles/lecture/", notices.notice_readings, name="notice_readings"),
    path("nouvelles/<int:pk>/lecture/", notices.notice_reading, name="notice_reading"),
    path("nouvelles/<int:pk>/ouverture/", notices.notice_opening, name="notice_opening"),
]
