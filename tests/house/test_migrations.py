"""The migrations make the models, and the database they make refuses what the models promise."""

from __future__ import annotations

import pytest

from tests.migrated import run_on_a_migrated_database


@pytest.mark.migrations
def test_no_migration_is_missing(tmp_path):
    """In a process of its own: the suite itself makes its tables without migrations."""
    assert run_on_a_migrated_database(_MISSING, tmp_path) == "none\n"


_MISSING = """
from django.core.management import call_command
call_command("makemigrations", "--check", "--dry-run", verbosity=0)
print("none")
"""


_SCRIPT = """
from datetime import UTC, datetime
from django.db import DatabaseError, connection, transaction
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
    assert run_on_a_migrated_database(_SCRIPT, tmp_path).startswith("refused")
