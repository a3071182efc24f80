"""A family that nobody knows yet, or one more child. What looks like somebody known is shown first."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from preau.people.counter.enums import OpeningReason, Procedure
from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.guardianship import LinkFacts, set_link
from preau.people.households.homes import lodge, open_home, settle
from preau.people.households.models import Adult, Child
from preau.people.households.opening import open_adult, open_child
from preau.people.households.permissions import FAMILIES
from preau.people.households.searching import Found, understood
from preau.people.households.searching import search as look_for
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.families.acting import done, helped_here
from preau.surfaces.workspace.families.doors import open_file, opened, the_town
from preau.surfaces.workspace.families.forms.homes import FamilyForm
from preau.surfaces.workspace.families.forms.people import ChildForm, LinkForm, schools_of


@require_http_methods(["GET", "HEAD", "POST"])
def family_creation(request: HttpRequest) -> HttpResponse:
    require(request, FAMILIES, "edit")
    town, today = the_town(), timezone.localdate()
    first = {"language": "fr", "city": town.name}
    form = FamilyForm(request.POST or None, commune=town, schools=schools_of(town), today=today, initial=first)
    alike: tuple[Found, ...] = ()
    if request.method == "POST" and form.is_valid():
        alike = () if form.cleaned_data["sure"] else _alike(form)
        if not alike:
            adult = _create(request, form)
            open_file(request, adult, OpeningReason.COUNTER)
            done(request, None, Procedure.FAMILY_FILE, [_("Le dossier est ouvert. Vérifiez-le avec la personne.")])
            return redirect("workspace:family", adult.key)
    context = {"form": form, "alike": alike}
    status = 422 if form.errors or alike else 200
    return render(request, "workspace/families/creation.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_child_new(request: HttpRequest, adult: Adult) -> HttpResponse:
    """One more child of the person whose file is open."""
    town, today = adult.commune, timezone.localdate()
    form = NewChildForm(
        request.POST or None, schools=schools_of(town), today=today, initial={"child_last_name": adult.last_name}
    )
    if request.method == "POST" and form.is_valid():
        child = _add_child(request, adult, form)
        line = _("%(name)s, enfant né le %(day)s, est entré au dossier.") % {
            "name": child,
            "day": child.born_on.strftime("%d/%m/%Y"),
        }
        done(request, helped_here(request, adult), Procedure.FAMILY_FILE, [line], child=child)
        return redirect("workspace:family_child", adult.key, child.key)
    context = {
        "adult": adult,
        "form": form,
        "title": _("Ajouter un enfant"),
        "lead": _("Le papier qui dit qui décide pour l’enfant est regardé, pas gardé."),
        "button": _("Ajouter l’enfant"),
    }
    return render(request, "workspace/families/form.html", context, status=422 if form.errors else 200)


class NewChildForm(ChildForm, LinkForm):
    """A child, and what the person may do for them."""


def _alike(form: FamilyForm) -> tuple[Found, ...]:
    """Same birth date and same name for the child; same name, phone or mail for the adult."""
    kept, today = form.cleaned_data, timezone.localdate()
    town = form.commune
    found: dict[int, Found] = {}
    day = kept["born_on"].strftime("%d/%m/%Y")
    for text in (
        f"{kept['child_first_name']} {kept['child_last_name']} {day}",
        f"{kept['first_name']} {kept['last_name']}",
    ):
        for each in look_for(town, understood(text), today).found:
            found[each.adult.pk] = each
    same = Q(email__iexact=kept["email"]) if kept["email"] else Q(pk__in=[])
    for adult in Adult.objects.filter(same, commune=town, erased_on__isnull=True):
        found.setdefault(adult.pk, Found(adult, ()))
    return tuple(found.values())


@transaction.atomic
def _create(request: HttpRequest, form: FamilyForm) -> Adult:
    by, town = hand(request), form.commune
    assert form.home_facts is not None  # noqa: S101  the form is valid
    adult = open_adult(town, form.adult_facts, hand=by)
    home = open_home(town, form.home_facts, hand=by)
    settle(adult, home, hand=by)
    child = open_child(town, form.child_facts, hand=by)
    facts = LinkFacts(GuardianKind.PARENT, GuardianRights.FULL, form.cleaned_data["basis"])
    set_link(child, adult, facts, hand=by, tell=False)
    lodge(child, home, hand=by)
    return adult


@transaction.atomic
def _add_child(request: HttpRequest, adult: Adult, form: NewChildForm) -> Child:
    by = hand(request)
    child = open_child(adult.commune, form.child_facts, hand=by)
    set_link(child, adult, form.link_facts, hand=by, tell=False)
    for there in adult.homes.filter(until_on__isnull=True).select_related("household")[:1]:  # type: ignore[attr-defined]
        lodge(child, there.household, hand=by)
    return child
