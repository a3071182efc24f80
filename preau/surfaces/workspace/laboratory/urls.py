from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.laboratory import asking, pages

urlpatterns = [
    path("laboratoire/", pages.studies, name="studies"),
    path("laboratoire/nouvelle/", asking.study_addition, name="study_addition"),
    path("laboratoire/<int:pk>/", pages.study, name="study"),
    path("laboratoire/<int:pk>/etude.pdf", pages.study_sheet, name="study_sheet"),
    path("laboratoire/<int:pk>/tableaux.csv", pages.study_table, name="study_table"),
    path("laboratoire/<int:pk>/annulation/", asking.study_cancelling, name="study_cancelling"),
    path("laboratoire/<int:pk>/reprise/", asking.study_again, name="study_again"),
    path("laboratoire/<int:pk>/retrait/", asking.study_removal, name="study_removal"),
]
