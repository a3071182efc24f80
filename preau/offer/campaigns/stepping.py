"""The steps of a campaign, each with what must be true before it is taken, each written down."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.allocation.draw import commit, new_secret
from preau.offer.enrolment.regranting import let_live
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record

from .enums import CampaignState
from .errors import NotReady
from .models import AllocationCampaign, CampaignStep
from .rulebook import fingerprint_of, rulebook
from .states import LIFE
from .terms import terms_on


@transaction.atomic
def adopt(
    campaign: AllocationCampaign, *, resolution_number: str, resolution_on: date, officer_opinion: str, hand: Hand
) -> AllocationCampaign:
    """The council voted the rules: they are written in one piece, with their fingerprint. Raises NotNow, NotReady."""
    held = hold(campaign)
    LIFE.take("adopt", held.state)
    wrong = []
    if not held.offers.exists():
        wrong.append(_("La campagne n’a encore aucune place à donner."))
    if not resolution_number.strip():
        wrong.append(_("Donnez le numéro de la délibération."))
    if resolution_on > hand.now.date():
        wrong.append(_("La délibération n’est pas encore votée."))
    if not officer_opinion.strip():
        wrong.append(_("L’avis du délégué à la protection des données manque."))
    if wrong:
        raise NotReady(wrong)
    held.resolution_number, held.resolution_on = resolution_number.strip(), resolution_on
    held.officer_opinion = officer_opinion.strip()
    held.rules = rulebook(held)
    held.rules_hash = fingerprint_of(held.rules)
    return take(held, "adopt", hand=hand)


@transaction.atomic
def announce(campaign: AllocationCampaign, *, public_source: str, hand: Hand, secret: str = "") -> AllocationCampaign:
    """Families know the dates, the rules, and the fingerprint of a secret that nobody knows. Raises NotNow, NotReady.

    ``public_source`` names a number that does not exist yet and that the town does not choose. ``secret`` is for the
    fictional town, which draws the same every time; everywhere else nobody gives one.
    """
    held = hold(campaign)
    LIFE.take("announce", held.state)
    least = terms_on(held.commune_id, timezone.localdate(hand.now)).announced_before
    wrong = []
    if held.opens_at - hand.now < timedelta(days=least):
        wrong.append(_("Une campagne est annoncée au moins %(days)d jours avant son ouverture.") % {"days": least})
    if not public_source.strip():
        wrong.append(_("Nommez le nombre public qui complétera le tirage."))
    if wrong:
        raise NotReady(wrong)
    held.public_source = public_source.strip()
    held.secret = secret or new_secret()
    held.commitment = commit(held.secret)
    return take(held, "announce", hand=hand)


def open_window(campaign: AllocationCampaign, *, hand: Hand) -> AllocationCampaign:
    """At the instant that was voted, never before. Raises NotNow, NotReady."""
    return _at_its_time(campaign, "open", campaign.opens_at, hand)


def close_window(campaign: AllocationCampaign, *, hand: Hand) -> AllocationCampaign:
    """At the instant that was voted, never before. Raises NotNow, NotReady."""
    return _at_its_time(campaign, "close", campaign.closes_at, hand)


@transaction.atomic
def cancel(campaign: AllocationCampaign, *, reason: str, hand: Hand) -> AllocationCampaign:
    """Raises NotNow, ReasonMissing."""
    return take(hold(campaign), "cancel", hand=hand, reason=reason)


@transaction.atomic
def settle(campaign: AllocationCampaign, *, hand: Hand) -> AllocationCampaign:
    """From now on each freed place goes to the next in line. Raises NotNow, NotReady before the second round voted."""
    held = hold(campaign)
    LIFE.take("settle", held.state)
    if held.second_round and held.state == CampaignState.NOTIFIED:
        raise NotReady([_("Le second tour a été voté : faites-le avant de terminer la campagne.")])
    settled = take(held, "settle", hand=hand)
    let_live([offer.unit for offer in held.offers.select_related("unit")], hand=hand)
    return settled


def follow_windows(*, now: datetime) -> int:
    """Opens and closes what is due. Gives how many. Twice changes nothing more."""
    due = [
        *AllocationCampaign.objects.filter(state=CampaignState.ANNOUNCED, opens_at__lte=now),
        *AllocationCampaign.objects.filter(state=CampaignState.OPEN, closes_at__lte=now),
    ]
    for campaign in due:
        turn = open_window if campaign.state == CampaignState.ANNOUNCED else close_window
        turn(campaign, hand=Hand(None, now))
    return len(due)


def hold(campaign: AllocationCampaign) -> AllocationCampaign:
    """As it stands now, locked until the end of the transaction."""
    return AllocationCampaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)


def take(held: AllocationCampaign, name: str, *, hand: Hand, reason: str = "") -> AllocationCampaign:
    """Takes the step of a campaign that is held, and writes it down. Raises NotNow, ReasonMissing."""
    step, before = LIFE.take(name, held.state, reason=reason), held.state
    held.state = step.target
    held.version += 1
    held.save()
    CampaignStep.objects.create(
        campaign=held, step=name, from_state=before, to_state=held.state, reason=reason, by=hand.by, at=hand.now
    )
    record(f"campaign.{name}", held, by=hand.by_id, now=hand.now, details={"slug": held.slug, "state": held.state})
    return held


@transaction.atomic
def _at_its_time(campaign: AllocationCampaign, name: str, instant: datetime, hand: Hand) -> AllocationCampaign:
    held = hold(campaign)
    LIFE.take(name, held.state)
    if hand.now < instant:
        raise NotReady([_("Il est trop tôt : la date a été votée et annoncée.")])
    return take(held, name, hand=hand)
