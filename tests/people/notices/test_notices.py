"""Notices: told once, merged while unread, read when the person says so, forgotten after a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from preau.people.audit.models import AuditEvent
from preau.people.notices.actions import (
    News,
    choose_frequency,
    forget,
    mark_all_read,
    mark_read,
    notify,
    notify_all,
    stop_by_token,
)
from preau.people.notices.enums import DigestKind, Frequency, MailLanguage, NoticeKind
from preau.people.notices.models import Digest, DigestChoice, Notice
from preau.people.notices.queries import choice_of, recent_for, unread_of
from preau.people.notices.tasks import forget_read_notices
from tests.cast import make_person

pytestmark = pytest.mark.django_db


def test_author_is_never_told_of_what_they_did(nadia, awa, tell):
    assert tell(nadia, awa, awa, by=nadia) == 1
    assert [notice.recipient for notice in Notice.objects.all()] == [awa]


def test_a_closed_account_is_told_nothing(awa, tell):
    awa.is_active = False
    awa.save()
    assert tell(awa) == 0


def test_what_happens_again_renews_the_unread_notice(awa, tell, now):
    tell(awa, title="A1.G1.O1", subject="x:1")
    tell(awa, title="A1.G1.O1, déplacé", subject="x:1", at=now, due_on=date(2026, 12, 1))
    [notice] = unread_of(awa)
    assert (notice.times, notice.title, notice.at, notice.due_on) == (2, "A1.G1.O1, déplacé", now, date(2026, 12, 1))


def test_another_kind_or_another_subject_is_another_notice(awa, tell):
    tell(awa, subject="x:1")
    tell(awa, subject="x:2")
    tell(awa, subject="x:1", kind=NoticeKind.MENTIONED)
    assert unread_of(awa).count() == 3


def test_what_happens_after_reading_is_a_new_notice(awa, tell, now):
    tell(awa, subject="x:1")
    mark_read(unread_of(awa).get(), now=now)
    tell(awa, subject="x:1", at=now)
    unread, read = recent_for(awa)
    assert (len(unread), len(read)) == (1, 1)


def test_a_renewed_notice_goes_into_the_next_mail(awa, tell, now):
    tell(awa, subject="x:1")
    Notice.objects.update(sent_in=Digest.objects.create(user=awa, on=date(2026, 11, 24), kind=DigestKind.DAILY))
    tell(awa, subject="x:1", at=now)
    assert unread_of(awa).get().sent_in is None


def test_the_database_itself_refuses_a_second_unread_notice(awa, tell):
    tell(awa, subject="x:1")
    twin = Notice.objects.get()
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


def test_telling_a_hundred_people_takes_as_many_queries_as_telling_one(now, django_assert_num_queries):
    crowd = [make_person("reader", name=f"Personne Numéro{number}") for number in range(30)]
    for people, queries in ((crowd[:1], 4), (crowd, 5)):  # with the savepoint that keeps them together
        with django_assert_num_queries(queries):
            notify(people, kind=NoticeKind.CHANGED, subject="x:1", title="A1", path="/atelier/", now=now)


def test_a_title_is_one_short_line(awa, tell):
    tell(awa, subject="x:1", title="Un\ntitre " + "très " * 60 + "long")
    title = unread_of(awa).get().title
    assert "\n" not in title and len(title) == 160 and title.endswith("…")


@pytest.mark.parametrize("path", ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs", "atelier/", ""])
def test_a_notice_never_leads_to_another_site(awa, now, path):
    with pytest.raises(ValueError, match="stays on this site"):
        notify([awa], kind=NoticeKind.CHANGED, subject="x:1", title="A1", path=path, now=now)


def test_first_reading_counts(awa, tell, now):
    tell(awa)
    notice = mark_read(unread_of(awa).get(), now=now)
    mark_read(Notice.objects.get(), now=now + timedelta(hours=1))
    notice.refresh_from_db()
    assert notice.read_at == now


def test_reader_of_everything_does_not_read_what_arrived_meanwhile_nor_what_is_others(awa, nadia, tell, now):
    tell(awa, nadia, subject="x:1")
    tell(awa, subject="x:2", at=now)
    assert mark_all_read(awa, now=now, until=now - timedelta(minutes=1)) == 1
    assert unread_of(awa).get().subject == "x:2"
    assert unread_of(nadia).count() == 1


def test_lists_take_two_queries_whatever_their_length(awa, tell, now, django_assert_num_queries):
    for number in range(60):
        tell(awa, subject=f"x:{number}")
    mark_all_read(awa, now=now)
    for number in range(60, 90):
        tell(awa, subject=f"x:{number}")
    with django_assert_num_queries(2):
        unread, read = recent_for(awa, read=50)
    assert (len(unread), len(read)) == (30, 50)
    with django_assert_num_queries(1):
        assert unread_of(awa).count() == 30


def test_person_chooses_their_rhythm_and_the_journal_says_so(awa, now):
    assert (choice_of(awa).frequency, choice_of(awa).chosen_at) == (Frequency.DAILY, None)
    choose_frequency(awa, Frequency.WEEKLY, language=MailLanguage.ENGLISH, now=now)
    choose_frequency(awa, Frequency.NEVER, now=now)
    choice = choice_of(awa)
    assert (choice.frequency, choice.language, choice.chosen_at) == ("never", "en", now)
    assert AuditEvent.objects.filter(verb="notices.frequency_chosen", actor_id=awa.pk).count() == 2


def test_whoever_holds_the_token_stops_the_mails_once(awa, now):
    token = choose_frequency(awa, Frequency.WEEKLY, now=now).stop_token
    stop_by_token(token, now=now + timedelta(days=1))
    stop_by_token(token, now=now + timedelta(days=2))
    assert (choice_of(awa).frequency, choice_of(awa).chosen_at) == ("never", now + timedelta(days=1))
    assert AuditEvent.objects.filter(verb="notices.stopped").count() == 1
    with pytest.raises(DigestChoice.DoesNotExist):
        stop_by_token("autre", now=now)


def test_tokens_are_long_and_all_different():
    tokens = {DigestChoice().stop_token for _ in range(200)}
    assert len(tokens) == 200 and min(map(len, tokens)) >= 43


def test_read_notices_are_forgotten_after_a_year_and_unread_ones_stay(awa, tell, now):
    old = now - timedelta(days=400)
    tell(awa, subject="read:long-ago", at=old)
    mark_all_read(awa, now=now - timedelta(days=366))
    tell(awa, subject="unread:long-ago", at=old)
    Digest.objects.create(user=awa, on=old.date(), kind=DigestKind.DAILY, taken_at=old, sent_at=old)
    kept = Digest.objects.create(user=awa, on=now.date(), kind=DigestKind.DAILY, taken_at=now, sent_at=now)
    tell(awa, subject="read:lately")
    mark_read(Notice.objects.get(subject="read:lately"), now=now)
    assert forget_read_notices.call() == 1
    assert set(Notice.objects.values_list("subject", flat=True)) == {"unread:long-ago", "read:lately"}
    assert Digest.objects.get() == kept


def test_a_mail_that_still_carries_an_unread_notice_is_not_forgotten(awa, tell, now):
    old = now - timedelta(days=400)
    tell(awa, at=old)
    Notice.objects.update(sent_in=Digest.objects.create(user=awa, on=old.date(), kind=DigestKind.DAILY, taken_at=old))
    assert forget(before=now) == 0
    assert Digest.objects.count() == 1


def test_a_deleted_account_takes_its_notices_along(awa, tell, now):
    tell(awa)
    Notice.objects.update(sent_in=Digest.objects.create(user=awa, on=now.date(), kind=DigestKind.DAILY))
    awa.delete()
    assert (Notice.objects.count(), Digest.objects.count()) == (0, 0)


def test_many_things_are_told_in_few_queries_and_the_same_thing_twice_is_one_notice(awa, nadia, now):
    def news(number, title="Place confirmée", kind=NoticeKind.DECIDED):
        return News([awa, nadia], kind, f"enrolment.Enrolment:{number}", title, "/famille/")

    with CaptureQueriesContext(connection) as asked:
        told = notify_all([news(number) for number in range(50)], now=now)
    assert told == 100
    assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) <= 3
    notify_all([news(0, "Place rendue"), news(99, "Sur la liste"), news(99, "Une place vous attend")], now=now)
    renewed = Notice.objects.get(recipient=awa, subject="enrolment.Enrolment:0")
    twice = Notice.objects.get(recipient=awa, subject="enrolment.Enrolment:99")
    assert (renewed.title, renewed.times) == ("Place rendue", 2)
    assert (twice.title, twice.times) == ("Une place vous attend", 2)
