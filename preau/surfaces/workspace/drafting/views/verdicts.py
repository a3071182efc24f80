"""Accepting and refusing a suggestion. Whatever happened meanwhile is shown; nothing typed is lost."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from preau.plan.drafting.applying import is_stale
from preau.plan.drafting.deciding import accept_suggestion, refuse_suggestion
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.errors import Meanwhile
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.permissions import SUGGESTIONS
from preau.plan.drafting.queries import suggestions_of
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.drafting.forms.deciding import VerdictForm
from preau.surfaces.workspace.drafting.suggestioncards import Answer, three_states
from preau.surfaces.workspace.drafting.telling import tell_decided
from preau.surfaces.workspace.drafting.views.suggestion import acted, answered
from preau.surfaces.workspace.plan.views.plan import the_plan
from preau.surfaces.workspace.refusals import TOLD, sentence


@require_POST
def suggestion_decision(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "decide", suggestions_of(plan), pk=pk)
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return answered(request, plan, suggestion, _typed(form, form.problem))
    try:
        decided = _decide(request, suggestion, form)
    except Meanwhile as met:
        return answered(request, plan, suggestion, _crossed(form, suggestion, met))
    except TOLD as refusal:
        return answered(request, plan, suggestion, _typed(form, sentence(refusal)))
    left = _left_to_read(decided)
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, f"{_said(form)} {left}".strip())
    return acted(request, plan, decided, left=left)


def _left_to_read(decided: Suggestion) -> str:
    """Whose other proposals now start from a text that has changed; "" when nobody's do."""
    item = decided.item
    if item is None or decided.state != SuggestionState.ACCEPTED:
        return ""
    others = item.suggestions.open().select_related("by", "item__parent", "item__row", "item__owner")
    speakers = [str(other.author or other.by or "") for other in others if other.facts and is_stale(other, item)]
    if not speakers:
        return ""
    words = ngettext(
        "La proposition de %(names)s part maintenant d’un texte qui a changé : elle reste à examiner.",
        "Les propositions de %(names)s partent maintenant d’un texte qui a changé : elles restent à examiner.",
        len(speakers),
    )
    return words % {"names": ", ".join(dict.fromkeys(speakers))}


def _decide(request: HttpRequest, suggestion: Suggestion, form: VerdictForm) -> Suggestion:
    """The verdict and what people are told of it: both or neither."""
    kept, by = form.cleaned_data, hand(request)
    with transaction.atomic():
        if kept["verdict"] == VerdictForm.REFUSE:
            decided = refuse_suggestion(suggestion, hand=by, answer=kept["answer"])
        else:
            decided = accept_suggestion(
                suggestion,
                hand=by,
                answer=kept["answer"],
                wording=form.wording_kept,
                seen_version=kept["seen_version"],
            )
        tell_decided(decided, by)
    return decided


def _said(form: VerdictForm) -> str:
    if form.cleaned_data["verdict"] == VerdictForm.ACCEPT:
        return _("La proposition est acceptée : le projet a changé.")
    return _("La proposition est refusée. Son auteur lira pourquoi.")


def _typed(form: VerdictForm, problem: str) -> Answer:
    return Answer(problem, form.data.get("answer", ""), form.data.get("wording", ""))


def _crossed(form: VerdictForm, suggestion: Suggestion, met: Meanwhile) -> Answer:
    """The three states, with the wording that the person typed, else the one that keeps both changes."""
    answer = _typed(
        form,
        _("L’élément a changé depuis cette proposition. Rien n’est encore décidé : relisez, puis choisissez le texte."),
    )
    typed = answer.wording if answer.wording != suggestion.new_text else ""
    answer.wording = typed or met.merged or suggestion.new_text
    answer.meanwhile = three_states(suggestion, met.current, met.merged)
    return answer
