"""A guardian asks for a place, waits, is offered one, gives it back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.foundation.lifecycle import NotNow
from preau.offer.enrolment.enums import EnrolmentState as S
from preau.offer.enrolment.enums import Mode
from preau.offer.enrolment.errors import Refused, TooLate
from preau.offer.enrolment.known import recent
from preau.offer.enrolment.models import DomainCap, Enrolment, EnrolmentTerms
from preau.offer.enrolment.reasons import ReasonCode
from preau.offer.enrolment.taking import answer, enrol, expire, offer_freed, refuse, release
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.enums import Channel
from preau.people.households.models import SupportingDocument
from tests.cast import make_commune
from tests.cast.enrolment import make_unit
from tests.cast.families import (
    make_fostered,
    make_paper_family,
    make_sheltered,
    make_small_family,
    make_young_person,
)

pytestmark = pytest.mark.django_db


def codes(unit, family, child, adult, ask, **more) -> list[str]:
    with pytest.raises(Refused) as refused:
        ask(unit, family, child, adult, **more)
    return [each.code.value for each in refused.value.reasons]


def test_a_mother_takes_a_place_and_it_is_written_once(unit, kerbrat, ask, now):
    place = ask(unit, kerbrat, "Zélie", "Salomé")
    unit.refresh_from_db()
    assert (place.state, unit.taken, unit.queued) == (S.CONFIRMED, 1, 0)
    step = place.steps.get()
    assert (step.step, step.to_state, step.at, step.told_at) == ("enrol", S.CONFIRMED, now, None)
    line = AuditEvent.objects.get(verb="enrolment.steps")
    assert line.details == {"steps": [[place.pk, "enrol", "confirmed", kerbrat.adults["Salomé"].account.pk]]}


def test_the_same_click_twice_and_the_other_parent_find_the_first_place(unit, kerbrat, ask):
    place = ask(unit, kerbrat, "Zélie", "Salomé")
    for adult, home in (("Salomé", "mother"), ("Yann", "father")):
        with pytest.raises(Refused) as refused:
            ask(unit, kerbrat, "Zélie", adult, home=home)
        assert ([each.code for each in refused.value.reasons], refused.value.known) == ([ReasonCode.ALREADY], place)
    assert Enrolment.objects.count() == 1


def test_whoever_comes_after_the_last_place_waits_with_a_number(kerbrat, ask, fill):
    unit = make_unit(capacity=2)
    fill(unit, 2)
    first, second = ask(unit, kerbrat, "Zélie", "Salomé"), fill(unit, 0)
    assert (first.state, first.queue_number, first.reason, second) == (S.WAITING, 1, "full", [])


def test_a_place_given_back_is_offered_to_the_first_who_waits_for_48_hours(kerbrat, ask, fill, now):
    unit = make_unit(capacity=1)
    other = fill(unit, 1)[0]
    waiting = ask(unit, kerbrat, "Zélie", "Salomé")
    later = now + timedelta(hours=1)
    release(Enrolment.objects.exclude(pk=waiting.pk).get(), hand=Hand(other.adults["parent"].account, later))
    waiting.refresh_from_db()
    unit.refresh_from_db()
    assert (waiting.state, waiting.offered_until, unit.taken) == (S.OFFERED, later + timedelta(hours=48), 1)
    taken = answer(waiting, accepts=True, hand=Hand(kerbrat.adults["Salomé"].account, later))
    assert (taken.state, taken.offered_until) == (S.CONFIRMED, None)
    assert [each.step for each in taken.steps.all()] == ["queue", "offer", "accept"]


def test_the_town_decides_for_how_long_a_place_is_kept(kerbrat, ask, fill, now):
    EnrolmentTerms.objects.create(commune=make_commune(), valid_from=date(2026, 9, 1), offer_hours=24, decided_by="x")
    EnrolmentTerms.objects.create(commune=make_commune(), valid_from=date(2027, 9, 1), offer_hours=72, decided_by="x")
    unit = make_unit(capacity=1)
    family = fill(unit, 1)[0]
    waiting = ask(unit, kerbrat, "Zélie", "Salomé")
    release(unit.enrolments.get(state=S.CONFIRMED), hand=Hand(family.adults["parent"].account, now))
    waiting.refresh_from_db()
    assert waiting.offered_until == now + timedelta(hours=24)


def test_an_offer_that_nobody_answers_goes_to_the_next_and_a_late_yes_is_told_so(kerbrat, ask, fill, now):
    unit = make_unit(capacity=1)
    family = fill(unit, 1)[0]
    first = ask(unit, kerbrat, "Zélie", "Salomé")
    fill_again = make_unit_waiter(ask, unit)
    release(unit.enrolments.get(state=S.CONFIRMED), hand=Hand(family.adults["parent"].account, now))
    after = now + timedelta(hours=49)
    assert expire(now=after) == 1
    assert expire(now=after) == 0
    first.refresh_from_db()
    fill_again.refresh_from_db()
    assert (first.state, first.reason, fill_again.state) == (S.EXPIRED, "unanswered", S.OFFERED)
    with pytest.raises(TooLate):
        answer(fill_again, accepts=True, hand=Hand(None, after + timedelta(hours=49)))
    unit.refresh_from_db()
    assert unit.taken == 0


def make_unit_waiter(ask, unit):
    return ask(unit, make_small_family("attend"), "child", "parent")


def test_saying_no_passes_the_place_on_at_once(kerbrat, ask, fill, now):
    unit = make_unit(capacity=1)
    family = fill(unit, 1)[0]
    first = ask(unit, kerbrat, "Zélie", "Salomé")
    second = make_unit_waiter(ask, unit)
    release(unit.enrolments.get(state=S.CONFIRMED), hand=Hand(family.adults["parent"].account, now))
    first.refresh_from_db()
    assert answer(first, accepts=False, hand=Hand(kerbrat.adults["Salomé"].account, now)).state == S.RELEASED
    second.refresh_from_db()
    assert second.state == S.OFFERED
    with pytest.raises(NotNow):
        answer(first, accepts=True, hand=Hand(kerbrat.adults["Salomé"].account, now))


def test_an_offered_child_keeps_its_other_ranks_and_cannot_sit_in_two_places_at_once(kerbrat, ask, fill, now):
    judo, dance = make_unit("Judo", capacity=1), make_unit("Danse", capacity=1)
    families = [fill(each, 1)[0] for each in (judo, dance)]
    ranks = [ask(each, kerbrat, "Zélie", "Salomé") for each in (judo, dance)]
    for unit, family in zip((judo, dance), families, strict=True):
        release(unit.enrolments.get(state=S.CONFIRMED), hand=Hand(family.adults["parent"].account, now))
    hand = Hand(kerbrat.adults["Salomé"].account, now)
    for each in ranks:
        each.refresh_from_db()
    assert [each.state for each in ranks] == [S.OFFERED, S.OFFERED]
    answer(ranks[0], accepts=True, hand=hand)
    with pytest.raises(Refused) as refused:
        answer(ranks[1], accepts=True, hand=hand)
    assert [(each.code, each.about) for each in refused.value.reasons] == [(ReasonCode.OVERLAP, ("Judo",))]


def test_every_reason_is_told_at_once(kerbrat, ask, now):
    unit = make_unit(documents=["insurance"], opens_at=now + timedelta(days=1))
    unit.activity.age_min, unit.activity.levels = 9, ["ce2"]
    unit.activity.save()
    child = kerbrat.children["Zélie"]
    child.level = "cp"
    child.save()
    assert codes(unit, kerbrat, "Zélie", "Salomé", ask) == ["not_open", "too_young", "level", "papers"]


def test_a_paper_given_once_serves_for_everything(kerbrat, ask, now):
    unit = make_unit(documents=["insurance"])
    assert codes(unit, kerbrat, "Zélie", "Salomé", ask) == ["papers"]
    SupportingDocument.objects.create(child=kerbrat.children["Zélie"], kind="insurance", given_at=now)
    assert ask(unit, kerbrat, "Zélie", "Salomé").state == S.CONFIRMED


def test_a_paper_that_a_group_asks_since_a_second_is_asked_at_once(kerbrat, ask, now, monkeypatch):
    unit = make_unit()
    before = recent(unit.key)
    monkeypatch.setattr("preau.offer.enrolment.serving.recent", lambda _key: before)  # as it is kept for some seconds
    unit.documents = ["insurance"]
    unit.save()
    assert codes(unit, kerbrat, "Zélie", "Salomé", ask) == ["papers"]
    SupportingDocument.objects.create(child=kerbrat.children["Zélie"], kind="insurance", given_at=now)
    assert ask(unit, kerbrat, "Zélie", "Salomé").state == S.CONFIRMED


def test_scarce_places_are_not_given_to_the_first_who_comes(kerbrat, ask):
    assert codes(make_unit(mode=Mode.CAMPAIGN), kerbrat, "Zélie", "Salomé", ask) == ["campaign"]


def test_two_places_at_the_same_moment_are_refused_and_waiting_for_one_is_not(kerbrat, ask, fill):
    judo, dance = make_unit("Judo"), make_unit("Danse", capacity=1)
    ask(judo, kerbrat, "Zélie", "Salomé")
    assert codes(dance, kerbrat, "Zélie", "Salomé", ask) == ["overlap"]
    fill(dance, 1)
    assert ask(dance, kerbrat, "Zélie", "Salomé").state == S.WAITING


def test_the_town_caps_the_groups_of_a_domain(kerbrat, ask):
    DomainCap.objects.create(
        commune=make_commune(), domain="combat", valid_from=date(2026, 9, 1), most=1, decided_by="x"
    )
    ask(make_unit("Judo"), kerbrat, "Zélie", "Salomé")
    assert codes(make_unit("Escrime", weekday=4), kerbrat, "Zélie", "Salomé", ask) == ["cap"]
    assert ask(make_unit("Karaté", weekday=1), kerbrat, "Noé", "Salomé").state == S.CONFIRMED


@pytest.mark.parametrize("adult", ["Karim"])
def test_a_blocked_father_registers_nobody(unit, ask, adult):
    assert codes(unit, make_sheltered(), "Inès", adult, ask) == ["no_right"]


def test_a_foster_carer_registers_and_a_father_does_not_pay_with_a_home_that_is_not_the_childs(unit, kerbrat, ask):
    fostered = make_fostered()
    fostered.homes["other"] = kerbrat.homes["father"]
    assert codes(unit, fostered, "Tom", "Odile", ask, home="other") == ["not_home"]
    assert ask(unit, fostered, "Tom", "Odile").state == S.CONFIRMED


def test_nobody_speaks_online_for_somebody_else(unit, kerbrat, now):
    with pytest.raises(Refused) as refused:
        enrol(
            unit=unit,
            child=kerbrat.children["Zélie"],
            household=kerbrat.homes["mother"],
            asked_by=kerbrat.adults["Salomé"],
            channel=Channel.ONLINE,
            hand=Hand(kerbrat.adults["Yann"].account, now),
        )
    assert [each.code for each in refused.value.reasons] == [ReasonCode.NO_RIGHT]


def test_a_paper_family_is_registered_at_the_counter_by_the_same_rules(unit, ask):
    family = make_paper_family()
    assert codes(unit, family, "Awa", "Mariam", ask) == ["no_right"]
    assert ask(unit, family, "Awa", "Mariam", channel=Channel.COUNTER).state == S.CONFIRMED


def test_a_young_person_of_sixteen_registers_alone(now):
    unit, family = make_unit(), make_young_person()
    unit.activity.age_max = None
    unit.activity.save()
    sacha = family.children["Sacha"]
    hand = Hand(sacha.account, now)
    home = family.homes["home"]
    place = enrol(unit=unit, child=sacha, household=home, asked_by=None, channel=Channel.ONLINE, hand=hand)
    assert place.state == S.CONFIRMED


def test_an_agent_refuses_with_a_published_reason_only(unit, kerbrat, ask, now):
    place = ask(unit, kerbrat, "Zélie", "Salomé")
    with pytest.raises(ValueError, match="humeur"):
        refuse(place, reason="humeur", hand=Hand(None, now))
    assert refuse(place, reason="called_off", hand=Hand(None, now)).state == S.REFUSED
    unit.refresh_from_db()
    assert unit.taken == 0


def test_a_late_release_is_possible_and_written(kerbrat, ask, now):
    unit = make_unit(starts_on=date(2026, 11, 25), release_days=2)
    place = release(ask(unit, kerbrat, "Zélie", "Salomé"), hand=Hand(kerbrat.adults["Salomé"].account, now))
    assert (place.state, place.reason) == (S.RELEASED, "late")


def test_more_places_are_offered_in_order_and_twice_changes_nothing(kerbrat, ask, fill, now):
    unit = make_unit(capacity=1)
    fill(unit, 1)
    ask(unit, kerbrat, "Zélie", "Salomé")
    unit.capacity = 3
    unit.save(update_fields=["capacity"])
    assert [each.child for each in offer_freed(unit, now=now)] == [kerbrat.children["Zélie"]]
    assert offer_freed(unit, now=now) == []


def test_nobody_sits_before_those_who_wait(kerbrat, ask, fill, now):
    unit = make_unit(capacity=1)
    fill(unit, 1)
    first = ask(unit, kerbrat, "Zélie", "Salomé")
    unit.capacity = 2
    unit.save(update_fields=["capacity"])
    newcomer = make_unit_waiter(ask, unit)
    first.refresh_from_db()
    assert (first.state, newcomer.state, newcomer.queue_number) == (S.OFFERED, S.WAITING, 2)
