"""The papers of the fictional associations, and those that ask to join."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from preau.demo.content.activities import AGENT, ANSWERS
from preau.demo.content.activities.papers import PAPERS, REQUESTS
from preau.offer.providers.declaring import PaperFacts, check_paper, declare_paper
from preau.offer.providers.enums import JoinState
from preau.offer.providers.joining import CONFIRM_WITHIN, fingerprint
from preau.offer.providers.models import JoinRequest
from preau.offer.providers.telling import tell_request
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune, Organisation


def give_papers(
    organisations: Mapping[str, Organisation], people: Mapping[str, User], authors: Mapping[str, User]
) -> None:
    for each in PAPERS:
        facts = PaperFacts(each.kind, each.on, each.until, each.reference)
        author = authors[ANSWERS[each.who][0]]
        paper = declare_paper(organisations[each.who], facts, hand=Hand(author, each.given_at))
        if each.checked_at is not None:
            check_paper(paper, is_valid=True, hand=Hand(people[AGENT], each.checked_at))


def ask(commune: Commune, people: Mapping[str, User]) -> None:
    """Written as they stand: the verbs would send mails to people who do not exist."""
    for each in REQUESTS:
        request = JoinRequest(
            commune=commune,
            name=each.name,
            rna=each.rna,
            purpose=each.purpose,
            person=each.person,
            job_title=each.job,
            email=each.email,
            state=JoinState.CONFIRMED,
            token_hash=fingerprint(each.rna),
            asked_at=each.asked_at,
            confirm_before=each.asked_at + CONFIRM_WITHIN,
            confirmed_at=each.asked_at + timedelta(minutes=12),
        )
        if each.refused is None:
            request.save()
            tell_request(request, now=each.asked_at)
            continue
        request.state = JoinState.REFUSED
        request.answered_at, request.cause, request.answer = each.refused
        request.answered_by = people[AGENT]
        request.save()
