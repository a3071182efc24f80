"""Anybody takes the plan on display away as a PDF."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.cache import cache
from pypdf import PdfReader

from preau.people.accounts.hand import Hand
from preau.plan.structure.actions import reword
from preau.plan.structure.models import PlanItem
from preau.plan.versions.actions import adopt
from preau.surfaces.public import copies
from tests.cast import make_plan

pytestmark = pytest.mark.django_db
PDF = "/projet/projet-educatif.pdf"


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def text_of(answer) -> str:
    data = b"".join(answer.streaming_content)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_parent_takes_the_plan_away(client):
    plan = make_plan(shown=True)
    PlanItem.objects.filter(plan=plan).update(note="Note interne à ne pas montrer")
    assert PDF in client.get("/projet/").content.decode()
    answer = client.get(PDF)
    assert answer["Content-Disposition"] == 'attachment; filename="projet-educatif-bourg-la-fontaine-2026-10-05.pdf"'
    text = text_of(answer)
    assert "Offrir à chaque enfant une sortie au théâtre par an" in text
    for secret in ("Note interne", "chaque site", "Et les crèches", "Claire Aubin"):
        assert secret not in text


def test_it_is_made_once_for_each_state_of_the_text(client, now, monkeypatch):
    plan = make_plan(shown=True)
    made = []
    real = copies.copy_of
    monkeypatch.setattr(copies, "copy_of", lambda *args, **more: made.append(1) or real(*args, **more))
    client.get(PDF)
    client.get(PDF)
    assert len(made) == 1
    reword(plan.items.get(code="A1.G1.O1"), "Tout autre chose", seen_version=1, hand=Hand(None, now))
    assert "Tout autre chose" in text_of(client.get(PDF))
    assert len(made) == 2


def test_once_adopted_it_is_the_adopted_text_with_its_fingerprint(client, now):
    plan = make_plan(shown=True)
    client.get(PDF)
    version = adopt(plan, "Adopté", adopted_on=now.date(), hand=Hand(None, now))
    text = text_of(client.get(PDF))
    assert "Texte adopté" in text
    assert version.fingerprint in text.replace(" ", "")


def test_there_is_none_before_the_plan_is_shown(client):
    make_plan()
    assert client.get(PDF).status_code == 404
