"""The school years before the plan, written in bulk: some fifty thousand rows in a few seconds, the same each time.

They were taken over from the services' own files, as a town that begins with Préau would: no journal, no message.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from preau.demo.content import past as story
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.structure.models import TerritorialEducationPlan

from .actions import act
from .coming import come
from .homes import know_families
from .offer import run_again


def open_past(
    plan: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]
) -> None:
    """After everything that families and agents do in the story: it finds what is free, and changes nothing to it."""
    chance = Random(story.SEED)  # noqa: S311  a story, not a secret
    commune, desk = plan.commune, people["mathilde.aubry"]
    kids = know_families(commune, organisations, desk, chance)
    groups = run_again(commune)
    come(groups, kids, desk, chance)
    act(plan, people, organisations)
