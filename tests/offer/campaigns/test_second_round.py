"""The second round: places given back go by the same draw, who has one keeps it or gets better, nobody is told first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from preau.foundation.lifecycle import NotNow
from preau.offer import allocation as engine
from preau.offer.allocation.errors import BadFile
from preau.offer.campaigns.errors import NotReady, WindowClosed
from preau.offer.campaigns.models import CaseExplanation
from preau.offer.campaigns.second import run_second_round, stay
from preau.offer.campaigns.stepping import settle
from preau.offer.enrolment.enums import LIVE
from preau.offer.enrolment.models import BookingUnit, Enrolment, EnrolmentStep
from preau.offer.enrolment.taking import answer, expire
from preau.offer.enrolment.telling import prepare
from preau.people.notices.models import Notice
from tests.cast.campaigns import AFTER, NOTIFIED, make_application, make_campaign, make_second_campaign, walk
from tests.migrated import run_on_a_migrated_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """Two places of judo, two of pottery; five children who want judo, then pottery. The rules have a second round."""
    return make_second_campaign()


def _offered(title):
    return list(Enrolment.objects.filter(unit__activity__title=title, state="offered").order_by("pk"))


def _has(application):
    rows = Enrolment.objects.filter(child=application.child, state__in=LIVE).order_by("pk")
    return {(each.unit.activity.title, str(each.state)) for each in rows.select_related("unit__activity")}


def _answer_all(campaign, *, leaves):
    """Everybody accepts, but for the places of ``leaves``. Gives the applications by what they had first."""
    for place in Enrolment.objects.filter(state="offered").order_by("pk"):
        answer(place, accepts=place not in leaves, hand=NOTIFIED)


def test_a_place_given_back_waits_then_goes_by_the_same_draw_and_who_was_lower_moves_up(campaign):
    judo, pottery = _offered("Judo"), _offered("Poterie")
    first_of_the_queue = Enrolment.objects.filter(unit__activity__title="Judo", state="waiting")
    next_in_line = first_of_the_queue.order_by("queue_number").first()
    _answer_all(campaign, leaves=[judo[0]])
    assert not Enrolment.objects.filter(state="offered").exists()  # the place waits for the second round
    assert next_in_line.child in {each.child for each in pottery}
    run = run_second_round(campaign, hand=AFTER)
    campaign.refresh_from_db()
    assert campaign.state == "second"
    moved = campaign.applications.get(child=next_in_line.child)
    assert _has(moved) == {("Judo", "confirmed")}  # it was a wish they preferred: nothing is asked again
    gave_back = campaign.applications.get(child=judo[0].child)
    assert _has(gave_back) == {("Poterie", "offered")}  # they gave judo back, and drew a better number than the fifth
    assert Enrolment.objects.get(child=gave_back.child, state="offered").offered_until == campaign.answer_until
    left = campaign.applications.exclude(child__in=[each.child for each in (*judo, *pottery)]).get()
    assert _has(left) == {("Poterie", "waiting"), ("Judo", "waiting")}
    assert {unit.activity.title: unit.taken for unit in BookingUnit.objects.all() if unit.taken} == {
        "Judo": 2,
        "Poterie": 2,
    }
    assert run.summary["served"] == 4


def test_its_file_is_replayed_with_the_numbers_of_the_first(campaign):
    _answer_all(campaign, leaves=_offered("Judo")[:1])
    run = run_second_round(campaign, hand=AFTER)
    first = campaign.runs.get(kind="official")
    assert engine.verify(run.document) == [] and run.document != first.document
    numbers = [
        {each.key: outcome.drawn(each.key) for each in problem.applications}
        for problem, draw in (engine.published(first.document), engine.published(run.document))
        for outcome in [engine.solve(problem, seed=draw.seed)]
    ]
    assert numbers[0] == numbers[1]
    assert _is_refused(run.document.replace('"seats":2', '"seats":1', 1))


def _is_refused(document: str) -> bool:
    """A file that contradicts itself is not read at all; one that could be true is computed again and differs."""
    try:
        return engine.verify(document) != []
    except BadFile:
        return True


def test_what_families_read_keeps_the_rank_that_they_wrote(campaign):
    judo = _offered("Judo")
    _answer_all(campaign, leaves=[judo[0]])
    run = run_second_round(campaign, hand=AFTER)
    told = CaseExplanation.objects.filter(run=run, application__child=judo[0].child)
    assert [each.rank for each in told] == [2] and told[0].words.startswith("Vœu 2, Poterie")
    kept = CaseExplanation.objects.filter(run=run, application__child=judo[1].child, rank=1).get()
    assert "la place reste la sienne" in kept.words
    moved = CaseExplanation.objects.filter(run=run, words__contains="remplace celle d’un vœu moins souhaité")
    assert [each.rank for each in moved] == [1]


def test_who_stays_where_they_are_is_not_moved_and_leaves_the_queue_of_what_they_had_preferred(campaign):
    judo, pottery = _offered("Judo"), _offered("Poterie")
    _answer_all(campaign, leaves=[judo[0]])
    for place in pottery:
        stay(campaign.applications.get(child=place.child), stays=True, hand=NOTIFIED)
    run_second_round(campaign, hand=AFTER)
    for place in pottery:
        assert _has(campaign.applications.get(child=place.child)) == {("Poterie", "confirmed")}
    last = campaign.applications.exclude(child__in=[each.child for each in (*judo, *pottery)]).get()
    assert _has(last) == {("Judo", "offered")}
    with pytest.raises(WindowClosed):
        stay(last, stays=True, hand=AFTER)


def test_one_may_change_ones_mind_before_it(campaign):
    asked = campaign.applications.first()
    assert stay(asked, stays=True, hand=NOTIFIED).stays_at == NOTIFIED.now
    assert stay(asked, stays=True, hand=AFTER).stays_at == NOTIFIED.now  # twice is once
    assert stay(asked, stays=False, hand=NOTIFIED).stays_at is None


def test_silence_gives_the_place_back_and_the_round_waits_for_every_answer(campaign):
    with pytest.raises(NotReady, match="encore le temps de répondre"):
        run_second_round(campaign, hand=NOTIFIED)
    with pytest.raises(NotReady, match="4 propositions sont encore ouvertes"):
        run_second_round(campaign, hand=AFTER)
    expire(now=AFTER.now)
    run_second_round(campaign, hand=AFTER)
    assert Enrolment.objects.filter(state="offered").count() == 4
    for place in Enrolment.objects.filter(state="offered"):  # never again what was left without an answer
        assert not Enrolment.objects.filter(child=place.child, unit=place.unit, state="expired").exists()
    with pytest.raises(NotNow):
        run_second_round(campaign, hand=AFTER)


def test_nobody_is_told_by_a_mail_that_says_which_answer_it_is(campaign):
    assert prepare(now=NOTIFIED.now) == 0 and not mail.outbox
    judo = _offered("Judo")
    _answer_all(campaign, leaves=[judo[0]])
    prepare(now=AFTER.now)
    Notice.objects.all().delete()
    run_second_round(campaign, hand=AFTER)
    assert prepare(now=AFTER.now) == 0
    titles = set(Notice.objects.values_list("title", flat=True))
    assert titles and all("réponse vous attend" in title for title in titles)
    kept = campaign.applications.get(child=judo[1].child)
    assert not Notice.objects.filter(recipient__as_adult=kept.asked_by).exists()  # nothing changed for them


def test_the_list_lives_once_the_campaign_is_settled(campaign):
    _answer_all(campaign, leaves=[])
    with pytest.raises(NotReady, match="second tour a été voté"):
        settle(campaign, hand=AFTER)
    run_second_round(campaign, hand=AFTER)
    held = Enrolment.objects.filter(unit__activity__title="Judo", state="confirmed").first()
    unit = held.unit
    from preau.offer.enrolment.taking import release

    release(held, hand=AFTER)
    waiting = Enrolment.objects.filter(unit=unit, state="waiting").order_by("queue_number").first()
    assert waiting is not None and not Enrolment.objects.filter(unit=unit, state="offered").exists()
    settle(campaign, hand=AFTER)
    waiting.refresh_from_db()
    assert waiting.state == "offered" and not BookingUnit.objects.filter(keeps_freed=True).exists()


def test_without_one_in_the_rules_there_is_none_and_freed_places_follow_at_once():
    campaign = make_campaign("open")
    for _each in range(3):
        make_application(campaign, ("Judo",))
    campaign = walk(campaign, "notified")
    answer(_offered("Judo")[0], accepts=False, hand=NOTIFIED)
    assert len(_offered("Judo")) == 2
    expire(now=AFTER.now + timedelta(days=9))
    with pytest.raises(NotReady, match="pas de second tour"):
        run_second_round(campaign, hand=AFTER)
    assert settle(campaign, hand=AFTER).state == "settled"


def test_every_step_is_written(campaign):
    _answer_all(campaign, leaves=_offered("Judo")[:1])
    run_second_round(campaign, hand=AFTER)
    assert {"improve", "move", "grant"} <= set(
        EnrolmentStep.objects.filter(at=AFTER.now).values_list("step", flat=True)
    ) | {"grant"}
    assert campaign.steps.filter(step="second", to_state="second").exists()


def test_the_database_still_refuses_to_rewrite_after_the_migration(tmp_path):
    script = """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "postgresql":
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'campaigns_%is_fixed'")
    else:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'campaigns_%is_fixed'")
    print(cursor.fetchone()[0])
"""
    assert run_on_a_migrated_database(script, tmp_path).strip() == "6"
