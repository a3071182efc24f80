"""What waits between a school and its out-of-class care: a project to show, a project to open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.foundation.schoolyears import school_year_of
from preau.people.accounts.enums import Role
from preau.people.accounts.models import Membership, User
from preau.people.notices.waiting import Waiting
from preau.plan.articulation.enums import Side
from preau.plan.articulation.models import ProjectSummary, SitePair

type Told = tuple[int, Waiting]
"""For whom (the id of an organisation), what."""


def awaited_summaries(people: Sequence[User], on: date) -> Mapping[int, Sequence[Waiting]]:
    """Of the pairs of the school year, for those who contribute for one of their sides. Four queries."""
    members: dict[int, list[int]] = {}
    held = Membership.objects.on(on).filter(user__in=people, role=Role.CONTRIBUTOR)
    for organisation, person in held.values_list("organisation_id", "user_id"):
        members.setdefault(organisation, []).append(person)
    published = ProjectSummary.objects.published().order_by("version").prefetch_related("seen")
    pairs = (
        SitePair.objects.filter(Q(school__in=members) | Q(care__in=members), school_year=school_year_of(on))
        .select_related("site")
        .prefetch_related(Prefetch("summaries", published, to_attr="shown"))
    )
    found: dict[int, list[Waiting]] = {}
    for pair in pairs.order_by("due_on", "pk"):
        for organisation, thing in _of_pair(pair, on):
            for person in members.get(organisation, ()):
                found.setdefault(person, []).append(thing)
    return found


def _of_pair(pair: SitePair, on: date) -> Iterator[Told]:
    shown: dict[str, ProjectSummary] = {each.side: each for each in pair.shown}  # type: ignore[attr-defined]
    for side, noun, mine, theirs in (
        (Side.SCHOOL, "ecole", pair.school_id, pair.care_id),
        (Side.CARE, "accueil", pair.care_id, pair.school_id),
    ):
        summary = shown.get(side)
        if summary is None:
            yield mine, _to_write(pair, noun, on)
        elif not any(each.organisation_id == theirs for each in summary.seen.all()):
            yield theirs, _to_open(pair, side, noun)


def _to_write(pair: SitePair, noun: str, on: date) -> Waiting:
    return Waiting(
        title=_("votre projet en deux pages (%(site)s)") % {"site": pair.site.name},
        path=reverse("workspace:summary_edit", args=[pair.site.slug, noun]) + f"?annee={pair.school_year}",
        due_on=pair.due_on,
        why=_("en retard") if pair.due_on < on else _("l’autre côté l’attend"),
    )


def _to_open(pair: SitePair, side: Side, noun: str) -> Waiting:
    words = (
        _("le projet de l’école (%(site)s)") if side == Side.SCHOOL else _("le projet de l’accueil (%(site)s)")
    ) % {"site": pair.site.name}
    return Waiting(
        title=words,
        path=reverse("workspace:pair", args=[pair.site.slug]) + f"?annee={pair.school_year}#{noun}",
        why=_("personne de votre côté ne l’a encore ouvert"),
    )
