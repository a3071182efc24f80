"""The classes of a school, or of the town: what they lived, what they ask."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.foundation.schoolyears import school_year_of, year_name
from preau.offer.activities.enums import Pillar
from preau.offer.classes.errors import GroupChanged, NameTaken
from preau.offer.classes.groups import change_group, declare, open_group, take_back
from preau.offer.classes.models import ClassGroup, GroupRecord
from preau.offer.classes.permissions import CLASSES, WISHES
from preau.offer.classes.queries import coverage_of, wishes
from preau.offer.classes.states import LIVE
from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.classes.forms import DeclarationForm, GroupForm
from preau.surfaces.workspace.forms.fields import see_again

_ASK = ["GET", "HEAD", "POST"]


@require_GET
def class_list(request: HttpRequest) -> HttpResponse:
    require(request, CLASSES, "read")
    year = school_year_of(timezone.localdate())
    school = my_school(request)
    asked = wishes().filter(state__in=LIVE, offer__activity__school_year=year)
    context = {
        "school": school,
        "year": year_name(year),
        "lines": coverage_of(school, year),
        "pillars": [str(each.label) for each in Pillar],
        "wishes": list(WISHES.rows(actor(request), "read", asked)) if school else [],
        "may_add": CLASSES.may(actor(request), "edit"),
        "may_ask": CLASSES.may(actor(request), "ask"),
    }
    return render(request, "workspace/classes/classes.html", context)


def my_school(request: HttpRequest) -> Organisation | None:
    """The school that the person teaches in or heads; None for those who look at the whole town."""
    parts = actor(request).parts
    mine = parts.get(Role.SCHOOL_HEAD, frozenset()) | parts.get(Role.TEACHER, frozenset())
    return Organisation.objects.filter(pk__in=mine).order_by("pk").first() if mine else None


def groups_of(request: HttpRequest, action: str = "read") -> list[ClassGroup]:
    """The classes of this year for which the person may do it."""
    year = school_year_of(timezone.localdate())
    return list(CLASSES.rows(actor(request), action, ClassGroup.objects.filter(school_year=year)))


@require_http_methods(_ASK)
def class_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET reads the class; POST says something that it lived."""
    if request.method == "POST":
        return _declaration(request, _the_class(request, pk, "declare"))
    return _page(request, _the_class(request, pk), None)


@require_http_methods(_ASK)
def class_addition(request: HttpRequest) -> HttpResponse:
    require(request, CLASSES, "edit")
    school = my_school(request)
    assert school is not None  # noqa: S101  only a head may edit classes
    year = school_year_of(timezone.localdate())
    form = GroupForm(request.POST or None, before=_before(school, year))
    if request.method == "POST" and form.is_valid():
        try:
            group = open_group(school, year, form.facts, hand=hand(request))
        except NameTaken:
            form.add_error("name", _("Une autre classe de l’école porte déjà ce nom cette année."))
        else:
            messages.success(request, _("La classe est ajoutée."))
            return redirect("workspace:class", group.pk)
    return _form(request, form, None)


@require_http_methods(_ASK)
def class_edit(request: HttpRequest, pk: int) -> HttpResponse:
    group = _the_class(request, pk, "edit")
    before = _before(group.organisation, group.school_year)
    form = GroupForm(request.POST or None, before=before, group=group)
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            change_group(group, form.facts, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except NameTaken:
            form.add_error("name", _("Une autre classe de l’école porte déjà ce nom cette année."))
        except GroupChanged as conflict:
            current = conflict.current
            see_again(form, current.version)
        else:
            messages.success(request, _("La classe est corrigée."))
            return redirect("workspace:class", group.pk)
    return _form(request, form, group, current)


def _declaration(request: HttpRequest, group: ClassGroup) -> HttpResponse:
    form = DeclarationForm(request.POST)
    if not form.is_valid():
        return _page(request, group, form)
    declare(group, form.lived, hand=hand(request))
    messages.success(request, _("C’est noté pour la classe."))
    return redirect("workspace:class", group.pk)


@require_POST
def declaration_removal(request: HttpRequest, pk: int) -> HttpResponse:
    mine = CLASSES.rows(actor(request), "declare", ClassGroup.objects.all())
    told = GroupRecord.objects.filter(pk=pk, group__in=mine, wish__isnull=True).first()
    if told is None:
        messages.info(request, _("Cette ligne n’est plus là."))
        return redirect("workspace:classes")
    take_back(told, hand=hand(request))
    messages.success(request, _("La ligne est retirée."))
    return redirect("workspace:class", told.group_id)


def _the_class(request: HttpRequest, pk: int, action: str = "read") -> ClassGroup:
    require(request, CLASSES, "read")
    return load(request, CLASSES, action, ClassGroup.objects.select_related("organisation", "follows"), pk=pk)


def _page(request: HttpRequest, group: ClassGroup, form: DeclarationForm | None) -> HttpResponse:
    may_declare = CLASSES.may(actor(request), "declare", group)
    context = {
        "group": group,
        "records": list(group.records.all()),
        "before": list(group.follows.records.all()) if group.follows else [],
        "wishes": list(WISHES.rows(actor(request), "read", wishes().filter(group=group))),
        "form": form or (DeclarationForm() if may_declare else None),
        "may_edit": CLASSES.may(actor(request), "edit", group),
    }
    return render(request, "workspace/classes/class.html", context, status=422 if form else 200)


def _before(school: Organisation, year: int) -> list[ClassGroup]:
    return list(ClassGroup.objects.filter(organisation=school, school_year=year - 1))


def _form(
    request: HttpRequest, form: GroupForm, group: ClassGroup | None, current: ClassGroup | None = None
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "group": group, "current": current}
    return render(request, "workspace/classes/class_edit.html", context, status=status)
