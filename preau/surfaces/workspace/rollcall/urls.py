"""The roll call. Everything that a phone keeps for a day without a network is below ``appel/``."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.rollcall.views import calling, care, day, following, offline, printing

urlpatterns = [
    path("appel/", day.roll_calls, name="roll_calls"),
    path("appel/veilleur.js", offline.worker, name="roll_worker"),
    path("appel/sans-reseau/", offline.without_network, name="roll_offline"),
    path("appel/suites/", following.follow_ups, name="follow_ups"),
    path("appel/suites/<uuid:key>/reponse/", following.follow_up_answer, name="follow_up_answer"),
    path("appel/<int:pk>/", day.roll_call_page, name="roll_call"),
    path("appel/<int:pk>/etat/", calling.roll_state, name="roll_state"),
    path("appel/<int:pk>/pointage/", calling.roll_mark, name="roll_mark"),
    path("appel/<int:pk>/pointages/", calling.roll_marks, name="roll_marks"),
    path("appel/<int:pk>/mot/", calling.roll_note, name="roll_note"),
    path("appel/<int:pk>/adultes/", calling.roll_adults, name="roll_adults"),
    path("appel/<int:pk>/fiches/", care.roll_cards, name="roll_cards"),
    path("appel/<int:pk>/feuille.pdf", printing.roll_sheet, name="roll_sheet"),
    path("appel/<int:pk>/urgence.pdf", printing.roll_emergency, name="roll_emergency"),
]
