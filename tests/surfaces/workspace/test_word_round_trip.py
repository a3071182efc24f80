"""The whole way round, through the pages: downloaded, edited in LibreOffice, sent back, accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from preau.foundation.documents import read
from preau.plan.drafting.models import ReturnedDocument
from preau.plan.exchange.changes import changes_of
from preau.plan.exchange.marks import PREFIX
from preau.plan.exchange.returned import read_returned
from preau.plan.structure.replay import moment_of, plan_at, snapshot_of
from tests.plan.exchange.edits import TwoDozen
from tests.plan.exchange.office import edited
from tests.plan.exchange.plans import demo_plan, real_plan

pytestmark = [pytest.mark.django_db, pytest.mark.office]


@pytest.fixture(params=["demo", "real"])
def plan(request):
    return demo_plan() if request.param == "demo" else real_plan(request.getfixturevalue("shared"))


def test_what_a_partner_did_in_a_word_processor_becomes_the_plan_once_accepted(coordinator, plan, tmp_path: Path):
    edits = TwoDozen(snapshot_of(plan))
    sent = b"".join(coordinator.get(f"/atelier/copies/projet/?format=docx&projet={plan.pk}").streaming_content)
    back = edited(sent, tmp_path, edits.operations)
    answer = coordinator.post(
        f"/atelier/copies/?projet={plan.pk}", {"document": SimpleUploadedFile("relu par l’école.docx", back)}
    )
    returned = ReturnedDocument.objects.get()
    assert answer["Location"] == reverse("workspace:return", args=[returned.pk])
    page = coordinator.get(answer["Location"]).content.decode()
    assert "24 changements à examiner" in page
    assert "À vérifier d’abord" not in page
    coordinator.post(reverse("workspace:return_acceptance", args=[returned.pk]))
    assert set(returned.suggestions.values_list("state", flat=True)) == {"accepted"}
    now = snapshot_of(plan)
    assert changes_of(now, read_returned(read(back, "retour.docx", bookmarks=PREFIX))).changes == []
    assert plan_at(plan, moment_of(plan)) == now
