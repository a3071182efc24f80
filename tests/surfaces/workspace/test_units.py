"""The groups open to registration, as the desk and the organiser keep them."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest

from preau.offer.activities.models import Activity, Slot
from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.models import BookingUnit, EnrolmentMessage
from preau.offer.enrolment.reasons import BY_AN_AGENT, ReasonCode
from preau.offer.enrolment.taking import enrol, release
from preau.offer.enrolment.telling import prepare
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from tests.cast import make_activity, make_person
from tests.cast.enrolment import make_place, make_unit
from tests.cast.families import make_paper_family
from tests.cast.offer import make_provider
from tests.surfaces.workspace.conftest import queries_of

pytestmark = pytest.mark.django_db
FACTS = {"capacity": "8", "mode": "direct", "opens_at": "2026-11-24T08:00", "closes_at": "", "release_days": "2"}


@pytest.fixture
def desk(client):
    person = make_person("family_agent")
    client.force_login(person)
    return person


@pytest.fixture
def unit():
    return make_unit()


def _page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


class TestOpening:
    def test_the_desk_opens_the_groups_that_it_ticks_and_no_other(self, client, desk):
        activity = make_activity("Escrime")
        slots = [
            Slot.objects.create(activity=activity, weekday=day, starts_at="14:00", ends_at="15:00") for day in (1, 2)
        ]
        path = f"/atelier/inscriptions/activites/{activity.slug}/"
        assert "mercredi" in _page(client, path).lower()
        answer = client.post(path, FACTS | {"groups": [f"groupe-{slots[1].pk}"]})
        assert answer.status_code == 302
        made = BookingUnit.objects.get()
        assert (made.slot, made.capacity, made.opens_at) == (slots[1], 8, datetime(2026, 11, 24, 7, tzinfo=UTC))
        assert f"groupe-{slots[1].pk}" not in _page(client, path)  # it is open: no longer offered

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"groups": []}, "Cochez au moins un groupe"),
            ({"capacity": "0"}, ""),
            ({"capacity": "1000"}, ""),
            ({"opens_at": "2026-12-01T08:00", "closes_at": "2026-12-01T08:00"}, "La fermeture doit venir après"),
            ({"release_days": "61"}, ""),
            ({"documents": ["inconnu"]}, ""),
            ({"groups": ["groupe-0"]}, ""),
        ],
    )
    def test_what_is_wrong_opens_nothing_and_what_was_typed_stays(self, client, desk, wrong, said):
        activity = make_activity("Escrime")
        slot = Slot.objects.create(activity=activity, weekday=2, starts_at="14:00", ends_at="15:00")
        sent = FACTS | {"groups": [f"groupe-{slot.pk}"]} | wrong
        answer = client.post(f"/atelier/inscriptions/activites/{activity.slug}/", sent)
        page = answer.content.decode()
        assert answer.status_code == 422 and said in page
        assert f'value="{sent["capacity"]}"' in page
        assert not BookingUnit.objects.exists()

    def test_an_entry_that_families_do_not_see_opens_no_group(self, client, desk):
        activity = make_activity("Escrime")
        Activity.objects.filter(pk=activity.pk).update(state="draft")
        _page(client, f"/atelier/inscriptions/activites/{activity.slug}/", 404)

    def test_an_organiser_opens_its_own_and_another_s_does_not_exist(self, client):
        client.force_login(make_person("provider"))
        own = make_activity("Judo des petits")
        other = make_activity("Aïkido", organisation=make_provider("Cercle d’aïkido"))
        _page(client, f"/atelier/inscriptions/activites/{own.slug}/")
        _page(client, f"/atelier/inscriptions/activites/{other.slug}/", 404)


class TestKeeping:
    def test_more_places_are_offered_to_those_who_wait(self, client, desk):
        unit = make_unit(capacity=1)
        make_place(unit, name="Premier")
        waits = make_place(unit, name="Second")
        sent = FACTS | {"capacity": "2", "seen_version": unit.version}
        assert client.post(f"/atelier/inscriptions/{unit.pk}/modifier/", sent).status_code == 302
        waits.refresh_from_db()
        assert waits.state == S.OFFERED

    def test_no_place_that_is_taken_is_taken_back(self, client, desk):
        unit = make_unit(capacity=2)
        make_place(unit, name="Premier"), make_place(unit, name="Second")
        unit.refresh_from_db()
        sent = FACTS | {"capacity": "1", "seen_version": unit.version}
        answer = client.post(f"/atelier/inscriptions/{unit.pk}/modifier/", sent)
        assert answer.status_code == 422 and "2 places sont déjà prises" in answer.content.decode()
        unit.refresh_from_db()
        assert unit.capacity == 2

    def test_two_people_at_once_the_second_reads_again(self, client, desk, unit):
        path = f"/atelier/inscriptions/{unit.pk}/modifier/"
        sent = FACTS | {"seen_version": unit.version}
        assert client.post(path, sent).status_code == 302
        answer = client.post(path, sent | {"capacity": "30"})
        assert answer.status_code == 422 and "vient de changer ce groupe" in answer.content.decode()
        unit.refresh_from_db()
        assert unit.capacity == 8


class TestReading:
    def test_the_list_counts_and_the_page_names(self, client, desk):
        unit = make_unit(capacity=1)
        make_place(unit, name="Premier"), make_place(unit, name="Second")
        assert "Judo" in _page(client, "/atelier/inscriptions/")
        page = _page(client, f"/atelier/inscriptions/{unit.pk}/")
        assert "Enfant Premier" in page and "Enfant Second" in page

    def test_who_steers_reads_numbers_and_no_name(self, client, unit):
        make_place(unit, name="Premier")
        client.force_login(make_person("coordinator"))
        assert "Premier" not in _page(client, f"/atelier/inscriptions/{unit.pk}/")

    def test_the_table_opens_in_a_spreadsheet_with_ranks_and_no_formula(self, client, desk):
        unit = make_unit(capacity=1)
        place = make_place(unit, name="Premier")
        make_place(unit, name="Second")
        type(place.child).objects.filter(pk=place.child_id).update(last_name="=HYPERLINK(1)")
        answer = client.get(f"/atelier/inscriptions/{unit.pk}/inscrits.csv")
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 3 and rows[2][4] == "1"
        assert not any(cell.startswith("=") for row in rows for cell in row)

    def test_a_page_costs_the_same_with_one_child_or_twenty(self, client, desk):
        unit = make_unit(capacity=30)
        make_place(unit, name="0"), make_place(unit, name="00")
        few = queries_of(client, f"/atelier/inscriptions/{unit.pk}/")
        for number in range(1, 20):
            make_place(unit, name=str(number))
        assert queries_of(client, f"/atelier/inscriptions/{unit.pk}/") == few


class TestEnding:
    def test_a_place_given_back_goes_to_the_next_and_twice_says_so(self, client, desk):
        unit = make_unit(capacity=1)
        place, waits = make_place(unit, name="Premier"), make_place(unit, name="Second")
        path = f"/atelier/inscriptions/places/{place.pk}/retrait/"
        _page(client, path)
        assert client.post(path).status_code == 302
        waits.refresh_from_db()
        assert waits.state == S.OFFERED
        assert "rien n’a été fait" in client.post(path, follow=True).content.decode()

    @pytest.mark.parametrize("reason", BY_AN_AGENT)
    def test_an_agent_ends_a_place_for_a_published_reason(self, client, desk, unit, reason):
        place = make_place(unit, name="Premier")
        answer = client.post(f"/atelier/inscriptions/places/{place.pk}/refus/", {"reason": reason.value})
        assert answer.status_code == 302
        place.refresh_from_db()
        assert (place.state, place.reason) == (S.REFUSED, reason.value)

    @pytest.mark.parametrize("reason", ["", "inconnu", *(each.value for each in ReasonCode if each not in BY_AN_AGENT)])
    def test_any_other_reason_ends_nothing(self, client, desk, unit, reason):
        place = make_place(unit, name="Premier")
        answer = client.post(f"/atelier/inscriptions/places/{place.pk}/refus/", {"reason": reason})
        assert answer.status_code == 422
        place.refresh_from_db()
        assert place.state == S.CONFIRMED


def test_what_no_mail_reaches_waits_to_be_printed_until_somebody_says_it_is_done(client, desk, unit, now):
    family = make_paper_family()
    enrol(
        unit=unit,
        child=family.children["Awa"],
        household=family.homes["home"],
        asked_by=family.adults["Mariam"],
        channel=Channel.PAPER,
        hand=Hand(desk, now),
    )
    prepare(now=now)
    message = EnrolmentMessage.objects.get()
    assert "Mariam Traoré" in _page(client, "/atelier/inscriptions/courriers/")
    path = f"/atelier/inscriptions/courriers/{message.pk}/fait/"
    assert client.post(path).status_code == 302
    assert client.post(path).status_code == 302  # twice is once
    assert "Mariam Traoré" not in _page(client, "/atelier/inscriptions/courriers/")
    assert client.post("/atelier/inscriptions/courriers/999999/fait/").status_code == 404


def test_a_place_that_was_given_back_is_in_the_history_of_nobody_s_group(client, desk, unit, now):
    place = make_place(unit, name="Premier")
    release(place, hand=Hand(desk, now))
    assert "Enfant Premier" not in _page(client, f"/atelier/inscriptions/{unit.pk}/")
