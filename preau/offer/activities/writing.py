"""An entry is opened and written. Each act is atomic and keeps who, when and which facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.foundation.text.addresses import address_of, first_free
from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune, Organisation
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem

from .completeness import lacking
from .enums import EntryState
from .errors import EntryClosed, EntryConflict, NotComplete, WrongFact
from .models import Activity, Adaptation, EntryStep
from .revisions import touch
from .said import AdaptationFacts, entry_facts
from .sessions import refresh_sessions
from .slots import set_slots
from .state import BESIDE_IT, ON_THE_ROW, differences, moves_sessions, state_of, touched
from .telling import tell_change

UNREAD = frozenset({EntryState.DRAFT, EntryState.TO_CHANGE})
"""What may still say too little."""
CLOSED = frozenset({EntryState.REFUSED, EntryState.WITHDRAWN})
NOUNS = frozenset(
    "ajout aujourd-hui carte delais essais flux imprimer lecture liste lot maintenant organisateurs recherche reprise "
    "semaine tableau".split()
)
"""What stands beside entries in their addresses: no entry takes these names."""


@dataclass(slots=True)
class Change:
    """What came of a change: the entry as it stands, and the facts that changed."""

    activity: Activity
    facts: dict[str, list[Any]] = field(default_factory=dict)


def hold(activity: Activity) -> Activity:
    """The entry as it stands, locked until the end of the transaction."""
    held = Activity.objects.select_for_update(of=("self",), no_key=True)
    return held.select_related("commune", "organisation", "site", "price_rule").get(pk=activity.pk)


@transaction.atomic
def create_activity(
    organisation: Organisation,
    *,
    title: str,
    domain: str,
    school_year: int,
    starts_on: date,
    ends_on: date,
    hand: Hand,
    copied_from: Activity | None = None,
    **facts: Any,
) -> Activity:
    """A draft. ``facts`` are those of ``change_activity``. Raises WrongFact."""
    commune = Commune.objects.select_for_update(no_key=True).get(pk=organisation.commune_id)
    check_days(starts_on, ends_on)
    activity = Activity.objects.create(
        commune=commune,
        organisation=organisation,
        slug=_free_slug(commune, title, school_year),
        title=title,
        domain=domain,
        school_year=school_year,
        starts_on=starts_on,
        ends_on=ends_on,
        copied_from=copied_from,
        created_at=hand.now,
        updated_at=hand.now,
    )
    _set(activity, facts, hand.now)
    activity.save()
    write_down(activity, "create", hand=hand, from_state=activity.state)
    touch(commune, [activity])
    refresh_sessions(activity, hand=hand)
    return activity


@transaction.atomic
def change_activity(activity: Activity, facts: Mapping[str, Any], *, seen_version: int, hand: Hand) -> Change:
    """Replaces the facts given, and no other: fields of the entry, ``slots``, ``adaptation``, ``objectives`` (whole).

    Raises EntryConflict if somebody changed one of them since ``seen_version``, EntryClosed, WrongFact, and
    NotComplete when what families read would no longer say enough.
    """
    held = hold(activity)
    if held.state in CLOSED:
        raise EntryClosed
    if moved := changed_since(held, seen_version) & touched(frozenset(facts)):
        raise EntryConflict(held, moved)
    was = state_of(held)
    _set(held, facts, hand.now)
    check_days(held.starts_on, held.ends_on)
    held.save()
    change = Change(held, differences(was, state_of(held)))
    if not change.facts:
        return change
    if held.state not in UNREAD and (lacks := lacking(entry_facts(held))):
        raise NotComplete(lacks)
    held.version += 1
    held.updated_at = hand.now
    is_read = is_reader(hand)
    if is_read:
        held.read_version = held.version
    held.save(update_fields=["version", "updated_at", "read_version"])
    write_down(held, "change", hand=hand, from_state=held.state, facts=change.facts)
    touch(held.commune, [held])
    if held.is_shown and not is_read:
        tell_change(held, hand=hand)
    if moves_sessions(change.facts):
        refresh_sessions(held, hand=hand)
    return change


@transaction.atomic
def delete_draft(activity: Activity, *, hand: Hand) -> None:
    """An entry that nobody but its authors ever saw may go. Raises EntryClosed for any other."""
    held = hold(activity)
    if (
        held.state != EntryState.DRAFT
        or held.published_at
        or held.steps.exclude(step__in=("create", "change")).exists()
    ):
        raise EntryClosed
    record("activity.deleted", held, by=hand.by_id, now=hand.now, details={"slug": held.slug})
    commune = held.commune
    held.delete()
    touch(commune, [])


def changed_since(activity: Activity, version: int) -> frozenset[str]:
    """The facts that changed after a version."""
    later = activity.steps.filter(version__gt=version).values_list("facts", flat=True)
    return frozenset(name for facts in later for name in facts)


def write_down(
    activity: Activity,
    step: str,
    *,
    hand: Hand,
    from_state: str,
    cause: str = "",
    reason: str = "",
    facts: dict[str, list[Any]] | None = None,
) -> EntryStep:
    """The line of the history and the entry of the journal, which comes first: it lets one writer through at a time."""
    details = {"slug": activity.slug, "version": activity.version, "state": str(activity.state)}
    record(f"activity.{step}", activity, by=hand.by_id, now=hand.now, details=details)
    return EntryStep.objects.create(
        activity=activity,
        step=step,
        from_state=from_state,
        to_state=activity.state,
        cause=cause,
        reason=reason,
        facts=facts or {},
        version=activity.version,
        by=hand.by,
        at=hand.now,
    )


def is_reader(hand: Hand) -> bool:
    """Whether the town reads through these hands: what an agent writes needs no second reading."""
    if hand.by is None:
        return False
    roles = (Role.CATALOGUE_AGENT, Role.PLAN_COORDINATOR)
    return hand.by.memberships.on(timezone.localdate(hand.now)).filter(role__in=roles).exists()


def check_days(starts_on: date, ends_on: date) -> None:
    """Raises WrongFact."""
    if ends_on < starts_on:
        raise WrongFact("ends_on", _("Le dernier jour doit être après le premier."))


def _set(activity: Activity, facts: Mapping[str, Any], now: datetime) -> None:
    if unknown := facts.keys() - ON_THE_ROW - BESIDE_IT:
        raise TypeError(f"an entry has no {', '.join(sorted(unknown))}")
    for name in ON_THE_ROW & facts.keys():
        setattr(activity, name, facts[name])
    _check(activity)
    if "slots" in facts:
        set_slots(activity, facts["slots"], now=now)
    if "objectives" in facts:
        _set_objectives(activity, facts["objectives"])
    if "adaptation" in facts:
        _set_adaptation(activity, facts["adaptation"])


def _check(activity: Activity) -> None:
    if activity.age_min is not None and activity.age_max is not None and activity.age_max < activity.age_min:
        raise WrongFact("age_max", _("L’âge le plus grand doit être au-dessus du plus petit."))
    if activity.site and activity.site.commune_id != activity.commune_id:
        raise WrongFact("site", _("Ce lieu n’est pas dans la ville."))
    rule = activity.price_rule
    if rule and (
        rule.commune_id != activity.commune_id or rule.organisation_id not in (None, activity.organisation_id)
    ):
        raise WrongFact("price_rule", _("Ce tarif est celui d’une autre organisation."))


def _set_objectives(activity: Activity, items: Collection[PlanItem]) -> None:
    for item in items:
        if item.removed_at is not None or item.kind != ItemKind.OPERATIONAL_OBJECTIVE:
            raise WrongFact("objectives", _("Choisissez des objectifs opérationnels du projet."))
    activity.objectives.set(items)


def _set_adaptation(activity: Activity, told: AdaptationFacts) -> None:
    Adaptation.objects.update_or_create(activity=activity, defaults=told.said)


def _free_slug(commune: Commune, title: str, school_year: int) -> str:
    """``judo``, ``judo-2027`` for the year after, ``judo-2027-2``: an address never moves to another entry."""
    first = address_of(title, longest=80, otherwise="activite")
    taken = {*NOUNS, *Activity.objects.filter(commune=commune, slug__startswith=first).values_list("slug", flat=True)}
    return first if first not in taken else first_free(f"{first}-{school_year}", taken)
