"""Open points and proposals."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.drafting.views import (
    comparing,
    points,
    presence,
    proposals,
    suggestion,
    suggestions,
    verdicts,
    voices,
)

urlpatterns = [
    path("points-ouverts/", points.point_list, name="points"),
    path("points-ouverts/<int:pk>/decision/", points.point_decision, name="point_decision"),
    path("points-ouverts/<int:pk>/suivi/", points.point_owner, name="point_owner"),
    path("points-ouverts/<int:pk>/reouverture/", points.point_return, name="point_return"),
    path("propositions/", suggestions.suggestion_list, name="suggestions"),
    path("propositions/partenaires/", suggestions.partner_list, name="partners"),
    path("propositions/partenaires/<slug:slug>/", suggestions.partner_page, name="partner"),
    path("propositions/<int:pk>/", suggestion.suggestion_page, name="suggestion"),
    path("propositions/<int:pk>/decision/", verdicts.suggestion_decision, name="suggestion_decision"),
    path("propositions/<int:pk>/soutien/", voices.suggestion_support, name="suggestion_support"),
    path("propositions/<int:pk>/reprise/", voices.suggestion_withdrawal, name="suggestion_withdrawal"),
    path("propositions/<int:pk>/commentaires/", voices.suggestion_comment, name="suggestion_comment"),
    path("projet/<plan_code:code>/propositions/", comparing.item_suggestions, name="item_suggestions"),
    path("projet/<plan_code:code>/proposition/ajout/", proposals.addition_proposal, name="addition_proposal"),
    path("projet/<plan_code:code>/proposition/<slug:what>/", proposals.item_proposal, name="item_proposal"),
    path("projet/<plan_code:code>/presence/", presence.item_presence, name="item_presence"),
    path("projet/<plan_code:code>/commentaires/", voices.item_comment, name="item_comment"),
    path("commentaires/<int:pk>/retrait/", voices.comment_removal, name="comment_removal"),
]
