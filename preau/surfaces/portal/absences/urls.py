from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.absences import health, telling

urlpatterns = [
    path("absences/", telling.absences, name="absences"),
    path("absences/<uuid:key>/retrait/", telling.absence_withdrawal, name="absence_withdrawal"),
    path("enfants/<uuid:key>/absence/", telling.child_absence, name="child_absence"),
    path("enfants/<uuid:key>/presences/", telling.child_presences, name="child_presences"),
    path("enfants/<uuid:key>/sante/", health.child_health, name="child_health"),
]
