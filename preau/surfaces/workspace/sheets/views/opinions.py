"""The data officer says what an application may be used for."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.plan.sheets.enums import Opinion
from preau.plan.sheets.opinions import give_opinion
from preau.plan.sheets.refusals import refusal
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.sheets.forms.lines import OpinionForm
from preau.surfaces.workspace.sheets.views.door import back, frame, the_sheet
from preau.surfaces.workspace.sheets.views.steps import refused


@require_http_methods(["GET", "HEAD", "POST"])
def sheet_opinion(request: HttpRequest, pk: int, app: int) -> HttpResponse:
    sheet = the_sheet(request, pk)
    if said := refusal("give_opinion", sheet, actor(request)):
        return refused(request, sheet, "give_opinion", said)
    found = sheet.apps.select_related("opinion_by").filter(pk=app).first()
    if found is None:
        raise Http404
    given = {} if found.opinion == Opinion.ASKED else {"opinion": found.opinion, "reason": found.opinion_reason}
    form = OpinionForm(request.POST if request.method == "POST" else None, initial=given)
    if request.method == "POST" and form.is_valid():
        opinion = Opinion(form.cleaned_data["opinion"])
        give_opinion(found, opinion, hand=hand(request), reason=form.cleaned_data["reason"])
        messages.success(request, _("Votre avis sur « %(name)s » est enregistré.") % {"name": found.name})
        return back(sheet, "applications")
    context = {**frame(request, sheet), "app": found, "form": form}
    return render(request, "workspace/sheets/opinion.html", context, status=422 if form.errors else 200)
