"""The journal: sealed entry after entry, and a change in it is found."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from preau.people.audit.actions import record
from preau.people.audit.models import AuditEvent
from preau.people.audit.queries import check_journal
from preau.people.audit.rules import FIRST_SEAL, seal

ENTRIES = st.dictionaries(st.text(max_size=8), st.one_of(st.integers(), st.text(max_size=20), st.none()), max_size=5)


@given(ENTRIES, ENTRIES)
def test_two_different_entries_never_bear_the_same_seal(one, other):
    assert (seal(FIRST_SEAL, one) == seal(FIRST_SEAL, other)) == (one == other)


@given(ENTRIES)
def test_a_seal_depends_on_the_one_before(entry):
    assert seal(FIRST_SEAL, entry) != seal(seal(FIRST_SEAL, entry), entry)


@pytest.mark.django_db
def test_auditor_finds_an_intact_journal(now):
    for number in range(5):
        record("essai", f"objet:{number}", by=None, now=now, details={"é": "’"})
    result = check_journal()
    assert (result.count, result.broken_at) == (5, None)
    assert result.last_seal == AuditEvent.objects.get(number=5).seal


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tamper", "where", "reason"),
    [
        (lambda: AuditEvent.objects.filter(number=3).update(verb="autre"), 3, "changed_entry"),
        (lambda: AuditEvent.objects.filter(number=2).update(details={"a": 1}), 2, "changed_entry"),
        (lambda: AuditEvent.objects.filter(number=3).delete(), 4, "missing_entry"),
        (lambda: AuditEvent.objects.filter(number=4).update(previous_seal="0" * 64), 4, "broken_chain"),
    ],
)
def test_auditor_is_told_where_the_journal_was_touched(now, tamper, where, reason):
    for number in range(5):
        record("essai", f"objet:{number}", by=None, now=now)
    tamper()
    result = check_journal()
    assert (result.broken_at, result.reason) == (where, reason)


@pytest.mark.django_db(transaction=True)
def test_people_who_write_at_the_same_time_make_one_chain(now):
    failures: list[Exception] = []

    def write(person: int) -> None:
        try:
            for number in range(10):
                record("essai", f"objet:{number}", by=person, now=now)
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(person,)) for person in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert (check_journal().count, check_journal().broken_at) == (40, None)
