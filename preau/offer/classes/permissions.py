"""Who may do what to classes and to their requests. Steps have the names of ``states.py``."""

from __future__ import annotations

from django.db.models import Q

from preau.offer.activities.enums import EntryState
from preau.people.accounts.enums import Role
from preau.people.permissions import PermissionTable, Scope, everything, of_my_organisation

from .models import ClassWishStep

_TOWN: dict[str, Scope] = {Role.CATALOGUE_AGENT: everything, Role.PLAN_COORDINATOR: everything}
_SHOWN = Q(activity__state__in=(EntryState.PUBLISHED, EntryState.STALE))


def _shown(organisations: frozenset[int]) -> Q:
    return _SHOWN


def _shown_or_mine(organisations: frozenset[int]) -> Q:
    return _SHOWN | Q(activity__organisation__in=organisations)


def _sent_to_us(organisations: frozenset[int]) -> Q:
    """A provider knows of a request once the head has confirmed it."""
    confirmed = ClassWishStep.objects.filter(step="confirm").values("wish")
    return Q(offer__activity__organisation__in=organisations, pk__in=confirmed)


_MY_SCHOOL: dict[str, Scope] = {
    Role.TEACHER: of_my_organisation("organisation"),
    Role.SCHOOL_HEAD: of_my_organisation("organisation"),
}
_MY_WISHES: dict[str, Scope] = {
    Role.TEACHER: of_my_organisation("group__organisation"),
    Role.SCHOOL_HEAD: of_my_organisation("group__organisation"),
}
_HEAD: dict[str, Scope] = {Role.SCHOOL_HEAD: of_my_organisation("group__organisation")}
_PROVIDER: dict[str, Scope] = {
    **_TOWN,
    Role.PROVIDER: _sent_to_us,
    Role.CONTRIBUTOR: _sent_to_us,
}

CLASSES = PermissionTable(
    {
        "read": {**_TOWN, **_MY_SCHOOL},
        "edit": {Role.SCHOOL_HEAD: of_my_organisation("organisation")},
        "declare": _MY_SCHOOL,
        "ask": _MY_SCHOOL,
    }
)

CLASS_OFFERS = PermissionTable(
    {
        "read": {
            **_TOWN,
            Role.TEACHER: _shown,
            Role.SCHOOL_HEAD: _shown,
            Role.PROVIDER: _shown_or_mine,
            Role.CONTRIBUTOR: _shown_or_mine,
        },
        "edit": {
            **_TOWN,
            Role.PROVIDER: of_my_organisation("activity__organisation"),
            Role.CONTRIBUTOR: of_my_organisation("activity__organisation"),
        },
    }
)

WISHES = PermissionTable(
    {
        "read": {**_PROVIDER, **_MY_WISHES},
        "edit": _MY_WISHES,
        "confirm": _HEAD,
        "decline": _HEAD,
        "withdraw": _MY_WISHES,
        "accept": _PROVIDER,
        "queue": _PROVIDER,
        "refuse": _PROVIDER,
        "record": _PROVIDER,
        "cancel": _PROVIDER,
    }
)
