from django.urls import path

from preau.surfaces.public.near import views

urlpatterns = [
    path("lieux/pres/", views.near, name="near"),
    path("lieux/pres/propositions/", views.near_suggestions, name="near_suggestions"),
]
