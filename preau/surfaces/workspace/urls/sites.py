"""Sites: the pair of a school and its out-of-class care, the week of a child."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.views import hours, sites

urlpatterns = [
    path("sites/", sites.site_list, name="sites"),
    path("sites/ajout/", sites.site_addition, name="site_addition"),
    path("sites/<slug:slug>/", sites.site_page, name="site"),
    path("sites/<slug:slug>/modifier/", sites.site_edit, name="site_edit"),
    path("sites/<slug:slug>/horaires/", hours.hours_page, name="hours"),
    path("sites/<slug:slug>/horaires/ajout/", hours.week_addition, name="week_addition"),
    path("sites/<slug:slug>/horaires/<int:pk>/modifier/", hours.week_edit, name="week_edit"),
    path("sites/<slug:slug>/horaires/<int:pk>/retrait/", hours.week_removal, name="week_removal"),
]
