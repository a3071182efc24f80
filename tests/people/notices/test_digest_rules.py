"""Rules of the digest that need no database: what a failure means, what a mail says, when it is due."""

from __future__ import annotations

import smtplib
import socket
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from dj_queue.cron import next_cron_run

from config.settings import TASKS
from preau.foundation.mail.line import NotReached
from preau.people.notices.enums import DigestKind, NoticeKind
from preau.people.notices.letter import Addresses, letter
from preau.people.notices.models import Notice
from preau.people.notices.rules import Fate, fate
from preau.people.notices.tasks import closing
from preau.people.notices.waiting import Waiting, gathered

ADDRESSES = Addresses("https://p.example", "https://p.example/n/", "https://p.example/c/", "https://p.example/s/")
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (smtplib.SMTPRecipientsRefused({"a@b": (550, b"unknown")}), Fate.REFUSED),
        (smtplib.SMTPRecipientsRefused({"a@b": (451, b"greylisted")}), Fate.NOT_LEFT),
        (smtplib.SMTPNotSupportedError(), Fate.REFUSED),
        (smtplib.SMTPSenderRefused(550, b"no", "a@b"), Fate.NOT_LEFT),
        (smtplib.SMTPDataError(552, b"full"), Fate.NOT_LEFT),
        (smtplib.SMTPAuthenticationError(535, b"no"), Fate.NOT_LEFT),
        (smtplib.SMTPConnectError(421, b"busy"), Fate.NOT_LEFT),
        (ConnectionRefusedError(), Fate.NOT_LEFT),
        (socket.gaierror(), Fate.NOT_LEFT),
        (NotReached(), Fate.NO_SERVER),
        (smtplib.SMTPServerDisconnected(), Fate.UNKNOWN),
        (TimeoutError(), Fate.UNKNOWN),
        (ConnectionResetError(), Fate.UNKNOWN),
        (RuntimeError(), Fate.UNKNOWN),
    ],
)
def test_only_a_clear_no_may_be_tried_again(error, expected):
    assert fate(error) is expected


def _notice(title: str, kind: NoticeKind = NoticeKind.REPLIED, **more) -> Notice:
    return Notice(kind=kind, title=title, path="/atelier/projet/", **more)


def _letter(kind=DigestKind.DAILY, notices=(), waiting=(), language="fr"):
    return letter(kind, first_name="Awa", language=language, notices=notices, waiting=waiting, addresses=ADDRESSES)


def test_mail_groups_news_by_kind_what_is_asked_first():
    words = _letter(
        notices=[
            _notice("A1.G1.O1"),
            _notice("La convention", NoticeKind.ASKED, due_on=date(2026, 12, 1)),
            _notice("A1.G1.O2"),
        ]
    )
    assert words.subject == "Préau\u00a0: 3 nouvelles pour vous"
    assert words.body.splitlines()[4:13] == [
        "On attend votre réponse (1)",
        "- La convention (avant le 1er décembre 2026)",
        "  https://p.example/atelier/projet/",
        "",
        "On vous répond (2)",
        "- A1.G1.O1",
        "  https://p.example/atelier/projet/",
        "- A1.G1.O2",
        "  https://p.example/atelier/projet/",
    ]
    assert words.body.endswith("https://p.example/c/\nNe plus le recevoir\u00a0: https://p.example/s/\n")


@pytest.mark.parametrize(("count", "others"), [(20, ""), (21, "et 1 autre, "), (500, "et 480 autres, ")])
def test_a_long_list_stops_at_twenty_lines_and_says_how_many_are_left(count, others):
    kinds = list(NoticeKind)
    words = _letter(notices=[_notice(f"n{number}", kinds[number % len(kinds)]) for number in range(count)])
    assert sum(line.startswith("- n") for line in words.body.splitlines()) == 20
    assert ("autre" in words.body.replace("à un autre rythme", "")) == bool(others)
    assert others in words.body


def test_weekly_mail_says_what_waits_even_without_news():
    words = _letter(
        DigestKind.WEEKLY, waiting=[Waiting("un point ouvert", "/a/", date(2026, 12, 1), "confié à votre organisation")]
    )
    assert words.subject == "Préau\u00a0: votre semaine"
    assert "Rien de nouveau pour vous cette semaine." in words.body
    assert "- un point ouvert (avant le 1er décembre 2026)\u00a0: confié à votre organisation" in words.body


def test_english_reader_reads_english():
    words = _letter(notices=[_notice("A1.G1.O1")], language="en")
    assert words.subject == "Préau: 1 piece of news for you"
    assert words.body.startswith("Hello Awa,")


def test_sources_are_gathered_in_the_order_of_dates():
    late, later, someday = Waiting("l", "/", date(2026, 1, 1)), Waiting("m", "/", date(2026, 2, 1)), Waiting("s", "/")
    told = gathered(lambda people, on: {1: [someday, later]}, lambda people, on: {1: [late], 2: [someday]})
    assert told([], date(2026, 1, 1)) == {1: [late, later, someday], 2: [someday]}


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (datetime(2026, 10, 24, 20, 0, tzinfo=UTC), datetime(2026, 10, 25, 7, 0, tzinfo=PARIS)),  # winter time begins
        (datetime(2026, 7, 1, 20, 0, tzinfo=UTC), datetime(2026, 7, 2, 7, 0, tzinfo=PARIS)),
        (datetime(2026, 11, 24, 6, 0, tzinfo=UTC), datetime(2026, 11, 24, 8, 0, tzinfo=PARIS)),
    ],
)
def test_daily_mail_is_due_at_seven_in_paris_summer_and_winter(base, expected):
    assert next_cron_run(_schedule("daily_digests"), base) == expected


def test_weekly_mail_is_due_on_monday_at_seven():
    due = next_cron_run(_schedule("weekly_digests"), datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
    assert due == datetime(2026, 11, 30, 7, 0, tzinfo=PARIS)


def test_list_of_news_closes_at_seven_of_the_town():
    assert closing(date(2026, 11, 24)) == datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def _schedule(name: str) -> str:
    return TASKS["default"]["OPTIONS"]["recurring"][name]["schedule"]
