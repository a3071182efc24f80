"""Places, and the page behind the QR code of a gate."""

from __future__ import annotations

from django.urls import path, re_path

from preau.surfaces.public.places import reports, views

urlpatterns = [
    path("lieux/", views.place_list, name="places"),
    path("lieux/<slug:slug>/", views.place_page, name="place"),
    re_path(
        r"^lieux/(?P<slug>[-\w]+)/photos/(?P<pk>\d{1,12})-(?P<size>petite|grande)\.jpg$",
        views.place_photo,
        name="place_photo",
    ),
    path("e/<slug:token>/", reports.gate, name="gate"),
    path("e/<slug:token>/merci/", reports.gate_thanks, name="gate_thanks"),
    path("e/<slug:token>/mot/", reports.gate_words, name="gate_words"),
    path("e/<slug:token>/retrait/", reports.gate_withdrawal, name="gate_withdrawal"),
]
