"""What a view knows of the person in front of it."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.people.permissions import Actor, PermissionTable, actor_of


def actor(request: HttpRequest) -> Actor:
    """Who asks, with their roles of today. Read once per request."""
    known = getattr(request, "_actor", None)
    if known is None:
        known = actor_of(request.user, timezone.localdate())
        request._actor = known  # type: ignore[attr-defined]
    return cast(Actor, known)


def hand(request: HttpRequest) -> Hand:
    """Who acts and when, for the domain's verbs."""
    return Hand(request.user if request.user.is_active else None, timezone.now())


def load[M: Model](
    request: HttpRequest,
    table: PermissionTable,
    action: str,
    queryset: QuerySet[M],
    *,
    read: str = "read",
    **lookup: object,
) -> M:
    """The one door to an object: 404 when the person may not even read it, 403 when reading is all they may."""
    who = actor(request)
    thing = table.rows(who, action, queryset).filter(**lookup).first()
    if thing is not None:
        return thing
    if action != read and table.rows(who, read, queryset).filter(**lookup).exists():
        raise PermissionDenied
    raise Http404


def require(request: HttpRequest, table: PermissionTable, action: str) -> None:
    """403 unless the person's roles allow the action on something at all."""
    if not table.may(actor(request), action):
        raise PermissionDenied
