from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.campaigns import pages, preparing, steps

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
    path("campagnes/<slug:slug>/etapes/<slug:step>/", steps.campaign_step, name="campaign_step"),
    path("campagnes/<slug:slug>/essai/", steps.campaign_trial, name="campaign_trial"),
    path("campagnes/<slug:slug>/rappels/<uuid:key>/", pages.application_reminder, name="application_reminder"),
]
