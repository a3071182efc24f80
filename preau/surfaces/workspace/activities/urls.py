"""Entries of the catalogue."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.activities.views import bulk, copying, listing, page, sections, steps, tables

urlpatterns = [
    path("activites/", listing.activity_list, name="activities"),
    path("activites/ajout/", sections.activity_new, name="activity_new"),
    path("activites/activites.<slug:form>", tables.activity_table, name="activity_table"),
    path("activites/tableau/", tables.activity_table_sending, name="activity_table_sending"),
    path("activites/tableau/<int:pk>/", tables.activity_table_look, name="activity_table_look"),
    path("activites/reprise/", copying.activity_copies, name="activity_copies"),
    path("activites/lot/", bulk.activity_bulk, name="activity_bulk"),
    path("activites/<slug:slug>/", page.activity_page, name="activity"),
    path("activites/<slug:slug>/sections/<slug:section>/", sections.activity_section, name="activity_section"),
    path("activites/<slug:slug>/etat/<slug:step>/", steps.activity_step, name="activity_step"),
    path("activites/<slug:slug>/suppression/", steps.activity_deletion, name="activity_deletion"),
]
