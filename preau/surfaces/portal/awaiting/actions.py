"""What can be done for a child from the home page: one link by area."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.households.models import Child
from preau.people.households.rights import Act


@dataclass(frozen=True, slots=True)
class ChildAction:
    """``name`` is an address that takes the child's key; ``act`` what one must be allowed to do to see the link."""

    label: str | Promise
    name: str
    icon: str
    act: Act = Act.READ

    def path(self, child: Child) -> str:
        return reverse(self.name, args=[child.key])


CHILD_ACTIONS: tuple[ChildAction, ...] = (
    ChildAction(_("Ses présences"), "portal:child_presences", "calendar-days"),
    ChildAction(_("Santé et ce qui l’aide"), "portal:child_health", "heart", Act.REGISTER),
    ChildAction(_("Sa fiche"), "portal:child", "identification"),
    ChildAction(_("Qui vient le chercher"), "portal:pickups", "user-group", Act.COLLECT),
)
