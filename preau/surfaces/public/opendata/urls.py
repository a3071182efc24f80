from __future__ import annotations

from django.urls import path

from preau.surfaces.public.opendata import views

urlpatterns = [
    path("donnees/jeux/", views.datasets, name="datasets"),
    path("donnees/catalogue.jsonld", views.catalogue, name="datasets_catalogue"),
    path("donnees/jeux/<slug:slug>/", views.dataset, name="dataset"),
    path("donnees/jeux/<slug:slug>/schema.json", views.schema, name="dataset_schema"),
    path("donnees/jeux/<slug:slug>/dictionnaire.md", views.dictionary_page, name="dataset_dictionary"),
    path("donnees/jeux/<slug:slug>/donnees.<slug:ending>", views.file, name="dataset_file"),
]
