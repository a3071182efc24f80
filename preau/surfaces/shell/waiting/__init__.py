"""What waits for each person, gathered from the domain: a file for each source, a name in ``WAITING``."""

from __future__ import annotations

from preau.people.accounts.enums import Role
from preau.people.notices.waiting import gathered

from .activities import activities
from .agreements import awaited_signatures, ending_terms
from .campaigns import appeals_due, exceptions_to_sign, letters_to_post
from .classes import class_requests
from .decisions import decisions, reviews
from .desk import families_to_call, letters_and_calls, wishes_half_way
from .evaluation import awaited_contributions
from .families import family_papers
from .labels import labels
from .points import entrusted_points
from .providers import joins_and_checks, papers
from .returns import open_returns
from .roles import held_by
from .sheets import asked_opinions, carried_sheets
from .sites import awaited_summaries
from .spaces import reports_at_gates
from .suggestions import open_suggestions

WAITING = gathered(
    entrusted_points,
    decisions,
    reviews,
    carried_sheets,
    awaited_contributions,
    asked_opinions,
    open_suggestions,
    open_returns,
    awaited_summaries,
    labels,
    awaited_signatures,
    ending_terms,
    reports_at_gates,
    class_requests,
    activities,
    papers,
    joins_and_checks,
    held_by(
        Role.FAMILY_AGENT,
        family_papers,
        letters_and_calls,
        families_to_call,
        wishes_half_way,
        exceptions_to_sign,
        appeals_due,
        letters_to_post,
    ),
)
