from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from preau.surfaces.public.campaigns import pages

urlpatterns = [
    path("campagnes/", login_not_required(pages.campaigns), name="campaigns"),
    path("campagnes/<slug:slug>/", login_not_required(pages.campaign), name="campaign"),
    path("campagnes/<slug:slug>/methode/", login_not_required(pages.method), name="campaign_method"),
    path("campagnes/<slug:slug>/formulaire.pdf", login_not_required(pages.wish_form), name="campaign_form"),
    path("campagnes/<slug:slug>/second-tour.json", login_not_required(pages.second_file), name="campaign_second_file"),
    path("campagnes/<slug:slug>/fichier.json", login_not_required(pages.replay_file), name="campaign_file"),
]
