"""Whatever is sent, the sender gets one sentence, and nothing is left behind: no row, no file."""

from __future__ import annotations

import re
import tempfile

import pytest

from preau.foundation.documents.errors import UnreadableDocument
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.importing.actions import receive
from preau.plan.importing.errors import NotAPlan
from preau.plan.importing.models import PlanImport
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan
from tests.cast import make_commune
from tests.plan.bad_inputs import BAD_INPUTS


@pytest.mark.django_db
@pytest.mark.parametrize("what", BAD_INPUTS)
def test_sender_is_told_in_one_sentence_and_nothing_is_left(what, now, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    name, data, word = BAD_INPUTS[what]
    with pytest.raises((UnreadableDocument, NotAPlan)) as refusal:
        receive(data, name, commune=make_commune(), hand=Hand(None, now))
    sentence = refusal.value.sentence
    assert word in sentence
    assert re.match(r"[A-ZÉÀ«].*[.!]$", sentence, re.DOTALL), sentence
    for model in (PlanImport, TerritorialEducationPlan, PlanItem, AuditEvent):
        assert not model.objects.exists()
    assert list(tmp_path.iterdir()) == []


def test_there_are_at_least_twenty_bad_inputs_and_each_is_refused_for_a_reason_of_its_own():
    assert len(BAD_INPUTS) >= 20
