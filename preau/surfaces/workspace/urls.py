"""Addresses of the workspace: nouns, in French; a code is written a1-g2-o3."""

from __future__ import annotations

from django.urls import path, register_converter

from .views import home, imports, items, notices, outcome, plan, points, review, suggestions

app_name = "workspace"


class CodeConverter:
    """``A1.G2.O3`` in the program, ``a1-g2-o3`` in an address (capitals are taken too)."""

    regex = r"[aA]\d+(?:[-.][gG]\d+(?:[-.][oOeErR]\d+)?)?"

    def to_python(self, value: str) -> str:
        return value.upper().replace("-", ".")

    def to_url(self, value: str) -> str:
        return value.lower().replace(".", "-")


register_converter(CodeConverter, "plan_code")

urlpatterns = [
    path("", home.home, name="home"),
    path("nouvelles/", notices.notice_list, name="notices"),
    path("nouvelles/lecture/", notices.notice_readings, name="notice_readings"),
    path("nouvelles/<int:pk>/lecture/", notices.notice_reading, name="notice_reading"),
    path("nouvelles/<int:pk>/ouverture/", notices.notice_opening, name="notice_opening"),
    path("imports/", imports.import_list, name="imports"),
    path("imports/<int:pk>/", review.plan_import, name="import"),
    path("imports/<int:pk>/corrections/<slug:noun>/", review.import_correction, name="import_correction"),
    path("imports/<int:pk>/decisions/", review.import_decision, name="import_decision"),
    path("imports/<int:pk>/titre/", review.import_title, name="import_title"),
    path("imports/<int:pk>/hors-tableau/", imports.import_leftovers, name="import_leftovers"),
    path("imports/<int:pk>/compte-rendu/", imports.import_report, name="import_report"),
    path("imports/<int:pk>/confirmation/", outcome.import_confirmation, name="import_confirmation"),
    path("imports/<int:pk>/abandon/", outcome.import_abandon, name="import_abandon"),
    path("imports/<int:pk>/annulation/", outcome.import_undoing, name="import_undoing"),
    path("imports/<int:pk>/retablissement/", outcome.import_redoing, name="import_redoing"),
    path("projets/", plan.plan_list, name="plans"),
    path("projet/", plan.plan_page, name="plan"),
    path("projet/affichage/", plan.plan_display, name="plan_display"),
    path("projet/lignes/<plan_code:row>/ajout/", items.item_addition, name="item_addition"),
    path("projet/<plan_code:code>/", items.item_page, name="item"),
    path("projet/<plan_code:code>/modifier/", items.item_edit, name="item_edit"),
    path("projet/<plan_code:code>/deplacement/", items.item_move, name="item_move"),
    path("projet/<plan_code:code>/retrait/", items.item_removal, name="item_removal"),
    path("projet/<plan_code:code>/retablissement/", items.item_return, name="item_return"),
    path("points-ouverts/", points.point_list, name="points"),
    path("points-ouverts/<int:pk>/decision/", points.point_decision, name="point_decision"),
    path("points-ouverts/<int:pk>/suivi/", points.point_owner, name="point_owner"),
    path("points-ouverts/<int:pk>/reouverture/", points.point_return, name="point_return"),
    path("propositions/", suggestions.suggestion_list, name="suggestions"),
    path("propositions/<int:pk>/decision/", suggestions.suggestion_decision, name="suggestion_decision"),
]
