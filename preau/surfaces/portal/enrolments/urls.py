from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.enrolments import asking, holding

urlpatterns = [
    path("inscriptions/", holding.places, name="places"),
    path("inscriptions/groupes/<uuid:unit>/", asking.choice, name="unit"),
    path("inscriptions/groupes/<uuid:unit>/<uuid:child>/", asking.enrolment, name="enrolment"),
    path("inscriptions/<uuid:key>/", holding.place, name="place"),
    path("inscriptions/<uuid:key>/retrait/", holding.place_release, name="place_release"),
    path("inscriptions/<uuid:key>/reponse/", holding.place_answer, name="place_answer"),
    path("inscriptions/<uuid:key>/seances.ics", holding.place_feed, name="place_feed"),
]
