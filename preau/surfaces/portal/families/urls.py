from __future__ import annotations

from django.urls import path

from preau.surfaces.portal.families import (
    agreements,
    data,
    editing,
    inviting,
    news,
    opening,
    pages,
    papers,
)

urlpatterns = [
    path("enfants/ajout/", editing.child_addition, name="child_addition"),
    path("enfants/<uuid:key>/", pages.child, name="child"),
    path("enfants/<uuid:key>/modifier/", editing.child_edit, name="child_edit"),
    path("enfants/<uuid:key>/lectures/", pages.readings, name="readings"),
    path("enfants/<uuid:key>/venir-le-chercher/", editing.pickups, name="pickups"),
    path("enfants/<uuid:key>/venir-le-chercher/<int:pk>/fin/", editing.pickup_end, name="pickup_end"),
    path("enfants/<uuid:key>/invitation/", inviting.guardian_invitation, name="guardian_invitation"),
    path("enfants/<uuid:key>/compte-jeune/", inviting.young_invitation, name="young_invitation"),
    path("foyers/<uuid:key>/", pages.home_page, name="home_page"),
    path("foyers/<uuid:key>/demenagement/", editing.home_move, name="home_move"),
    path("moi/", editing.me, name="me"),
    path("pieces/", papers.papers, name="papers"),
    path("pieces/ajout/", papers.paper_addition, name="paper_addition"),
    path("pieces/<uuid:key>/fichier/", papers.paper_file, name="paper_file"),
    path("consentements/", agreements.consents, name="consents"),
    path("consentements/accord/", agreements.consent_giving, name="consent_giving"),
    path("consentements/<int:pk>/retrait/", agreements.consent_withdrawal, name="consent_withdrawal"),
    path("donnees/", data.data, name="data"),
    path("donnees/copie/", data.data_copy, name="data_copy"),
    path("donnees/effacement/", data.erasure, name="erasure"),
    path("nouvelles/", news.news, name="news"),
    path("nouvelles/lues/", news.news_reading, name="news_reading"),
    path("suivre/", inviting.follow, name="follow"),
    path("ouvrir/", opening.opening, name="opening"),
    path("ouvrir/code/", opening.opening_code, name="opening_code"),
    path("ouvrir/dossier/", opening.opening_file, name="opening_file"),
    path("invitation/<str:token>/", inviting.invited, name="invited"),
]
