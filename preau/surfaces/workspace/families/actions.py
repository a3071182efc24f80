"""What an agent can do for a child, gathered from the areas that offer it: each adds its own source below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.offer.campaigns.enums import RunKind
from preau.offer.campaigns.models import Application
from preau.offer.campaigns.states import RESULTS
from preau.people.counter.receipts import Helped
from preau.people.households.models import Child


@dataclass(frozen=True, slots=True)
class ChildAction:
    """A link of the child's page: a verb and where it is done."""

    label: str
    url: str
    icon: str = "chevron-right"


type ChildActions = Callable[[HttpRequest, Helped, Child], Iterable[ChildAction]]
"""Called only while the agent acts for somebody who may register this child."""


def of_the_file(request: HttpRequest, helped: Helped, child: Child) -> list[ChildAction]:
    key = helped.principal.key
    return [
        ChildAction(
            _("Inscrire, rendre une place"), reverse("workspace:family_places", args=[key, child.key]), "ticket"
        ),
        ChildAction(_("Faire des vœux"), reverse("workspace:family_campaigns", args=[key, child.key]), "queue-list"),
        ChildAction(_("Corriger la fiche"), reverse("workspace:family_child_edit", args=[key, child.key]), "pencil"),
        ChildAction(_("Donner une pièce"), reverse("workspace:family_paper_new", args=[key]), "document-plus"),
        ChildAction(_("Accords"), reverse("workspace:family_consents", args=[key]), "hand-thumb-up"),
        ChildAction(_("Recopier sa fiche santé"), reverse("workspace:family_health", args=[key, child.key]), "heart"),
    ]


def of_answers(request: HttpRequest, helped: Helped, child: Child) -> list[ChildAction]:
    """Campaigns that gave this child an answer: what was told, and what can be contested."""
    rows = Application.objects.filter(
        child=child, campaign__state__in=RESULTS, cases__run__kind=RunKind.OFFICIAL
    ).distinct()
    return [
        action
        for each in rows.select_related("campaign")
        for action in (
            ChildAction(
                _("Lire la réponse : %(title)s") % {"title": each.campaign.title},
                reverse("workspace:campaign_application", args=[each.campaign.slug, each.key]),
                "envelope",
            ),
            ChildAction(
                _("Demander un nouvel examen : %(title)s") % {"title": each.campaign.title},
                reverse("workspace:application_appeal", args=[each.campaign.slug, each.key]),
                "scale",
            ),
        )
    ]


SOURCES: tuple[ChildActions, ...] = (of_the_file, of_answers)


def actions_for(request: HttpRequest, helped: Helped, child: Child) -> list[ChildAction]:
    return [action for source in SOURCES for action in source(request, helped, child)]
