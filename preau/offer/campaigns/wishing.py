"""What a family asks: wishes saved as they are written, sent when it is ready, changed until the window closes.

When they come counts for nothing; by which door they come counts for nothing either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.enrolment.known import never_fits
from preau.offer.enrolment.models import BookingUnit
from preau.offer.enrolment.reasons import PUBLISHED
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.households.enums import Channel
from preau.people.households.hearing import tell_guardians
from preau.people.households.models import Adult, Child, Household

from .enums import ApplicationState, CampaignState
from .errors import ApplicationConflict, WindowClosed, WrongWish
from .models import AllocationCampaign, Application, Bundle, CampaignOffer, RankedWish
from .terms import terms_on


@dataclass(frozen=True, slots=True)
class WishFacts:
    """One line: an offer or a bundle, by its id; ``part_is_fine`` for a bundle that may be cut."""

    offer: int | None = None
    bundle: int | None = None
    part_is_fine: bool = False


@transaction.atomic
def start(
    campaign: AllocationCampaign,
    *,
    child: Child,
    household: Household,
    asked_by: Adult | None,
    channel: Channel,
    hand: Hand,
) -> Application:
    """The child's application, made if it does not exist yet: two guardians share the same.

    Raises WindowClosed. Whether this adult may ask for this child is the affair of the door that led here.
    """
    _check_window(campaign, hand)
    application, is_new = Application.objects.get_or_create(
        campaign=campaign,
        child=child,
        defaults={
            "household": household,
            "asked_by": asked_by,
            "channel": channel,
            "entered_by": hand.by,
            "started_at": hand.now,
            "saved_at": hand.now,
        },
    )
    if is_new:
        _journal("application.started", application, hand)
    return application


@transaction.atomic
def save(
    application: Application,
    wishes: Sequence[WishFacts],
    *,
    seen_version: int,
    hand: Hand,
    most: int = 1,
    together: bool = True,
) -> Application:
    """Replaces the wishes, first one first. Whoever saves the same again changes nothing.

    Raises WindowClosed, WrongWish, ApplicationConflict when somebody saved other wishes since ``seen_version``.
    """
    held = _hold(application)
    _check_window(held.campaign, hand)
    asked = {"most": most, "together": together}
    same = _lines(held) == list(wishes) and all(getattr(held, name) == value for name, value in asked.items())
    if same:
        return held
    if held.version != seen_version:
        raise ApplicationConflict(held)
    _check(held, wishes, most, hand)
    held.wishes.all().delete()
    RankedWish.objects.bulk_create(
        RankedWish(
            application=held,
            rank=rank,
            offer_id=each.offer,
            bundle_id=each.bundle,
            part_is_fine=each.part_is_fine and each.bundle is not None,
        )
        for rank, each in enumerate(wishes, 1)
    )
    held.most, held.together = most, together
    if held.state == ApplicationState.WITHDRAWN:
        held.state = ApplicationState.DRAFT
    return _touch(held, hand)


@transaction.atomic
def ask_in_name_of(
    application: Application, household: Household, *, asked_by: Adult | None, hand: Hand
) -> Application:
    """Another home of the child asks from now on, and would pay: the others who decide for the child hear of it.

    Whether this adult may name that home is the affair of the door that led here. Raises WindowClosed.
    """
    held = _hold(application)
    _check_window(held.campaign, hand)
    if held.household_id == household.pk:
        return held
    held.household, held.asked_by = household, asked_by
    _journal("application.home_changed", held, hand)
    tell_guardians(held.child, _("Les vœux de %(name)s sont maintenant au nom d’un autre foyer"), hand=hand)
    return _touch(held, hand)


@transaction.atomic
def send(application: Application, *, hand: Hand) -> Application:
    """Raises WindowClosed, WrongWish for an application without a wish. Twice is once."""
    held = _hold(application)
    _check_window(held.campaign, hand)
    if not held.wishes.exists():
        raise WrongWish(_("Ajoutez au moins un vœu avant d’envoyer."))
    if held.state == ApplicationState.SENT:
        return held
    held.state, held.sent_at = ApplicationState.SENT, hand.now
    _journal("application.sent", held, hand)
    return _touch(held, hand)


@transaction.atomic
def withdraw(application: Application, *, hand: Hand) -> Application:
    """The wishes stay written, and ask for nothing. Raises WindowClosed."""
    held = _hold(application)
    _check_window(held.campaign, hand)
    if held.state != ApplicationState.WITHDRAWN:
        held.state = ApplicationState.WITHDRAWN
        _journal("application.withdrawn", held, hand)
        _touch(held, hand)
    return held


@transaction.atomic
def remind(application: Application, *, hand: Hand) -> Application:
    """Somebody of the desk called a family that had stopped half-way: once, and it is written."""
    held = _hold(application)
    if held.reminded_at is None:
        held.reminded_at, held.reminded_by = hand.now, hand.by
        held.save(update_fields=["reminded_at", "reminded_by"])
        _journal("application.reminded", held, hand)
    return held


def _check(application: Application, wishes: Sequence[WishFacts], most: int, hand: Hand) -> None:
    limit = terms_on(application.campaign.commune_id, timezone.localdate(hand.now)).wishes
    if len(wishes) > limit:
        raise WrongWish(_("Vous pouvez écrire %(most)d vœux.") % {"most": limit})
    if len({(each.offer, each.bundle) for each in wishes}) < len(wishes):
        raise WrongWish(_("Le même vœu est écrit deux fois."))
    if not 1 <= most <= max(limit, 1):
        raise WrongWish(_("Dites combien d’activités vous souhaitez au plus."))
    rows = CampaignOffer.objects.filter(campaign=application.campaign_id).select_related("unit__activity")
    offers = {each.pk: each for each in rows}
    rows_of_bundles = Bundle.objects.filter(campaign=application.campaign_id).prefetch_related("offers")
    bundles = {each.pk: [offer.pk for offer in each.offers.all()] for each in rows_of_bundles}
    for each in wishes:
        if (each.offer is None) == (each.bundle is None) or not (each.offer in offers or each.bundle in bundles):
            raise WrongWish(_("Un vœu ne fait pas partie de cette campagne."))
    asked = {each.offer for each in wishes if each.offer}
    asked |= {pk for each in wishes if each.bundle for pk in bundles[each.bundle]}
    _check_fit(application, [offers[pk] for pk in sorted(asked)])


def _check_fit(application: Application, offers: list[CampaignOffer]) -> None:
    for offer in offers:
        if why := never(application.child, offer.unit):
            raise WrongWish(f"{offer.unit.activity.title} : {why}")


def never(child: Child, unit: BookingUnit) -> str:
    """Why this child could never have a place there, in one sentence; empty when it could. No query."""
    found = never_fits(unit.starts_on, unit.activity, child)
    return next((str(PUBLISHED[each.code].sentence) for each in found), "")


def _check_window(campaign: AllocationCampaign, hand: Hand) -> None:
    """The state says it, and the instant too: nobody waits for a task to be told that it is too late."""
    held = AllocationCampaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
    if held.state != CampaignState.OPEN or not held.opens_at <= hand.now < held.closes_at:
        raise WindowClosed


def _hold(application: Application) -> Application:
    rows = Application.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("campaign", "child", "household", "asked_by").get(pk=application.pk)


def _lines(application: Application) -> list[WishFacts]:
    return [WishFacts(each.offer_id, each.bundle_id, each.part_is_fine) for each in application.wishes.all()]


def _touch(application: Application, hand: Hand) -> Application:
    application.saved_at = hand.now
    application.version += 1
    application.save()
    return application


def _journal(verb: str, application: Application, hand: Hand) -> None:
    details: dict[str, Any] = {"channel": application.channel}
    record(verb, application, by=hand.by_id, now=hand.now, details=details)
