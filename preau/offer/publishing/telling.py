"""Who is told of the steps of an entry: the town of what is proposed, its organisation of what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.offer.activities.models import Activity
from preau.offer.activities.telling import tell_agents, tell_authors
from preau.people.accounts.hand import Hand
from preau.people.notices.enums import NoticeKind

_TO_AUTHORS: Mapping[str, tuple[NoticeKind, Promise]] = {
    "publish": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » est publiée")),
    "restore": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » est de nouveau publiée")),
    "ask": (NoticeKind.ASKED, gettext_lazy("« %(title)s » : la ville demande un changement")),
    "refuse": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » n’est pas retenue dans le catalogue")),
    "withdraw": (NoticeKind.DECIDED, gettext_lazy("« %(title)s » est retirée du catalogue")),
    "suspend": (NoticeKind.ASKED, gettext_lazy("« %(title)s » n’est plus montrée : une pièce n’est plus valable")),
    "expire": (NoticeKind.ASKED, gettext_lazy("« %(title)s » est à vérifier : un an a passé")),
}
_TO_AGENTS: Mapping[str, tuple[NoticeKind, Promise]] = {
    "propose": (NoticeKind.PROPOSED, gettext_lazy("« %(title)s » est proposée au catalogue")),
    "withdraw": (NoticeKind.CHANGED, gettext_lazy("« %(title)s » est retirée du catalogue")),
    "suspend": (NoticeKind.CHANGED, gettext_lazy("« %(title)s » n’est plus montrée : une pièce n’est plus valable")),
}


def tell_step(activity: Activity, step: str, *, hand: Hand) -> None:
    """The one who took the step is not told of it."""
    if told := _TO_AUTHORS.get(step):
        tell_authors(activity, told[0], str(told[1]), hand=hand)
    if told := _TO_AGENTS.get(step):
        tell_agents(activity, told[0], str(told[1]), hand=hand)


def tell_soon_stale(activity: Activity, due_on: date, *, hand: Hand) -> None:
    tell_authors(activity, NoticeKind.DUE, _("« %(title)s » est à vérifier"), hand=hand, due_on=due_on)
