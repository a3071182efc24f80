"""A small named cast: a town, its organisations, one person per role, a plan of two axes.

Every test about people uses these names, so that a failing test reads like a sentence.
"""

from __future__ import annotations

from .labels import make_label
from .offer import make_activity, make_provider
from .people import PASSWORD, make_commune, make_organisation, make_person
from .plans import make_big_plan, make_plan
from .prices import make_price
from .sites import make_site

__all__ = [
    "PASSWORD",
    "make_activity",
    "make_big_plan",
    "make_commune",
    "make_label",
    "make_organisation",
    "make_person",
    "make_plan",
    "make_price",
    "make_provider",
    "make_site",
]
