"""A roll call on real phones: without a network, opened again without one, on two phones, then everything arrives."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

import pytest
from django.utils import timezone
from playwright.sync_api import Error, expect

from preau.offer.attendance.models import Attendance, AttendanceMark
from preau.people.accounts.hand import Hand
from preau.people.health.care import Care
from preau.people.health.writing import write_sheet
from preau.people.households.enums import FilePart
from preau.people.households.models import FileReading
from tests.cast.day import make_group, make_leader, make_session
from tests.cast.families import make_child, make_two_homes
from tests.journeys.browser import assert_accessible, log_in, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def day():
    """Today's session, with four children; one of them must not eat peanuts."""
    family, leader = make_two_homes(), make_leader()
    session = make_session(day=timezone.localdate(), starts=time(0, 0), ends=time(23, 59))
    zelie = family.children["Zélie"]
    others = [make_child("Lou Prigent"), make_child("Marie-Aurore de la Villardière-Saint-Bonnet")]
    make_group(session, *family.children.values(), *others)
    write_sheet(zelie, Care(allergies=("peanut",)), hand=Hand(family.adults["Salomé"].account, timezone.now()))
    return session, leader, family


def opened(page_at, leader, session, **how):
    page = page_at(width=390, **how)
    log_in(page, leader.email)
    page.goto(f"/atelier/appel/{session.pk}/")
    page.wait_for_selector("[data-preau-roll][data-ready=yes]")
    return page


def line(page, name):
    return page.locator(".roll-line", has_text=name)


def tap(page, name):
    line(page, name).locator("[data-preau-roll-tap]").click()


def stands(page, name, state):
    expect(line(page, name)).to_have_attribute("data-state", state)


def report(page, words):
    expect(page.locator("[data-preau-roll-report]")).to_contain_text(words)


def states() -> dict[str, tuple[str, bool]]:
    rows = Attendance.objects.select_related("child")
    return {row.child.first_name: (row.state, row.is_disputed) for row in rows}


def test_the_network_is_cut_the_page_opened_again_and_nobody_is_lost_nor_doubled(page_at, day):
    session, leader, _ = day
    page = opened(page_at, leader, session)
    page.context.set_offline(True)
    tap(page, "Zélie")
    tap(page, "Noé")
    tap(page, "Noé")
    report(page, "3 pointages à envoyer")
    assert AttendanceMark.objects.count() == 0

    page.reload()
    page.wait_for_selector("[data-preau-roll][data-ready=yes]")
    report(page, "3 pointages à envoyer")
    stands(page, "Zélie", "present")
    stands(page, "Noé", "absent")
    tap(page, "Lou")
    report(page, "4 pointages à envoyer")

    page.context.set_offline(False)
    report(page, "tout est envoyé")
    assert states() == {"Zélie": ("present", False), "Noé": ("absent", False), "Lou": ("present", False)}
    assert AttendanceMark.objects.count() == 4
    expect(page.locator("h1")).to_have_text("2 enfants sont là")


def test_two_phones_without_a_network_then_a_human_settles(page_at, day):
    session, leader, _ = day
    one, other = opened(page_at, leader, session), opened(page_at, leader, session)
    for page in (one, other):
        page.context.set_offline(True)
    tap(one, "Zélie")
    tap(one, "Noé")
    tap(other, "Noé")
    tap(other, "Zélie")
    tap(other, "Zélie")
    one.context.set_offline(False)
    report(one, "tout est envoyé")
    other.context.set_offline(False)
    report(other, "tout est envoyé")
    assert states() == {"Zélie": ("absent", True), "Noé": ("present", False)}
    stands(other, "Zélie", "disputed")

    tap(other, "Zélie")
    other.wait_for_selector(".roll-line[data-state=present] >> text=Zélie")
    report(other, "tout est envoyé")
    assert states()["Zélie"] == ("present", False)
    assert AttendanceMark.objects.count() == 6


def test_an_answer_lost_on_its_way_costs_a_second_sending_not_a_child(page_at, day):
    session, leader, _ = day
    page = opened(page_at, leader, session)
    page.context.set_offline(True)
    tap(page, "Zélie")
    report(page, "1 pointage à envoyer")
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())  # the server heard; the phone does not know
        return route.abort()

    page.context.route("**/pointages/", lose)
    page.context.set_offline(False)
    report(page, "1 pointage à envoyer")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    report(page, "tout est envoyé")
    assert lost[0].ok and AttendanceMark.objects.count() == 1


def test_what_must_be_known_is_read_without_a_network_and_told_later(page_at, day):
    session, leader, _ = day
    page = opened(page_at, leader, session)
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("[data-preau-roll][data-ready=yes]")
    line(page, "Zélie").locator("summary").click()
    page.wait_for_selector("text=arachide")
    assert not FileReading.objects.filter(part=FilePart.HEALTH).exists()
    page.context.set_offline(False)
    page.wait_for_timeout(100)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    for _ in range(300):
        if FileReading.objects.filter(part=FilePart.HEALTH).exists():
            break
        page.wait_for_timeout(100)
    assert FileReading.objects.get(part=FilePart.HEALTH).child.first_name == "Zélie"


def test_nothing_of_the_children_stays_on_the_phone_after_logging_out(page_at, day):
    session, leader, _ = day
    page = opened(page_at, leader, session)
    kept = "async () => (await caches.keys()).filter((name) => name.startsWith('preau-appel-')).length"
    assert page.evaluate(kept) == 1
    page.context.set_offline(True)
    tap(page, "Zélie")
    report(page, "1 pointage à envoyer")
    page.context.set_offline(False)
    page.locator(".account-menu summary").click()
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url(lambda url: "/atelier/" not in url)
    assert page.evaluate(kept) == 0
    page.context.set_offline(True)
    with suppress(Error):  # there is no network; whatever is shown then, it is not the children
        page.goto(f"/atelier/appel/{session.pk}/")
    expect(page.locator("body")).not_to_contain_text("Zélie")


def test_the_same_without_scripts(page_at, day):
    _, leader, _ = day
    page = page_at(width=390, javascript=False)
    log_in(page, leader.email)
    page.goto("/atelier/appel/")
    page.get_by_role("link", name="Judo").click()
    tap(page, "Zélie")
    expect(page.locator("h1")).to_have_text("1 enfant est là")
    tap(page, "Zélie")
    stands(page, "Zélie", "absent")
    line(page, "Zélie").get_by_role("button", name="Annuler").click()
    stands(page, "Zélie", "expected")
    assert states() == {"Zélie": ("expected", False)}
    line(page, "Zélie").locator("summary").click()
    page.get_by_role("button", name="Voir ce qu’il faut savoir de Zélie Kerbrat").click()
    says(page, "arachide")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_roll_call_is_accessible(page_at, day, width, scheme):
    session, leader, _ = day
    page = page_at(width=width, scheme=scheme)
    log_in(page, leader.email)
    for path in ("/atelier/appel/", "/atelier/appel/suites/", "/atelier/appel/sans-reseau/"):
        page.goto(path)
        assert_accessible(page)
    page.goto(f"/atelier/appel/{session.pk}/")
    page.wait_for_selector("[data-preau-roll][data-ready=yes]")
    tap(page, "Zélie")
    line(page, "Zélie").locator("summary").click()
    page.wait_for_selector("text=arachide")
    assert_accessible(page)


def test_the_narrowest_phone_needs_no_sideways_scroll(page_at, day):
    session, leader, _ = day
    page = page_at(width=320)
    log_in(page, leader.email)
    page.goto(f"/atelier/appel/{session.pk}/")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
