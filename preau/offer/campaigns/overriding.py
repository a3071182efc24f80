"""A place outside the order: asked by one person, signed by another, both named, neither concerned (brief, f.4).

It gives a seat more, or a rank; it takes a place from nobody. The rules and the draw stay as they were.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.utils.translation import override as language

from preau.foundation.lifecycle import Lifecycle, Step
from preau.foundation.text.days import french_day
from preau.offer.enrolment.asking import Request
from preau.offer.enrolment.enums import SEATED, EnrolmentState
from preau.offer.enrolment.excepting import AlreadySeated, StaffingReached, add_seat, stand_at
from preau.offer.enrolment.models import Enrolment
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.enums import Channel
from preau.people.households.hearing import tell_guardians
from preau.people.households.models import Guardian, HouseholdMember, Residence

from .deciding import WAITS
from .enums import ApplicationState, OverrideReason, OverrideState, Seat
from .errors import NotReady
from .models import AllocationCampaign, Application, CampaignOffer, Override
from .states import RESULTS
from .telling import name_of
from .terms import terms_on
from .wishing import never

S = OverrideState
LIFE = Lifecycle.of(
    S.values,
    (
        Step("sign", frozenset({S.ASKED}), S.SIGNED, gettext_noop("Signer")),
        Step("refuse", frozenset({S.ASKED}), S.REFUSED, gettext_noop("Refuser"), needs_reason=True),
        Step("withdraw", frozenset({S.ASKED}), S.WITHDRAWN, gettext_noop("Retirer")),
    ),
)
MOVED = gettext_noop("Le rang de %(name)s sur une liste d’attente a changé")


class Concerned(Exception):
    """Whoever has a child in the campaign, or the child itself, decides of no exception in it."""


class SameHand(Exception):
    """The one who asked does not sign; the one who did not ask does not withdraw."""


@transaction.atomic
def ask_override(
    application: Application,
    offer: CampaignOffer,
    *,
    reason: str,
    words: str,
    hand: Hand,
    seat: str = Seat.EXTRA,
    rank: int | None = None,
) -> Override:
    """Nothing is given yet. Raises Concerned, NotReady."""
    held = Application.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "campaign", "child", "household", "asked_by"
    )
    asked = held.get(pk=application.pk)
    by = _unconcerned(hand.by, asked.campaign)
    wrong = _wrong(asked, offer, words, seat, rank, hand)
    if wrong:
        raise NotReady(wrong)
    made = Override.objects.create(
        campaign=asked.campaign,
        application=asked,
        offer=offer,
        reason=OverrideReason(reason),
        seat=Seat(seat),
        rank=rank if seat == Seat.RANK else None,
        words=words.strip(),
        author=by,
        asked_at=hand.now,
    )
    _journal("override.asked", made, hand)
    return made


@transaction.atomic
def sign(override: Override, *, hand: Hand) -> Override:
    """The second hand: the place is given, the family is told that something waits, what it reads is written.

    Raises NotNow, SameHand, Concerned, NotReady.
    """
    held = _hold(override)
    LIFE.take("sign", held.state)
    by = _unconcerned(hand.by, held.campaign)
    _unconcerned(held.author, held.campaign)
    if by.pk == held.author_id:
        raise SameHand
    moved = _give(held, hand)
    held.state, held.second_reader, held.signed_at = S.SIGNED, by, hand.now
    with language("fr"):
        held.told = "\n".join(_told(held))
    held.save()
    _journal("override.signed", held, hand)
    tell_guardians(held.application.child, _(WAITS), hand=hand)
    for each in moved:
        tell_guardians(each.child, _(MOVED), hand=hand)
    return held


@transaction.atomic
def refuse_override(override: Override, *, why: str, hand: Hand) -> Override:
    """Raises NotNow, ReasonMissing, SameHand: its author withdraws it."""
    held = _hold(override)
    if hand.by_id == held.author_id:
        raise SameHand
    return _close(held, "refuse", why, hand)


@transaction.atomic
def withdraw_override(override: Override, *, hand: Hand, why: str = "") -> Override:
    """By whoever asked. Raises NotNow, SameHand."""
    held = _hold(override)
    if hand.by_id != held.author_id:
        raise SameHand
    return _close(held, "withdraw", why, hand)


def is_concerned(account: User, campaign: AllocationCampaign) -> bool:
    """A link of any kind, today or before, to a child of the campaign; its home; its own account."""
    children = Application.objects.filter(campaign=campaign).values("child")
    mine = Guardian.objects.filter(adult__account=account, child__in=children)
    homes = HouseholdMember.objects.filter(adult__account=account).values("household")
    lives = Residence.objects.filter(child__in=children, household__in=homes)
    own = Application.objects.filter(campaign=campaign, child__account=account)
    return mine.exists() or lives.exists() or own.exists()


def rank_of(offer: CampaignOffer, application: Application) -> int:
    """On the waiting list of the offer, from 1; 0 for a child who does not wait there."""
    waiting = Enrolment.objects.filter(unit=offer.unit_id, state=EnrolmentState.WAITING).order_by("queue_number")
    children = list(waiting.values_list("child", flat=True))
    return children.index(application.child_id) + 1 if application.child_id in children else 0


def _wrong(
    application: Application, offer: CampaignOffer, words: str, seat: str, rank: int | None, hand: Hand
) -> list[str]:
    wrong = []
    if application.campaign.state not in RESULTS or application.state != ApplicationState.SENT:
        wrong.append(_("Les familles n’ont pas encore leurs réponses : il n’y a rien à corriger."))
    if offer.campaign_id != application.campaign_id:
        wrong.append(_("Cette activité n’est pas dans la campagne."))
    if not words.strip():
        wrong.append(_("Dites ce qui justifie cette place : la deuxième personne le lira avant de signer."))
    if application.household is None:
        wrong.append(_("La demande n’a plus de foyer : corrigez le dossier d’abord."))
    elif why := never(application.child, offer.unit):
        wrong.append(why)
    if offer.unit.ends_on < timezone.localdate(hand.now):
        wrong.append(_("Cette activité est terminée."))
    if Enrolment.objects.filter(unit=offer.unit_id, child=application.child_id, state__in=SEATED).exists():
        wrong.append(_SEATED())
    waiting = Enrolment.objects.filter(unit=offer.unit_id, state=EnrolmentState.WAITING).count()
    if seat == Seat.RANK and not 1 <= (rank or 0) <= waiting + 1:
        wrong.append(_("Donnez un rang entre 1 et %(last)d.") % {"last": waiting + 1})
    if Override.objects.filter(application=application, offer=offer, state=S.ASKED).exists():
        wrong.append(_("Une dérogation attend déjà sa signature pour cet enfant et cette activité."))
    return wrong


def _give(held: Override, hand: Hand) -> list[Enrolment]:
    """The seat or the rank; gives the places of those who now stand further."""
    application = held.application
    if application.household is None:
        raise NotReady([_("La demande n’a plus de foyer : corrigez le dossier d’abord.")])
    request = Request(
        application.child, application.household, application.asked_by, Channel(application.channel), hand
    )
    try:
        if held.seat == Seat.RANK:
            held.enrolment, moved = stand_at(held.offer.unit, request, rank=held.rank or 1, hand=hand)
            return moved
        until = hand.now + timedelta(days=terms_on(held.campaign.commune_id, timezone.localdate(hand.now)).answer)
        held.enrolment = add_seat(held.offer.unit, request, until=until, hand=hand)
    except AlreadySeated:
        raise NotReady([_SEATED()]) from None
    except StaffingReached:
        raise NotReady(
            [_("Un enfant de plus demanderait un adulte de plus : la loi ne le permet pas. Donnez plutôt un rang.")]
        ) from None
    return []


def _told(held: Override) -> list[str]:
    """Never the name of the child: what was signed stays as it is when the child's file is erased."""
    name = {"name": name_of(held.offer), "rank": held.rank}
    who = {"author": held.author.full_name, "second": held.second_reader.full_name if held.second_reader else ""}
    day = french_day(timezone.localdate(held.signed_at))
    given = held.seat == Seat.EXTRA
    return [
        (
            _("Une place vous est proposée hors de l’ordre du tirage : %(name)s.")
            if given
            else _("Votre demande est maintenant au rang %(rank)d de la liste d’attente : %(name)s.")
        )
        % name,
        _("C’est une place de plus : aucun autre enfant n’a perdu la sienne.")
        if given
        else _("Aucun enfant n’a perdu sa place ; ceux qui attendent derrière ont été prévenus."),
        _("Décision du %(day)s, demandée par %(author)s et signée par %(second)s.") % {**who, "day": day},
        _("Elle est comptée, sans aucun nom, sur la page publique de la campagne."),
    ]


def _close(held: Override, step: str, why: str, hand: Hand) -> Override:
    held.state = LIFE.take(step, held.state, reason=why).target
    held.closing, held.closed_by, held.closed_at = why.strip()[:400], hand.by, hand.now
    held.save()
    _journal(f"override.{held.state}", held, hand)
    return held


def _unconcerned(account: User | None, campaign: AllocationCampaign) -> User:
    if account is None or is_concerned(account, campaign):
        raise Concerned
    return account


def _hold(override: Override) -> Override:
    rows = Override.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "campaign", "application__child", "application__household", "application__asked_by", "author"
    )
    return rows.select_related("offer__unit__activity").get(pk=override.pk)


def _journal(verb: str, override: Override, hand: Hand) -> None:
    details = {"reason": override.reason, "seat": override.seat, "offer": override.offer_id}
    record(verb, override, by=hand.by_id, now=hand.now, details=details)


def _SEATED() -> str:  # noqa: N802
    return _("Cet enfant a déjà une place dans ce groupe, ou une place qui attend sa réponse.")
