"""After the answers: an appeal upheld and what it led to, one that is due, and letters that are still on the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from preau.demo.content import campaigns as told
from preau.demo.content import replies as story
from preau.demo.families import Families
from preau.offer.campaigns.appealing import answer_appeal, contest, lead_to
from preau.offer.campaigns.models import AllocationCampaign, Appeal, Application, Override
from preau.offer.campaigns.overriding import ask_override, sign
from preau.offer.enrolment.models import EnrolmentMessage
from preau.offer.enrolment.taking import answer
from preau.offer.enrolment.telling import prepare
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.enums import Channel
from preau.people.households.models import Adult
from preau.people.notices.models import Notice


def follow_answers(people: Mapping[str, User], families: Families) -> None:
    campaign = AllocationCampaign.objects.get(title=told.NOONS.title)
    appeals = {each.child: _contest(campaign, each, people, families) for each in story.CONTESTED}
    held = _mend(campaign, people, families)
    lead_to(appeals[story.MENDED.child], held, hand=Hand(people[story.MENDED.second], story.MENDED.signed_at))
    _settle_the_past(campaign, story.MENDED.accepted_at)


def _contest(
    campaign: AllocationCampaign, each: story.Contested, people: Mapping[str, User], families: Families
) -> Appeal:
    adult = Adult.objects.select_related("account").get(pk=families.adults[each.by].pk)
    made = contest(
        _application(campaign, each.child, families),
        ground=each.ground,
        words=each.words,
        asked_by=adult,
        channel=Channel.ONLINE,
        hand=Hand(adult.account, each.at),
    )
    if each.answered_at is None:
        return made
    desk = people[story.MENDED.second]
    return answer_appeal(made, result=each.result, outcome=each.outcome, hand=Hand(desk, each.answered_at))


def _mend(campaign: AllocationCampaign, people: Mapping[str, User], families: Families) -> Override:
    each = story.MENDED
    offer = list(campaign.offers.select_related("unit__activity").order_by("pk"))[each.offer]
    asked = ask_override(
        _application(campaign, each.child, families),
        offer,
        reason=each.reason,
        words=each.words,
        hand=Hand(people[each.author], each.asked_at),
    )
    held = sign(asked, hand=Hand(people[each.second], each.signed_at))
    if held.enrolment and held.application.asked_by:
        answer(held.enrolment, accepts=True, hand=Hand(held.application.asked_by.account, each.accepted_at))
    return held


def _settle_the_past(campaign: AllocationCampaign, at: datetime) -> None:
    """Mails and calls of that autumn were made; what families were told of then was read."""
    prepare(now=at)
    past = EnrolmentMessage.objects.filter(step__enrolment__unit__campaign_offer__campaign=campaign, done_at=None)
    past.update(taken_at=at, done_at=at)
    Notice.objects.filter(subject__startswith="campaigns.", read_at=None).update(read_at=at)


def _application(campaign: AllocationCampaign, child: str, families: Families) -> Application:
    return campaign.applications.get(child=families.children[child])
