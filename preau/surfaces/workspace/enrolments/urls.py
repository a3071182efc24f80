"""Groups open to registration: opened from an entry, kept, and who is in them."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.enrolments import desk, opening, pages, telling

urlpatterns = [
    path("inscriptions/", pages.units_page, name="units"),
    path("inscriptions/courriers/", telling.messages_page, name="enrolment_messages"),
    path("inscriptions/courriers/<int:pk>/fait/", telling.message_done, name="enrolment_message_done"),
    path("inscriptions/activites/<slug:slug>/", opening.unit_opening, name="unit_opening"),
    path("inscriptions/<int:pk>/", pages.unit_page, name="unit"),
    path("inscriptions/<int:pk>/modifier/", opening.unit_edit, name="unit_edit"),
    path("inscriptions/<int:pk>/inscrits.csv", pages.unit_table, name="unit_table"),
    path("inscriptions/<int:pk>/ajout/", desk.unit_addition, name="unit_addition"),
    path("inscriptions/places/<int:pk>/retrait/", desk.place_return, name="place_return"),
    path("inscriptions/places/<int:pk>/refus/", desk.place_refusal, name="place_refusal"),
]
