"""What the town decided of the day itself, on a day; and deciding it."""

from __future__ import annotations

from preau.people.terms import VotedTerms

from .models import AttendanceTerms
from .terms import HOUSE

VOTED = VotedTerms(AttendanceTerms, HOUSE, event="attendance.terms_decided")
terms_on, decide_terms = VOTED.on, VOTED.decide
