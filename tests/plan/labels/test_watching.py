"""What the program does by itself every morning, and does once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.plan.labels import filing
from preau.plan.labels.models import LabelFile
from preau.plan.labels.tasks import watch_labels
from preau.plan.labels.watching import watch_terms
from tests.cast import make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


@pytest.fixture
def watch(now):
    return lambda on=TODAY: watch_terms(hand=Hand(None, now), on=on)


def test_people_are_warned_nine_months_before_and_once(obtained, watch, head):
    obtained(date(2022, 8, 24))  # ends on 24 August 2027: nine months before is today
    assert watch(TODAY - timedelta(days=1)) == {"expired": 0, "warned": 0}
    assert watch() == {"expired": 0, "warned": 1}
    assert watch() == watch(TODAY + timedelta(days=30)) == {"expired": 0, "warned": 0}
    notice = Notice.objects.get(recipient=head)
    assert (notice.kind, notice.due_on) == ("due", date(2027, 8, 24))


def test_a_renewed_label_has_an_alarm_of_its_own(obtained, watch, hand, prove):
    file = obtained(date(2022, 3, 1))
    assert watch()["warned"] == 1
    filing.renew(file, hand=hand)
    prove(file, hand)
    filing.submit(file, hand=hand)
    filing.grant(file, obtained_on=TODAY, expires_on=date(2027, 5, 1), level=2, hand=hand)
    assert watch()["warned"] == 1
    assert watch()["warned"] == 0


def test_a_label_ends_the_day_after_its_term(obtained, watch, head):
    file = obtained(date(2021, 11, 24))  # ends today
    assert watch()["expired"] == 0
    assert watch(TODAY + timedelta(days=1)) == {"expired": 1, "warned": 0}
    assert watch(TODAY + timedelta(days=1))["expired"] == 0
    file.refresh_from_db()
    assert (file.state, file.steps.first().by) == ("expired", None)
    assert "a pris fin" in Notice.objects.filter(recipient=head).latest("at", "pk").title


def test_an_answer_that_is_awaited_ends_nothing(obtained, watch):
    file = obtained(date(2021, 1, 1))
    LabelFile.objects.filter(pk=file.pk).update(state="submitted")
    assert watch() == {"expired": 0, "warned": 0}


def test_the_job_does_it(obtained):
    obtained(date(2022, 3, 1))
    assert watch_labels.enqueue().return_value == {"expired": 0, "warned": 1}


def test_warnings_cost_the_same_reading_whatever_waits(obtained, watch, django_assert_num_queries):
    make_person("coordinator")
    obtained(date(2022, 3, 1))
    watch()
    with django_assert_num_queries(2):
        watch()
