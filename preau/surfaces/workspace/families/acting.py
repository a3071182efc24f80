"""« Agir pour cette famille »: one person at a time, identity checked, under a mandate, until it is over.

The other desks (places, campaigns, the day) stand on ``acting_for`` and ``done``: the agent then calls the very verbs
that the family calls, with ``channel`` and ``asked_by`` of the person who asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.counter.enums import Procedure
from preau.people.counter.models import Receipt
from preau.people.counter.receipts import Helped, give_receipt
from preau.people.households.enums import Channel, MandateScope
from preau.people.households.helping import children_of
from preau.people.households.mandates import mandate_for
from preau.people.households.models import Adult, AssistanceMandate, Child
from preau.people.households.rights import Act
from preau.people.organisations.models import Organisation
from preau.surfaces.shell.request import actor, hand

_ACTING = "families_acting"
_SECONDS = 2 * 3600


class NotActing(Exception):
    """Nobody is being helped, or not for that, or not for this child. ``adult`` is known in the last two cases."""

    def __init__(self, adult: Adult | None = None) -> None:
        super().__init__()
        self.adult = adult


def my_service(request: HttpRequest) -> Organisation:
    """For which service this agent receives people."""
    held = actor(request).parts.get(Role.FAMILY_AGENT, frozenset())
    return Organisation.objects.filter(pk__in=held).order_by("pk")[0]


def begin(request: HttpRequest, mandate: AssistanceMandate, channel: Channel) -> None:
    request.session[_ACTING] = {
        "mandate": mandate.pk,
        "channel": str(channel),
        "at": int(timezone.now().timestamp()),
    }


def finish(request: HttpRequest) -> None:
    request.session.pop(_ACTING, None)


def acting(request: HttpRequest) -> Helped | None:
    """For whom the agent acts now; a mandate that ended or was taken back ends it at once."""
    kept = request.session.get(_ACTING)
    if kept is None or timezone.now().timestamp() - kept["at"] > _SECONDS:
        return None
    today = timezone.localdate()
    held = AssistanceMandate.objects.select_related("principal__commune", "organisation").filter(
        pk=kept["mandate"],
        organisation__in=actor(request).parts.get(Role.FAMILY_AGENT, frozenset()),
        revoked_at__isnull=True,
        from_on__lte=today,
        until_on__gte=today,
        principal__erased_on__isnull=True,
    )
    mandate = held.first()
    if mandate is None:
        return None
    return Helped(mandate.principal, Channel(kept["channel"]), mandate.organisation, mandate)


def acting_for(request: HttpRequest, child: Child | None, scope: MandateScope, act: Act = Act.REGISTER) -> Helped:
    """The person who asks, allowed to ask that for this child, under a mandate that covers it. Raises NotActing."""
    helped = acting(request)
    if helped is None:
        raise NotActing
    if helped.mandate is None or scope not in helped.mandate.scopes:
        raise NotActing(helped.principal)
    today = timezone.localdate()
    if child is not None and not children_of(helped.principal, act, today).filter(pk=child.pk).exists():
        raise NotActing(helped.principal)
    return helped


def ask_first(request: HttpRequest, adult: Adult, scope: MandateScope) -> HttpResponse:
    """Identity and mandate come first; then the page that was asked for is back."""
    words = _("Vérifiez d’abord l’identité de la personne, et qu’elle vous confie de : %(what)s.")
    messages.warning(request, words % {"what": scope.label})
    asked = urlencode({"pour": str(scope), "suite": request.path})
    return redirect(f"{reverse('workspace:family_help', args=[adult.key])}?{asked}")


def standing_mandate(
    request: HttpRequest, adult: Adult, wanted: MandateScope | None = None
) -> AssistanceMandate | None:
    """One that this agent's service holds today for this person, for that or whatever for."""
    for scope in [wanted] if wanted else MandateScope:
        found = mandate_for(adult, organisations=[my_service(request).pk], scope=scope, day=timezone.localdate())
        if found is not None:
            return found
    return None


def done(
    request: HttpRequest,
    helped: Helped | None,
    procedure: Procedure,
    lines: Sequence[str],
    *,
    child: Child | None = None,
    waits: bool = False,
) -> Receipt | None:
    """Says that it is done, and gives the receipt to print when somebody was helped."""
    if helped is None:
        messages.success(request, " ".join(lines))
        return None
    receipt = give_receipt(helped, procedure=procedure, lines=lines, child=child, waits=waits, hand=hand(request))
    address = reverse("workspace:family_receipt", args=[helped.principal.key, receipt.key])
    messages.success(
        request,
        format_html('{} <a href="{}">{}</a>', " ".join(lines), address, _("Imprimer le récépissé %s") % receipt.number),
    )
    return receipt


def helped_here(request: HttpRequest, adult: Adult, scope: MandateScope = MandateScope.FAMILY_FILE) -> Helped | None:
    """The person whose file is open is the one being helped, for that; None otherwise."""
    helped = acting(request)
    if helped is None or helped.principal.pk != adult.pk or helped.mandate is None:
        return None
    return helped if scope in helped.mandate.scopes else None
