from django.urls import path

from . import entries, views

urlpatterns = [
    path("activites/", views.catalogue, name="catalogue"),
    path("activites/organisateurs/<slug:slug>/", entries.organiser, name="organiser"),
    path("activites/<slug:slug>/", entries.entry, name="entry"),
]
