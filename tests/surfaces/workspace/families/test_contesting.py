"""A family on paper contests at the counter, or by a letter: the same verb, the same day, a receipt to take away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from preau.offer.campaigns.models import Appeal
from tests.cast.campaigns import make_application, make_campaign, walk
from tests.surfaces.workspace.families.test_counter import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def later(time_machine):
    time_machine.move_to(datetime(2026, 12, 9, 9, tzinfo=UTC), tick=False)


@pytest.fixture
def awa(paper_family):
    campaign = make_campaign("open", titles=("Judo",))
    application = make_application(campaign, ("Judo",), family=paper_family, child="Awa")
    walk(campaign, "notified")
    return application


def _to(name, application, *more):
    return reverse(f"workspace:{name}", args=[application.campaign.slug, *more])


def test_at_the_counter_it_is_asked_in_the_name_of_the_person_who_is_helped(desk, help_them, awa):
    mariam = awa.asked_by
    file = help_them(mariam, until_on="2026-12-09")
    shown = text_of(desk.get(f"{file}enfants/{awa.child.key}/"))
    assert "Demander un nouvel examen" in shown and "Lire la réponse" in shown
    path = _to("application_appeal", awa, awa.key)
    assert "au guichet" in text_of(desk.get(path))
    typed = {
        "kind": "review", "asked_by": mariam.key, "ground": "situation", "words": "Je travaille le mercredi.",
        "received_on": "2026-12-09",
    }  # fmt: skip
    made = desk.post(path, typed)
    appeal = Appeal.objects.get()
    assert made.headers["Location"] == _to("campaign_appeal", awa, appeal.key)
    assert (appeal.channel, appeal.asked_by, appeal.due_on.isoformat()) == ("counter", mariam, "2027-02-09")
    assert desk.get(_to("appeal_receipt", awa, appeal.key)).content.startswith(b"%PDF")
    again = desk.post(path, typed)
    assert again.status_code == 422 and "déjà demandé" in text_of(again) and "Je travaille" in text_of(again)


def test_a_letter_is_taken_down_with_the_day_it_came_in(desk, awa):
    path = _to("application_appeal", awa, awa.key)
    assert "Pour une lettre reçue" in text_of(desk.get(path))
    empty = desk.post(path, {"kind": "review", "words": "x"})
    assert empty.status_code == 422 and "jour de réception" in text_of(empty)
    typed = {
        "kind": "review",
        "asked_by": awa.asked_by.key,
        "ground": "data",
        "words": "Faux.",
        "received_on": "2026-12-08",
    }
    assert desk.post(path, typed).status_code == 302
    assert Appeal.objects.get().channel == "paper"
    typed = {"kind": "court", "words": "Requête n° 2612345.", "received_on": "2026-12-09"}
    assert desk.post(path, typed).status_code == 422
    assert desk.post(path, typed | {"due_on": "2027-01-09"}).status_code == 302
    listed = text_of(desk.get(_to("campaign_appeals", awa)))
    assert "2 réponses à donner" in listed and "Tribunal administratif" in listed


def test_the_answer_is_written_once_and_may_lead_to_an_exception(desk, awa):
    desk.post(
        _to("application_appeal", awa, awa.key),
        {
            "kind": "review",
            "asked_by": awa.asked_by.key,
            "ground": "data",
            "words": "Faux.",
            "received_on": "2026-12-08",
        },
    )
    appeal = Appeal.objects.get()
    path = _to("campaign_appeal", awa, appeal.key)
    assert desk.post(path, {"outcome": "Oui."}).status_code == 422
    assert desk.post(path, {"result": "upheld", "outcome": "Vous aviez raison."}).status_code == 302
    late = desk.post(path, {"result": "confirmed", "outcome": "Non, en fait."})
    assert late.status_code == 422 and "déjà répondu ou retiré" in text_of(late)
    assert "Donner une place ou corriger un rang" in text_of(desk.get(path))
    assert "réponse à un recours" in text_of(desk.get(_to("campaign_letters", awa))).lower()
    asking = _to("application_override", awa, awa.key) + f"?recours={appeal.key}"
    assert desk.get(asking).status_code == 200
    assert desk.get(asking + "x").status_code == 200
