"""The other commands an operator types."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.audit.models import AuditEvent
from preau.people.organisations.models import Commune
from preau.surfaces.terminal.root import main
from tests.cast import make_commune

pytestmark = pytest.mark.django_db


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def test_operator_creates_the_town_once():
    assert run("town", "Bourg-la-Fontaine", "--insee", "99998").exit_code == 0
    again = run("town", "Autre", "--insee", "99997")
    assert again.exit_code == 1
    assert "Bourg-la-Fontaine" in again.stderr
    assert Commune.objects.count() == 1


def test_operator_opens_an_account_that_logs_in_by_code():
    make_commune()
    result = run(
        "account",
        "open",
        "nadia@essai.example",
        "--name",
        "Nadia B",
        "--role",
        "plan_coordinator",
        "--organisation",
        "Éducation",
    )
    assert result.exit_code == 0, result.output
    user = User.objects.get()
    assert not user.has_usable_password()
    assert user.memberships.get().organisation.name == "Éducation"


def test_operator_who_opens_an_account_twice_is_told():
    make_commune()
    arguments = ("account", "open", "nadia@essai.example", "--name", "N", "--role", "reader", "--organisation", "X")
    run(*arguments)
    again = run(*arguments)
    assert again.exit_code == 1
    assert User.objects.count() == 1


def test_operator_verifies_the_journal(now):
    record("essai", "objet:1", by=None, now=now)
    assert run("audit", "verify").exit_code == 0


def test_operator_is_told_where_the_journal_was_changed(now):
    for number in range(3):
        record("essai", f"objet:{number}", by=None, now=now)
    AuditEvent.objects.filter(number=2).update(verb="autre chose")
    result = run("audit", "verify")
    assert result.exit_code == 1
    assert "entrée 2" in result.stderr
