"""Who decides what for a child: a change leaves a trace, and nobody is removed by a slip of the hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.households.doors import children_for
from preau.people.households.enums import GuardianKind, GuardianRights
from preau.people.households.errors import LastHolder, LinkTaken
from preau.people.households.guardianship import LinkFacts, change_link, end_link, set_link
from preau.people.households.models import Guardian
from preau.people.households.rights import Act
from preau.people.notices.models import Notice
from tests.cast import make_person
from tests.cast.families import link, make_adult, make_sheltered, make_two_homes

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
PARENT = LinkFacts(GuardianKind.PARENT, GuardianRights.FULL, "acte de naissance")
BLOCKED = LinkFacts(GuardianKind.PARENT, GuardianRights.BLOCKED, "jugement du 20 novembre")


def _link(child, adult):
    return Guardian.objects.get(child=child, adult=adult, until_on__isnull=True)


def test_a_change_ends_the_row_yesterday_and_opens_another_today(now):
    family = make_two_homes()
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    change_link(_link(zelie, yann), BLOCKED, hand=Hand(None, now))
    rows = Guardian.objects.filter(child=zelie, adult=yann).order_by("from_on")
    assert [(row.rights, row.until_on) for row in rows] == [("full", date(2026, 11, 23)), ("blocked", None)]
    assert not children_for(yann.account, Act.READ, TODAY).filter(pk=zelie.pk).exists()
    assert children_for(yann.account, Act.READ, date(2026, 11, 23)).filter(pk=zelie.pk).exists()


def test_a_link_of_today_is_replaced_and_the_journal_remembers_it(now):
    family = make_two_homes()
    zelie, aunt = family.children["Zélie"], make_adult("Rozenn Kerbrat")
    first = set_link(zelie, aunt, PARENT, hand=Hand(None, now))
    change_link(first, LinkFacts(GuardianKind.PARENT, GuardianRights.INFORMED), hand=Hand(None, now))
    assert [row.rights for row in Guardian.objects.filter(child=zelie, adult=aunt)] == ["informed"]
    told = list(AuditEvent.objects.filter(verb__startswith="guardian.").values_list("verb", flat=True))
    assert told == ["guardian.set", "guardian.ended", "guardian.set"]


def test_two_open_links_of_a_pair_cannot_be(now):
    family = make_two_homes()
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    with pytest.raises(LinkTaken):
        set_link(zelie, yann, PARENT, hand=Hand(None, now))
    with pytest.raises(IntegrityError), transaction.atomic():
        link(zelie, yann)


def test_the_last_holder_goes_only_with_a_reason(now):
    family = make_sheltered()
    ines, mother = family.children["Inès"], family.adults["Farida"]
    with pytest.raises(LastHolder):
        end_link(_link(ines, mother), hand=Hand(None, now))
    with pytest.raises(LastHolder):
        change_link(_link(ines, mother), BLOCKED, hand=Hand(None, now))
    end_link(_link(ines, mother), reason="déchéance, jugement du 2 novembre", hand=Hand(None, now))
    assert not Guardian.objects.on(TODAY).filter(child=ines, rights="full").exists()


def test_both_parents_hear_of_it_and_the_blocked_one_does_not(now):
    family = make_sheltered()
    agent = make_person("family_agent")
    aunt = make_adult("Leïla Belkacem")
    set_link(family.children["Inès"], aunt, PARENT, hand=Hand(agent, now))
    heard = {notice.recipient_id for notice in Notice.objects.all()}
    assert heard == {family.adults["Farida"].account_id, aunt.account_id}
    assert "Belkacem" not in "".join(Notice.objects.values_list("title", flat=True))


def test_the_journal_holds_no_name(now):
    family = make_two_homes()
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    change_link(_link(zelie, yann), BLOCKED, hand=Hand(None, now), reason="Yann a déménagé")
    told = str(list(AuditEvent.objects.values("subject", "details")))
    assert "Yann" not in told and "Kerbrat" not in told and "Zélie" not in told


def test_a_change_at_midnight_in_paris_is_of_the_new_day():
    family = make_two_homes()
    zelie, yann = family.children["Zélie"], family.adults["Yann"]
    changed = change_link(_link(zelie, yann), BLOCKED, hand=Hand(None, datetime(2026, 11, 24, 23, 30, tzinfo=UTC)))
    assert changed.from_on == date(2026, 11, 25)
