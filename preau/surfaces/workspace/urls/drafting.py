"""Open points and proposals."""

from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.views import points, suggestions

urlpatterns = [
    path("points-ouverts/", points.point_list, name="points"),
    path("points-ouverts/<int:pk>/decision/", points.point_decision, name="point_decision"),
    path("points-ouverts/<int:pk>/suivi/", points.point_owner, name="point_owner"),
    path("points-ouverts/<int:pk>/reouverture/", points.point_return, name="point_return"),
    path("propositions/", suggestions.suggestion_list, name="suggestions"),
    path("propositions/<int:pk>/decision/", suggestions.suggestion_decision, name="suggestion_decision"),
]
