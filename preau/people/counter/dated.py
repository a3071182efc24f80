"""What a town may change about its desk: what silence means, where and how it is reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from preau.people.accounts.enums import Role
from preau.people.organisations.models import Commune, Organisation
from preau.people.terms import Case, DatedTerm, Decision, Given, Theme

from .contacts import ContactFacts, set_contact
from .enums import Procedure, Silence
from .models import DeskContact, SilenceRule
from .silence import GENERAL, set_silence


def _silence_words(silence: Silence, months: int) -> str:
    wait = ngettext("%(months)d mois", "%(months)d mois", months) % {"months": months}
    return _now("%(what)s après %(wait)s") % {"what": silence.label, "wait": wait}


def _general(case: Mapping[str, Any]) -> str:
    return _silence_words(GENERAL.silence, GENERAL.months)


def _decide_silence(told: Decision) -> Model:
    procedure, silence = Procedure(told.case["procedure"]), Silence(told.values["silence"])
    months = told.values["months"]
    return set_silence(told.commune, procedure, silence, months=months, valid_from=told.valid_from, hand=told.hand)


def _desks(commune: Commune) -> Sequence[tuple[Organisation, str]]:
    """Where families are received, and where they were."""
    receiving = Q(memberships__role=Role.FAMILY_AGENT) | Q(desk_contacts__isnull=False)
    found = Organisation.objects.filter(receiving, commune=commune).distinct().order_by("name")
    return [(each, each.name) for each in found]


def _contact_words(row: DeskContact) -> str:
    return " · ".join(part for part in (row.address, row.phone, row.email, row.hours) if part)


def _decide_contact(told: Decision) -> Model:
    facts = ContactFacts(**told.values)
    return set_contact(told.case["organisation"], facts, valid_from=told.valid_from, hand=told.hand)


TERMS = (
    DatedTerm(
        SilenceRule,
        "silence",
        Theme.DESK,
        _("Ce que vaut l’absence de réponse"),
        _("Écrit sur chaque reçu : ce que la famille peut en conclure si la ville ne dit rien avant le jour donné."),
        _("Code des relations entre le public et l’administration, articles L. 231-1 et L. 231-4"),
        cases=(Case("procedure", lambda _town: Procedure.choices),),
        given=(
            Given("silence", _("Sans réponse de la ville")),
            Given("months", _("Après combien de mois"), least=1, most=12),
        ),
        decide=_decide_silence,
        told=lambda row: _silence_words(Silence(row.silence), row.months),
        otherwise=_general,
        usual=lambda _case: {"silence": GENERAL.silence, "months": GENERAL.months},
    ),
    DatedTerm(
        DeskContact,
        "accueil",
        Theme.DESK,
        _("Où et comment joindre l’accueil"),
        _("La loi demande que chaque reçu le dise. Un déménagement se prépare : donnez le jour où l’adresse change."),
        _("Code des relations entre le public et l’administration, article R. 112-5"),
        cases=(Case("organisation", _desks),),
        given=(
            Given("address", _("Adresse de l’accueil")),
            Given("phone", _("Numéro de téléphone")),
            Given("email", _("Adresse électronique")),
            Given("hours", _("Heures d’ouverture"), _("Par exemple : du lundi au vendredi, 8 h 30 – 17 h.")),
        ),
        decide=_decide_contact,
        told=_contact_words,
        otherwise=lambda case: case["organisation"].email or _now("rien n’est écrit sur les reçus"),
        is_listed=True,
    ),
)
