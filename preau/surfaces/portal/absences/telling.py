"""An absence told in two taps, taken back in one; the presences of a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from preau.foundation.text.days import read_day
from preau.offer.attendance.enums import Mark
from preau.offer.attendance.models import AbsenceNotice
from preau.offer.attendance.queries import coming_for, presences_of
from preau.offer.attendance.telling import AbsenceRefused, take_back, tell_absence
from preau.people.households.doors import adult_of, children_for
from preau.people.households.models import Child
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child, may
from preau.surfaces.shell.request import hand

AHEAD = timedelta(days=14)
"""Days shown for one tap; any other day has the form."""


class AbsenceForm(forms.Form):
    """``until_on`` empty: that day only. No reason: nobody has to give one."""

    from_on = forms.DateField(
        label=_("Premier jour"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Choisissez le premier jour."),
            "invalid": _("Cette date n’est pas complète : jour, mois, année."),
        },
    )
    until_on = forms.DateField(
        label=_("Dernier jour"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Cette date n’est pas complète : jour, mois, année.")},
    )

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        first, last = kept.get("from_on"), kept.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", gettext("Le dernier jour vient avant le premier."))
        elif first and first < timezone.localdate():
            self.add_error("from_on", gettext("Ce jour est déjà passé : appelez l’accueil des familles."))
        return kept


@require_safe
def absences(request: HttpRequest) -> HttpResponse:
    """Each child with what comes in the next days, and the absences that were told."""
    return _page(request)


@require_POST
def child_absence(request: HttpRequest, key: UUID) -> HttpResponse:
    child = load_child(request, key, Act.REGISTER)
    form = AbsenceForm(request.POST)
    if not form.is_valid():
        return _page(request, failed=(child, form), status=422)
    first = form.cleaned_data["from_on"]
    last = form.cleaned_data["until_on"] or first
    try:
        tell_absence(child, first, last, told_by=adult_of(guardian(request)), hand=hand(request))
    except AbsenceRefused:
        form.add_error("until_on", gettext("Une absence dure un an au plus, et commence aujourd’hui ou plus tard."))
        return _page(request, failed=(child, form), status=422)
    told = gettext("C’est dit : %(name)s ne viendra pas. L’équipe le voit sur sa feuille d’appel.")
    messages.success(request, told % {"name": child.first_name})
    return redirect("portal:absences")


@require_POST
def absence_withdrawal(request: HttpRequest, key: UUID) -> HttpResponse:
    today = timezone.localdate()
    notice = (
        AbsenceNotice.objects.filter(key=key, child__in=children_for(guardian(request), Act.READ, today))
        .select_related("child")
        .first()
    )
    if notice is None:
        raise Http404
    if not may(request, notice.child, Act.REGISTER):
        raise PermissionDenied
    try:
        take_back(notice, hand=hand(request))
    except AbsenceRefused:
        messages.error(request, gettext("Cette absence est déjà passée : elle ne peut plus être reprise."))
    else:
        told = gettext("C’est noté : %(name)s viendra.") % {"name": notice.child.first_name}
        messages.success(request, told)
    return redirect("portal:absences")


@require_safe
def child_presences(request: HttpRequest, key: UUID) -> HttpResponse:
    """What the roll calls of a month say of one child."""
    child = load_child(request, key, Act.READ)
    first = _month(request.GET.get("mois", ""), timezone.localdate())
    after = (first + timedelta(days=32)).replace(day=1)
    rows = presences_of(child, first, after - timedelta(days=1))
    shown = {
        "child": child,
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": after,
        "rows": [(session, Mark(state)) for session, state in rows],
        "came": sum(state in (Mark.PRESENT, Mark.LEFT) for _session, state in rows),
    }
    return render(request, "portal/absences/presences.html", shown)


def _page(request: HttpRequest, failed: tuple[Child, AbsenceForm] | None = None, status: int = 200) -> HttpResponse:
    account, today = guardian(request), timezone.localdate()
    children = list(children_for(account, Act.REGISTER, today))
    coming = coming_for(children, today, today + AHEAD)
    told: dict[int, list[AbsenceNotice]] = {}
    for each in AbsenceNotice.objects.filter(child__in=children, cancelled_at__isnull=True, until_on__gte=today):
        told.setdefault(each.child_id, []).append(each)
    lines = [
        {
            "child": child,
            "notices": told.get(child.pk, []),
            "days": _days(coming.get(child.pk, []), told.get(child.pk, [])),
            "form": failed[1] if failed and failed[0] == child else AbsenceForm(auto_id=f"{child.pk}_%s"),
            "is_open": bool(failed and failed[0] == child),
        }
        for child in children
    ]
    return render(request, "portal/absences/absences.html", {"lines": lines}, status=status)


def _days(sessions: list[Any], notices: list[AbsenceNotice]) -> list[tuple[date, list[Any]]]:
    """The days on which the child is expected and no absence was told, each with its sessions."""
    days: dict[date, list[Any]] = {}
    for session in sessions:
        if not any(each.from_on <= session.day <= each.until_on for each in notices):
            days.setdefault(session.day, []).append(session)
    return sorted(days.items())


def _month(text: str, today: date) -> date:
    return read_day(f"{text}-01") or today.replace(day=1)
