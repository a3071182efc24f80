"""The migrations make the models, and the database they make refuses what the models promise."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations import CreateModel, Migration
from django.db.migrations.state import ProjectState
from django.db.models import CASCADE, BigAutoField, ForeignKey

from preau.foundation.newtables import NewTables
from tests.migrated import run_on_a_migrated_database

KNOWN = Path(__file__).with_name("migrations.txt")


def test_an_old_migration_is_never_rewritten_and_a_new_one_is_written_down():
    """Towns have run them: what is to change is a new migration, whose line is added to migrations.txt."""
    assert sorted(_present()) == KNOWN.read_text(encoding="utf-8").splitlines()


def _present():
    for config in apps.get_app_configs():
        if config.name.startswith("preau."):
            for file in Path(config.path, "migrations").glob("0*.py"):
                yield f"{config.label}.{file.stem} {sha256(file.read_bytes()).hexdigest()[:16]}"


@pytest.mark.migrations
def test_no_migration_is_missing(tmp_path):
    """In a process of its own: the suite itself makes its tables without migrations."""
    assert run_on_a_migrated_database(_MISSING, tmp_path) == "none\n"


_MISSING = """
from django.core.management import call_command
call_command("makemigrations", "--check", "--dry-run", verbosity=0)
print("none")
"""


@pytest.mark.migrations
def test_a_database_of_before_the_first_release_needs_nothing(tmp_path):
    """It knows only the migrations that were folded into one by app."""
    assert run_on_a_migrated_database(_BEFORE, tmp_path) == "none\nnone\n"


_BEFORE = """
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
recorder, folded = MigrationRecorder(connection), MigrationLoader(connection).replacements
assert folded
for (app, name), migration in folded.items():
    recorder.record_unapplied(app, name)
    for old in migration.replaces:
        recorder.record_applied(*old)
executor = MigrationExecutor(connection)
print(executor.migration_plan(executor.loader.graph.leaf_nodes()) or "none")
call_command("migrate", verbosity=0)
assert set(folded) <= set(recorder.applied_migrations())
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


def _table(name, **to):
    fields = [("id", BigAutoField(primary_key=True))]
    return CreateModel(
        name, fields + [(key, ForeignKey(other, CASCADE, related_name="+")) for key, other in to.items()]
    )


def test_tables_made_together_may_refer_to_each_other_and_what_stands_is_built_once():
    """The other models are the same objects as before; relations are known from both sides."""
    state = ProjectState()
    NewTables([_table("Town")]).state_forwards("places", state)
    town = state.apps.get_model("places", "town")
    home, door = _table("Home", town="places.Town", front="homes.Door"), _table("Door", home="homes.Home")
    NewTables([home, door]).state_forwards("homes", state)
    assert state.apps.get_model("places", "town") is town
    assert state.apps.get_model("homes", "home")._meta.get_field("front").related_model._meta.label == "homes.Door"
    assert {
        each.related_model._meta.label for each in town._meta.get_fields(include_hidden=True) if each.one_to_many
    } == {"homes.Home"}


def test_tables_made_together_are_those_that_django_makes_one_by_one():
    one_by_one, together = ProjectState(), ProjectState()
    made = [_table("Town"), _table("Home", town="places.Town")]
    for each in made:
        each.state_forwards("places", one_by_one)
    migration = Migration("first", "places")
    migration.operations = [NewTables(made)]
    assert migration.mutate_state(together) == one_by_one
