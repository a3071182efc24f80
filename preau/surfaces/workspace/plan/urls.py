"""The plan and its items."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.plan.views import items, plan

urlpatterns = [
    path("projets/", plan.plan_list, name="plans"),
    path("projet/", plan.plan_page, name="plan"),
    path("projet/affichage/", plan.plan_display, name="plan_display"),
    path("projet/lignes/<plan_code:row>/ajout/", items.item_addition, name="item_addition"),
    path("projet/<plan_code:code>/", items.item_page, name="item"),
    path("projet/<plan_code:code>/modifier/", items.item_edit, name="item_edit"),
    path("projet/<plan_code:code>/deplacement/", items.item_move, name="item_move"),
    path("projet/<plan_code:code>/retrait/", items.item_removal, name="item_removal"),
    path("projet/<plan_code:code>/retablissement/", items.item_return, name="item_return"),
]
