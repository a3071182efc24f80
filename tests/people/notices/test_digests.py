"""The digest mail through a real SMTP server: one by person and day, whatever happens to the run."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.tasks import TaskResultStatus

from preau.people.notices.actions import choose_frequency, mark_all_read
from preau.people.notices.digests import Round, give_back, send_digests, take
from preau.people.notices.enums import DigestKind, Frequency, MailLanguage
from preau.people.notices.models import Digest, Notice
from preau.people.notices.tasks import closing, send_daily_digests
from preau.surfaces.shell.tasks import send_weekly_digests
from tests.cast import make_person, make_plan

MONDAY = datetime(2026, 11, 30, 6, 5, tzinfo=UTC)


def _run(now, kind=DigestKind.DAILY, **more):
    on = now.date()
    return send_digests(kind, on=on, before=closing(on), clock=lambda: now, **more)


@pytest.mark.django_db
def test_person_receives_one_mail_with_all_their_news(post_office, awa, nadia, tell):
    tell(awa, title="A1.G1.O1")
    tell(awa, nadia, title="A1.G1.O2")
    assert send_daily_digests.call() == {"sent": 2, "refused": 0, "not_left": 0, "unknown": 0}
    [message] = post_office.letters_to(awa)
    assert message["Subject"] == "Préau\u00a0: 2 nouvelles pour vous"
    assert message.get_content_type() == "text/plain"
    text = message.get_content()
    assert text.startswith("Bonjour Awa,")
    assert "- A1.G1.O1\n  https://preau.ville.example/atelier/projet/a1-g1-o1/" in text.replace("\r\n", "\n")
    [other] = post_office.letters_to(nadia)
    assert "A1.G1.O1" not in other.get_content().replace("a1-g1-o1", "")


@pytest.mark.django_db
def test_mail_stops_in_one_click_and_no_robot_answers_it(post_office, awa, tell, client):
    tell(awa)
    send_daily_digests.call()
    [message] = post_office.messages
    token = awa.digest_choice.stop_token
    assert message["List-Unsubscribe"] == f"<https://preau.ville.example/courriels/{token}/arret/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@preau.ville.example>")
    path = message["List-Unsubscribe"].strip("<>").removeprefix("https://preau.ville.example")
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    tell(awa, title="A2")
    with time_machine.travel(MONDAY, tick=False):
        assert send_daily_digests.call()["sent"] == 0


@pytest.mark.django_db
def test_running_twice_sends_once(post_office, awa, tell):
    tell(awa)
    assert [send_daily_digests.call()["sent"] for _ in range(3)] == [1, 0, 0]
    tell(awa, title="A2")
    assert send_daily_digests.call()["sent"] == 0
    assert len(post_office.messages) == 1


@pytest.mark.django_db
def test_news_after_seven_wait_for_the_next_morning(post_office, awa, tell, now):
    tell(awa, at=now - timedelta(minutes=5))
    assert send_daily_digests.call()["sent"] == 0
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert send_daily_digests.call()["sent"] == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("hour", "sent"), [(4, 0), (5, 0), (6, 1), (19, 1), (20, 0), (23, 0)])
def test_nothing_leaves_at_night_even_when_a_server_that_was_off_catches_up(post_office, awa, tell, now, hour, sent):
    tell(awa)
    with time_machine.travel(now.replace(hour=hour, minute=30 if hour < 6 else 0), tick=False):
        assert send_daily_digests.call()["sent"] == sent


@pytest.mark.django_db
def test_weekly_mail_missed_on_monday_leaves_on_tuesday_and_once_in_the_week(post_office, awa, tell, now):
    choose_frequency(awa, Frequency.WEEKLY, now=now)
    tell(awa)
    for days, sent in ((1, 1), (2, 0), (6, 0), (7, 1)):  # Tuesday, Wednesday, Sunday, the next Monday
        with time_machine.travel(MONDAY + timedelta(days=days), tick=False):
            tell(awa, title="A2", at=MONDAY + timedelta(days=days, hours=-10))
            assert send_weekly_digests.call()["sent"] == sent, days


@pytest.mark.django_db
def test_what_was_read_on_the_site_is_not_mailed(post_office, awa, tell, now):
    tell(awa)
    mark_all_read(awa, now=now)
    assert send_daily_digests.call()["sent"] == 0
    assert Digest.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["never", "closed", "left", "stranger"])
def test_no_mail_to_those_who_want_none_or_may_not_come_in(post_office, awa, tell, now, reason):
    person = make_person("stranger") if reason == "stranger" else awa
    tell(person)
    if reason == "never":
        choose_frequency(person, Frequency.NEVER, now=now)
    elif reason == "closed":
        person.is_active = False
        person.save()
    elif reason == "left":
        person.memberships.update(ends_on=now.date() - timedelta(days=1))
    assert send_daily_digests.call()["sent"] == 0
    assert post_office.asked == []


@pytest.mark.django_db
def test_english_reader_gets_an_english_mail(post_office, awa, tell, now):
    choose_frequency(awa, Frequency.DAILY, language=MailLanguage.ENGLISH, now=now)
    tell(awa)
    send_daily_digests.call()
    [message] = post_office.messages
    assert message["Content-Language"] == "en"
    assert message.get_content().startswith("Hello Awa,")


@pytest.mark.django_db
def test_a_refused_address_stops_nobody_else_and_is_not_tried_again(post_office, awa, nadia, tell, caplog):
    post_office.answers[nadia.email] = "550 no such user"
    tell(nadia)
    tell(awa)
    assert send_daily_digests.call() == {"sent": 1, "refused": 1, "not_left": 0, "unknown": 0}
    assert send_daily_digests.call() == {"sent": 0, "refused": 0, "not_left": 0, "unknown": 0}
    assert post_office.asked.count(nadia.email) == 1
    assert nadia.email not in caplog.text
    assert Digest.objects.get(user=nadia).refused_at is not None


@pytest.mark.django_db
def test_an_address_put_off_is_tried_again_the_same_morning(post_office, awa, tell):
    post_office.answers[awa.email] = "451 try later"
    tell(awa)
    assert send_daily_digests.call()["not_left"] == 1
    post_office.answers.clear()
    assert send_daily_digests.call()["sent"] == 1
    assert len(post_office.messages) == 1


@pytest.mark.django_db
def test_a_whole_round_takes_one_line_to_the_server(post_office, tell):
    tell(*(make_person("reader", name=f"Personne Numéro{number}") for number in range(5)))
    assert send_daily_digests.call()["sent"] == 5
    assert (len(post_office.messages), post_office.lines) == (5, 1)


@pytest.mark.django_db
def test_a_server_that_is_down_loses_nothing_and_is_not_called_for_each_person(post_office, awa, nadia, tell, caplog):
    post_office.closes()
    tell(awa, nadia)
    assert send_daily_digests.call() == {"sent": 0, "refused": 0, "not_left": 1, "unknown": 0}
    assert "did not leave (ConnectionRefusedError)" in caplog.text
    assert Digest.objects.filter(taken_at__isnull=False).count() == 0
    post_office.opens()
    assert send_daily_digests.call() == {"sent": 2, "refused": 0, "not_left": 0, "unknown": 0}
    assert sorted(post_office.readers) == sorted([awa.email, nadia.email])


@pytest.mark.django_db
def test_a_server_that_goes_down_in_the_middle_of_a_round_gets_the_rest_later(post_office, tell):
    crowd = [make_person("reader", name=f"Personne Numéro{number}") for number in range(6)]
    tell(*crowd)

    post_office.meanwhile = lambda: post_office.takes_leave(after=2)
    assert send_daily_digests.call() == {"sent": 2, "refused": 0, "not_left": 1, "unknown": 0}
    post_office.meanwhile = lambda: None
    post_office.closes()
    post_office.opens()
    assert send_daily_digests.call() == {"sent": 4, "refused": 0, "not_left": 0, "unknown": 0}
    assert sorted(post_office.readers) == sorted(each.email for each in crowd)


@pytest.mark.django_db
@pytest.mark.parametrize("when", ["before the mail", "after the mail"])
def test_a_line_cut_for_one_person_loses_nothing_and_sends_nothing_twice(post_office, tell, now, when):
    crowd = [make_person("reader", name=f"Personne Numéro{number}") for number in range(5)]
    tell(*crowd)
    cut = post_office.hangs_up_before if when == "before the mail" else post_office.hangs_up_on
    cut.add(crowd[2].email)
    assert send_daily_digests.call() == {"sent": 4, "refused": 0, "not_left": 0, "unknown": 1}
    cut.clear()
    assert send_daily_digests.call()["sent"] == 0
    assert [len(post_office.letters_to(each)) for each in crowd] == [1, 1, int(when == "after the mail"), 1, 1]
    assert post_office.lines == 2
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert send_daily_digests.call()["sent"] == 1  # the news of the mail whose fate nobody knows


@pytest.mark.django_db
def test_a_mail_that_may_have_left_is_not_sent_again_that_day_and_its_news_come_the_next(post_office, awa, tell, now):
    post_office.hangs_up_on.add(awa.email)
    tell(awa)
    assert send_daily_digests.call()["unknown"] == 1
    assert send_daily_digests.call() == {"sent": 0, "refused": 0, "not_left": 0, "unknown": 0}
    assert len(post_office.messages) == 1
    post_office.hangs_up_on.clear()
    with time_machine.travel(now + timedelta(days=1), tick=False):
        assert send_daily_digests.call()["sent"] == 1
        assert send_daily_digests.call()["sent"] == 0
    assert len(post_office.messages) == 2


@pytest.mark.django_db
def test_a_run_killed_between_two_mails_goes_on_with_the_others(post_office, awa, nadia, tell, now, monkeypatch):
    tell(awa)
    tell(nadia)

    class Killed(BaseException):
        """Like the process's end: nothing of ours runs after it."""

    def die():
        raise Killed

    from preau.people.notices import digests

    honest = digests.message_of
    monkeypatch.setattr(digests, "message_of", lambda *_: die())
    with pytest.raises(Killed):
        _run(now)
    monkeypatch.setattr(digests, "message_of", honest)
    assert _run(now) == Round(sent=1)
    lost = Digest.objects.get(sent_at__isnull=True)
    assert len(post_office.messages) == 1
    assert _run(now + timedelta(days=1)) == Round(sent=1)
    assert [str(message["To"]) for message in post_office.letters_to(lost.user)] == [lost.user.email]


