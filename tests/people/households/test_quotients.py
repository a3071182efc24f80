"""The quotient of a home: what holds on a day, what is refused, what is never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.text.days import months_later
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households import quotients
from preau.people.households.enums import ConsentPurpose, DocumentKind, DocumentState, QuotientSource
from preau.people.households.models import Consent, FamilyQuotient, SupportingDocument
from preau.people.households.quotients import (
    WrongQuotient,
    WrongTerm,
    quotient_of,
    quotient_on,
    record_quotient,
    set_term,
)
from tests.cast import make_commune, make_person
from tests.cast.families import make_two_homes

NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 11, 24)


@pytest.fixture
def family(db):
    return make_two_homes()


@pytest.fixture
def home(family):
    return family.homes["mother"]


@pytest.fixture
def hand(db, now):
    return Hand(make_person("family_agent"), now)


@pytest.fixture
def keep(home, hand):
    def keeping(value=640, month=NOVEMBER, source=QuotientSource.COUNTER, by=hand, **more):
        return record_quotient(household=home, value=value, source=source, month=month, hand=by, **more)

    return keeping


@pytest.fixture
def agree(family, now):
    def agreeing(adult="Salomé", purpose=ConsentPurpose.QUOTIENT_LOOKUP, **more):
        return Consent.objects.create(
            adult=family.adults[adult], purpose=purpose, text_version="2026-09", given_at=now, **more
        )

    return agreeing


def refused(act) -> str:
    with pytest.raises(WrongQuotient) as met:
        act()
    assert str(met.value.reason.label)
    return str(met.value.reason)


def test_a_home_without_a_quotient_has_none(home):
    assert quotient_on(home, TODAY) is None


def test_a_quotient_holds_from_its_month_for_a_year(keep, home):
    keep(640, date(2026, 11, 17))
    assert [quotient_on(home, day) for day in (date(2026, 10, 31), NOVEMBER, date(2027, 10, 31))] == [None, 640, 640]
    assert quotient_on(home, date(2027, 11, 1)) is None


def test_the_other_home_keeps_its_own(keep, family):
    keep(640)
    assert quotient_on(family.homes["father"], TODAY) is None


def test_the_most_recent_month_stands_whatever_the_order_in_which_they_came(keep, home):
    keep(700, NOVEMBER)
    keep(500, date(2026, 6, 1))
    assert quotient_on(home, TODAY) == 700
    assert quotient_on(home, date(2026, 10, 31)) == 500


def test_the_same_month_again_stands_and_the_first_stays_in_the_file(keep, home):
    keep(700)
    keep(710)
    assert quotient_on(home, TODAY) == 710
    assert list(FamilyQuotient.objects.order_by("pk").values_list("value", flat=True)) == [700, 710]


@pytest.mark.parametrize("value", [-1, 20_001, 10**9])
def test_out_of_range_is_refused_with_a_sentence(keep, value):
    assert refused(lambda: keep(value)) == "out_of_range"


def test_nought_is_a_quotient(keep, home):
    keep(0)
    assert quotient_on(home, TODAY) == 0


def test_a_month_to_come_and_one_that_no_longer_holds_are_refused(keep):
    assert refused(lambda: keep(600, date(2026, 12, 1))) == "future"
    assert refused(lambda: keep(600, date(2025, 11, 1))) == "too_old"
    assert keep(600, date(2025, 12, 1)).valid_until == date(2026, 11, 30)


def test_a_declared_quotient_rests_on_the_paper_of_that_home(keep, family, home, now):
    def paper(**fields):
        values = {"kind": DocumentKind.QUOTIENT, "household": home, "given_at": now}
        return SupportingDocument.objects.create(**(values | fields))

    def declare(document):
        return keep(600, source=QuotientSource.DECLARED, document=document)

    assert refused(lambda: declare(None)) == "no_proof"
    assert refused(lambda: declare(paper(kind=DocumentKind.ADDRESS))) == "no_proof"
    assert refused(lambda: declare(paper(household=family.homes["father"]))) == "no_proof"
    assert refused(lambda: declare(paper(state=DocumentState.REFUSED, checked_at=now))) == "no_proof"
    assert declare(paper()).document.kind == DocumentKind.QUOTIENT


def test_what_is_read_outside_needs_the_agreement_of_who_lives_there(keep, agree, now):
    def read(consent):
        return keep(600, source=QuotientSource.API, consent=consent, provider="CNAF")

    assert refused(lambda: read(None)) == "no_consent"
    assert refused(lambda: read(agree(purpose=ConsentPurpose.NEWSLETTER))) == "no_consent"
    assert refused(lambda: read(agree("Yann"))) == "no_consent"
    assert refused(lambda: read(agree(withdrawn_at=now))) == "no_consent"
    assert read(agree()).provider == "CNAF"


def test_who_left_the_home_no_longer_agrees_for_it(keep, agree, home):
    home.members.update(until_on=TODAY - timedelta(days=1))
    assert refused(lambda: keep(600, source=QuotientSource.API, consent=agree())) == "no_consent"


def test_the_town_decides_how_long_one_holds_and_the_past_stays_as_it_was(keep, home, hand):
    before = keep(500, date(2026, 6, 1))
    set_term(make_commune(), months=3, valid_from=NOVEMBER, hand=hand)
    assert keep(700).valid_until == date(2027, 1, 31)
    before.refresh_from_db()
    assert before.valid_until == date(2027, 5, 31)
    assert quotient_of(home, date(2027, 2, 1)).value == 500
    for months in (0, 25):
        with pytest.raises(WrongTerm):
            set_term(make_commune(), months=months, valid_from=NOVEMBER, hand=hand)


def test_the_journal_says_that_it_was_kept_never_how_much(keep):
    keep(4321)
    event = AuditEvent.objects.get(verb="quotient.recorded")
    assert "4321" not in str(event.details) and event.details["month"] == "2026-11-01"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 40))
def test_months_are_counted_like_a_calendar(day, months):
    first = day.replace(day=1)
    later = months_later(first, months)
    assert later.day == 1 and (later.year - first.year) * 12 + later.month - first.month == months


def test_a_year_is_what_holds_where_nothing_was_decided(db):
    assert quotients.months_on(make_commune(), TODAY) == 12
