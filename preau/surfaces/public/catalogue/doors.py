"""The way into the catalogue from another page: a box to type in, and a few filters that many ask for."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.finding.catalogue import index_of
from preau.offer.finding.looking import answer_in
from preau.offer.finding.selection import FREE, Selection
from preau.people.organisations.models import Commune
from preau.surfaces.shell.choices import Choice


@dataclass(frozen=True, slots=True)
class WayIn:
    town: str
    choices: list[Choice]


def way_in() -> WayIn | None:
    """Nothing while nothing is published; a filter that would show nothing is left out."""
    town = Commune.objects.current()
    if town is None:
        return None
    now = timezone.localtime()
    index = index_of(town, now=now)
    asked = (
        (_("tout voir"), Selection()),
        (_("le mercredi"), Selection(days=("mercredi",))),
        (_("pendant les vacances"), Selection(periods=("vacances",))),
        (_("gratuit"), Selection(price=FREE)),
        (_("sans inscription"), Selection(extras=("sans-inscription",))),
        (_("cette semaine"), Selection(extras=("cette-semaine",))),
        (_("avec une équipe formée au handicap"), Selection(needs=("equipe-formee",))),
    )
    counted = ((label, each, answer_in(index, each, now=now).count) for label, each in asked)
    choices = [Choice(label, each.query_string, count, False) for label, each, count in counted if count]
    return WayIn(town.name, choices) if choices else None
