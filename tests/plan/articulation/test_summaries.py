"""Each side writes its own project, shows it to the other, and is told when it was opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.notices.models import Notice
from preau.people.permissions import actor_of
from preau.plan.articulation.content import Content
from preau.plan.articulation.enums import Side
from preau.plan.articulation.errors import (
    NothingToPublish,
    NotReady,
    PairPresent,
    SideHasWritten,
    SummaryChanged,
)
from preau.plan.articulation.models import ProjectSummary, SitePair, SummaryPeriod
from preau.plan.articulation.pairs import PairFacts, change_pair, open_pair
from preau.plan.articulation.permissions import PAIRS, SUMMARIES, WEEK
from preau.plan.articulation.queries import reading_of, standings
from preau.plan.articulation.summaries import open_summary, publish_summary, write_summary
from preau.town.places.models import Site
from tests.cast import make_organisation, make_person
from tests.cast.sites import CONTENT, OTHER_CONTENT, make_pair, write_and_publish

pytestmark = pytest.mark.django_db
PATH = "/atelier/sites/les-tilleuls/projets/"


@pytest.fixture
def pair():
    return make_pair()


@pytest.fixture
def head(pair):
    return make_person("contributor", name="Claire Aubin", organisation=pair.school)


@pytest.fixture
def manager(pair):
    return make_person("contributor", name="Samira Haddou", organisation=pair.care)


def test_a_site_has_one_pair_by_year(pair, now):
    facts = PairFacts(pair.school, pair.care, date(2026, 10, 15))
    with pytest.raises(PairPresent) as refused:
        open_pair(pair.site, 2026, facts, hand=Hand(None, now))
    assert refused.value.pair == pair
    assert open_pair(pair.site, 2027, facts, hand=Hand(None, now)).school_year == 2027


def test_the_database_refuses_a_pair_of_one(pair):
    with pytest.raises(IntegrityError), transaction.atomic():
        SitePair.objects.filter(pk=pair.pk).update(care=pair.school)


def test_a_draft_is_written_many_times_and_read_by_nobody_else(pair, head, now):
    draft = write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=0, hand=Hand(head, now))
    again = replace(CONTENT, text="Autrement dit.")
    draft = write_summary(pair, Side.SCHOOL, again, seen_revision=draft.revision, hand=Hand(head, now))
    assert (draft.version, draft.revision, draft.content) == (1, 2, again)
    assert ProjectSummary.objects.count() == 1
    assert SummaryPeriod.objects.count() == 2
    assert Notice.objects.count() == 0


def test_writing_the_same_again_changes_nothing(pair, head, now):
    hand = Hand(head, now)
    draft = write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=0, hand=hand)
    before = AuditEvent.objects.count()
    assert write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=1, hand=hand).revision == draft.revision
    assert AuditEvent.objects.count() == before


def test_two_colleagues_never_overwrite_each_other(pair, head, now):
    hand = Hand(head, now)
    write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=0, hand=hand)
    with pytest.raises(SummaryChanged) as refused:
        write_summary(pair, Side.SCHOOL, OTHER_CONTENT, seen_revision=0, hand=hand)
    assert refused.value.current.content == CONTENT


def test_a_colleague_who_published_meanwhile_is_not_overwritten(pair, head, now):
    hand = Hand(head, now)
    seen = write_and_publish(pair, Side.SCHOOL).revision
    write_and_publish(pair, Side.SCHOOL, OTHER_CONTENT)
    with pytest.raises(SummaryChanged):
        write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=seen, hand=hand)


def test_the_other_side_is_told_when_the_project_is_there_and_when_it_changes(pair, head, manager, now):
    write_and_publish(pair, Side.SCHOOL, by=head)
    [notice] = Notice.objects.all()
    assert (notice.recipient, notice.title) == (manager, "Le projet de l’école est à lire · Les Tilleuls")
    write_and_publish(pair, Side.SCHOOL, OTHER_CONTENT, by=head)
    [notice] = Notice.objects.all()
    assert (notice.title, notice.times) == ("Le projet de l’école a changé · Les Tilleuls", 2)


def test_what_is_published_stays_while_the_next_is_written(pair, head, now):
    published = write_and_publish(pair, Side.SCHOOL)
    draft = write_summary(pair, Side.SCHOOL, OTHER_CONTENT, seen_revision=1, hand=Hand(head, now))
    side = standings(pair)[Side.SCHOOL]
    assert (side.published, side.draft, draft.version) == (published, draft, 2)
    assert side.content == CONTENT


def test_an_empty_summary_is_not_published_and_says_what_it_lacks(pair, head, now):
    hand = Hand(head, now)
    with pytest.raises(NothingToPublish):
        publish_summary(pair, Side.SCHOOL, seen_revision=0, hand=hand, path=PATH)
    write_summary(pair, Side.SCHOOL, Content("Un début."), seen_revision=0, hand=hand)
    with pytest.raises(NotReady) as refused:
        publish_summary(pair, Side.SCHOOL, seen_revision=1, hand=hand, path=PATH)
    assert len(refused.value.sentences) == 2
    assert not ProjectSummary.objects.published().exists()


def test_publishing_what_a_colleague_changed_meanwhile_is_refused(pair, head, now):
    hand = Hand(head, now)
    write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=0, hand=hand)
    write_summary(pair, Side.SCHOOL, OTHER_CONTENT, seen_revision=1, hand=hand)
    with pytest.raises(SummaryChanged):
        publish_summary(pair, Side.SCHOOL, seen_revision=1, hand=hand, path=PATH)


def test_opening_counts_once_and_both_sides_must_have_opened(pair, head, manager, now):
    school, care = write_and_publish(pair, Side.SCHOOL), write_and_publish(pair, Side.CARE, OTHER_CONTENT)
    assert reading_of(2026) == (0, 1)
    for _ in range(2):
        open_summary(school, organisation=pair.care, hand=Hand(manager, now))
    assert reading_of(2026) == (0, 1)
    open_summary(care, organisation=pair.school, hand=Hand(head, now))
    assert reading_of(2026) == (1, 1)
    assert AuditEvent.objects.filter(verb="summary.opened").count() == 2
    assert reading_of(2025) == (0, 0)


def test_a_side_that_has_written_is_not_exchanged(pair, now):
    write_and_publish(pair, Side.SCHOOL)
    other = make_organisation("École voisine", "school")
    with pytest.raises(SideHasWritten):
        change_pair(pair, PairFacts(other, pair.care, pair.due_on), hand=Hand(None, now))
    later = PairFacts(pair.school, make_organisation("Autre accueil"), date(2026, 11, 30))
    assert change_pair(pair, later, hand=Hand(None, now)).due_on == date(2026, 11, 30)


PARTS = ("administrator", "coordinator", "contributor", "elected", "reader", "data_officer", "school", "care")
MAY = {
    "read": set(PARTS),
    "open": {"coordinator"},
    "write_school": {"school"},
    "write_care": {"care"},
    "join": {"coordinator", "school", "care"},
}
READ_SUMMARY = {"draft": {"school"}, "published": set(PARTS)}


def _actor(part, pair, now):
    if part in ("school", "care"):
        return actor_of(make_person("contributor", organisation=pair.side(Side(part))), now.date())
    return actor_of(make_person(part), now.date())


@pytest.mark.parametrize("part", PARTS)
def test_a_project_belongs_to_the_side_that_carries_it(pair, now, part):
    actor = _actor(part, pair, now)
    assert {action: PAIRS.may(actor, action, pair) for action in PAIRS.rules} == {
        action: part in who for action, who in MAY.items()
    }
    write_summary(pair, Side.SCHOOL, CONTENT, seen_revision=0, hand=Hand(None, now))
    draft = pair.summaries.get()
    assert SUMMARIES.may(actor, "read", draft) == (part in READ_SUMMARY["draft"])
    assert not SUMMARIES.may(actor, "open", draft)
    publish_summary(pair, Side.SCHOOL, seen_revision=1, hand=Hand(None, now), path=PATH)
    assert SUMMARIES.may(actor, "read", draft)
    assert SUMMARIES.may(actor, "open", draft) == (part == "care")


@pytest.mark.parametrize("part", PARTS)
def test_both_sides_and_the_coordination_plan_the_week(pair, now, part):
    actor = _actor(part, pair, now)
    site = Site.objects.get()
    assert WEEK.may(actor, "read", site)
    assert WEEK.may(actor, "plan", site) == (part in ("coordinator", "school", "care"))
