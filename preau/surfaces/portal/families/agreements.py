"""Agreements: what each is for, since when, taken back in one press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from preau.people.households.consent_texts import BY_ALL_HOLDERS, FOR_A_CHILD, FOR_ONESELF, words_for
from preau.people.households.consents import give_consent, holders_of, holds_for, withdraw_consent
from preau.people.households.doors import children_for
from preau.people.households.enums import ConsentPurpose
from preau.people.households.models import Adult, Child, Consent
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian, load_child, my_adult
from preau.surfaces.shell.request import hand


@dataclass(frozen=True, slots=True)
class Line:
    """One purpose, for one child or for oneself. ``mine`` is my agreement; ``awaits_other``: it takes another one."""

    purpose: ConsentPurpose
    words: str | Promise
    child: Child | None
    mine: Consent | None
    holds: bool
    awaits_other: bool


@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """My own agreements, and those for the children for whom I hold parental authority."""
    adult, today = my_adult(request), timezone.localdate()
    children = list(children_for(guardian(request), Act.CONSENT, today))
    given = {
        (each.purpose, each.child_id): each for each in Consent.objects.filter(adult=adult, withdrawn_at__isnull=True)
    }
    groups = [(child.first_name, [_line(p, child, given, adult, today) for p in FOR_A_CHILD]) for child in children]
    groups.append((_("Pour vous"), [_line(purpose, None, given, adult, today) for purpose in FOR_ONESELF]))
    past = Consent.objects.filter(adult=adult, withdrawn_at__isnull=False).select_related("child")[:20]
    return render(request, "portal/families/consents.html", {"groups": groups, "past": past})


@require_POST
def consent_giving(request: HttpRequest) -> HttpResponse:
    adult = my_adult(request)
    purpose = next((each for each in ConsentPurpose if each == request.POST.get("purpose")), None)
    if purpose is None:
        raise Http404
    child = load_child(request, _key(request), Act.CONSENT) if purpose in FOR_A_CHILD else None
    give_consent(purpose, adult=adult, child=child, hand=hand(request))
    messages.success(request, _("C’est noté : vous avez donné votre accord. Vous pouvez le retirer quand vous voulez."))
    return HttpResponseRedirect(reverse("portal:consents"))


@require_POST
def consent_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """One press. Only one's own."""
    consent = get_object_or_404(Consent, pk=pk, adult=my_adult(request))
    withdraw_consent(consent, hand=hand(request))
    messages.success(request, _("Votre accord est retiré, dès maintenant."))
    return HttpResponseRedirect(reverse("portal:consents"))


def _line(
    purpose: ConsentPurpose,
    child: Child | None,
    given: dict[tuple[str, int | None], Consent],
    adult: Adult,
    on: date,
) -> Line:
    mine = given.get((purpose, child.pk if child else None))
    holds = holds_for(child, purpose, on) if child is not None else mine is not None
    shared = child is not None and purpose in BY_ALL_HOLDERS and len(holders_of(child, on)) > 1
    words = words_for(purpose, mine.text_version if mine else "", on)
    return Line(purpose, words, child, mine, holds, shared and mine is not None and not holds)


def _key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("child", ""))
    except ValueError as wrong:
        raise Http404 from wrong
