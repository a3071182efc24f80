from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.campaigns import (
    accompanying,
    appeals,
    applications,
    exceptions,
    letters,
    pages,
    preparing,
    received,
    reserving,
    steps,
)

urlpatterns = [
    path("campagnes/", pages.campaigns, name="campaigns"),
    path("campagnes/nouvelle/", preparing.campaign_addition, name="campaign_addition"),
    path("campagnes/<slug:slug>/", pages.campaign, name="campaign"),
    path("campagnes/<slug:slug>/regles/", preparing.campaign_rules, name="campaign_rules"),
    path("campagnes/<slug:slug>/places/", preparing.campaign_offers, name="campaign_offers"),
    path(
        "campagnes/<slug:slug>/places/<int:pk>/retrait/",
        preparing.campaign_offer_removal,
        name="campaign_offer_removal",
    ),
    path("campagnes/<slug:slug>/places/<int:pk>/", reserving.campaign_offer, name="campaign_offer"),
    path("campagnes/<slug:slug>/ensemble/", reserving.campaign_bundles, name="campaign_bundles"),
    path(
        "campagnes/<slug:slug>/ensemble/<int:pk>/retrait/",
        reserving.campaign_bundle_removal,
        name="campaign_bundle_removal",
    ),
    path("campagnes/<slug:slug>/attribution/", reserving.campaign_ways, name="campaign_ways"),
    path("campagnes/<slug:slug>/etapes/<slug:step>/", steps.campaign_step, name="campaign_step"),
    path("campagnes/<slug:slug>/essai/", steps.campaign_trial, name="campaign_trial"),
    path("campagnes/<slug:slug>/rappels/<uuid:key>/", pages.application_reminder, name="application_reminder"),
    path("campagnes/<slug:slug>/lettres/", letters.campaign_letters, name="campaign_letters"),
    path("campagnes/<slug:slug>/lettres/impression/", letters.campaign_letters_print, name="campaign_letters_print"),
    path("campagnes/<slug:slug>/demandes/", received.campaign_applications, name="campaign_applications"),
    path(
        "campagnes/<slug:slug>/demandes/tableau.csv",
        received.campaign_applications_table,
        name="campaign_applications_table",
    ),
    path(
        "campagnes/<slug:slug>/demandes/liste.pdf",
        received.campaign_applications_print,
        name="campaign_applications_print",
    ),
    path("campagnes/<slug:slug>/demandes/<uuid:key>/", applications.campaign_application, name="campaign_application"),
    path(
        "campagnes/<slug:slug>/demandes/<uuid:key>/lettres/<uuid:adult>.pdf",
        applications.application_letter,
        name="application_letter",
    ),
    path(
        "campagnes/<slug:slug>/demandes/<uuid:key>/second-tour/", applications.application_stay, name="application_stay"
    ),
    path(
        "campagnes/<slug:slug>/demandes/<uuid:key>/accompagnement/",
        accompanying.application_accompaniment,
        name="application_accompaniment",
    ),
    path("campagnes/<slug:slug>/exceptions/", exceptions.campaign_overrides, name="campaign_overrides"),
    path("campagnes/<slug:slug>/exceptions/<uuid:key>/", exceptions.campaign_override, name="campaign_override"),
    path(
        "campagnes/<slug:slug>/demandes/<uuid:key>/exception/",
        exceptions.application_override,
        name="application_override",
    ),
    path("campagnes/<slug:slug>/recours/", appeals.campaign_appeals, name="campaign_appeals"),
    path("campagnes/<slug:slug>/recours/<uuid:key>/", appeals.campaign_appeal, name="campaign_appeal"),
    path("campagnes/<slug:slug>/recours/<uuid:key>/recepisse.pdf", appeals.appeal_receipt, name="appeal_receipt"),
    path("campagnes/<slug:slug>/demandes/<uuid:key>/recours/", appeals.application_appeal, name="application_appeal"),
]
