"""A file opens: an adult, a child. The desk and the family use the same verbs; paper families have no account."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from preau.foundation.text.search import folded
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.households.enums import ContactBy
from preau.people.households.errors import AccountTaken
from preau.people.households.models import Adult, Child
from preau.people.organisations.models import Commune, Organisation


@dataclass(frozen=True, slots=True)
class AdultFacts:
    """``email`` may be empty for those reached otherwise."""

    first_name: str
    last_name: str
    email: str = ""
    phone: str = ""
    contact_by: str = ContactBy.MAIL
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """``sex`` may stay empty; ``school`` and ``level`` for those who go to one."""

    first_name: str
    last_name: str
    born_on: date
    sex: str = ""
    school: Organisation | None = None
    level: str = ""


@transaction.atomic
def open_adult(commune: Commune, facts: AdultFacts, *, hand: Hand) -> Adult:
    adult = Adult.objects.create(commune=commune, created_at=hand.now, **asdict(facts))
    record("family.adult_entered", adult, by=hand.by_id, now=hand.now)
    return adult


@transaction.atomic
def open_child(commune: Commune, facts: ChildFacts, *, hand: Hand) -> Child:
    """Links to nobody: a guardian and a home come with their own verbs."""
    child = Child.objects.create(commune=commune, created_at=hand.now, **_values(facts))
    record("family.child_entered", child, by=hand.by_id, now=hand.now)
    return child


@transaction.atomic
def open_login(adult: Adult, email: str, *, hand: Hand) -> User:
    """An account that enters by mail code, for an adult who has none. An account of that address is taken as it is.

    Raises AccountTaken when that account stands for somebody else of a family.
    """
    held = Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User.objects.create_user(email, full_name=str(held))
        record("account.opened", user, by=hand.by_id, now=hand.now, details={"role": "family"})
    elif hasattr(user, "as_child") or (hasattr(user, "as_adult") and user.as_adult.pk != held.pk):
        raise AccountTaken
    held.account, held.email = user, held.email or user.email
    held.save(update_fields=["account", "email"])
    return user


@transaction.atomic
def change_adult(adult: Adult, facts: AdultFacts, *, hand: Hand) -> Adult:
    """How the person is called and reached. The journal says which, not what."""
    held = Adult.objects.select_for_update(no_key=True).get(pk=adult.pk)
    changed = _take(held, asdict(facts))
    if held.account is not None and {"first_name", "last_name"} & set(changed):
        held.account.full_name = str(held)
        held.account.save(update_fields=["full_name"])
    if changed:
        record("family.adult_changed", held, by=hand.by_id, now=hand.now, details={"fields": changed})
    return held


@transaction.atomic
def change_child(child: Child, facts: ChildFacts, *, hand: Hand) -> list[str]:
    """Gives the names of the fields that changed; the guardians hear of it from the caller's sentence."""
    held = Child.objects.select_for_update(no_key=True).get(pk=child.pk)
    changed = _take(held, _values(facts))
    if changed:
        record("family.child_changed", held, by=hand.by_id, now=hand.now, details={"fields": changed})
    return changed


def look_alikes(child: Child) -> QuerySet[Child]:
    """Other files of the town with the same birth date and a name that reads the same: perhaps the same child.

    Never linked by themselves: two children may share both, and somebody may type a name to enter a file.
    """
    same_day = Child.objects.filter(commune=child.commune_id, born_on=child.born_on, erased_on__isnull=True)
    name = _sounds(child)
    alike = [each.pk for each in same_day.exclude(pk=child.pk) if _sounds(each) == name]
    return Child.objects.filter(pk__in=alike)


def _sounds(child: Child) -> tuple[str, ...]:
    return tuple(sorted(folded(f"{child.first_name} {child.last_name}").replace("-", " ").split()))


def _values(facts: ChildFacts) -> dict[str, object]:
    names = ("first_name", "last_name", "born_on", "sex", "school", "level")
    return {name: getattr(facts, name) for name in names}


def _take(held: Adult | Child, values: dict[str, object]) -> list[str]:
    changed = [name for name, value in values.items() if getattr(held, name) != value]
    for name in changed:
        setattr(held, name, values[name])
    if changed:
        held.version += 1
        held.save()
    return changed
