from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.indicators import changing, pages, tables

urlpatterns = [
    path("indicateurs/", pages.overview, name="indicators"),
    path("indicateurs/tableau.csv", tables.effects, name="indicators_table"),
    path("indicateurs/regime/", pages.diet, name="indicator_diet"),
    path("indicateurs/effets/<plan_code:code>/", changing.effect_choice, name="indicator_choice"),
    path("indicateurs/effets/<plan_code:code>/propre/", changing.own_addition, name="indicator_own"),
    path("indicateurs/<int:pk>/", pages.indicator, name="indicator"),
    path("indicateurs/<int:pk>/<slug:which>.csv", tables.of_indicator, name="indicator_table"),
    path("indicateurs/<int:pk>/valeurs/", changing.value_addition, name="indicator_values"),
    path("indicateurs/<int:pk>/valeurs/<int:value>/preuve/", pages.proof, name="indicator_proof"),
    path("indicateurs/<int:pk>/usage/", changing.use, name="indicator_use"),
    path("indicateurs/<int:pk>/retrait/", changing.leaving, name="indicator_leaving"),
]
