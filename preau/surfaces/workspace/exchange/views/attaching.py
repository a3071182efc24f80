"""A change whose place is uncertain is attached to its passage by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.foundation.design.typography import display
from preau.plan.drafting.errors import AlreadyDecided, PlaceMissing
from preau.plan.drafting.models import ReturnedDocument, Suggestion
from preau.plan.drafting.permissions import RETURNS
from preau.plan.exchange.attaching import attach_change, likeliest
from preau.surfaces.shell.request import hand, load
from preau.surfaces.workspace.exchange.forms import AttachForm
from preau.surfaces.workspace.exchange.views.returns import returns, words_of
from preau.surfaces.workspace.refusals import sentence


@require_http_methods(["GET", "HEAD", "POST"])
def return_attachment(request: HttpRequest, pk: int, suggestion: int) -> HttpResponse:
    """GET offers the likeliest passages; POST attaches the change to the one chosen."""
    returned = load(request, RETURNS, "decide", returns(), pk=pk)
    found = returned.suggestions.select_related("plan", "item").filter(pk=suggestion).first()
    if found is None:
        raise Http404
    candidates = [(item.code, f"{item.code} · {display(item.text)}") for item in likeliest(found)]
    form = AttachForm(request.POST if request.method == "POST" else None, candidates=candidates)
    if request.method == "POST" and form.is_valid() and _attached(request, returned, found, form):
        return HttpResponseRedirect(f"{reverse('workspace:return', args=[pk])}#proposition-{found.pk}")
    context = {
        "returned": returned,
        "plan": returned.plan,
        "of_plan": f"?projet={returned.plan_id}",
        "suggestion": found,
        "words": words_of(found),
        "form": form,
    }
    return render(request, "workspace/return_attachment.html", context, status=422 if form.errors else 200)


def _attached(request: HttpRequest, returned: ReturnedDocument, suggestion: Suggestion, form: AttachForm) -> bool:
    item = (
        returned.plan.items.present().select_related("plan", "parent", "row", "owner").filter(code=form.wanted).first()
    )
    try:
        if item is None:
            raise PlaceMissing
        attach_change(suggestion, item, hand=hand(request))
    except PlaceMissing:
        form.add_error("code", _("Aucun passage de cette nature ne porte ce repère dans le projet."))
        return False
    except AlreadyDecided as refusal:
        messages.warning(request, sentence(refusal))
        return True
    messages.success(request, _("Le changement est rattaché à %(code)s.") % {"code": item.code})
    return True
