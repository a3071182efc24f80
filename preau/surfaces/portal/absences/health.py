"""The health sheet: written by whoever holds authority, or by the young person; read by whoever does usual acts."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from preau.people.health.care import Care
from preau.people.health.doors import writable_children
from preau.people.health.enums import Allergen
from preau.people.health.models import HealthSheet
from preau.people.health.queries import current_sheet, shared_on
from preau.people.health.writing import WrittenMeanwhile, term_on, write_sheet
from preau.people.households.doors import adult_of
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child
from preau.surfaces.shell.health import HealthForm, facts_of, share, sharing_of
from preau.surfaces.shell.request import hand


@require_http_methods(["GET", "POST"])
def child_health(request: HttpRequest, key: UUID) -> HttpResponse:
    child = load_child(request, key, Act.REGISTER if request.method == "GET" else Act.READ)
    today, account = timezone.localdate(), guardian(request)
    may_write = writable_children(account, today).filter(pk=child.pk).exists()
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    adult, sheet = adult_of(account), current_sheet(child)
    may_share = may_write and child.account_id != account.pk and adult is not None
    form = HealthForm(
        request.POST or None,
        initial=facts_of(sheet) | {"share": sharing_of(child, adult) is not None},
        may_share=may_share,
    )
    if request.method == "POST" and form.is_valid():
        try:
            write_sheet(child, form.care, told_by=adult, since=form.cleaned_data["seen"] or 0, hand=hand(request))
        except WrittenMeanwhile as meanwhile:
            told = gettext(
                "Quelqu’un a écrit cette fiche pendant que vous l’aviez ouverte. Relisez, puis envoyez de nouveau."
            )
            form.add_error(None, told)
            again = cast(QueryDict, form.data).copy()
            again["seen"] = str(meanwhile.standing.number)
            form.data = again
            sheet = meanwhile.standing
        else:
            if may_share and adult is not None:
                share(child, adult, wants=form.cleaned_data["share"], hand=hand(request))
            messages.success(
                request, gettext("La fiche est enregistrée, chiffrée, jusqu’à la fin de l’année scolaire.")
            )
            return redirect("portal:child_health", key=child.key)
    shown = {
        "child": child,
        "form": form,
        "sheet": sheet,
        "care": sheet.care if sheet else None,
        "labels": _labels(sheet.care) if sheet else [],
        "is_valid": sheet is not None and sheet.valid_until >= today,
        "is_shared": child.pk in shared_on([child.pk], today),
        "term": term_on(today),
        "may_write": may_write,
        "is_mine": child.account_id == account.pk,
        "versions": HealthSheet.objects.filter(child=child).select_related("written_by")[:5] if may_write else [],
    }
    return render(request, "portal/absences/health.html", shown, status=422 if form.errors else 200)


def _labels(care: Care) -> list[str]:
    told = [str(Allergen(each).label) for each in care.allergies if each in Allergen.values]
    return [*told, *filter(None, [care.other_allergy])]
