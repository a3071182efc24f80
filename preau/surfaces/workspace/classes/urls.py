"""Classes: the school's own, the offers that receive them, the requests between the two."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.classes.views import asking, offers, schools, wishes

urlpatterns = [
    path("classes/", schools.class_list, name="classes"),
    path("classes/ajout/", schools.class_addition, name="class_addition"),
    path("classes/traces/<int:pk>/retrait/", schools.declaration_removal, name="class_declaration_removal"),
    path("classes/offres/", offers.offer_list, name="class_offers"),
    path("classes/offres/ajout/<slug:slug>/", offers.offer_addition, name="class_offer_addition"),
    path("classes/offres/<int:pk>/", offers.offer_page, name="class_offer"),
    path("classes/offres/<int:pk>/accueil/", offers.offer_edit, name="class_offer_edit"),
    path("classes/offres/<int:pk>/repartition/", offers.sharing, name="class_sharing"),
    path("classes/offres/<int:pk>/demande/", asking.class_request, name="class_request"),
    path("classes/demandes/<int:pk>/", wishes.wish_page, name="class_wish"),
    path("classes/demandes/<int:pk>/modifier/", asking.wish_edit, name="class_wish_edit"),
    path("classes/demandes/<int:pk>/<slug:noun>/", wishes.wish_step, name="class_wish_step"),
    path("classes/<int:pk>/", schools.class_page, name="class"),
    path("classes/<int:pk>/modifier/", schools.class_edit, name="class_edit"),
]
