"""Who of the town looked at a child's file. The line is written whatever is done next, and parents read it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import QuerySet

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.households.enums import FilePart
from preau.people.households.models import Child, FileReading
from preau.people.permissions import Actor

SAME_READING = timedelta(minutes=15)
"""Coming back to a page within it is still the same reading: one line, not ten."""
_AS = (Role.FAMILY_AGENT, Role.ACTIVITY_LEADER, Role.PROVIDER, Role.DATA_OFFICER)
"""In which function a file is read, when somebody holds several: the one that opened the door."""


def read_file(child: Child, *, part: FilePart, who: Actor, hand: Hand) -> FileReading:
    """Keeps who read, what, in which function and for whom. Reading is not changing: the journal is not told."""
    role, organisation = _function(who)
    recent = FileReading.objects.filter(
        child=child, by=hand.by, part=part, role=role or "", at__gt=hand.now - SAME_READING, at__lte=hand.now
    ).first()
    if recent is not None:
        return recent
    return FileReading.objects.create(
        child=child, by=hand.by, organisation_id=organisation, role=role or "", part=part, at=hand.now
    )


def read_files(children: Collection[Child], *, part: FilePart, who: Actor, hand: Hand) -> int:
    """The same for all those whom a list names: two queries, whatever their number. Gives how many lines it wrote."""
    role, organisation = _function(who)
    known = set(
        FileReading.objects.filter(
            child__in=children, by=hand.by, part=part, role=role or "", at__gt=hand.now - SAME_READING, at__lte=hand.now
        ).values_list("child", flat=True)
    )
    fresh = [
        FileReading(child=each, by=hand.by, organisation_id=organisation, role=role or "", part=part, at=hand.now)
        for each in children
        if each.pk not in known
    ]
    FileReading.objects.bulk_create(fresh)
    return len(fresh)


def _function(who: Actor) -> tuple[Role | None, int | None]:
    """In which role somebody reads, and for which organisation."""
    role = next((each for each in _AS if each in who.parts), None)
    role = role or next((each for each in Role if each in who.parts), None)
    return role, min(who.parts[role], default=None) if role else None


def readings_of(child: Child, since: date | None = None) -> QuerySet[FileReading]:
    """The newest first."""
    rows = FileReading.objects.filter(child=child).select_related("by", "organisation")
    return rows if since is None else rows.filter(at__date__gte=since)
