"""The life of an entry: proposed, read, published, verified each year, hidden when a paper ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.foundation.lifecycle import NotNow, ReasonMissing
from preau.offer.activities.enums import EntryState as S
from preau.offer.activities.errors import EntryConflict, NotComplete
from preau.offer.activities.models import Activity
from preau.offer.activities.writing import change_activity
from preau.offer.providers.enums import PaperKind
from preau.offer.providers.models import ProviderPaper
from preau.offer.publishing import stepping
from preau.offer.publishing.errors import PapersMissing
from preau.offer.publishing.reasons import ChangeCause, RefusalCause
from preau.offer.publishing.states import LIFE
from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from tests.cast import make_organisation, make_person
from tests.cast.offer import give_papers, make_activity, make_provider, make_whole
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def club():
    return make_provider()


@pytest.fixture
def provider(club):
    return Hand(make_person("provider"), NOW)


@pytest.fixture
def agent(db):
    return Hand(make_person("agent"), NOW)


def titles(hand):
    return list(Notice.objects.filter(recipient=hand.by).order_by("at", "pk").values_list("title", flat=True))


ASK = {"cause": ChangeCause.WHEN, "reason": "Le gymnase est pris."}
REFUSE = {"cause": RefusalCause.COMMERCIAL, "reason": "La séance vend les suivantes."}
TAKE = {
    "propose": (stepping.propose, {}),
    "publish": (stepping.publish, {}),
    "verify": (stepping.verify, {}),
    "reread": (stepping.reread, {}),
    "ask": (stepping.ask, ASK),
    "refuse": (stepping.refuse, REFUSE),
    "withdraw": (stepping.withdraw, {"reason": "Le professeur est parti."}),
    "redraft": (stepping.redraft, {}),
    "expire": (stepping.expire, {}),
    "suspend": (stepping.suspend, {"cause": ChangeCause.PAPER}),
    "restore": (stepping.restore, {}),
}
LEADS = {
    ("propose", S.DRAFT): S.PROPOSED,
    ("propose", S.TO_CHANGE): S.PROPOSED,
    ("publish", S.PROPOSED): S.PUBLISHED,
    ("publish", S.WITHDRAWN): S.PUBLISHED,
    ("verify", S.PUBLISHED): S.PUBLISHED,
    ("verify", S.STALE): S.PUBLISHED,
    ("reread", S.PUBLISHED): S.PUBLISHED,
    ("ask", S.PROPOSED): S.TO_CHANGE,
    ("ask", S.PUBLISHED): S.TO_CHANGE,
    ("ask", S.STALE): S.TO_CHANGE,
    ("refuse", S.PROPOSED): S.REFUSED,
    ("withdraw", S.PUBLISHED): S.WITHDRAWN,
    ("withdraw", S.STALE): S.WITHDRAWN,
    ("redraft", S.PROPOSED): S.DRAFT,
    ("redraft", S.REFUSED): S.DRAFT,
    ("redraft", S.WITHDRAWN): S.DRAFT,
    ("expire", S.PUBLISHED): S.STALE,
    ("suspend", S.PUBLISHED): S.TO_CHANGE,
    ("suspend", S.STALE): S.TO_CHANGE,
    ("restore", S.TO_CHANGE): S.PUBLISHED,
}
"""Every step from every state: where it leads; from any other state it is refused."""


@pytest.mark.parametrize("step", TAKE)
def test_each_step_from_each_state(step, agent, club):
    give_papers(club)
    assert set(TAKE) == set(LIFE.by_name)
    verb, words = TAKE[step]
    for number, state in enumerate(S):
        published = {"published_at": NOW, "verified_on": NOW.date()} if step == "restore" else {}
        activity = make_whole(f"Judo {step} {number}", state=state, **published)
        wanted = LEADS.get((step, state))
        if wanted is None:
            with pytest.raises(NotNow):
                verb(activity, hand=agent, **words)
            assert Activity.objects.get(pk=activity.pk).state == state
            continue
        moved = verb(activity, hand=agent, **words)
        assert (step, state, moved.state) == (step, state, wanted)
        line = moved.steps.get()
        assert (line.step, line.from_state, line.to_state, line.by, line.at) == (step, state, wanted, agent.by, NOW)


def test_from_the_first_word_to_the_catalogue(provider, agent, club):
    give_papers(club)
    activity = make_whole()
    stepping.propose(activity, hand=provider)
    assert titles(agent) == ["« Judo » est proposée au catalogue"]
    stepping.ask(activity, hand=agent, **ASK)
    assert titles(provider) == ["« Judo » : la ville demande un changement"]
    stepping.propose(activity, hand=provider)
    shown = stepping.publish(activity, hand=agent)
    assert (shown.state, shown.published_at, shown.verified_on) == ("published", NOW, NOW.date())
    assert shown.read_version == shown.version
    assert titles(provider)[-1] == "« Judo » est publiée"
    assert [each.step for each in shown.steps.all()] == ["propose", "ask", "propose", "publish"]
    assert [each.cause for each in shown.steps.all()] == ["", "when", "", ""]


def test_what_says_too_little_is_not_proposed_and_the_catalogue_does_not_move(provider):
    activity = make_activity(state="draft")
    before = activity.revision
    with pytest.raises(NotComplete) as refused:
        stepping.propose(activity, hand=provider)
    assert "description" in [lack.about for lack in refused.value.lacks]
    assert (Activity.objects.get().state, Activity.objects.get().revision) == ("draft", before)


@pytest.mark.parametrize("step", ["ask", "refuse"])
def test_a_refusal_without_words_is_none(step, agent):
    verb, words = TAKE[step]
    with pytest.raises(ReasonMissing):
        verb(make_whole(state="proposed"), hand=agent, **{**words, "reason": "  "})


def test_an_agent_publishes_what_they_read_and_nothing_else(provider, agent, club):
    give_papers(club)
    activity = make_whole(state="proposed")
    change_activity(activity, {"summary": "Changé pendant la lecture."}, seen_version=1, hand=provider)
    with pytest.raises(EntryConflict):
        stepping.publish(activity, hand=agent, seen_version=1)
    assert stepping.publish(activity, hand=agent, seen_version=2).state == "published"


@pytest.mark.parametrize(
    ("audiences", "missing"),
    [
        (["child"], ["insurance", "honour"]),
        (["family"], ["insurance"]),
        (["class"], ["insurance", "approval"]),
    ],
)
def test_an_association_without_papers_is_not_shown(audiences, missing, agent):
    activity = make_whole(state="proposed", audiences=audiences, levels=["cp"])
    with pytest.raises(PapersMissing) as refused:
        stepping.publish(activity, hand=agent)
    assert refused.value.kinds == missing
    assert Activity.objects.get().state == "proposed"


def test_the_contract_alone_is_asked_for_but_hides_nothing(agent, club):
    give_papers(club)
    ProviderPaper.objects.filter(kind=PaperKind.REPUBLICAN).delete()
    assert stepping.publish(make_whole(state="proposed"), hand=agent).state == "published"


def test_a_service_of_the_town_owes_no_paper(agent):
    activity = make_whole(state="proposed", organisation=make_organisation("Service des sports"))
    assert stepping.publish(activity, hand=agent).state == "published"


def test_verifying_starts_the_year_anew_and_keeps_when_it_was_first_shown(provider):
    activity = make_whole(state="stale", published_at=NOW - timedelta(days=500), verified_on=date(2025, 9, 1))
    done = stepping.verify(activity, hand=provider)
    assert (done.state, done.verified_on) == ("published", NOW.date())
    assert done.published_at == NOW - timedelta(days=500)


def test_each_step_that_families_see_moves_the_catalogue_and_the_others_do_not(provider, agent, club):
    give_papers(club)
    activity = make_whole()
    first = activity.revision
    assert stepping.propose(activity, hand=provider).revision == first
    shown = stepping.publish(activity, hand=agent)
    assert shown.revision > first
    assert stepping.withdraw(activity, hand=agent, reason="Fini.").revision > shown.revision
