"""What is done to areas: weigh the squares by the town's limit, decide how people walk."""

from __future__ import annotations

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.town.areas.distance import Pace
from preau.town.areas.models import GridCell, WalkingPace
from preau.town.areas.population import share_inside
from preau.town.areas.queries import limit_of


class PaceTaken(Exception):
    """The town already decided a pace for this age from this day on."""


@transaction.atomic
def weigh_cells(commune: Commune) -> int:
    """Each square learns the part of it that lies inside the town; gives how many changed. Nothing without a limit."""
    town = limit_of(commune)
    if town is None:
        return 0
    changed = []
    for cell in GridCell.objects.select_for_update(no_key=True).filter(commune=commune):
        share = share_inside(cell.outline, town.outline)
        if share != cell.share:
            cell.share = share
            changed.append(cell)
    GridCell.objects.bulk_update(changed, ["share"], batch_size=500)
    return len(changed)


def weigh_after_import(commune: Commune, hand: Hand) -> None:
    """Squares or limits changed: shares follow, in the same transaction."""
    weigh_cells(commune)


@transaction.atomic
def decide_pace(commune: Commune, pace: Pace, *, hand: Hand) -> WalkingPace:
    """From its day on, those of this age walk at this pace. Raises PaceTaken."""
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)
    same = WalkingPace.objects.filter(commune=commune, valid_from=pace.valid_from, age_under=pace.age_under)
    if same.exists():
        raise PaceTaken
    row = WalkingPace.objects.create(
        commune=commune,
        valid_from=pace.valid_from,
        age_under=pace.age_under,
        km_per_hour=pace.km_per_hour,
        detour=pace.detour,
        source=pace.source,
    )
    details = {"valid_from": pace.valid_from.isoformat(), "age_under": pace.age_under, "km_per_hour": pace.km_per_hour}
    record("pace.decided", row, by=hand.by_id, now=hand.now, details=details)
    return row