@pytest.mark.django_db
def test_a_mail_that_could_not_be_written_is_surely_not_sent_and_is_tried_again(
    post_office, awa, tell, now, monkeypatch
):
    from preau.people.notices import digests

    tell(awa)
    with monkeypatch.context() as broken:
        broken.setattr(digests, "letter", lambda *_, **__: 1 / 0)
        assert _run(now) == Round(not_left=1)
    assert _run(now) == Round(sent=1)


@pytest.mark.django_db
def test_news_of_a_lost_mail_that_were_read_meanwhile_are_not_given_back(awa, tell, now):
    tell(awa)
    assert take(awa, DigestKind.DAILY, on=now.date(), before=now, now=now) is not None
    mark_all_read(awa, now=now)
    assert give_back(now.date() + timedelta(days=1)) == 0


@pytest.mark.django_db
def test_changing_rhythm_on_a_monday_does_not_bring_a_second_mail(post_office, awa, tell, now):
    tell(awa)
    assert _run(MONDAY).sent == 1
    choose_frequency(awa, Frequency.WEEKLY, now=MONDAY)
    tell(awa, title="A2", at=MONDAY - timedelta(hours=1))
    assert _run(MONDAY, DigestKind.WEEKLY).sent == 0


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_mail_of_the_day(awa, now):
    Digest.objects.create(user=awa, on=now.date(), kind=DigestKind.DAILY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.create(user=awa, on=now.date(), kind=DigestKind.WEEKLY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.update(sent_at=now)


@pytest.mark.django_db
def test_weekly_reader_is_told_what_waits_for_their_organisation(post_office, awa, now):
    make_plan(shown=True)
    for person in (awa, make_person("reader")):  # nothing waits for somebody who only reads
        choose_frequency(person, Frequency.WEEKLY, now=now)
    with time_machine.travel(MONDAY, tick=False):
        assert send_weekly_digests.call()["sent"] == 1
        assert send_weekly_digests.call()["sent"] == 0
        assert send_daily_digests.call()["sent"] == 0
    [message] = post_office.messages
    text = message.get_content()
    assert "Ce qui vous attend (1)" in text
    assert "un point ouvert dans A1.G1.O2 (avant le 10 novembre 2026)\u00a0: en retard" in text
    assert "nage" not in text


@pytest.mark.django_db
def test_planning_takes_as_many_queries_for_forty_people_as_for_one(post_office, now, tell):
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert _run(now) == Round()
        return len(captured)

    make_person("reader", name="Une Personne")
    one = queries()
    for number in range(40):
        choose_frequency(make_person("reader", name=f"Personne Numéro{number}"), Frequency.DAILY, now=now)
    assert queries() == one


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_mail_to_each(post_office, tell, now):
    crowd = [make_person("reader", name=f"Personne Numéro{number}") for number in range(12)]
    for person in crowd:
        tell(person)
    start = threading.Barrier(3)
    rounds: list[Round] = []
    failures: list[Exception] = []

    def work() -> None:
        try:
            start.wait(timeout=10)
            rounds.append(_run(now))
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []
    assert sum(each.sent for each in rounds) == 12
    assert sorted(str(message["To"]) for message in post_office.messages) == sorted(person.email for person in crowd)
    assert Notice.objects.filter(sent_in__sent_at=now).count() == 12


@pytest.mark.django_db(transaction=True)
def test_two_real_jobs_at_once_send_one_mail(post_office, awa, tell, settings):
    from dj_queue.api import claim_ready_jobs, execute_claimed_job

    from config.settings import TASKS

    settings.TASKS = TASKS
    tell(awa)
    results = [send_daily_digests.enqueue() for _ in range(2)]
    start = threading.Barrier(2)

    def work() -> None:
        start.wait(timeout=10)
        try:
            for job in claim_ready_jobs(limit=1):
                execute_claimed_job(job)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in results]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for result in results:
        result.refresh()
    assert [result.status for result in results] == [TaskResultStatus.SUCCESSFUL] * 2
    assert sorted(result.return_value["sent"] for result in results) == [0, 1]
    assert len(post_office.messages) == 1


@pytest.mark.django_db
def test_a_family_is_written_to_only_when_there_is_news_and_led_to_its_own_space(post_office, tell, now):
    from tests.cast.families import make_two_homes

    mother = make_two_homes().adults["Salomé"].account
    assert send_weekly_digests.call()["sent"] == 0
    for number in range(25):
        tell(mother, title=f"Une pièce {number}")
    assert send_daily_digests.call()["sent"] == 1
    [message] = post_office.letters_to(mother)
    assert "https://preau.ville.example/famille/nouvelles/" in message.get_content()
