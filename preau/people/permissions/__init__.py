"""Permissions: one table per app answers "may I?" and "which rows?" with the same rule."""

from .actor import PUBLIC, Actor, actor_of
from .table import PermissionTable, Scope, everything, of_my_organisation, published, when

__all__ = [
    "PUBLIC",
    "Actor",
    "PermissionTable",
    "Scope",
    "actor_of",
    "everything",
    "of_my_organisation",
    "published",
    "when",
]
