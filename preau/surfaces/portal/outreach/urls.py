from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.outreach import views

urlpatterns = [
    path("appels/", views.outreach, name="outreach"),
    path("appels/opposition/", views.objection, name="outreach_objection"),
    path("appels/reprise/", views.return_, name="outreach_return"),
]
