"""Every table that names a family is in its copy and in its erasure, or says why not: nobody forgets the next one."""

from __future__ import annotations

import io
import json
import zipfile
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.db.models import CASCADE, Model

from preau.people.accounts.hand import Hand
from preau.people.households.erasing import erase_family
from preau.people.privacy import FamilyRows
from preau.surfaces.shell.erasers import ERASERS
from tests.cast.everything import make_everything

_PEOPLE = {"households.Child", "households.Adult", "households.Household"}
_ACCOUNT = "accounts.User"
_LEFT_OUT = {
    "account.EmailConfirmation": "hangs on an address of mail, and goes with it",
    "accounts.Membership": "a role: whoever holds one keeps the account of their work",
    "drafting.EditingPresence": "a professional's page, open for a minute",
    "drafting.SuggestionSupport": "a professional who supports a suggestion",
    "indicators.IndicatorReading": "a professional whom a figure helped, one month",
    "publishing.EntryTable": "a professional's file of entries",
}
"""A family writes no row there."""


def _named() -> dict[str, FamilyRows]:
    tables: dict[str, FamilyRows] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("preau.") and find_spec(f"{config.name}.privacy"):
            tables |= getattr(import_module(f"{config.name}.privacy"), "FAMILY", {})
    return tables


def _targets(model: type[Model]) -> set[str]:
    return {
        field.related_model._meta.label
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
    }


def _hangs_on_an_account(model: type[Model]) -> bool:
    """The row would go with the account: it is about whose account it is."""
    return any(
        field.related_model._meta.label == _ACCOUNT and field.remote_field.on_delete is CASCADE
        for field in model._meta.local_fields
        if field.is_relation
    )


def _holding() -> set[str]:
    """Models that name a child, an adult or a home, those that hang on one of them, and so on."""
    models = [model for model in apps.get_models() if not model._meta.label.startswith("dj_queue")]
    found = {model._meta.label for model in models if _hangs_on_an_account(model)} | _PEOPLE
    while True:
        more = {model._meta.label for model in models if _targets(model) & found} - found - {_ACCOUNT}
        if not more:
            return found - set(_LEFT_OUT)
        found |= more


def test_every_model_that_names_a_family_says_what_becomes_of_its_rows():
    assert sorted(_holding() - set(_named())) == []


def test_no_line_names_a_model_that_names_no_family():
    assert sorted(set(_named()) - _holding()) == []


def test_what_is_not_copied_has_its_reason():
    assert [label for label, rows in _named().items() if bool(rows.copied) == bool(rows.not_copied)] == []


@pytest.mark.django_db
def test_a_family_that_has_everything_finds_everything_in_its_copy(now, client):
    family = make_everything(now)
    assert [label for label in _named() if not _rows(label)] == []
    client.force_login(family.adults["parent"].account)
    answer = client.post("/famille/donnees/copie/")
    told = json.loads(zipfile.ZipFile(io.BytesIO(answer.content)).read("tout.json"))
    assert sorted({rows.copied for rows in _named().values() if rows.copied and not told.get(rows.copied)}) == []


@pytest.mark.django_db
def test_once_erased_each_table_holds_what_it_said_and_no_more(now):
    family = make_everything(now)
    account = family.adults["parent"].account
    before = {label: _rows(label) for label in _named()}
    erase_family(family.adults["parent"], hand=Hand(None, now), also=ERASERS)
    wrong = []
    for label, said in _named().items():
        keys = [row.pk for row in before[label]]
        if not said.stays:
            mine = [row for row in _rows(label) if getattr(row, "user", account) == account]
            wrong += [f"{label} stays"] if mine else []
            continue
        rows = apps.get_model(label)._default_manager.filter(pk__in=keys)
        wrong += [f"{label} is gone"] if len(rows) < len(keys) else []
        wrong += [f"{label}.{name}" for row in rows for name in said.emptied if _says(row, name)]
    assert wrong == []


def _rows(label: str) -> list[Model]:
    return list(apps.get_model(label)._default_manager.all())


def _says(row: Model, name: str) -> bool:
    value = getattr(row, name)
    return value.exists() if hasattr(value, "exists") else bool(value)
