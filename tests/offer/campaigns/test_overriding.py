"""Exceptions: two people, a reason of the list, a place that nobody loses, a count without a name."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.campaigns.counting import SENSITIVE, counted, overrides_of
from preau.offer.campaigns.enums import OverrideReason, Seat
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.overriding import (
    Concerned,
    SameHand,
    ask_override,
    rank_of,
    refuse_override,
    sign,
    withdraw_override,
)
from preau.offer.campaigns.posting import sheet_of, to_post
from preau.offer.enrolment.models import BookingUnit, Enrolment
from preau.offer.enrolment.taking import answer
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.enums import ContactBy, GuardianRights
from preau.people.households.models import Adult
from preau.people.notices.models import Notice
from preau.people.smallnumbers.floor import FLOOR
from tests.cast.campaigns import NOTIFIED, make_application, make_campaign, make_override, offers_by_title, walk
from tests.cast.families import link, make_adult
from tests.cast.people import make_person
from tests.migrated import run_on_a_migrated_database

pytestmark = pytest.mark.django_db


@pytest.fixture
def second():
    return Hand(make_person("family_agent", name="Serge Second"), NOTIFIED.now)


@pytest.fixture
def campaign():
    """One place of judo, four children who want it."""
    found = make_campaign("open", seats=1, titles=("Judo",))
    for _each in range(4):
        make_application(found, ("Judo",))
    return walk(found, "notified")


def _waiting(campaign, rank):
    """The application of the child at that rank."""
    queue = Enrolment.objects.filter(state="waiting").order_by("queue_number")
    return campaign.applications.get(child=queue[rank - 1].child)


def _queue():
    return list(Enrolment.objects.filter(state="waiting").order_by("queue_number").values_list("child", flat=True))


def test_a_second_hand_gives_one_more_place_and_nobody_loses_theirs(campaign, second):
    last = _waiting(campaign, 3)
    held = make_override(last)
    assert Enrolment.objects.filter(state="offered").count() == 1
    Notice.objects.all().delete()
    signed = sign(held, hand=second)
    unit = BookingUnit.objects.get()
    assert (unit.capacity, unit.taken) == (2, 2)
    place = Enrolment.objects.get(child=last.child)
    assert place.state == "offered" and signed.enrolment == place
    assert "Paule Première" in signed.told and "Serge Second" in signed.told and "aucun autre enfant" in signed.told
    assert "réponse vous attend" in Notice.objects.get().title
    assert AuditEvent.objects.filter(verb="override.signed").count() == 1
    assert answer(place, accepts=True, hand=NOTIFIED).state == "confirmed"


def test_a_rank_moves_the_others_back_and_tells_them_and_is_served_first(campaign, second):
    last = _waiting(campaign, 3)
    before = _queue()
    Notice.objects.all().delete()
    sign(make_override(last, seat=Seat.RANK, rank=1), hand=second)
    assert _queue() == [last.child_id, *before[:2]]
    assert rank_of(campaign.offers.get(), last) == 1
    titles = Counter(title.split(" de ")[0] for title in Notice.objects.values_list("title", flat=True))
    assert titles == {"Le rang": 2, "Une réponse vous attend pour Enfant": 1}
    answer(Enrolment.objects.get(state="offered"), accepts=False, hand=NOTIFIED)
    assert Enrolment.objects.get(child=last.child).state == "offered"
    assert BookingUnit.objects.get().capacity == 1


def test_a_corrected_rank_may_be_in_the_middle(campaign, second):
    before = _queue()
    sign(make_override(_waiting(campaign, 3), seat=Seat.RANK, rank=2), hand=second)
    assert _queue() == [before[0], before[2], before[1]]
    numbers = list(Enrolment.objects.filter(state="waiting").values_list("queue_number", flat=True))
    assert sorted(numbers) == [1, 2, 3]


def test_a_child_who_never_asked_the_group_may_be_given_a_rank(second):
    campaign = make_campaign("open", seats=1, titles=("Judo", "Poterie"))
    application = make_application(campaign, ("Poterie",))
    make_application(campaign, ("Judo",))
    make_application(campaign, ("Judo",))
    campaign = walk(campaign, "notified")
    judo = offers_by_title(campaign)["Judo"]
    application.campaign.refresh_from_db()
    sign(make_override(application, offer=judo, seat=Seat.RANK, rank=1), hand=second)
    queue = Enrolment.objects.filter(unit=judo.unit, state="waiting").order_by("queue_number")
    assert len(queue) == 2 and queue[0].child == application.child
    assert BookingUnit.objects.get(pk=judo.unit_id).queued == 2


def test_the_one_who_asks_does_not_sign_nor_refuse_and_nobody_else_withdraws(campaign, second):
    held = make_override(_waiting(campaign, 1))
    first = Hand(held.author, NOTIFIED.now)
    for act in (lambda: sign(held, hand=first), lambda: refuse_override(held, why="non", hand=first)):
        with pytest.raises(SameHand):
            act()
    with pytest.raises(SameHand):
        withdraw_override(held, hand=second)
    with pytest.raises(ReasonMissing):
        refuse_override(held, why=" ", hand=second)
    assert withdraw_override(held, hand=first).state == "withdrawn"
    with pytest.raises(NotNow):
        sign(held, hand=second)


def test_it_is_signed_once_and_asked_once_at_a_time(campaign, second):
    application = _waiting(campaign, 1)
    held = make_override(application)
    with pytest.raises(NotReady, match="attend déjà"):
        make_override(application, by=second.by)
    sign(held, hand=second)
    with pytest.raises(NotNow):
        sign(held, hand=second)
    with pytest.raises(NotReady, match="déjà une place"):
        make_override(application, by=second.by)
    assert BookingUnit.objects.get().capacity == 2


@pytest.mark.parametrize("rights", [GuardianRights.FULL, GuardianRights.INFORMED, GuardianRights.BLOCKED])
def test_whoever_has_a_child_in_the_campaign_decides_nothing_in_it(campaign, second, rights):
    """Even of another child, even with a link that ended or lets nothing be seen."""
    theirs, judged = _waiting(campaign, 1), _waiting(campaign, 2)
    parent = make_adult("Paule Mère", account=False)
    link(theirs.child, parent, rights)
    held = make_override(judged)
    Adult.objects.filter(pk=parent.pk).update(account=second.by)
    with pytest.raises(Concerned):
        sign(held, hand=second)
    with pytest.raises(Concerned):
        make_override(_waiting(campaign, 3), by=second.by)
    Adult.objects.filter(pk=parent.pk).update(account=held.author)
    with pytest.raises(Concerned):
        sign(held, hand=second)
    assert Enrolment.objects.filter(state="offered").count() == 1


def test_the_law_on_adults_is_never_passed(campaign, second, monkeypatch):
    """One more child would need one more adult: a rank remains possible."""
    full = SimpleNamespace(ages=lambda unit: {}, allows=lambda ages, age: False)
    monkeypatch.setattr("preau.offer.enrolment.excepting.Law.of", lambda unit, on: full)
    held = make_override(_waiting(campaign, 1))
    with pytest.raises(NotReady, match="un adulte de plus"):
        sign(held, hand=second)
    held.refresh_from_db()
    assert held.state == "asked" and BookingUnit.objects.get().capacity == 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [({"words": " "}, "justifie"), ({"seat": Seat.RANK, "rank": 9}, "entre 1 et"), ({"seat": Seat.RANK}, "entre 1 et")],
)
def test_what_is_missing_is_said(campaign, facts, said):
    with pytest.raises(NotReady, match=said):
        make_override(_waiting(campaign, 1), **facts)


def test_nothing_is_asked_before_families_have_their_answers():
    campaign = make_campaign("open", titles=("Judo",))
    application = make_application(campaign, ("Judo",))
    walk(campaign, "decided")
    with pytest.raises(NotReady, match="pas encore leurs réponses"):
        ask_override(
            application,
            campaign.offers.get(),
            reason="court",
            words="Jugement.",
            hand=Hand(make_person("family_agent"), NOTIFIED.now),
        )


def test_the_letter_says_why_to_the_home_that_asked_and_to_no_other(campaign, second):
    application = _waiting(campaign, 1)
    elsewhere = make_adult("Autre Parent", account=False)
    link(application.child, elsewhere)
    Adult.objects.filter(pk=application.asked_by_id).update(contact_by=ContactBy.PAPER)
    sign(make_override(application, reason=OverrideReason.SHELTER), hand=second)
    letters = {
        each.adult.pk: sheet_of(each) for each in to_post(campaign, NOTIFIED.now.date()) if each.subject == "exception"
    }
    here, there = (str(letters[pk].sections[0].words) for pk in (application.asked_by_id, elsewhere.pk))
    assert "hébergée" in here and "hébergée" not in there and "Serge Second" in there


@given(st.dictionaries(st.sampled_from(list(OverrideReason)), st.integers(0, 30)))
def test_no_small_figure_is_published_nor_found_by_subtraction(counts):
    told = counted(counts, date(2026, 12, 1), FLOOR)
    total = sum(counts.values())
    assert told.total == (None if 0 < total < FLOOR.cell else total)
    if told.by_reason:
        assert sum(count for _label, count in told.by_reason) == total
        for code, count in counts.items():
            assert not count or count >= (FLOOR.sensitive_cell if code in SENSITIVE else FLOOR.cell)


def test_the_public_count_is_that_of_the_first_of_the_month(campaign, second):
    sign(make_override(_waiting(campaign, 1)), hand=second)
    assert overrides_of(campaign, date(2026, 12, 31)).total == 0
    assert overrides_of(campaign, date(2027, 1, 1)).is_few


@pytest.mark.migrations
def test_what_two_people_signed_stays_in_the_database_as_it_was(tmp_path):
    assert run_on_a_migrated_database(_FROZEN, tmp_path).startswith("refused")


_FROZEN = """
from django.db import DatabaseError, connection, transaction
from tests.cast.campaigns import *
application, _adult = make_decided()
held = Override.objects.create(
    campaign=application.campaign, application=application, offer=application.campaign.offers.get(),
    reason="court", author=make_person("family_agent", name="A A"), asked_at=NOTIFIED.now,
)
Override.objects.update(reason="shelter")
Override.objects.update(
    state="signed", second_reader=make_person("family_agent", name="B B"), signed_at=NOTIFIED.now, told="Dit."
)
refused = []
for change in ({"rank": 3, "seat": "rank"}, {"reason": "court"}, {"state": "withdrawn", "signed_at": None}):
    try:
        with transaction.atomic():
            Override.objects.update(**change)
    except DatabaseError as error:
        refused.append("is fixed" in str(error))
assert refused == [True] * 3, refused
Override.objects.update(words="", told="")
print("refused", connection.vendor)
"""
