"""What a campaign that was told leaves to the desk: exceptions to sign, appeals to answer, letters to post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.offer.campaigns.appealing import still_due
from preau.offer.campaigns.enums import OverrideState
from preau.offer.campaigns.models import AllocationCampaign, Override
from preau.offer.campaigns.posting import to_post
from preau.offer.campaigns.states import RESULTS
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting, give


def exceptions_to_sign(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """For whoever did not ask it. Two queries."""
    agents = _agents(people, on)
    found: dict[int, list[Waiting]] = {}
    rows = Override.objects.filter(state=OverrideState.ASKED).select_related("campaign") if agents else []
    for each in rows:
        title = _("Une place hors de l’ordre à signer : %(title)s") % {"title": each.campaign.title}
        path = reverse("workspace:campaign_override", args=[each.campaign.slug, each.key])
        give(found, agents - {each.author_id}, Waiting(title, path, why=_("une deuxième personne doit la relire")))
    return found


def appeals_due(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Each with the day of its answer. Two queries."""
    agents = _agents(people, on)
    found: dict[int, list[Waiting]] = {}
    for each in still_due() if agents else []:
        campaign = each.application.campaign
        title = _("Un recours à répondre : %(title)s") % {"title": campaign.title}
        path = reverse("workspace:campaign_appeal", args=[campaign.slug, each.key])
        give(found, agents, Waiting(title, path, each.due_on, _("sans réponse ce jour-là, c’est un refus")))
    return found


def letters_to_post(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """One line for each campaign that families were told of, until its letters are gone."""
    agents = _agents(people, on)
    found: dict[int, list[Waiting]] = {}
    told = AllocationCampaign.objects.filter(state__in=RESULTS).order_by("pk") if agents else []
    for campaign in told:
        number = len(to_post(campaign, on))
        if number:
            title = ngettext("%(n)d lettre à poster : %(title)s", "%(n)d lettres à poster : %(title)s", number)
            path = reverse("workspace:campaign_letters", args=[campaign.slug])
            why = _("ces familles n’ont pas d’autre moyen de lire leur réponse")
            give(found, agents, Waiting(title % {"n": number, "title": campaign.title}, path, why=why))
    return found


def _agents(people: Sequence[User], on: date) -> set[int]:
    held = Membership.objects.on(on).filter(user__in=people, role=Role.FAMILY_AGENT)
    return set(held.values_list("user_id", flat=True))
