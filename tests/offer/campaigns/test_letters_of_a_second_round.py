"""After a second round, what is posted is its answer, to those it tells something; delays run from that day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.offer.campaigns.addressing import addressees
from preau.offer.campaigns.appealing import contest
from preau.offer.campaigns.enums import LetterSubject
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.letters import decision_letter
from preau.offer.campaigns.models import AllocationCampaign, Letter
from preau.offer.campaigns.posting import post, sheet_of, to_post
from preau.offer.campaigns.second import run_second_round
from preau.offer.campaigns.stepping import settle
from preau.offer.enrolment.models import Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel, ContactBy
from preau.people.households.models import Adult
from preau.surfaces.shell.waiting.campaigns import letters_to_post
from tests.cast.campaigns import AFTER, NOTIFIED, make_application, make_second_campaign, walk
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db
TODAY = AFTER.now.date()


@pytest.fixture
def campaign():
    """Two places of judo, two of pottery, five families told on paper."""
    made = make_second_campaign("open")
    Adult.objects.update(contact_by=ContactBy.PAPER)
    return walk(made, "notified")


def _again(campaign, *, leaves=()):
    """Every offered place is taken, but those; then the second round."""
    for place in Enrolment.objects.filter(state="offered").order_by("pk"):
        answer(place, accepts=place not in leaves, hand=NOTIFIED)
    run_second_round(campaign, hand=AFTER)
    return AllocationCampaign.objects.get(pk=campaign.pk)


def _judo():
    return list(Enrolment.objects.filter(unit__activity__title="Judo", state="offered").order_by("pk"))


def _sheets(campaign):
    return {each.application.child_id: sheet_of(each) for each in to_post(campaign, TODAY)}


def test_those_of_the_first_round_are_posted_first_then_those_of_the_second_and_each_once(campaign):
    first = to_post(campaign, NOTIFIED.now.date())
    assert len(first) == 5 and {each.subject for each in first} == {LetterSubject.DECISION}
    assert post(campaign, first, hand=NOTIFIED) == 5
    campaign = _again(campaign, leaves=_judo()[:1])
    again = to_post(campaign, TODAY)
    assert {each.subject for each in again} == {LetterSubject.SECOND}
    assert post(campaign, again, hand=AFTER) == len(again) and to_post(campaign, TODAY) == []
    assert Letter.objects.filter(subject="second").count() == len(again)


def test_a_first_answer_that_nobody_posted_is_no_longer_the_one_to_post(campaign):
    campaign = _again(campaign, leaves=_judo()[:1])
    assert {each.subject for each in to_post(campaign, TODAY)} == {LetterSubject.SECOND}


def _to(campaign, application):
    return addressees([(application, application.asked_by)], TODAY)[0]


def test_who_gave_back_all_they_had_asked_for_is_told_nothing_and_keeps_the_first_answer_as_it_was():
    """Posted again with the days of the second round, it would be a place that nobody offers."""
    made = make_second_campaign("open", children=0)
    for _each in range(3):
        make_application(made, ("Judo",))
    Adult.objects.update(contact_by=ContactBy.PAPER)
    campaign = walk(made, "notified")
    held = _judo()[0]
    campaign = _again(campaign, leaves=[held])
    assert len(_sheets(campaign)) == 2 and held.child_id not in _sheets(campaign)
    mine = campaign.applications.select_related("campaign__commune", "asked_by").get(child=held.child)
    sheet = decision_letter(mine, _to(campaign, mine))
    assert sheet.place.endswith("le 8 décembre 2026") and "18 décembre 2026" in " ".join(sheet.lead)
    assert "avant le 8 février 2027" in sheet.sections[-1].ways[0].words


def test_each_letter_says_what_became_of_the_place_and_asks_only_where_something_is_asked(campaign):
    judo = _judo()
    before = dict(Enrolment.objects.filter(state="offered").values_list("child", "unit__activity__title"))
    campaign = _again(campaign, leaves=judo[:1])
    now = {
        each.child_id: (each.unit.activity.title, str(each.state))
        for each in Enrolment.objects.filter(state__in=("offered", "confirmed")).select_related("unit__activity")
    }
    sheets = _sheets(campaign)
    for child, sheet in sheets.items():
        title, state = now.get(child, ("", ""))
        assert sheet.place.endswith("le 20 décembre 2026")
        if state == "offered":
            assert sheet.title.startswith("Une place est proposée") and sheet.slip
            assert "30 décembre 2026" in " ".join(sheet.lead)
        elif state == "confirmed":
            verb = "garde sa place" if before.get(child) == title else "a sa place"
            assert verb in sheet.title and sheet.slip == ()
            assert title in sheet.lead[0] and "rien à répondre" in sheet.lead[-1]
        else:
            assert sheet.title.startswith("Pas de place") and "listes d’attente" in sheet.lead[0]
    assert {state for _title, state in now.values()} >= {"confirmed"} and len(sheets) >= 5


def test_delays_run_from_the_second_round(campaign):
    campaign = _again(campaign, leaves=_judo()[:1])
    for sheet in _sheets(campaign).values():
        assert "avant le 20 février 2027" in sheet.sections[-1].ways[0].words


def test_an_appeal_that_arrived_between_the_rounds_may_be_entered_after_the_second(campaign):
    campaign = _again(campaign, leaves=_judo()[:1])
    asked = campaign.applications.filter(cases__run__kind="second").first()
    agent = Hand(make_person("family_agent"), AFTER.now)
    told = {"ground": "data", "words": "Erreur.", "channel": Channel.PAPER, "hand": agent}
    with pytest.raises(NotReady, match="avant la décision"):
        contest(asked, **told, asked_by=None, received_on=NOTIFIED.now.date() - timedelta(days=1))
    made = contest(asked, **told, asked_by=asked.asked_by, received_on=date(2026, 12, 14))
    assert (made.is_late, made.due_on) == (False, date(2027, 2, 14))
    late = Hand(agent.by, AFTER.now + timedelta(days=60))  # two months after the first round, not after the second
    other = campaign.applications.filter(cases__run__kind="second").exclude(pk=asked.pk).first()
    assert not contest(other, **{**told, "hand": late}, asked_by=other.asked_by).is_late


def test_letters_wait_for_the_desk_until_they_are_posted_even_once_the_campaign_is_settled(campaign):
    agent = make_person("family_agent")
    campaign = _again(campaign, leaves=_judo()[:1])
    number = len(to_post(campaign, TODAY))
    assert letters_to_post([agent], TODAY)[agent.pk][0].title.startswith(f"{number} lettres à poster")
    settle(campaign, hand=AFTER)
    assert letters_to_post([agent], TODAY)[agent.pk]
    post(campaign, to_post(AllocationCampaign.objects.get(pk=campaign.pk), TODAY), hand=AFTER)
    assert letters_to_post([agent], TODAY) == {}
