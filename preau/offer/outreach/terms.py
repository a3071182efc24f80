"""What the town decided of outreach lists, on a day. Lists that are open keep their end."""

from __future__ import annotations

from preau.people.terms import VotedTerms

from .models import OutreachTerms
from .rules import HOUSE

VOTED = VotedTerms(OutreachTerms, HOUSE, event="outreach.terms_decided")
terms_on, decide_outreach = VOTED.on, VOTED.decide
