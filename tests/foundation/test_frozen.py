"""One builder for the triggers that keep rows as they were written; what towns have run never changes."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

import pytest

from preau.cooperation.agreements.frozen import SIGNED
from preau.foundation.frozen import Fixed, Frozen
from preau.offer.campaigns.frozen import DECISIONS
from preau.plan.versions.frozen import VERSIONS

RUN = {
    "sqlite": {
        "agreements": "8339baf0095a424a",
        "versions": "34fee11e55a86b3d",
        "campaigns": "8e3df4476123db77",
    },
    "postgresql": {
        "agreements": "722e59813f7992f6",
        "versions": "6a62e3d9b04eb174",
        "campaigns": "66a7de39bc2badb3",
    },
}
"""Fingerprints of the statements of the migrations, spaces apart, as they were before there was one builder."""


@pytest.mark.parametrize("vendor", RUN)
def test_statements_of_migrations_are_those_that_towns_have_run(vendor):
    told = {
        name: sha256("\n".join(" ".join(each.split()) for each in kept.statements(vendor)).encode()).hexdigest()[:16]
        for name, kept in (("agreements", SIGNED), ("versions", VERSIONS), ("campaigns", DECISIONS))
    }
    assert told == RUN[vendor]


@pytest.fixture
def database():
    kept = Frozen(
        "refuse",
        "this is fixed",
        (
            Fixed("letter", ("words", "day"), "letter_is_fixed"),
            Fixed("vote", ("rules",), "vote_is_fixed", mark="resolution"),
        ),
    )
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE letter (words TEXT, day TEXT, author TEXT)")
    connection.execute("CREATE TABLE vote (rules TEXT, resolution TEXT NOT NULL)")
    for statement in kept.statements("sqlite"):
        connection.execute(statement)
    connection.execute("INSERT INTO letter VALUES ('Bonjour', NULL, 'Nadia')")
    connection.execute("INSERT INTO vote VALUES ('une règle', '')")
    yield connection
    connection.close()


@pytest.mark.parametrize("change", ["words = 'Autre'", "words = NULL", "day = '2026-11-24'"])
def test_a_column_that_is_kept_refuses_any_change_from_or_to_nothing_too(database, change):
    with pytest.raises(sqlite3.IntegrityError, match="this is fixed"):
        database.execute(f"UPDATE letter SET {change}")


def test_another_column_changes_and_the_same_value_is_no_change(database):
    database.execute("UPDATE letter SET author = NULL, words = 'Bonjour'")


def test_a_mark_freezes_from_the_moment_it_says_something(database):
    database.execute("UPDATE vote SET rules = 'une autre'")
    database.execute("UPDATE vote SET resolution = '2026-41'")
    with pytest.raises(sqlite3.IntegrityError, match="this is fixed"):
        database.execute("UPDATE vote SET rules = 'une troisième'")
