from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.wishes import pages, results

urlpatterns = [
    path("campagnes/", pages.campaigns, name="campaigns"),
    path("campagnes/<slug:slug>/<uuid:child>/", pages.wishes, name="wishes"),
    path("campagnes/<slug:slug>/<uuid:child>/envoi/", pages.wishes_sending, name="wishes_sending"),
    path("campagnes/<slug:slug>/<uuid:child>/retrait/", pages.wishes_withdrawal, name="wishes_withdrawal"),
    path("campagnes/<slug:slug>/<uuid:child>/second-tour/", results.wishes_stay, name="wishes_stay"),
    path("campagnes/<slug:slug>/<uuid:child>/reponse/", results.answers, name="wishes_answers"),
]
