from __future__ import annotations

from django.urls import path

from preau.surfaces.workspace.evaluation import (
    adopting,
    campaign,
    contributing,
    effects,
    joining,
    pages,
    surveys,
    targets,
    thread,
)

_ONE = "evaluation/<int:pk>"
_MINE = f"{_ONE}/contributions/<int:contribution>"
_EFFECT = f"{_ONE}/effets/<plan_code:code>"

urlpatterns = [
    path("evaluation/", pages.evaluations, name="evaluations"),
    path("evaluation/preparation/", campaign.preparation, name="evaluation_preparation"),
    path("evaluation/enquetes/", surveys.listing, name="surveys"),
    path("evaluation/enquetes/ajout/", surveys.addition, name="survey_addition"),
    path("evaluation/enquetes/<int:pk>/", surveys.survey, name="survey"),
    path("evaluation/enquetes/<int:pk>/questions/<int:number>/", surveys.figure, name="survey_figure"),
    path("evaluation/cibles/", targets.listing, name="targets"),
    path("evaluation/cibles/<int:pk>/", targets.target, name="target"),
    path("evaluation/fil/<plan_code:code>/", thread.objective, name="objective_thread"),
    path(f"{_ONE}/", pages.evaluation, name="evaluation"),
    path(f"{_ONE}/question/", campaign.question, name="evaluation_question"),
    path(f"{_ONE}/ouverture/", campaign.opening, name="evaluation_opening"),
    path(f"{_ONE}/cloture/", campaign.closing, name="evaluation_closing"),
    path(f"{_ONE}/reouverture/", campaign.reopening, name="evaluation_reopening"),
    path(f"{_ONE}/avancement/", campaign.progress, name="evaluation_progress"),
    path(f"{_ONE}/demandes/", campaign.demand, name="evaluation_demand"),
    path(f"{_ONE}/contributions/", contributing.mine, name="evaluation_contributions"),
    path(f"{_MINE}/", contributing.contribution, name="contribution"),
    path(f"{_MINE}/reprise/", contributing.taking_back, name="contribution_taking_back"),
    path(f"{_MINE}/pieces/", joining.addition, name="contribution_files"),
    path(f"{_MINE}/pieces/<int:piece>/", joining.file, name="contribution_file"),
    path(f"{_MINE}/pieces/<int:piece>/retrait/", joining.removal, name="contribution_file_removal"),
    path(f"{_EFFECT}/", effects.effect, name="evaluation_effect"),
    path(f"{_EFFECT}/verdict/", effects.proposal, name="verdict_proposal"),
    path(f"{_EFFECT}/autre-avis/", effects.dissenting, name="verdict_dissent"),
    path(f"{_EFFECT}/autre-avis/<int:said>/retrait/", effects.withdrawal, name="dissent_withdrawal"),
    path(f"{_EFFECT}/adoption/", effects.adoption, name="verdict_adoption"),
    path(f"{_ONE}/adoption/", adopting.adoption, name="evaluation_adoption"),
    path(f"{_ONE}/conclusion/", adopting.conclusion, name="evaluation_conclusion"),
    path(f"{_ONE}/non-mesures/", adopting.unmeasured, name="evaluation_unmeasured"),
    path(f"{_ONE}/publication/", adopting.publication, name="evaluation_publication"),
]
