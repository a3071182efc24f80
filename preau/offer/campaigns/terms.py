"""What the town decided of its campaigns, on a day: how long each step lasts, how many wishes and priorities."""

from __future__ import annotations

from dataclasses import dataclass

from preau.people.terms import VotedTerms

from .models import CampaignTerms


@dataclass(frozen=True, slots=True)
class Terms:
    """Days, but for ``wishes`` and ``rules``: how many of them at most."""

    announced_before: int = 21
    window: int = 14
    answer: int = 10
    wishes: int = 30
    rules: int = 6


HOUSE = Terms()
"""Source: the calendar of brief f.2; a cap on wishes breaks the safety of telling the truth, so it is high (f.3)."""
LEAST = Terms(announced_before=7, window=7, answer=3, wishes=10, rules=1)
MOST = Terms(announced_before=90, window=90, answer=60, wishes=100, rules=12)

VOTED = VotedTerms(CampaignTerms, HOUSE, event="campaigns.terms_decided")
terms_on, decide_terms = VOTED.on, VOTED.decide
