from django.urls import path

from preau.surfaces.public import adoption, copies, documents, mails, views
from preau.surfaces.public.calendars import urls as calendars
from preau.surfaces.public.campaigns import urls as campaigns
from preau.surfaces.public.catalogue import urls as catalogue
from preau.surfaces.public.changes import urls as changes
from preau.surfaces.public.enrolments import urls as enrolments
from preau.surfaces.public.joining import urls as joining
from preau.surfaces.public.near import urls as near
from preau.surfaces.public.opendata import urls as opendata
from preau.surfaces.public.places import urls as places
from preau.surfaces.public.posters import urls as posters
from preau.surfaces.public.prices import urls as prices
from preau.surfaces.public.report import urls as report

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    *near.urlpatterns,  # before the places, whose names are free
    path("projet/", views.plan, name="plan"),
    path("projet/projet-educatif.pdf", copies.plan_pdf, name="plan_pdf"),
    path("projet/recherche/", views.search, name="search"),
    path("projet/axe-<int:number>/", views.axis, name="axis"),
    path("projet/adoption/", adoption.adoption, name="adoption"),
    path("projet/adoption/projet-adopte.json", adoption.adopted_text, name="adopted_text"),
    path("projet/adoption/projet-adopte.pdf", adoption.adopted_document, name="adopted_document"),
    path("projet/<slug:slug>/", views.item, name="item"),
    *calendars.urlpatterns,
    *places.urlpatterns,
    *prices.urlpatterns,
    *posters.urlpatterns,
    *report.urlpatterns,
    *joining.urlpatterns,
    *catalogue.urlpatterns,
    *enrolments.urlpatterns,
    *campaigns.urlpatterns,
    *opendata.urlpatterns,
    *changes.urlpatterns,
    path("donnees/", documents.data, name="data"),
    path("accessibilite/", documents.accessibility, name="accessibility"),
    path("mentions-legales/", documents.legal, name="legal"),
    path("courriels/<str:token>/arret/", mails.mail_stop, name="mail_stop"),
    path("robots.txt", documents.robots, name="robots"),
    path("sitemap.xml", documents.sitemap, name="sitemap"),
    path(".well-known/security.txt", documents.security, name="security"),
]
