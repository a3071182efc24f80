"""A health sheet that a family wrote on paper, typed in by the agent to whom it was entrusted.

The page is blank each time: the desk writes what it is handed and never reads what stands (``health.permissions``).
"""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from preau.people.counter.enums import Procedure
from preau.people.health.queries import current_sheet
from preau.people.health.writing import WrittenMeanwhile, term_on, write_sheet
from preau.people.households.enums import FilePart, MandateScope
from preau.people.households.models import Adult
from preau.people.households.readings import read_file
from preau.people.households.rights import Act
from preau.surfaces.shell.health import HealthForm, share, sharing_of
from preau.surfaces.shell.request import actor, hand
from preau.surfaces.workspace.families.acting import NotActing, acting_for, ask_first, done
from preau.surfaces.workspace.families.doors import child_of, opened


@sensitive_post_parameters()
@sensitive_variables("form")
@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_health(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    """For a child over whom this adult holds authority, under a mandate that says « fiche santé »."""
    one, today = child_of(adult, child, Act.CONSENT), timezone.localdate()
    try:
        helped = acting_for(request, one, MandateScope.HEALTH, Act.CONSENT)
    except NotActing:
        return ask_first(request, adult, MandateScope.HEALTH)
    if helped.principal.pk != adult.pk:
        return ask_first(request, adult, MandateScope.HEALTH)
    sheet = current_sheet(one)
    first = {"seen": sheet.number if sheet else 0, "share": sharing_of(one, adult) is not None}
    form = HealthForm(request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST":
        read_file(one, part=FilePart.HEALTH, who=actor(request), hand=hand(request))
        if form.is_valid():
            try:
                write_sheet(
                    one,
                    form.care,
                    told_by=adult,
                    channel=helped.channel,
                    since=form.cleaned_data["seen"] or 0,
                    hand=hand(request),
                )
            except WrittenMeanwhile as meanwhile:
                sheet = meanwhile.standing
                _ask_again(form, sheet.number)
            else:
                share(one, adult, wants=form.cleaned_data["share"], channel=helped.channel, hand=hand(request))
                said = {"child": one.first_name, "day": term_on(today).strftime("%d/%m/%Y")}
                line = _("La fiche santé de %(child)s est enregistrée, chiffrée, jusqu’au %(day)s.") % said
                done(request, helped, Procedure.HEALTH, [line, _("La feuille vous est rendue.")], child=one)
                return redirect("workspace:family_child", adult.key, one.key)
    context = {"adult": adult, "child": one, "helped": helped, "form": form, "sheet": sheet, "term": term_on(today)}
    return render(request, "workspace/families/health.html", context, status=422 if form.errors else 200)


def _ask_again(form: HealthForm, number: int) -> None:
    told = _(
        "Quelqu’un a écrit cette fiche entre-temps. Relisez la feuille avec la personne, puis enregistrez de nouveau."
    )
    form.add_error(None, told)
    again = cast(QueryDict, form.data).copy()
    again["seen"] = str(number)
    form.data = again
