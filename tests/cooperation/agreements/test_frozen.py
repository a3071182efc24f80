"""The database that the migrations make refuses to change what was voted and signed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.test_migrations import ROOT, _fresh_postgresql

_SCRIPT = """
import django; django.setup()
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
call_command("migrate", verbosity=0)
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
    """In a process of its own, on a database of its own, with the whole demonstration."""
    address = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    if os.environ.get("PREAU_TEST_ENGINE") == "postgresql":
        address = _fresh_postgresql()
    environment = {**os.environ, "DATABASE_URL": address, "PREAU_DATA": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    command = [sys.executable, "-c", _SCRIPT]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("refused")
