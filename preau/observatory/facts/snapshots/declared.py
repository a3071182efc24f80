"""Every table of facts that the house declares, in the order of the rooms."""

from __future__ import annotations

from preau.cooperation.agreements import facts as agreements
from preau.foundation.facts import Derived, Fact
from preau.offer.activities import facts as activities
from preau.offer.attendance import facts as attendance
from preau.offer.campaigns import facts as campaigns
from preau.offer.classes import facts as classes
from preau.offer.enrolment import facts as enrolment
from preau.people.households import facts as households
from preau.people.organisations import facts as organisations
from preau.plan.articulation import facts as articulation
from preau.plan.labels import facts as labels
from preau.plan.sheets import facts as sheets
from preau.town.areas import facts as areas
from preau.town.opendata import facts as opendata
from preau.town.places import facts as places

FACTS: tuple[Fact, ...] = (
    *organisations.FACTS,
    *households.FACTS,
    *opendata.FACTS,
    *areas.FACTS,
    *places.FACTS,
    *sheets.FACTS,
    *articulation.FACTS,
    *labels.FACTS,
    *activities.FACTS,
    *classes.FACTS,
    *enrolment.FACTS,
    *campaigns.FACTS,
    *attendance.FACTS,
    *agreements.FACTS,
)
DERIVED: tuple[Derived, ...] = attendance.DERIVED
