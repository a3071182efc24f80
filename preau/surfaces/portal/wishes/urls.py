from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.wishes import contesting, letters, pages, results

urlpatterns = [
    path("campagnes/", pages.campaigns, name="campaigns"),
    path("campagnes/<slug:slug>/<uuid:child>/", pages.wishes, name="wishes"),
    path("campagnes/<slug:slug>/<uuid:child>/envoi/", pages.wishes_sending, name="wishes_sending"),
    path("campagnes/<slug:slug>/<uuid:child>/retrait/", pages.wishes_withdrawal, name="wishes_withdrawal"),
    path("campagnes/<slug:slug>/<uuid:child>/second-tour/", results.wishes_stay, name="wishes_stay"),
    path("campagnes/<slug:slug>/<uuid:child>/reponse/", results.answers, name="wishes_answers"),
    path("campagnes/<slug:slug>/<uuid:child>/reponse/lettre.pdf", letters.wishes_letter, name="wishes_letter"),
    path(
        "campagnes/<slug:slug>/<uuid:child>/reponse/exception-<uuid:key>.pdf",
        letters.wishes_exception,
        name="wishes_exception",
    ),
    path("campagnes/<slug:slug>/<uuid:child>/nouvel-examen/", contesting.wishes_review, name="wishes_review"),
    path(
        "campagnes/<slug:slug>/<uuid:child>/nouvel-examen/<uuid:key>/retrait/",
        contesting.wishes_review_withdrawal,
        name="wishes_review_withdrawal",
    ),
    path(
        "campagnes/<slug:slug>/<uuid:child>/nouvel-examen/<uuid:key>/<slug:what>.pdf",
        contesting.wishes_review_letter,
        name="wishes_review_letter",
    ),
]
