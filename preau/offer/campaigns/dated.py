"""What a town may change about campaigns, and what the law alone does."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.terms import DatedTerm, Given, Theme

from .models import CampaignTerms
from .terms import LEAST, MOST, VOTED


def _said(row: CampaignTerms | None = None) -> str:
    return gettext(
        "annoncée %(announced_before)d jours avant, %(window)d jours pour les vœux, %(answer)d jours pour répondre ; "
        "%(wishes)d vœux et %(rules)d priorités au plus"
    ) % VOTED.facts(row)


TERMS = (
    DatedTerm(
        CampaignTerms,
        "campagnes",
        Theme.PLACES,
        _("Combien de temps laissent les campagnes de vœux"),
        _(
            "Une campagne déjà annoncée garde ses dates. Les délais pour contester une réponse sont ceux de la loi : "
            "deux mois, la ville n’y change rien."
        ),
        _("Règlement des inscriptions de la ville ; code des relations entre le public et l’administration"),
        given=(
            Given(
                "announced_before",
                _("Jours entre l’annonce et l’ouverture"),
                _("Le temps que chaque famille l’apprenne, par l’école et par courrier aussi."),
                least=LEAST.announced_before,
                most=MOST.announced_before,
            ),
            Given("window", _("Jours pour faire ses vœux, au moins"), least=LEAST.window, most=MOST.window),
            Given(
                "answer",
                _("Jours pour répondre à une place proposée"),
                _("Sans réponse, la place va à l’enfant suivant."),
                least=LEAST.answer,
                most=MOST.answer,
            ),
            Given(
                "wishes",
                _("Vœux par enfant, au plus"),
                _("Un nombre trop bas pousse les familles à calculer au lieu de dire ce qu’elles préfèrent."),
                least=LEAST.wishes,
                most=MOST.wishes,
            ),
            Given("rules", _("Priorités d’une campagne, au plus"), least=LEAST.rules, most=MOST.rules),
            Given("decided_by", _("Décidé par"), _("Par exemple : délibération du 12 juin 2026.")),
        ),
        decide=VOTED.decide_as_told,
        because="decided_by",
        told=_said,
        otherwise=lambda _case: _said(),
        usual=lambda _case: VOTED.facts(),
        is_listed=True,
    ),
)
