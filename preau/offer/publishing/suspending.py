"""A paper ends: what it allowed is no longer shown. It holds again: what was hidden for it comes back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from preau.offer.activities.completeness import lacking
from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity
from preau.offer.activities.said import entry_facts
from preau.offer.providers.declaring import check_paper
from preau.offer.providers.models import ProviderPaper
from preau.offer.providers.papers import hidden_by
from preau.offer.providers.queries import hiding_papers, lacking_papers, papers_of
from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune, Organisation

from .reasons import ChangeCause
from .states import SHOWN
from .stepping import restore, suspend


def suspend_without_papers(commune: Commune, *, hand: Hand) -> int:
    """Hides what is shown without a paper that it needs. Gives how many entries."""
    on = timezone.localdate(hand.now)
    shown = list(Activity.objects.filter(commune=commune, state__in=SHOWN).select_related("organisation", "commune"))
    papers = papers_of({each.organisation_id: each.organisation for each in shown}.values(), commune, on)
    hidden = [each for each in shown if hidden_by(lacking_papers(each, papers[each.organisation_id]))]
    return sum(_suspended(each, hand) for each in hidden)


@transaction.atomic
def checked(paper: ProviderPaper, *, is_valid: bool, remark: str = "", hand: Hand) -> list[Activity]:
    """The town looked at a paper. Gives the entries that are shown again. Raises AlreadyAnswered."""
    looked_at = check_paper(paper, is_valid=is_valid, remark=remark, hand=hand)
    return restore_with_papers(looked_at.organisation, hand=hand) if is_valid else []


@transaction.atomic
def restore_with_papers(organisation: Organisation, *, hand: Hand) -> list[Activity]:
    """Only what was hidden for want of a paper, and lacks none now."""
    on = timezone.localdate(hand.now)
    asleep = Activity.objects.filter(organisation=organisation, state=EntryState.TO_CHANGE)
    back = []
    for activity in asleep.select_related("organisation", "commune").order_by("pk"):
        last = activity.steps.exclude(step="change").last()
        was_hidden = last is not None and last.step == "suspend"
        if was_hidden and not hiding_papers(activity, on) and not lacking(entry_facts(activity)):
            back.append(restore(activity, hand=hand))
    return back


@transaction.atomic
def _suspended(activity: Activity, hand: Hand) -> bool:
    """Checked again under the lock: the paper may have come meanwhile."""
    current = Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if current.state not in SHOWN or not hiding_papers(activity, timezone.localdate(hand.now)):
        return False
    suspend(activity, cause=ChangeCause.PAPER, hand=hand)
    return True
