"""What time brings, each thing once: frozen days, runs missed, runs repeated."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from preau.cooperation.agreements import chasing
from preau.cooperation.agreements.enums import AgreementState, DelayKind
from preau.cooperation.agreements.models import Agreement, Reminder
from preau.cooperation.agreements.queries import alarms_on, delays_on
from preau.cooperation.agreements.signing import record_paper
from preau.cooperation.agreements.steps import prepare_next
from preau.cooperation.agreements.tasks import follow_agreements
from preau.cooperation.agreements.writing import set_delays
from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.plan.adoption.actions import start_following
from tests.cast import make_commune
from tests.cast.adoption import make_adopted_plan
from tests.cast.agreements import CAF, ink, make_agreement, make_voted_agreement, party_of, sign_all

ASKED = date(2026, 11, 24)


def run(on: date) -> chasing.Day:
    return chasing.follow_agreements(on=on, hand=Hand(None, datetime(on.year, on.month, on.day, 5, 20, tzinfo=UTC)))


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=kind).values_list("recipient__full_name", flat=True))


def test_missing_signatures_are_asked_for_again_at_seven_twenty_one_and_thirty_five_days(hand):
    agreement = make_voted_agreement(hand=hand)
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    Notice.objects.all().delete()
    reminded = {n: run(ASKED + timedelta(days=n)).reminded for n in (0, 6, 7, 8, 20, 21, 22, 34, 35, 36, 60)}
    assert {n: count for n, count in reminded.items() if count} == {7: 2, 21: 2, 35: 2}
    assert told("asked") == {"Hélène Marchetti", "Jeanne Roy"}
    assert told("due") == {"Nadia Benhaddou"}


def test_running_twice_a_day_tells_once(hand):
    make_voted_agreement(hand=hand)
    day = ASKED + timedelta(days=7)
    assert (run(day).reminded, run(day).reminded) == (3, 0)


def test_a_run_that_was_missed_is_made_up_for_without_a_shower_of_reminders(hand):
    make_voted_agreement(hand=hand)
    assert run(ASKED + timedelta(days=25)).reminded == 3
    assert set(Reminder.objects.values_list("stage", flat=True)) == {21}


def test_nobody_is_chased_once_all_have_signed(hand):
    sign_all(make_voted_agreement(hand=hand), hand=hand)
    assert run(ASKED + timedelta(days=50)).reminded == 0


@pytest.mark.parametrize(
    ("ends_on", "days"),
    [
        (date(2029, 8, 31), [date(2028, 11, 30), date(2029, 2, 28), date(2029, 5, 31)]),
        (date(2028, 11, 30), [date(2028, 2, 29), date(2028, 5, 30), date(2028, 8, 30)]),
        (date(2028, 2, 29), [date(2027, 5, 29), date(2027, 8, 29), date(2027, 11, 29)]),
    ],
)
def test_the_alarm_sounds_three_times_leap_day_included(hand, ends_on, days):
    sign_all(make_voted_agreement(hand=hand, ends_on=ends_on), hand=hand)
    around = [day + timedelta(days=n) for day in days for n in (-1, 0, 1)] + [ends_on, ends_on + timedelta(days=1)]
    sounded = [day for day in around if run_alarm(day)]
    assert sounded == days
    assert "Nadia Benhaddou" in told("due")


def run_alarm(on: date) -> int:
    return chasing._alarm(make_commune(), on, Hand(None, datetime(on.year, on.month, on.day, 5, 20, tzinfo=UTC)))


def test_an_end_that_moves_has_its_own_alarms(hand):
    agreement = sign_all(make_voted_agreement(hand=hand), hand=hand)
    assert run(date(2028, 12, 1)).alarmed == 1
    Agreement.objects.filter(pk=agreement.pk).update(ends_on=date(2030, 8, 31))
    assert run(date(2029, 3, 1)).alarmed == 0
    assert run(date(2029, 11, 30)).alarmed == 1
    assert run(date(2029, 12, 1)).alarmed == 0


def test_an_agreement_that_has_its_sequel_voted_does_not_ring(hand):
    agreement = sign_all(make_voted_agreement(hand=hand), hand=hand)
    following = prepare_next(agreement, hand=hand)
    assert run_alarm(date(2029, 3, 1)) == 1  # a draft is not a vote
    Agreement.objects.filter(pk=following.pk).update(
        state=AgreementState.ADOPTED, resolution_number="1", resolution_on=date(2029, 6, 1),
        starts_on=date(2029, 9, 1), ends_on=date(2032, 8, 31),
    )  # fmt: skip
    assert run_alarm(date(2029, 6, 2)) == 0


def test_a_plan_without_convention_has_its_own_alarm(hand):
    plan = make_adopted_plan().plan
    [alarm] = alarms_on(plan.commune_id, date(2029, 1, 15))
    assert (alarm.subject, alarm.months) == (plan, 9)
    assert (run(date(2029, 1, 15)).alarmed, run(date(2029, 1, 16)).alarmed) == (1, 0)
    assert Notice.objects.get().path == f"/atelier/adoption/?projet={plan.pk}"
    start_following(plan, "Le suivant", hand=hand)
    assert len(alarms_on(plan.commune_id, date(2029, 3, 15))) == 1
    plan.followers.update(adopted_on=date(2029, 4, 1))
    assert plan not in [alarm.subject for alarm in alarms_on(plan.commune_id, date(2029, 5, 15))]


def test_signed_early_it_takes_effect_on_its_day_and_ends_after_its_last(hand):
    agreement = make_voted_agreement(hand=hand)
    Agreement.objects.filter(pk=agreement.pk).update(starts_on=date(2027, 1, 1))
    sign_all(agreement, hand=hand)
    assert agreement.state == AgreementState.SIGNED
    assert run(date(2026, 12, 31)).started == 0
    assert (run(date(2027, 1, 1)).started, run(date(2027, 1, 1)).started) == (1, 0)
    assert run(date(2029, 8, 31)).expired == 0
    assert (run(date(2029, 9, 1)).expired, run(date(2029, 9, 1)).expired) == (1, 0)
    agreement.refresh_from_db()
    assert agreement.state == AgreementState.EXPIRED
    assert agreement.steps.filter(name__in=("start", "expire"), by__isnull=True).count() == 2


def test_a_long_silence_starts_and_ends_it_in_one_run(hand):
    agreement = make_voted_agreement(hand=hand)
    Agreement.objects.filter(pk=agreement.pk).update(starts_on=date(2027, 1, 1))
    sign_all(agreement, hand=hand)
    day = run(date(2030, 1, 1))
    assert (day.started, day.expired, day.alarmed) == (1, 1, 0)


def test_delays_change_from_a_day_on(hand):
    commune = make_commune()
    set_delays(commune, DelayKind.TERM, [12, 6], valid_from=date(2027, 1, 1), hand=hand)
    set_delays(commune, DelayKind.TERM, [6, 18], valid_from=date(2028, 1, 1), hand=hand)
    term = [
        delays_on(commune.pk, day)[DelayKind.TERM] for day in (date(2026, 12, 31), date(2027, 1, 1), date(2028, 1, 1))
    ]
    assert term == [(9, 6, 3), (12, 6), (18, 6)]
    assert delays_on(commune.pk, date(2028, 1, 1))[DelayKind.SIGNATURE] == (7, 21, 35)


def test_delays_of_the_same_day_are_replaced(hand):
    commune = make_commune()
    for steps in ([10], [12]):
        set_delays(commune, DelayKind.SIGNATURE, steps, valid_from=date(2027, 1, 1), hand=hand)
    assert delays_on(commune.pk, date(2027, 1, 1))[DelayKind.SIGNATURE] == (12,)


def test_the_job_itself_runs_on_the_day_of_the_town(hand):
    make_voted_agreement(hand=hand)
    with time_machine.travel(datetime(2026, 11, 30, 23, 30, tzinfo=UTC), tick=False):  # already 1 December in Paris
        assert follow_agreements.func()["reminded"] == 3


def test_a_draft_is_neither_chased_nor_ringing(hand):
    make_agreement(hand=hand, with_plan=False)
    assert run(date(2029, 5, 1)) == chasing.Day()
