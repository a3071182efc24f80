"""The database that the migrations make refuses to change what was voted and signed."""

from __future__ import annotations

import pytest

from tests.migrated import run_on_a_migrated_database

_SCRIPT = """
from django.db import DatabaseError, connection, transaction
from preau.cooperation.agreements.models import AgreementText, Signature
from preau.demo.loading import load_demo
load_demo()
refused = []
for model, change in (
    (AgreementText, {"content": {}}),
    (AgreementText, {"fingerprint": "0"}),
    (Signature, {"signatory_name": "Autre"}),
    (Signature, {"sha256": "0"}),
    (Signature, {"signed_on": "2020-01-01"}),
):
    try:
        with transaction.atomic():
            model.objects.filter(pk=model.objects.order_by("pk")[0].pk).update(**change)
    except DatabaseError as error:
        refused.append("is fixed" in str(error))
assert refused == [True] * 5, refused
AgreementText.objects.update(fixed_by=None)
Signature.objects.update(signed_by=None, recorded_by=None)
print("refused", connection.vendor)
"""


@pytest.mark.migrations
def test_a_really_migrated_database_keeps_what_was_signed(tmp_path):
    """With the whole demonstration."""
    assert run_on_a_migrated_database(_SCRIPT, tmp_path).startswith("refused")
