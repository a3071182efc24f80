"""Who is told what of an evaluation. Titles name the year and institutions, never a person, and quote nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import Membership, User
from preau.people.accounts.queries import coordinators
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .enums import RecallKind
from .models import Contribution, Dissent, Evaluation, Verdict


def ask_contributions(evaluation: Evaluation, sides: Collection[int], *, hand: Hand) -> None:
    """One notice for a side, however many objectives it carries."""
    people = contributors(sides, timezone.localdate(hand.now))
    title = _("Votre contribution à l’évaluation %(year)s") % {"year": evaluation.year_name}
    _notify(people, NoticeKind.ASKED, evaluation, title, mine(evaluation), hand, due_on=evaluation.closes_on)


def tell_handed_in(contribution: Contribution, *, hand: Hand) -> None:
    title = _("%(organisation)s a remis sa contribution à %(code)s") % {
        "organisation": contribution.organisation.name,
        "code": contribution.objective.code,
    }
    people = coordinators(timezone.localdate(hand.now))
    _notify(people, NoticeKind.REPLIED, contribution, title, progress(contribution.evaluation), hand)


def recall(evaluation: Evaluation, side: int, kind: RecallKind, *, hand: Hand) -> None:
    title = (
        _("Encore une semaine pour contribuer à l’évaluation %(year)s")
        if kind == RecallKind.BEFORE
        else _("Votre contribution à l’évaluation %(year)s était attendue")
    )
    people = contributors([side], timezone.localdate(hand.now))
    path, named = mine(evaluation), title % {"year": evaluation.year_name}
    _notify(people, NoticeKind.DUE, evaluation, named, path, hand, due_on=evaluation.closes_on)


def tell_proposed(verdict: Verdict, *, hand: Hand) -> None:
    """Those who gave their word on the row of that effect read first what is made of it."""
    beside = Contribution.objects.filter(evaluation=verdict.evaluation, objective__row=verdict.effect.row_id)
    people = contributors(set(beside.values_list("organisation", flat=True)), timezone.localdate(hand.now))
    title = _("Verdict proposé pour l’effet %(code)s") % {"code": verdict.effect.code}
    _notify(people, NoticeKind.PROPOSED, verdict, title, effect(verdict), hand)


def tell_dissent(dissent: Dissent, *, hand: Hand) -> None:
    verdict = dissent.verdict
    title = _("%(organisation)s a un autre avis sur l’effet %(code)s") % {
        "organisation": dissent.organisation.name,
        "code": verdict.effect.code,
    }
    _notify(coordinators(timezone.localdate(hand.now)), NoticeKind.REPLIED, dissent, title, effect(verdict), hand)


def tell_adopted(evaluation: Evaluation, *, hand: Hand) -> None:
    """Everybody who was asked, and those who decide."""
    today = timezone.localdate(hand.now)
    sides = set(evaluation.contributions.values_list("organisation", flat=True))
    elected = Membership.objects.on(today).filter(role=Role.ELECTED_MEMBER, user__is_active=True)
    people = {each.pk: each for each in contributors(sides, today)}
    people |= {each.user_id: each.user for each in elected.select_related("user")}
    title = _("L’évaluation %(year)s est adoptée") % {"year": evaluation.year_name}
    path = reverse("workspace:evaluation", args=[evaluation.pk])
    _notify(people.values(), NoticeKind.DECIDED, evaluation, title, path, hand)


def contributors(organisations: Collection[int], on: date) -> list[User]:
    """Those who contribute for these organisations; the coordination stands in for one that has nobody."""
    wanted = set(organisations)
    held = Membership.objects.on(on).filter(role=Role.CONTRIBUTOR, organisation__in=wanted, user__is_active=True)
    members = list(held.select_related("user").order_by("pk"))
    found = {each.user_id: each.user for each in members}
    if wanted - {each.organisation_id for each in members}:
        found |= {person.pk: person for person in coordinators(on)}
    return list(found.values())


def mine(evaluation: Evaluation) -> str:
    return reverse("workspace:evaluation_contributions", args=[evaluation.pk])


def progress(evaluation: Evaluation) -> str:
    return reverse("workspace:evaluation_progress", args=[evaluation.pk])


def effect(verdict: Verdict) -> str:
    return reverse("workspace:evaluation_effect", args=[verdict.evaluation_id, verdict.effect.code])


def _notify(
    people: Collection[User] | models.QuerySet[User],
    kind: NoticeKind,
    subject: models.Model,
    title: str,
    path: str,
    hand: Hand,
    due_on: date | None = None,
) -> None:
    notify(people, kind=kind, subject=subject, title=title, path=path, now=hand.now, by=hand.by, due_on=due_on)
