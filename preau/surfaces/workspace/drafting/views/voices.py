"""What partners say of a suggestion: they back it, talk about it, take their own back."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from preau.plan.drafting.models import PlanComment, Suggestion
from preau.plan.drafting.permissions import COMMENTS, SUGGESTIONS
from preau.plan.drafting.proposing import comment, drop_support, remove_comment, support, withdraw
from preau.plan.drafting.queries import suggestions_of
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from preau.surfaces.shell.request import hand, load, require
from preau.surfaces.workspace.drafting.forms.deciding import RemarkForm
from preau.surfaces.workspace.drafting.speaking import my_organisation
from preau.surfaces.workspace.drafting.suggestioncards import Answer
from preau.surfaces.workspace.drafting.telling import tell_said
from preau.surfaces.workspace.drafting.views.suggestion import acted, answered, return_to
from preau.surfaces.workspace.plan.views.items import load_item, show_item
from preau.surfaces.workspace.plan.views.plan import of_plan, the_plan
from preau.surfaces.workspace.refusals import TOLD, sentence


@require_POST
def suggestion_support(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "support", suggestions_of(plan), pk=pk)
    if not suggestion.is_open:
        return answered(request, plan, suggestion, Answer(_("Quelqu’un y a déjà répondu.")))
    if request.POST.get("support") == "drop":
        drop_support(suggestion, hand=hand(request))
    else:
        support(suggestion, hand=hand(request), organisation=my_organisation(request))
    return acted(request, plan, suggestion)


@require_POST
def suggestion_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "withdraw", suggestions_of(plan), pk=pk)
    try:
        withdraw(suggestion, hand=hand(request))
    except TOLD as refusal:
        return answered(request, plan, suggestion, Answer(sentence(refusal)))
    if not request.htmx:  # type: ignore[attr-defined]
        messages.success(request, _("Votre proposition est reprise : personne n’aura à y répondre."))
    return acted(request, plan, suggestion)


@require_POST
def suggestion_comment(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    suggestion = load(request, SUGGESTIONS, "comment", suggestions_of(plan), pk=pk)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        problem = str(form.errors["text"][0])
        return answered(request, plan, suggestion, Answer(problem, comment=form.data.get("text", "")))
    _say(request, plan, form.cleaned_data["text"], suggestion=suggestion)
    return acted(request, plan, suggestion, is_talking=True)


@require_POST
def item_comment(request: HttpRequest, code: str) -> HttpResponse:
    """A remark on an item itself: who reads the plan may not all speak, so partners only."""
    plan = the_plan(request)
    item = load_item(request, plan, code, "read_draft")
    require(request, SUGGESTIONS, "comment")
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return show_item(request, plan, item, remark_form=form)
    said = _say(request, plan, form.cleaned_data["text"], item=item)
    here = reverse("workspace:item", args=[item.slug]) + of_plan(request, plan)
    return HttpResponseRedirect(f"{here}#commentaire-ecrit-{said.pk}")


@require_POST
def comment_removal(request: HttpRequest, pk: int) -> HttpResponse:
    plan = the_plan(request)
    found = PlanComment.objects.filter(plan=plan, removed_at__isnull=True).select_related("item")
    said = load(request, COMMENTS, "remove", found, pk=pk)
    remove_comment(said, hand=hand(request))
    messages.success(request, _("Le commentaire est retiré."))
    return HttpResponseRedirect(return_to(request) or reverse("workspace:suggestions"))


def _say(
    request: HttpRequest,
    plan: TerritorialEducationPlan,
    text: str,
    *,
    item: PlanItem | None = None,
    suggestion: Suggestion | None = None,
) -> PlanComment:
    """The remark and what people are told of it: both or neither."""
    by = hand(request)
    with transaction.atomic():
        said = comment(plan, text, hand=by, organisation=my_organisation(request), item=item, suggestion=suggestion)
        tell_said(said, by)
    return said
