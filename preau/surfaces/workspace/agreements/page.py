"""What the pages of agreements say first: the answer, then who has signed, then what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from preau.cooperation.agreements.content import content_of
from preau.cooperation.agreements.enums import LIVING, AgreementState
from preau.cooperation.agreements.models import Agreement, AgreementText, Signature
from preau.cooperation.agreements.permissions import AGREEMENTS, PARTIES
from preau.cooperation.agreements.proof import Proof, proof_of
from preau.cooperation.agreements.queries import Place, TermAlarm, alarms_on, places_of
from preau.cooperation.agreements.rules import Gap
from preau.cooperation.agreements.signing import may_sign
from preau.cooperation.agreements.states import BY_THE_PROGRAM, LIFE
from preau.cooperation.agreements.steps import what_is_missing
from preau.foundation.design.templatetags.preau_design import long_date
from preau.people.accounts.models import User
from preau.people.permissions import Actor


@dataclass(frozen=True, slots=True)
class Card:
    """An agreement in a list."""

    agreement: Agreement
    places: list[Place]
    alarm: TermAlarm | None = None

    @property
    def missing(self) -> list[Place]:
        return [place for place in self.places if place.signature is None] if self.agreement.awaits_signatures else []

    @property
    def signed(self) -> int:
        return sum(place.signature is not None for place in self.places)


@dataclass(frozen=True, slots=True)
class Act:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Event:
    """``by`` is None for the program."""

    words: str | Promise
    at: datetime
    by: User | None
    reason: str


_HAPPENED: dict[str, str | Promise] = {
    "review": gettext_lazy("Relue"),
    "adopt": gettext_lazy("Votée par le conseil"),
    "rework": gettext_lazy("Rédaction reprise"),
    "sign": gettext_lazy("Signée par tous"),
    "start": gettext_lazy("Entrée en vigueur"),
    "yearly_review": gettext_lazy("Bilan annuel fait"),
    "renew": gettext_lazy("Renouvelée"),
    "expire": gettext_lazy("Arrivée à son terme"),
    "terminate": gettext_lazy("Dénoncée"),
}


_RANK = {
    str(state): rank
    for rank, state in enumerate((AgreementState.ADOPTED, AgreementState.REVIEWED, AgreementState.DRAFT, *LIVING))
}
"""What asks something of somebody comes first."""


def cards(agreements: Iterable[Agreement], alarms: Iterable[TermAlarm] = ()) -> list[Card]:
    ringing = {alarm.subject.pk: alarm for alarm in alarms if isinstance(alarm.subject, Agreement)}
    listed = [Card(agreement, places_of(agreement), ringing.get(agreement.pk)) for agreement in agreements]
    return sorted(listed, key=lambda card: _RANK.get(card.agreement.state, len(_RANK)))


def missing_in_words(listed: list[Card]) -> str:
    """The answer of the list."""
    count = sum(len(card.missing) for card in listed)
    if count:
        return ngettext("Il manque %(count)s signature", "Il manque %(count)s signatures", count) % {"count": count}
    return _("Aucune signature ne manque") if listed else _("Aucune convention pour l’instant")


class AgreementPage:
    def __init__(self, agreement: Agreement, who: Actor, today: date) -> None:
        self.agreement, self.who, self.today = agreement, who, today
        self.card = Card(agreement, places_of(agreement))

    @property
    def places(self) -> list[Place]:
        return self.card.places

    @cached_property
    def gaps(self) -> list[Gap]:
        return what_is_missing(self.agreement) if self.agreement.is_being_written else []

    @cached_property
    def text(self) -> AgreementText | None:
        return None if self.agreement.is_being_written else self.agreement.texts.first()

    @cached_property
    def proof(self) -> Proof | None:
        return proof_of(self.agreement, self.text) if self.text else None

    @cached_property
    def content(self) -> dict[str, Any]:
        return content_of(self.agreement)

    @cached_property
    def alarm(self) -> TermAlarm | None:
        ringing = alarms_on(self.agreement.commune_id, self.today)
        return next((alarm for alarm in ringing if alarm.subject == self.agreement), None)

    @cached_property
    def may(self) -> dict[str, bool]:
        rights = {action: AGREEMENTS.may(self.who, action) for action in ("write", "advance")}
        return {
            **rights,
            "record": PARTIES.may(self.who, "record") and self.agreement.awaits_signatures,
            "write": rights["write"] and self.agreement.is_being_written,
            "name": rights["write"] and (self.agreement.is_being_written or self.agreement.awaits_signatures),
        }

    @cached_property
    def mine(self) -> Place | None:
        """The place where the person in front of the screen may sign now."""
        user = self.who.user
        if user is None or not self.agreement.awaits_signatures:
            return None
        open_places = [place for place in self.card.missing if place.party.signatory_id == user.pk]
        return next((place for place in open_places if may_sign(user, place.party, self.today)), None)

    @property
    def standing(self) -> str:
        agreement = self.agreement
        end = {"day": long_date(agreement.ends_on)}
        match agreement.state:
            case AgreementState.DRAFT:
                return _("Convention en préparation")
            case AgreementState.REVIEWED:
                return _("Relue : le conseil peut la voter")
            case AgreementState.ADOPTED:
                words = {"count": len(self.card.missing), "total": len(self.places)}
                return (
                    ngettext(
                        "Il manque %(count)s signature sur %(total)s",
                        "Il manque %(count)s signatures sur %(total)s",
                        words["count"],
                    )
                    % words
                )
            case AgreementState.SIGNED:
                return _("Signée par tous, elle prend effet le %(day)s") % {"day": long_date(agreement.starts_on)}
            case AgreementState.IN_FORCE | AgreementState.REVIEWED_YEARLY:
                return _("En vigueur jusqu’au %(day)s") % end
            case AgreementState.EXPIRED:
                return _("Arrivée à son terme le %(day)s") % end
            case AgreementState.RENEWED:
                return _("Une nouvelle convention a pris la suite")
        return _("Convention dénoncée")

    @property
    def main(self) -> Act | None:
        """The one thing to do, by state and role."""
        agreement = self.agreement
        if self.mine is not None:
            label = _("Signer pour : %(institution)s") % {"institution": self.mine.party.institution}
            return Act(label, reverse("workspace:signature", args=[self.mine.party.pk]))
        if not self.may["advance"]:
            return None
        match agreement.state:
            case AgreementState.DRAFT:
                return Act(
                    _("Dire qu’elle est relue"), reverse("workspace:agreement_step", args=[agreement.pk, "review"])
                )
            case AgreementState.REVIEWED if not self.gaps:
                return Act(_("Enregistrer le vote"), reverse("workspace:agreement_vote", args=[agreement.pk]))
            case AgreementState.IN_FORCE | AgreementState.REVIEWED_YEARLY if self.alarm:
                return Act(_("Préparer la suite"), reverse("workspace:agreement_sequel", args=[agreement.pk]))
            case AgreementState.IN_FORCE:
                return Act(_("Enregistrer le bilan annuel"), reverse("workspace:agreement_review", args=[agreement.pk]))
        return None

    @property
    def others(self) -> list[Act]:
        """What may also be done, the quiet way."""
        if not self.may["advance"]:
            return []
        pk = self.agreement.pk
        found = []
        for step in LIFE.open_from(self.agreement.state):
            if step.name in BY_THE_PROGRAM or step.name in ("adopt", "review"):
                continue
            name = "agreement_review" if step.name == "yearly_review" else "agreement_step"
            arguments: list[Any] = [pk] if name == "agreement_review" else [pk, step.name]
            found.append(Act(str(step.label), reverse(f"workspace:{name}", args=arguments)))
        main = self.main
        return [act for act in found if main is None or act.url != main.url]

    @property
    def history(self) -> list[Event]:
        """Its steps, and the signatures that were taken back; the last first."""
        told = [
            Event(_HAPPENED[step.name], step.at, step.by, step.reason)
            for step in self.agreement.steps.select_related("by")
        ]
        cancelled = Signature.objects.filter(party__agreement=self.agreement, cancelled_at__isnull=False)
        for one in cancelled.select_related("party__organisation", "cancelled_by"):
            if one.cancelled_at is not None:
                words = _("Signature annulée : %(institution)s") % {"institution": one.party.institution}
                told.append(Event(words, one.cancelled_at, one.cancelled_by, one.cancel_reason))
        return sorted(told, key=lambda event: event.at, reverse=True)
