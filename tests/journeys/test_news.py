"""News and the mails about them, in a real browser: without a script, and with names too long for a phone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from preau.people.notices.actions import choose_frequency, mark_all_read, notify
from preau.people.notices.enums import Frequency, NoticeKind
from preau.people.notices.queries import choice_of, unread_of
from tests.cast import make_person, make_plan
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _tell(person, title, now):
    notify(
        [person],
        kind=NoticeKind.MENTIONED,
        subject=f"essai:{title}",
        title=title,
        path="/atelier/projet/a1-g1-o1/",
        now=now,
        due_on=now.date(),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_news_are_readable_whatever_they_hold(page_at, width, scheme, now):
    nadia = make_person("coordinator")
    _tell(nadia, "Une nouvelle déjà lue", now - timedelta(days=2))
    mark_all_read(nadia, now=now)
    for title in ("A1.G1.O1", "Anticonstitutionnellement" * 6, "Un titre fait de mots " * 7):
        _tell(nadia, title, now)
    page = page_at(width=width, scheme=scheme)
    log_in(page, nadia.email)
    page.goto("/atelier/nouvelles/")
    assert_accessible(page)


def test_person_reads_their_news_without_a_script(page_at, now):
    make_plan(shown=True)
    nadia = make_person("coordinator")
    for title in ("La première", "La deuxième", "La troisième"):
        _tell(nadia, title, now)
    page = page_at(javascript=False)
    log_in(page, nadia.email)
    page.click("a:has-text('Nouvelles')")
    page.click("button:text-is('La deuxième')")
    page.wait_for_url("**/atelier/projet/a1-g1-o1/")
    assert unread_of(nadia).count() == 2
    page.goto("/atelier/nouvelles/")
    page.click("button:has-text('Tout marquer comme lu')")
    page.wait_for_selector("text=Vous avez tout lu.")
    assert unread_of(nadia).count() == 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_person_stops_the_mails_from_the_mail(page_at, width, scheme, now):
    awa = make_person("contributor")
    token = choose_frequency(awa, Frequency.DAILY, now=now).stop_token
    page = page_at(width=width, scheme=scheme)
    page.goto(f"/courriels/{token}/arret/")
    assert_accessible(page)
    page.click("button:has-text('Arrêter les courriels')")
    page.wait_for_selector("text=Les courriels sont arrêtés")
    assert_accessible(page)
    assert choice_of(awa).frequency == Frequency.NEVER


def test_person_changes_the_rhythm_of_their_mails(page_at):
    awa = make_person("contributor")
    page = page_at(width=390)
    log_in(page, awa.email)
    page.goto("/compte/")
    page.check("text=Le lundi, avec ce qui m’attend")
    page.click("button:has-text('Enregistrer mon choix')")
    page.wait_for_selector("text=C’est noté.")
    assert_accessible(page)
    assert choice_of(awa).frequency == Frequency.WEEKLY
