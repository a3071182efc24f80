"""The one door of the family's space: what the account may reach, and nothing else exists."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from preau.foundation.prepared import first, prepared
from preau.people.accounts.models import User
from preau.people.households.doors import acts_on, adult_of, homes_of, known_as
from preau.people.households.models import Adult, Child, Household
from preau.people.households.rights import Act


def guardian(request: HttpRequest) -> User:
    """The account that asks. 403 for one that belongs to no family: professionals have their own space."""
    account = cast(User, request.user)
    if known_as(account) is None and not hasattr(account, "as_child"):
        raise PermissionDenied
    return account


def my_adult(request: HttpRequest) -> Adult:
    """The grown-up who asks. 403 for a young person: what is a parent's stays a parent's."""
    adult = adult_of(guardian(request))
    if adult is None:
        raise PermissionDenied
    return adult


def load_child(request: HttpRequest, key: UUID, act: Act) -> Child:
    """404 for a child of another family or out of reach; 403 when reading is all the account may do."""
    account = guardian(request)
    child = first(_children(key=key))
    if child is None:
        raise Http404
    allow(acts_on(account, child, timezone.localdate()), act)
    return child


@prepared
def _children(*, key: UUID) -> QuerySet[Child, Child]:
    return Child.objects.filter(key=key).order_by()


def allow(acts: frozenset[Act], act: Act) -> None:
    """404 for a child that the account may not even read, 403 when reading is all it may do."""
    if Act.READ not in acts:
        raise Http404
    if act not in acts:
        raise PermissionDenied


def load_home(request: HttpRequest, key: UUID) -> Household:
    """One of the homes in which the account's adult lives; 404 for any other."""
    home = homes_of(guardian(request), timezone.localdate()).filter(key=key).first()
    if home is None:
        raise Http404
    return home


def may(request: HttpRequest, child: Child, act: Act) -> bool:
    """Whether a page that the account may read also offers it the act."""
    return act in acts_on(guardian(request), child, timezone.localdate())
