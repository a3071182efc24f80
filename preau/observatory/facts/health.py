"""How far facts can be trusted: what nobody filled in, what nobody told. Counts of whole tables, never of a few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .reading import FactsInUse
from .worked_out import keep, kept


@dataclass(frozen=True, slots=True)
class Check:
    """``fault`` is a condition on the rows of ``table`` that ``among`` keeps; ``$day`` is that of the snapshot."""

    name: str
    table: str
    words: str | Promise
    fault: str
    among: str = "true"


@dataclass(frozen=True, slots=True)
class Found:
    check: Check
    faults: int
    of: int


_CALLED = "EXISTS (SELECT 1 FROM presences p WHERE p.session = sessions.session AND p.state <> 'expected')"
_EXPECTED = (
    "EXISTS (SELECT 1 FROM registrations r WHERE r.activity = sessions.activity AND r.placed_on <= sessions.day"
    " AND (r.ended_on IS NULL OR r.ended_on > sessions.day))"
)
_YEAR = "school_year = (SELECT max(school_year) FROM children)"

CHECKS: tuple[Check, ...] = (
    Check("no_sex", "children", _("enfants dont le sexe n’est pas dit"), "sex = ''", _YEAR),
    Check("no_level", "children", _("enfants dont la classe n’est pas dite"), "level = ''", _YEAR),
    Check("no_area", "children", _("enfants dont le quartier n’est pas connu"), "area = ''", _YEAR),
    Check("no_quotient", "children", _("enfants dont le quotient familial n’est pas connu"), "qf_band = ''", _YEAR),
    Check(
        "not_called",
        "sessions",
        _("séances passées, avec des inscrits, où personne n’a fait l’appel"),
        f"NOT {_CALLED}",
        f"NOT cancelled AND day < $day AND {_EXPECTED}",
    ),
    Check(
        "left_expected",
        "presences",
        _("pointages de séances passées restés à « attendu »"),
        "state = 'expected'",
        "day < $day",
    ),
    Check("nowhere", "activities", _("activités dont le lieu n’est pas sur la carte"), "area = ''"),
    Check(
        "not_verified",
        "activities",
        _("activités publiées que personne n’a vérifiées depuis un an"),
        "verified_on < $day - INTERVAL 1 YEAR",
        "state IN ('published', 'stale')",
    ),
    Check(
        "no_review",
        "actions",
        _("actions finies dont le bilan n’est pas écrit"),
        "reviewed_on IS NULL",
        "ends_on < $day AND state NOT IN ('draft', 'rejected', 'cancelled')",
    ),
    Check(
        "no_objective",
        "actions",
        _("actions qui ne servent aucun objectif"),
        "NOT EXISTS (SELECT 1 FROM action_objectives o WHERE o.action = actions.action)",
        "state NOT IN ('rejected', 'cancelled')",
    ),
)

_KEPT = "health"


def health_of(facts: FactsInUse, checks: Sequence[Check] = CHECKS) -> list[Found]:
    """One question for each check; those with nothing to look at are told with 0 of 0."""
    found = []
    for check in checks:
        counted = f"SELECT count(*) FILTER (WHERE {check.fault}), count(*) FROM {check.table} WHERE {check.among}"  # noqa: S608
        values = {"day": facts.taken_at.date()} if "$day" in counted else {}
        [(faults, of)] = facts.ask(counted, values)
        found.append(Found(check, faults, of))
    return found


def settle_health(facts: FactsInUse) -> None:
    """At night: some of these questions read every presence of ten years."""
    keep(facts.version, _KEPT, {each.check.name: [each.faults, each.of] for each in health_of(facts)})


def settled_health(facts: FactsInUse) -> list[Found]:
    """As it was worked out at night. What was not is asked now."""
    told = kept(facts.version, _KEPT)
    found = {each.name: Found(each, *told[each.name]) for each in CHECKS if each.name in told}
    asked = {each.check.name: each for each in health_of(facts, [each for each in CHECKS if each.name not in found])}
    return [(found | asked)[each.name] for each in CHECKS]
