"""Sites: the pair of a school and its out-of-class care, the week of a child."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.sites.views import crossings, hours, pairs, site, sites, summaries, week

urlpatterns = [
    path("sites/", sites.site_list, name="sites"),
    path("sites/ajout/", sites.site_addition, name="site_addition"),
    path("sites/<slug:slug>/", site.site_page, name="site"),
    path("sites/<slug:slug>/modifier/", sites.site_edit, name="site_edit"),
    path("sites/<slug:slug>/horaires/", hours.hours_page, name="hours"),
    path("sites/<slug:slug>/horaires/ajout/", hours.week_addition, name="week_addition"),
    path("sites/<slug:slug>/horaires/<int:pk>/modifier/", hours.week_edit, name="week_edit"),
    path("sites/<slug:slug>/horaires/<int:pk>/retrait/", hours.week_removal, name="week_removal"),
    path("sites/<slug:slug>/semaine/", week.week_page, name="week"),
    path("sites/<slug:slug>/semaine/ajout/", week.entry_addition, name="entry_addition"),
    path("sites/<slug:slug>/semaine/<int:pk>/modifier/", week.entry_edit, name="entry_edit"),
    path("sites/<slug:slug>/semaine/<int:pk>/retrait/", week.entry_removal, name="entry_removal"),
    path("sites/<slug:slug>/binome/", pairs.pair_edit, name="pair_edit"),
    path("sites/<slug:slug>/projets/", pairs.pair_page, name="pair"),
    path("sites/<slug:slug>/projets/<int:pk>/lecture/", summaries.summary_reading, name="summary_reading"),
    path("sites/<slug:slug>/projets/<slug:noun>/", summaries.summary_edit, name="summary_edit"),
    path("sites/<slug:slug>/croisements/fiche/", crossings.crossing_sheet, name="crossing_sheet"),
    path("sites/<slug:slug>/croisements/ecart/", crossings.crossing_dismissal, name="crossing_dismissal"),
    path("sites/<slug:slug>/croisements/<int:pk>/retour/", crossings.crossing_return, name="crossing_return"),
]
