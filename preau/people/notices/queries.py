"""What screens and mails read of notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from preau.people.accounts.models import Membership, User
from preau.people.notices.enums import DigestKind
from preau.people.notices.mentions import Named, mentioned
from preau.people.notices.models import Digest, DigestChoice, Notice
from preau.people.organisations.models import Organisation


def unread_of(user: User) -> QuerySet[Notice]:
    """The newest first. ``.count()`` is what the navigation shows: one query, on an index."""
    return Notice.objects.unread().filter(recipient=user)


def read_by(user: User) -> QuerySet[Notice]:
    """What the person has read, the last reading first."""
    return Notice.objects.filter(recipient=user, read_at__isnull=False).order_by("-read_at", "-at", "-pk")


def recent_for(user: User, *, read: int = 50) -> tuple[list[Notice], list[Notice]]:
    """(unread, the last ``read`` ones that were read): two queries, whatever there is."""
    return list(unread_of(user)), list(read_by(user)[:read])


def choice_of(user: User) -> DigestChoice:
    """What the person chose, or the default, not saved yet."""
    return DigestChoice.objects.filter(user=user).first() or DigestChoice(user=user)


def people_with_a_role(on: date) -> QuerySet[User]:
    held = Membership.objects.on(on).filter(user=OuterRef("pk"))
    return User.objects.filter(Exists(held), is_active=True)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whose mail of the day is still to be made."""

    person: User
    language: str
    has_news: bool


def readers(kind: DigestKind, *, on: date, before: datetime) -> list[Reader]:
    """Those who want that kind of mail and have not had theirs. Two queries. Daily for who never chose.

    Families hold no role: they are written to when something concerns them, and only then.

    Any mail of that day counts; for the weekly one, any weekly mail since Monday: a run missed on Monday can be made
    up for on Tuesday, and still nobody has two in a week.
    """
    monday = on - timedelta(days=on.weekday())
    choices = {choice.user_id: choice for choice in DigestChoice.objects.all()}
    had = Q(on=on) | Q(kind=DigestKind.WEEKLY, on__range=(monday, on)) if kind == DigestKind.WEEKLY else Q(on=on)
    done = Digest.objects.filter(had, user=OuterRef("pk"), taken_at__isnull=False)
    news = Notice.objects.to_send(before).filter(recipient=OuterRef("pk"))
    held = Membership.objects.on(on).filter(user=OuterRef("pk"))
    family = Q(as_adult__isnull=False) | Q(as_child__isnull=False)
    wanted = User.objects.filter(Exists(held) | family & Exists(news), is_active=True)
    people = wanted.filter(~Exists(done)).annotate(has_news=Exists(news)).order_by("pk")
    default = DigestChoice()
    return [
        Reader(person, choice.language, bool(person.has_news))
        for person in people
        if (choice := choices.get(person.pk, default)).frequency == kind
    ]


def callable_names(on: date) -> list[Named]:
    """Everybody that a text may call that day: people who hold a role, and organisations. Two queries."""
    people = people_with_a_role(on).order_by("pk").values_list("pk", "full_name")
    organisations = Organisation.objects.order_by("pk").values_list("pk", "name", "slug")
    return [
        *(Named.person(f"person:{pk}", name) for pk, name in people),
        *(Named.organisation(f"organisation:{pk}", name, slug) for pk, name, slug in organisations),
    ]


def people_called(text: str, on: date) -> list[User]:
    """The accounts that a text calls, by their name or through their organisation. Three queries, none without an @."""
    if "@" not in text:
        return []
    called: dict[str, set[int]] = {"person": set(), "organisation": set()}
    for each in mentioned(text, callable_names(on)):
        nature, _, key = each.key.partition(":")
        called[nature].add(int(key))
    members = Membership.objects.on(on).filter(organisation__in=called["organisation"])
    return list(
        people_with_a_role(on).filter(Q(pk__in=called["person"]) | Q(pk__in=members.values("user"))).order_by("pk")
    )
