"""The page of one's news, the count in the navigation, the rhythm of the mails, and the way to stop them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.people.notices.actions import choose_frequency, mark_all_read, notify
from preau.people.notices.enums import Frequency, NoticeKind
from preau.people.notices.models import Notice
from preau.people.notices.queries import choice_of, unread_of
from tests.cast import make_person
from tests.surfaces.workspace.conftest import queries_of

PAGE = "/atelier/nouvelles/"


@pytest.fixture
def tell(now):
    def telling(person, number=1, *, at=None, path="/atelier/projet/a1-g1-o1/", title=""):
        subject = f"plan.PlanItem:{number}"
        notify(
            [person],
            kind=NoticeKind.REPLIED,
            subject=subject,
            title=title or f"Titre {number}",
            path=path,
            now=at or now - timedelta(days=1),
        )
        return Notice.objects.get(recipient=person, subject=subject, read_at__isnull=True)

    return telling


def test_reader_sees_unread_first_then_read(log_in, tell, now):
    client = log_in("contributor")
    tell(client.person, 1)
    mark_all_read(client.person, now=now)
    tell(client.person, 2)
    page = client.get(PAGE).content.decode()
    assert page.index("À lire") < page.index("Titre 2") < page.index("Déjà lues") < page.index("Titre 1")


def test_an_empty_page_says_what_will_come_and_how_to_mention_somebody(log_in):
    page = log_in("reader").get(PAGE).content.decode()
    assert "Vos nouvelles arriveront ici" in page
    assert "@Prénom Nom" in page


def test_opening_a_notice_marks_it_read_and_leads_to_the_thing(log_in, tell):
    client = log_in("contributor")
    notice = tell(client.person)
    answer = client.post(f"{PAGE}{notice.pk}/ouverture/")
    assert (answer.status_code, answer["Location"]) == (302, "/atelier/projet/a1-g1-o1/")
    assert unread_of(client.person).count() == 0


def test_looking_at_the_page_marks_nothing(log_in, tell):
    client = log_in("contributor")
    tell(client.person)
    client.get(PAGE)
    assert unread_of(client.person).count() == 1


def test_marking_one_then_all(log_in, tell):
    client = log_in("contributor")
    first, _, _ = tell(client.person, 1), tell(client.person, 2), tell(client.person, 3)
    assert client.post(f"{PAGE}{first.pk}/lecture/").status_code == 302
    assert unread_of(client.person).count() == 2
    page = client.post(f"{PAGE}lecture/", follow=True).content.decode()
    assert "2 nouvelles marquées comme lues." in page
    assert "Vous avez tout lu." in page
    assert "Tout était déjà lu." in client.post(f"{PAGE}lecture/", follow=True).content.decode()


def test_what_arrives_while_reading_stays_unread(log_in, tell, now):
    client = log_in("contributor")
    tell(client.person, 1)
    shown_at = now - timedelta(hours=1)
    tell(client.person, 2, at=now)
    client.post(f"{PAGE}lecture/", {"until": shown_at.isoformat()})
    assert unread_of(client.person).get().title == "Titre 2"


@pytest.mark.parametrize("until", ["", "hier", "2026-99-99T00:00:00+00:00", "2026-11-24T09:30:00"])
def test_a_strange_instant_means_now(log_in, tell, until):
    client = log_in("contributor")
    tell(client.person)
    assert client.post(f"{PAGE}lecture/", {"until": until}).status_code == 302
    assert unread_of(client.person).count() == 0


def test_nobody_opens_the_notice_of_somebody_else(log_in, tell):
    notice = tell(make_person("coordinator"))
    client = log_in("contributor")
    for act in ("ouverture", "lecture"):
        assert client.post(f"{PAGE}{notice.pk}/{act}/").status_code == 404
    notice.refresh_from_db()
    assert notice.is_unread


def test_an_account_without_a_role_has_no_news(log_in):
    client = log_in("stranger")
    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}lecture/").status_code == 403


def test_acts_are_posts(log_in, tell):
    client = log_in("contributor")
    notice = tell(client.person)
    for path in (f"{PAGE}lecture/", f"{PAGE}{notice.pk}/lecture/", f"{PAGE}{notice.pk}/ouverture/"):
        assert client.get(path).status_code == 405


def test_a_title_is_escaped(log_in, tell):
    client = log_in("contributor")
    tell(client.person, title="<script>alert(1)</script>")
    page = client.get(PAGE).content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_page_takes_the_same_number_of_queries_whatever_its_length(log_in, tell, now):
    client = log_in("contributor")
    tell(client.person, 1)
    mark_all_read(client.person, now=now)
    tell(client.person, 2)
    few = queries_of(client, PAGE)
    for number in range(3, 60):
        tell(client.person, number)
    mark_all_read(client.person, now=now)
    for number in range(60, 100):
        tell(client.person, number)
    assert queries_of(client, PAGE) == few
    assert "page 1 sur 2" in client.get(PAGE).content.decode()


def test_navigation_counts_what_is_unread(log_in, tell, plan):
    client = log_in("contributor")
    assert "nav-count" not in client.get("/atelier/projet/").content.decode()
    tell(client.person, 1)
    tell(client.person, 2)
    page = client.get("/atelier/projet/").content.decode()
    assert '<span class="nav-count">2<span class="visually-hidden"> non lues</span></span>' in page


def test_public_pages_do_not_pay_for_the_count(log_in, plan, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = log_in("contributor")
    with CaptureQueriesContext(connection) as captured:
        client.get("/accessibilite/")
    assert not [query for query in captured if "notices_" in query["sql"]]


def test_person_chooses_a_rhythm_on_their_account_page(log_in):
    client = log_in("contributor")
    page = client.get("/compte/").content.decode()
    assert 'id="courriels"' in page
    answer = client.post("/compte/courriels/", {"frequency": "weekly", "language": "en"})
    assert (answer.status_code, answer["Location"]) == (302, "/compte/")
    choice = choice_of(client.person)
    assert (choice.frequency, choice.language) == ("weekly", "en")


@pytest.mark.parametrize("sent", [{}, {"frequency": "hourly", "language": "fr"}, {"frequency": "daily"}])
def test_a_choice_that_does_not_exist_is_explained(log_in, sent):
    client = log_in("contributor")
    answer = client.post("/compte/courriels/", sent)
    assert answer.status_code == 422
    assert choice_of(client.person).chosen_at is None


@pytest.fixture
def stop(log_in, client, now):
    person = log_in("contributor").person
    client.logout()
    choice = choose_frequency(person, Frequency.WEEKLY, now=now)
    return f"/courriels/{choice.stop_token}/arret/"


def test_a_robot_that_opens_the_links_of_a_mail_stops_nothing(client, stop):
    for _ in range(2):
        page = client.get(stop)
        assert page.status_code == 200 and "Arrêter les courriels" in page.content.decode()
    client.head(stop)
    assert choice_of(client.person).frequency == Frequency.WEEKLY
    assert page["X-Robots-Tag"] == "noindex" and page["Cache-Control"] == "private, no-store"


def test_mail_program_stops_the_mails_in_one_click_without_login_nor_cookie(stop, client):
    from django.test import Client

    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = program.post(stop, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200  # RFC 8058: no redirect
        assert "Les courriels sont arrêtés" in answer.content.decode()
    assert choice_of(client.person).frequency == Frequency.NEVER


def test_page_of_a_stopped_mail_says_so_and_how_to_start_again(client, stop):
    client.post(stop)
    page = client.get(stop).content.decode()
    assert "Les courriels sont arrêtés" in page
    assert 'href="/compte/#courriels"' in page
    assert client.person.full_name not in page and client.person.email not in page


def test_a_wrong_token_is_not_found(client, stop):
    for path in ("/courriels/autre/arret/", stop.replace("/arret/", "x/arret/")):
        assert client.get(path).status_code == 404
        assert client.post(path).status_code == 404
