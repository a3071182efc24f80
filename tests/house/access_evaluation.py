"""The addresses of evaluations: one that is discussed, of which only those at work know. Read with ``access.py``."""

from __future__ import annotations

_APART = "stranger guardian provider teacher school_head family_agent activity_leader".split()
_OTHERS = "reader data_officer agent administrator".split()
_AT_WORK = "elected contributor coordinator".split()
_NOBODY = {"visitor": 302, **dict.fromkeys(_APART, 403), **dict.fromkeys((*_OTHERS, *_AT_WORK), 403)}
_PLAN = {**_NOBODY, **dict.fromkeys((*_OTHERS, *_AT_WORK), 200)}
_COORDINATION = {**_NOBODY, "coordinator": 200}
_MAKERS = {**_NOBODY, **dict.fromkeys(_OTHERS, 404), **dict.fromkeys(_AT_WORK, 200)}
"""Those at work read it; the others do not know that it is being made."""
_TURN = {**_MAKERS, "elected": 403, "contributor": 403}
_FOLLOW = {**_MAKERS, "contributor": 403}
_SIDES = {**_MAKERS, "elected": 403}
_DISSENT = {**_MAKERS, "elected": 403, "coordinator": 403}
_FILE = {**_MAKERS, **dict.fromkeys(_AT_WORK, 404)}
_NOT_YET = {**_TURN, "coordinator": 302}

_ONE = "/atelier/evaluation/{review}"
_EFFECT = f"{_ONE}/effets/a1-g1-e1"
_MINE = f"{_ONE}/contributions/{{contribution}}"

PAGES: dict[str, tuple[str, dict[str, int]]] = {
    "workspace:evaluations": ("/atelier/evaluation/", _PLAN),
    "workspace:evaluation_preparation": ("/atelier/evaluation/preparation/", _COORDINATION),
    "workspace:surveys": ("/atelier/evaluation/enquetes/", _PLAN),
    "workspace:survey_addition": ("/atelier/evaluation/enquetes/ajout/", _COORDINATION),
    "workspace:survey": ("/atelier/evaluation/enquetes/{survey}/", _PLAN),
    "workspace:targets": ("/atelier/evaluation/cibles/", _PLAN),
    "workspace:target": ("/atelier/evaluation/cibles/{indicator}/", _COORDINATION),
    "workspace:objective_thread": ("/atelier/evaluation/fil/a1-g1-o1/", _PLAN),
    "workspace:evaluation": (f"{_ONE}/", _MAKERS),
    "workspace:evaluation_question": (f"{_ONE}/question/", _TURN),
    "workspace:evaluation_opening": (f"{_ONE}/ouverture/", _TURN),
    "workspace:evaluation_closing": (f"{_ONE}/cloture/", _TURN),
    "workspace:evaluation_reopening": (f"{_ONE}/reouverture/", _TURN),
    "workspace:evaluation_progress": (f"{_ONE}/avancement/", _FOLLOW),
    "workspace:evaluation_contributions": (f"{_ONE}/contributions/", _SIDES),
    "workspace:contribution": (f"{_MINE}/", _SIDES),
    "workspace:contribution_file": (f"{_MINE}/pieces/1/", _FILE),
    "workspace:evaluation_effect": (f"{_EFFECT}/", _MAKERS),
    "workspace:verdict_proposal": (f"{_EFFECT}/verdict/", _TURN),
    "workspace:verdict_dissent": (f"{_EFFECT}/autre-avis/", _DISSENT),
    "workspace:verdict_adoption": (f"{_EFFECT}/adoption/", _TURN),
    "workspace:evaluation_adoption": (f"{_ONE}/adoption/", _TURN),
    "workspace:evaluation_publication": (f"{_ONE}/publication/", _NOT_YET),
}
ACTS = {
    "workspace:survey_figure",
    "workspace:evaluation_demand",
    "workspace:contribution_taking_back",
    "workspace:contribution_files",
    "workspace:contribution_file_removal",
    "workspace:dissent_withdrawal",
    "workspace:evaluation_conclusion",
    "workspace:evaluation_unmeasured",
}
