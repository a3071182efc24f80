"""Wishes that were begun and not sent, and those that wait for the draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from preau.offer.campaigns.enums import ApplicationState, CampaignState
from preau.offer.campaigns.models import Application
from preau.people.accounts.models import User
from preau.people.households.models import Child

from .shapes import Awaiting, Coming

_UNDER_WAY = (CampaignState.OPEN, CampaignState.CLOSED, CampaignState.DECIDED)


def wishes_to_send(account: User, children: Sequence[Child], on: date) -> Iterable[Awaiting]:
    """What stopped half-way asks for nothing: the family hears of it before the window closes."""
    drafts = Application.objects.filter(
        child__in=children, state=ApplicationState.DRAFT, campaign__state=CampaignState.OPEN
    )
    for each in drafts.select_related("child", "campaign"):
        closes = timezone.localtime(each.campaign.closes_at)
        title = _("Les vœux de %(name)s ne sont pas encore envoyés : %(what)s")
        yield Awaiting(
            title % {"name": each.child.first_name, "what": each.campaign.title},
            _path(each),
            _("Relire et envoyer"),
            due_on=closes.date(),
        )


def wishes_coming(account: User, children: Sequence[Child], on: date) -> Mapping[int, Sequence[Coming]]:
    sent = Application.objects.filter(
        child__in=children, state=ApplicationState.SENT, campaign__state__in=_UNDER_WAY
    ).select_related("child", "campaign")
    found: dict[int, list[Coming]] = {}
    for each in sent:
        closes = timezone.localdate(each.campaign.closes_at)
        note = (
            _("vœux envoyés, à changer jusqu’au %(day)s") % {"day": formats.date_format(closes, "j F")}
            if each.campaign.state == CampaignState.OPEN
            else _("vœux envoyés, réponse à venir")
        )
        found.setdefault(each.child_id, []).append(Coming(each.campaign.title, _path(each), closes, note))
    return found


def _path(application: Application) -> str:
    return reverse("portal:wishes", args=[application.campaign.slug, application.child.key])
