"""Going towards families, through the same verbs as everybody: a referent, a list that is over, one that is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from preau.demo.content import outreach as story
from preau.demo.families import Families
from preau.offer.outreach.answering import note
from preau.offer.outreach.closing import close_list
from preau.offer.outreach.designating import designate
from preau.offer.outreach.enums import Barrier, Ending, Outcome
from preau.offer.outreach.groups import Group
from preau.offer.outreach.models import OutreachLine, OutreachList
from preau.offer.outreach.objecting import object_to
from preau.offer.outreach.opening import Purpose, open_list
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.households.enums import ContactBy
from preau.people.households.models import Adult, Guardian
from preau.people.organisations.models import Commune
from preau.people.permissions import actor_of


def go_towards(commune: Commune, people: Mapping[str, User], told: Families) -> None:
    """After the past of the town is told: before, nobody is missing."""
    administration = Hand(people["paul.lemoine"], story.DESIGNATED_AT)
    mathilde = people["mathilde.aubry"]
    designate(mathilde, basis=story.BASIS, ends_on=None, commune=commune, hand=administration)
    key, at = story.OBJECTS
    object_to(told.adults[key], hand=Hand(told.adults[key].account, at))
    first = _opened(
        story.FIRST, Purpose(story.FIRST_OFFER, story.FIRST_REASON), commune, Hand(mathilde, story.FIRST_AT)
    )
    ended = Hand(mathilde, story.FIRST_ENDED)
    _answer(list(first.lines.all()), ended)
    close_list(first, Ending.DONE, hand=ended)
    second = Hand(mathilde, story.SECOND_AT)
    made = _opened(story.SECOND, Purpose(story.SECOND_OFFER, story.SECOND_REASON), commune, second)
    _give_numbers(made)
    _answer(list(made.lines.all()[: story.CALLED]), second)


def _give_numbers(made: OutreachList) -> None:
    """The old files said no way to reach them; the desk found their numbers, of the range kept for fiction."""
    links = Guardian.objects.filter(child__outreach_lines__list=made, adult__phone="", adult__email="")
    adults = Adult.objects.filter(pk__in=links.values("adult")).order_by("pk")
    for number, adult in enumerate(adults):
        adult.phone, adult.contact_by = f"06 39 98 {60 + number // 100} {number % 100:02d}", ContactBy.PHONE
        adult.save(update_fields=["phone", "contact_by"])


def _opened(told: tuple[str, str, str], purpose: Purpose, commune: Commune, hand: Hand) -> OutreachList:
    assert hand.by is not None  # noqa: S101  Mathilde
    return open_list(Group(*told), purpose, commune=commune, who=actor_of(hand.by, hand.now.date()), hand=hand)


def _answer(lines: Sequence[OutreachLine], hand: Hand) -> None:
    for number, line in enumerate(lines):
        outcome, barrier = story.ANSWERS[number % len(story.ANSWERS)]
        note(line, Outcome(outcome), barrier=Barrier(barrier) if barrier else None, hand=hand)
