"""An entry is opened, then written section by section; two people never overwrite each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from preau.foundation.schoolyears import school_year_of
from preau.offer.activities.errors import EntryClosed, EntryConflict, NotComplete, WrongFact
from preau.offer.activities.models import Activity
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.activities.ratios import staffing_of
from preau.offer.activities.state import state_of, touched
from preau.offer.activities.writing import CLOSED, Change, change_activity, create_activity
from preau.offer.publishing.intake import writable_organisations
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.activities.forms import sections as forms
from preau.surfaces.workspace.activities.forms.slots import SlotForms, slot_forms
from preau.surfaces.workspace.activities.history import standing
from preau.surfaces.workspace.activities.views.door import back, the_entry, town
from preau.surfaces.workspace.activities.views.page import draw
from preau.surfaces.workspace.forms.fields import SeenForm, see_again
from preau.town.calendar.queries import calendar_of


@dataclass(frozen=True, slots=True)
class Section:
    title: Promise
    form: type[forms.SectionForm] | None


SECTIONS = {
    "idee": Section(gettext_lazy("L’activité"), forms.IdeaForm),
    "public": Section(gettext_lazy("Pour qui"), forms.PublicForm),
    "lieu": Section(gettext_lazy("Où, et de quand à quand"), forms.PlaceForm),
    "creneaux": Section(gettext_lazy("Jours et horaires"), None),
    "tarif": Section(gettext_lazy("Places et tarif"), forms.PriceForm),
    "inscription": Section(gettext_lazy("S’inscrire, joindre quelqu’un"), forms.BookingForm),
    "adaptation": Section(gettext_lazy("Ce qui est adapté, et ce qui ne l’est pas"), forms.AdaptationForm),
    "objectifs": Section(gettext_lazy("Objectifs du projet éducatif servis"), forms.ObjectivesForm),
}
"""In the order in which an entry is written for the first time."""


class SlotsSection:
    """The lines of the slots behind the same three words as the other sections."""

    facts = ("slots",)

    def __init__(self, data: Any, activity: Activity) -> None:
        self.seen = SeenForm(data, initial={"seen_version": activity.version})
        self.lines: SlotForms = slot_forms(activity, data)

    def is_valid(self) -> bool:
        return self.lines.is_valid() and self.seen.is_valid()

    @property
    def chosen(self) -> dict[str, Any]:
        return {"slots": self.lines.chosen}

    @property
    def errors(self) -> bool:
        return bool(self.lines.total_error_count() or self.seen.errors) if self.lines.is_bound else False

    @property
    def cleaned_data(self) -> dict[str, Any]:
        return self.seen.cleaned_data


@require_http_methods(["GET", "HEAD", "POST"])
def activity_section(request: HttpRequest, slug: str, section: str) -> HttpResponse:
    activity = the_entry(request, slug, "edit")
    if section not in SECTIONS:
        raise Http404
    if activity.state in CLOSED:
        return draw(request, activity, problem=_("Reprenez d’abord cette fiche en brouillon."), status=422)
    form = _form(section, activity, request.POST if request.method == "POST" else None)
    conflict: dict[str, Any] | None = None
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen_version"]
            change = change_activity(activity, form.chosen, seen_version=seen, hand=hand(request))
        except EntryConflict as met:
            conflict = _meanwhile(met, form)
        except NotComplete as lacking:
            problems = [_("Les familles la lisent : elle doit rester complète."), *lacking.sentences]
        except WrongFact as wrong:
            problems = [wrong.sentence]
        except EntryClosed:
            problems = [_("Cette fiche vient d’être refusée ou retirée : rien n’a été enregistré.")]
        else:
            _say(request, change)
            return _onward(request, section, change.activity)
    failed = bool(form.errors or problems or conflict is not None)
    context = {
        "activity": activity,
        "section": section,
        "title": SECTIONS[section].title,
        "form": form,
        "problems": problems,
        "conflict": conflict,
        "following": _following(section) if activity.state == "draft" else "",
        "staffing": staffing_of(activity, timezone.localdate()) if section == "tarif" else None,
    }
    return render(request, "workspace/activities/section.html", context, status=422 if failed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def activity_new(request: HttpRequest) -> HttpResponse:
    require(request, ACTIVITIES, "create")
    commune = town()
    owners = writable_organisations(commune, actor(request))
    if not owners:
        raise PermissionDenied
    year = school_year_of(timezone.localdate())
    bounds = calendar_of(commune).bounds(year)
    sent = request.POST if request.method == "POST" else None
    form = forms.NewActivityForm(
        sent, owners=owners, initial={"starts_on": bounds.first_day, "ends_on": bounds.last_day}
    )
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        activity = create_activity(
            kept["organisation"],
            title=kept["title"],
            domain=kept["domain"],
            school_year=school_year_of(kept["starts_on"]),
            starts_on=kept["starts_on"],
            ends_on=kept["ends_on"],
            hand=hand(request),
        )
        messages.success(request, _("Le brouillon est ouvert. Personne d’autre que vous et la ville ne le voit."))
        return _to_section(activity, "idee")
    context = {"form": form, "single": owners[0] if len(owners) == 1 else None}
    return render(request, "workspace/activities/new.html", context, status=422 if form.errors else 200)


def _form(section: str, activity: Activity, data: Any) -> Any:
    made = SECTIONS[section].form
    return SlotsSection(data, activity) if made is None else made(data, activity=activity)


def _say(request: HttpRequest, change: Change) -> None:
    if not change.facts:
        messages.info(request, _("Rien n’a changé."))
    elif change.activity.is_shown:
        messages.success(request, _("C’est enregistré : les familles le voient déjà."))
    else:
        messages.success(request, _("C’est enregistré."))


def _onward(request: HttpRequest, section: str, activity: Activity) -> HttpResponse:
    """A draft is written in one go: the button says whether to go on to the next section."""
    following = _following(section)
    if "suite" in request.POST and following:
        return _to_section(activity, following)
    return back(activity, "apercu")


def _to_section(activity: Activity, section: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("workspace:activity_section", args=[activity.slug, section]))


def _following(section: str) -> str:
    names = list(SECTIONS)
    after = names[names.index(section) + 1 :]
    return after[0] if after else ""


def _meanwhile(met: EntryConflict, form: Any) -> dict[str, Any]:
    """What stands now, beside the form that keeps what was typed; sending again replaces it, knowingly."""
    see_again(form.seen if isinstance(form, SlotsSection) else form, met.current.version)
    last = met.current.steps.filter(step="change").select_related("by").last()
    names = touched(frozenset(form.facts)) & met.facts
    return {"last": last, "standing": standing(met.current, state_of(met.current), names)}
