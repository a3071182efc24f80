from __future__ import annotations

from django.urls import path

from preau.surfaces.public.joining import views

urlpatterns = [
    path("associations/rejoindre/", views.join, name="join"),
    path("associations/rejoindre/envoi/", views.join_sent, name="join_sent"),
    path("associations/rejoindre/<str:token>/", views.join_confirmation, name="join_confirmation"),
]
