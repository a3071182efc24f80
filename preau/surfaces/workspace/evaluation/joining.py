"""Documents joined to a contribution: for its side while it is written, for those who evaluate once it is handed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.observatory.evaluation.contributing import join_file, remove_file
from preau.observatory.evaluation.errors import NotOpen
from preau.observatory.evaluation.models import ContributionFile
from preau.observatory.evaluation.permissions import CONTRIBUTIONS
from preau.people.files.errors import FileRefused
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.evaluation.contributing import drawn
from preau.surfaces.workspace.evaluation.doors import the_contribution, the_evaluation
from preau.surfaces.workspace.evaluation.forms import ContributionForm, PieceForm


@require_POST
def addition(request: HttpRequest, pk: int, contribution: int) -> HttpResponse:
    found = the_contribution(request, pk, contribution)
    form = PieceForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        upload = (sent.read(settings.UPLOAD_LIMIT + 1), sent.name)
        try:
            join_file(found, upload, form.cleaned_data["title"], hand=hand(request))
        except FileRefused as refused:
            form.add_error("file", str(refused))
        except NotOpen:
            form.add_error(None, _("Les contributions sont closes : plus rien ne s’y joint."))
        else:
            messages.success(request, _("Le document est joint."))
            return redirect("workspace:contribution", pk, contribution)
    is_ours = found.organisation_id in actor(request).organisations
    return drawn(request, found, ContributionForm(row=found, is_ours=is_ours), form, status=422)


@require_safe
def file(request: HttpRequest, pk: int, contribution: int, piece: int) -> HttpResponseBase:
    evaluation = the_evaluation(request, pk)
    who = actor(request)
    rows = evaluation.contributions.all()
    row = CONTRIBUTIONS.rows(who, "read", rows).filter(pk=contribution).first()
    if row is None or not (row.is_handed_in or CONTRIBUTIONS.may(who, "write", row)):
        raise Http404
    return send_file(_piece(row.files.select_related("stored").filter(pk=piece).first()).stored)


@require_POST
def removal(request: HttpRequest, pk: int, contribution: int, piece: int) -> HttpResponse:
    found = the_contribution(request, pk, contribution)
    joined = _piece(found.files.filter(pk=piece).first())
    joined.contribution = found
    try:
        remove_file(joined, hand=hand(request))
    except NotOpen:
        messages.warning(request, _("Les contributions sont closes : le document reste joint."))
    else:
        messages.success(request, _("Le document est retiré."))
    return redirect("workspace:contribution", pk, contribution)


def _piece(found: ContributionFile | None) -> ContributionFile:
    if found is None:
        raise Http404
    return found
