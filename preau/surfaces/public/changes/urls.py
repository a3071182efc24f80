from django.urls import path

from preau.surfaces.public.changes import views

urlpatterns = [path("ce-que-ca-change/", views.changes, name="changes")]
