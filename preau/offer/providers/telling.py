"""Who is told of a request to join, and of a paper."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.activities.telling import agents, authors
from preau.people.accounts.hand import Hand
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind

from .enums import PaperState
from .models import JoinRequest, ProviderPaper


def tell_request(request: JoinRequest, *, now: datetime) -> None:
    title = _("« %(name)s » demande à publier ses activités") % {"name": request.name}
    path = reverse("workspace:join", args=[request.pk])
    notify(agents(timezone.localdate(now)), kind=NoticeKind.ASKED, subject=request, title=title, path=path, now=now)


def tell_declared(paper: ProviderPaper, *, hand: Hand) -> None:
    said = {"kind": paper.get_kind_display(), "name": paper.organisation.name}
    title = _("À contrôler pour %(name)s : %(kind)s") % said
    people = agents(timezone.localdate(hand.now))
    path = reverse("workspace:provider", args=[paper.organisation.slug])
    notify(people, kind=NoticeKind.ASKED, subject=paper, title=title, path=path, now=hand.now, by=hand.by)


def tell_checked(paper: ProviderPaper, *, hand: Hand) -> None:
    is_valid = paper.state == PaperState.VALID
    title = _("La ville a contrôlé : %(kind)s") if is_valid else _("À redonner : %(kind)s")
    kind = NoticeKind.DECIDED if is_valid else NoticeKind.ASKED
    _tell_authors(paper, kind, title, hand=hand)


def tell_end(paper: ProviderPaper, *, days: int, hand: Hand) -> None:
    title = _("Pièce à renouveler : %(kind)s") if days else _("Cette pièce n’est plus valable : %(kind)s")
    _tell_authors(paper, NoticeKind.DUE, title, hand=hand, due_on=paper.valid_until)


def _tell_authors(
    paper: ProviderPaper, kind: NoticeKind, title: str, *, hand: Hand, due_on: date | None = None
) -> None:
    people = authors(paper.organisation_id, timezone.localdate(hand.now))
    path = reverse("workspace:provider", args=[paper.organisation.slug])
    said = title % {"kind": paper.get_kind_display()}
    notify(people, kind=kind, subject=paper, title=said, path=path, now=hand.now, by=hand.by, due_on=due_on)
