"""What leaves operations towards the observatory: each column is classed, and none of them tells who somebody is."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from preau.foundation.facts import Kind, Through
from preau.observatory.facts.snapshots.declared import DERIVED, FACTS
from preau.observatory.facts.snapshots.page import facts_page
from preau.people.privacy import Sensitivity

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = [
    pytest.param(fact, column, id=f"{fact.name}.{column.name}")
    for fact in (*FACTS, *DERIVED)
    for column in fact.columns
]
_NEVER = {"first_name", "last_name", "name", "email", "phone", "address", "born_on", "place_key", "with_whom", "words"}
_COARSE = {"born_on"}
"""May be told as a band, never otherwise."""


def _class_of(source: str) -> Sensitivity:
    label, _, name = source.rpartition(".")
    return import_module(f"{apps.get_model(label)._meta.app_config.name}.privacy").FIELDS[label][name].sensitivity


def _field(source: str) -> models.Field:
    label, _, name = source.rpartition(".")
    return apps.get_model(label)._meta.get_field(name)


@pytest.mark.parametrize(("fact", "column"), COLUMNS)
def test_a_column_tells_no_more_than_its_class_allows(fact, column):
    allowed = {
        Sensitivity.PLAIN: set(Through),
        Sensitivity.PERSONAL: {Through.PSEUDONYM, Through.BAND, Through.CHOICE, Through.COUNT},
        Sensitivity.SENSITIVE: {Through.PSEUDONYM, Through.BAND},
    }
    for source in column.sources:
        assert column.through in allowed[_class_of(source)], source
        name = source.rpartition(".")[2]
        assert name not in _NEVER or (name in _COARSE and column.through is Through.BAND), source


@pytest.mark.parametrize(("fact", "column"), COLUMNS)
def test_nothing_of_health_and_no_text_that_somebody_wrote(fact, column):
    for source in column.sources:
        assert not source.startswith(("health.", "counter.")), source
        field = _field(source)
        assert not isinstance(field, models.TextField), source
        if column.kind is Kind.CODE and column.through is Through.AS_IT_IS and type(field) is models.CharField:
            assert field.choices or column.name in {"objective_code", "source", "square"}


def test_whoever_is_a_person_is_a_pseudonym():
    people = {"households.Child", "households.Adult", "households.Household", "accounts.User"}
    for fact in FACTS:
        for column in fact.columns:
            for source in column.sources:
                field, label = _field(source), source.rpartition(".")[0]
                target = field.related_model._meta.label if field.related_model else label if field.primary_key else ""
                assert target not in people or column.kind is Kind.PSEUDONYM, f"{fact.name}.{column.name}"
            assert (column.kind is Kind.PSEUDONYM) == bool(column.person) == (column.through is Through.PSEUDONYM)


def test_every_app_that_declares_facts_is_counted():
    declared = {id(fact) for fact in FACTS}
    for config in apps.get_app_configs():
        if config.name.startswith("preau.") and find_spec(f"{config.name}.facts"):
            room = import_module(f"{config.name}.facts")
            if hasattr(room, "__path__"):  # the observatory's own room of that name
                continue
            assert {id(fact) for fact in room.FACTS} <= declared, config.name


def test_names_of_tables_and_columns_are_given_once():
    tables = (*FACTS, *DERIVED)
    assert len({fact.name for fact in tables}) == len(tables)
    for fact in tables:
        assert len({column.name for column in fact.columns}) == len(fact.columns), fact.name
        assert all(column.sentence for column in fact.columns)


def test_the_reference_says_what_is_declared():
    assert (ROOT / "docs/reference/facts.md").read_text(encoding="utf-8") == facts_page([*FACTS, *DERIVED])


def test_only_a_few_modules_read_the_keys():
    """Neither a screen nor what counts: a pseudonym cannot be made anywhere else."""
    readers = {
        str(path.relative_to(ROOT)) for path in (ROOT / "preau").rglob("*.py") if "FIELD_KEYS" in path.read_text()
    }
    assert readers <= {
        "preau/foundation/crypto/pseudonyms.py",
        "preau/foundation/crypto/sealing.py",
        "preau/surfaces/terminal/keys.py",
    }
