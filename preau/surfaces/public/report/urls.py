from django.urls import path

from preau.surfaces.public.report import views

urlpatterns = [path("ce-que-ca-change/<int:year>/<str:name>", views.report_document, name="report_document")]
