"""A copy that came back is a batch of suggestions: when the last one is decided, its sender is told."""

from __future__ import annotations

from preau.people.accounts.hand import Hand
from preau.people.notices.actions import notify
from preau.people.notices.enums import NoticeKind
from preau.plan.drafting.enums import SuggestionState
from preau.plan.drafting.models import Suggestion


def tell_when_done(suggestion: Suggestion, *, hand: Hand) -> None:
    """One notice for the whole copy, not one for each change in it. One query more while something is still open."""
    returned = suggestion.batch
    if returned is None or returned.by is None or returned.suggestions.open().exists():
        return
    states = list(returned.suggestions.values_list("state", flat=True))
    accepted = states.count(SuggestionState.ACCEPTED)
    notify(
        [returned.by],
        kind=NoticeKind.DECIDED,
        subject=returned,
        title=f"Votre copie du projet est relue : {accepted} changement{'s' if accepted > 1 else ''} sur "
        f"{len(states)} accepté{'s' if accepted > 1 else ''}",
        path=f"/atelier/copies/retours/{returned.pk}/",
        now=hand.now,
        by=hand.by,
    )
