"""Who is told what of drafting: who must answer, who was answered, who was called; once each, quoting nobody."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.people.notices.models import Notice
from preau.plan.drafting import proposing
from preau.plan.drafting.models import Suggestion
from preau.surfaces.shell.waiting import WAITING
from preau.surfaces.shell.waiting.suggestions import open_suggestions
from tests.cast import make_organisation, make_person

HERE = "/atelier/projet/a1-g1-o1"
SECRET = "une phrase que le courriel ne doit pas porter"


@pytest.fixture
def nadia(plan):
    return make_person("coordinator")


@pytest.fixture
def claire(plan):
    return make_person("contributor", name="Claire Aubin", organisation=make_organisation("École des Tilleuls"))


@pytest.fixture
def awa(log_in, plan):
    return log_in("contributor")


@pytest.fixture
def proposed(plan, claire, now):
    """What Claire proposes."""
    item = plan.items.select_related("row", "owner", "parent").get(code="A1.G1.O1")
    who = claire.memberships.get().organisation
    proposal = proposing.new_wording(item, "Deux sorties")
    return proposing.propose(plan, proposal, hand=Hand(claire, now), organisation=who, reason="")


def told(person) -> list[tuple[str, str]]:
    return [(notice.kind, notice.title) for notice in Notice.objects.filter(recipient=person).order_by("pk")]


def test_coordinators_are_told_of_proposals_once_by_item(awa, nadia):
    awa.post(f"{HERE}/proposition/texte/", {"text": SECRET, "reason": SECRET})
    awa.post(f"{HERE}/proposition/retrait/", {"reason": SECRET})
    assert told(nadia) == [("proposed", "Awa Diarra propose un changement dans A1.G1.O1")]
    notice = Notice.objects.get()
    assert notice.times == 2
    assert notice.path.startswith(f"{HERE}/propositions/?projet=")


def test_author_and_backers_are_told_of_the_answer_but_not_who_gives_it(log_in, awa, proposed, claire):
    awa.post(f"/atelier/propositions/{proposed.pk}/soutien/", {"support": "give"})
    backer = awa.person
    nadia = log_in("coordinator")
    nadia.post(f"/atelier/propositions/{proposed.pk}/soutien/", {"support": "give"})
    nadia.post(f"/atelier/propositions/{proposed.pk}/decision/", {"verdict": "refuse", "answer": SECRET})
    for person in (claire, backer):
        assert told(person) == [("decided", "Proposition refusée sur A1.G1.O1")]
    assert told(nadia.person) == []


def test_a_remark_tells_the_author_and_earlier_voices_and_whom_it_calls_once(awa, proposed, claire, nadia, now, plan):
    proposing.comment(plan, "D’abord moi", hand=Hand(nadia, now), organisation=None, suggestion=proposed)
    awa.post(f"/atelier/propositions/{proposed.pk}/commentaires/", {"text": f"@Claire Aubin, {SECRET}"})
    assert told(claire) == [("mentioned", "Awa Diarra vous cite dans un commentaire sur A1.G1.O1")]
    assert told(nadia) == [("replied", "Awa Diarra a commenté A1.G1.O1 après vous")]
    assert told(awa.person) == []


def test_a_remark_on_an_item_tells_who_spoke_there_before(awa, claire, now, plan):
    item = plan.items.get(code="A1.G1.O1")
    proposing.comment(plan, "D’abord moi", hand=Hand(claire, now), organisation=None, item=item)
    awa.post(f"{HERE}/commentaires/", {"text": SECRET})
    assert told(claire) == [("replied", "Awa Diarra a commenté A1.G1.O1 après vous")]
    path = Notice.objects.get().path
    assert awa.get(path.split("#")[0]).status_code == 200
    assert f'id="{path.split("#")[1]}"' in awa.get(path.split("#")[0]).content.decode()


def test_what_was_refused_by_the_domain_tells_nobody(log_in, proposed, claire, plan):
    nadia = log_in("coordinator")
    nadia.post(f"/atelier/propositions/{proposed.pk}/decision/", {"verdict": "refuse", "answer": ""})
    assert told(claire) == []


def test_coordinators_have_one_line_however_many_wait(nadia, claire, proposed, plan, now, django_assert_num_queries):
    for _ in range(200):
        proposed.pk = None
        proposed.save()
    with django_assert_num_queries(2):
        waiting = open_suggestions([nadia, claire], now.date())
    assert [line.title for line in waiting[nadia.pk]] == ["202 propositions à examiner"]
    assert claire.pk not in waiting
    assert waiting[nadia.pk][0] in WAITING([nadia], now.date())[nadia.pk]


def test_nothing_waits_once_everything_is_answered(nadia, plan, now):
    Suggestion.objects.all().delete()
    assert open_suggestions([nadia], now.date()) == {}
