"""A family's file, seen from the adult who stands at the counter, and each child of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from preau.offer.campaigns.accompanying import to_note
from preau.people.counter.enums import OpeningReason
from preau.people.counter.receipts import receipts_of
from preau.people.health.queries import current_sheet
from preau.people.households.enums import MandateScope
from preau.people.households.helping import children_of, homes_of_adult, kept_from
from preau.people.households.homes import homes_of_child
from preau.people.households.mandates import mandates_on
from preau.people.households.models import Adult, Guardian, SupportingDocument
from preau.people.households.quotients import quotient_of
from preau.people.households.rights import Act
from preau.surfaces.workspace.families.acting import helped_here
from preau.surfaces.workspace.families.actions import actions_for
from preau.surfaces.workspace.families.doors import child_of, find_adult, open_file, opened
from preau.surfaces.workspace.families.forms.people import OpeningForm
from preau.surfaces.workspace.families.wanted import wanted_unit


@require_http_methods(["GET", "HEAD", "POST"])
def family_opening(request: HttpRequest, key: UUID) -> HttpResponse:
    """Why this file is opened. Only the name is shown until then."""
    adult = find_adult(request, key)
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        open_file(request, adult, OpeningReason(form.cleaned_data["reason"]))
        return redirect("workspace:family", key)
    context = {"form": form, "adult": adult}
    return render(request, "workspace/families/opening.html", context, status=422 if form.errors else 200)


@require_GET
@opened
def family(request: HttpRequest, adult: Adult) -> HttpResponse:
    today = timezone.localdate()
    homes = list(homes_of_adult(adult, today).prefetch_related("members__adult", "residences__child"))
    children = list(children_of(adult, Act.READ, today).select_related("school"))
    rights = {link.child_id: link for link in Guardian.objects.on(today).filter(adult=adult)}
    papers = SupportingDocument.objects.filter(household__in=homes) | SupportingDocument.objects.filter(
        child__in=children
    )
    context = {
        "adult": adult,
        "homes": [(home, quotient_of(home, today)) for home in homes],
        "children": [(child, rights[child.pk], child.age_on(today)) for child in children],
        "kept_from": kept_from(adult, today),
        "papers": papers.select_related("child").order_by("-given_at")[:20],
        "mandates": mandates_on(adult, today),
        "receipts": receipts_of(adult)[:10],
        "helped": helped_here(request, adult),
        "wanted": wanted_unit(request),
    }
    return render(request, "workspace/families/file.html", context)


@require_GET
@opened
def family_child(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    one, today = child_of(adult, child), timezone.localdate()
    links = Guardian.objects.filter(child=one).select_related("adult")
    helped = helped_here(request, adult, MandateScope.FAMILY_FILE)
    mine = set(homes_of_adult(adult, today).values_list("pk", flat=True))
    context = {
        "adult": adult,
        "child": one,
        "age": one.age_on(today),
        "links": links.on(today),
        "past": links.filter(until_on__lt=today),
        "residences": [(each, each.household_id in mine) for each in homes_of_child(one, today)],
        "papers": one.documents.order_by("-given_at")[:20],  # type: ignore[attr-defined]
        "helped": helped,
        "actions": actions_for(request, helped, one) if helped else [],
        "sheet": current_sheet(one),
        "accompaniments": to_note(one),
        "today": today,
        "wanted": wanted_unit(request),
    }
    return render(request, "workspace/families/child.html", context)
