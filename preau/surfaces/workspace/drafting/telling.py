"""What people are told of drafting: titles name the thing and who acts, never what was written."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.accounts.queries import coordinators
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.people.notices.queries import people_called
from preau.plan.drafting.audience import author_and_backers, earlier_voices, place_of
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.models import PlanComment, Suggestion


def tell_proposed(suggestion: Suggestion, hand: Hand) -> None:
    """The coordinators; several proposals on one item make one notice, that leads to all of them."""
    item = suggestion.item
    path = reverse("workspace:item_suggestions", args=[item.slug]) if item else _page(suggestion)
    notify(
        coordinators(timezone.localdate(hand.now)),
        kind=NoticeKind.PROPOSED,
        subject=item or suggestion,
        title=_("%(name)s propose un changement dans %(code)s") % {"name": hand.by, "code": place_of(suggestion)},
        path=f"{path}?projet={suggestion.plan_id}",
        now=hand.now,
        by=hand.by,
    )


def tell_decided(suggestion: Suggestion, hand: Hand) -> None:
    """Its author and those who backed it. Who sent a whole copy back is told once, when all of it is decided."""
    told = author_and_backers(suggestion)
    accepted = suggestion.state == SuggestionState.ACCEPTED
    title = _("Proposition acceptée sur %(code)s") if accepted else _("Proposition refusée sur %(code)s")
    notify(
        told.exclude(suggestions=suggestion) if suggestion.batch_id else told,
        kind=NoticeKind.DECIDED,
        subject=suggestion,
        title=title % {"code": place_of(suggestion)},
        path=f"{_page(suggestion)}?projet={suggestion.plan_id}",
        now=hand.now,
        by=hand.by,
    )


def tell_said(said: PlanComment, hand: Hand) -> None:
    """Those whom the remark calls; then whose proposal it is about, and who spoke before, once each."""
    called = people_called(said.text, timezone.localdate(hand.now))
    about = said.suggestion or said.item
    if about is None:
        return
    page = _page(about) if isinstance(about, Suggestion) else reverse("workspace:item", args=[about.slug])
    path = f"{page}?projet={said.plan_id}#commentaire-ecrit-{said.pk}"
    facts = {"name": hand.by, "code": place_of(said)}
    told = [
        (NoticeKind.MENTIONED, called, _("%(name)s vous cite dans un commentaire sur %(code)s")),
        (
            NoticeKind.REPLIED,
            earlier_voices(said).exclude(pk__in=[each.pk for each in called]),
            _("%(name)s a commenté %(code)s après vous"),
        ),
    ]
    for kind, people, title in told:
        notify(people, kind=kind, subject=about, title=title % facts, path=path, now=hand.now, by=hand.by)


def _page(suggestion: Suggestion) -> str:
    return reverse("workspace:suggestion", args=[suggestion.pk])
