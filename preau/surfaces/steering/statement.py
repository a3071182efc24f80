"""The first thing an elected member reads: where the plan stands, in one or two sentences."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def statement(*, objectives: int, without_owner: int, decisions: int, late: int) -> list[str]:
    """Sentences, the most important first. Pure: counts in, words out."""
    if objectives == 0:
        return [_("Le projet ne contient encore aucun objectif.")]
    return [_ownership(objectives, without_owner), _deciding(decisions, late)]


def _ownership(objectives: int, without_owner: int) -> str:
    if without_owner == 0:
        return ngettext(
            "L’objectif du projet a un porteur.", "Les %(n)d objectifs ont tous un porteur.", objectives
        ) % {"n": objectives}
    return ngettext(
        "%(n)d objectif sur %(all)d n’a encore aucun porteur.",
        "%(n)d objectifs sur %(all)d n’ont encore aucun porteur.",
        without_owner,
    ) % {"n": without_owner, "all": objectives}


def _deciding(decisions: int, late: int) -> str:
    if decisions == 0:
        return _("Aucun point n’attend de décision.")
    waiting = ngettext("%(n)d point attend une décision", "%(n)d points attendent une décision", decisions) % {
        "n": decisions
    }
    if late == 0:
        return _("%(waiting)s, aucun n’est en retard.") % {"waiting": waiting}
    return ngettext("%(waiting)s, dont %(n)d en retard.", "%(waiting)s, dont %(n)d en retard.", late) % {
        "waiting": waiting,
        "n": late,
    }
