"""The migrations make the models, and the database they make refuses what the models promise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


_SCRIPT = """
import django; django.setup()
from datetime import UTC, datetime
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
call_command("migrate", verbosity=0)
from preau.people.audit.actions import record
from preau.people.audit.models import AuditEvent
from preau.people.audit.queries import check_journal
for number in range(3):
    record("essai", f"objet:{number}", by=None, now=datetime(2026, 11, 24, tzinfo=UTC))
refused = []
for statement in ("UPDATE audit_auditevent SET verb = 'autre'", "DELETE FROM audit_auditevent WHERE number = 2"):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        refused.append("append-only" in str(error))
assert refused == [True, True], refused
assert AuditEvent.objects.count() == 3 and check_journal().broken_at is None

from preau.people.organisations.models import Commune
from preau.people.accounts.hand import Hand
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.versions.actions import name_version
from preau.plan.versions.models import PlanVersion
now = datetime(2026, 11, 24, tzinfo=UTC)
town = Commune.objects.create(name="Essai", insee_code="99999")
plan = TerritorialEducationPlan.objects.create(commune=town, title="Essai", created_at=now)
version = name_version(plan, "Comité", hand=Hand(None, now))
refused = []
for change in ({"name": "Autre"}, {"content": {}}, {"fingerprint": "0"}):
    try:
        with transaction.atomic():
            PlanVersion.objects.filter(pk=version.pk).update(**change)
    except DatabaseError as error:
        refused.append("is fixed" in str(error))
assert refused == [True, True, True], refused
PlanVersion.objects.filter(pk=version.pk).update(made_by=None)
print("refused", connection.vendor)
"""


@pytest.mark.migrations
def test_a_really_migrated_database_refuses_to_change_its_journal_and_its_versions(tmp_path):
    """In a process of its own, on a database of its own, through every migration."""
    address = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    if os.environ.get("PREAU_TEST_ENGINE") == "postgresql":
        address = _fresh_postgresql()
    environment = {**os.environ, "DATABASE_URL": address, "PREAU_DATA": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    command = [sys.executable, "-c", _SCRIPT]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("refused")


def _fresh_postgresql() -> str:
    import psycopg

    address = os.environ["DATABASE_URL"]
    name = f"fresh_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address.rpartition('/')[0]}/{name}"
