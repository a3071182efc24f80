"""A prepared query answers what the query it describes answers, whatever the values, again and again."""

from __future__ import annotations

import re
import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Count, Q, QuerySet, Value
from django.test.utils import CaptureQueriesContext

from preau.foundation.prepared import prepared
from preau.people.accounts.models import User
from preau.people.households.models import Child
from preau.people.organisations.models import Commune

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


@prepared
def born(*, before: date, levels: tuple[str, ...]) -> QuerySet[Child, Child]:
    return Child.objects.filter(born_on__lt=before, level__in=levels).select_related("commune").order_by("first_name")


@prepared
def of_town(*, town: Commune, key: UUID) -> QuerySet[Child, tuple[str, date]]:
    return Child.objects.filter(Q(commune=town) & Q(key=key)).values_list("first_name", "born_on")


@prepared
def alive(*, now: datetime) -> QuerySet[Session, str]:
    return Session.objects.filter(expire_date__gt=now).order_by("session_key").values_list("session_key", flat=True)


@prepared
def counted(*, town: int) -> QuerySet[Commune, Commune]:
    return Commune.objects.filter(pk=town).annotate(how_many=Count("children")).order_by()


@pytest.fixture
def town() -> Commune:
    return Commune.objects.create(insee_code="99001", name="Essai", departement="Essai")


@pytest.fixture
def children(town: Commune) -> list[Child]:
    return [_child(town, name, year, level) for name, year, level in (("Ada", 2018, "cp"), ("Bo", 2019, "ce1"))]


def _child(town: Commune, name: str, year: int, level: str) -> Child:
    return Child.objects.create(
        commune=town, first_name=name, last_name="Essai", born_on=date(year, 3, 1), level=level, created_at=NOW
    )


def test_rows_are_models_with_what_was_asked_beside_them(children: list[Child]) -> None:
    found = born(before=date(2019, 1, 1), levels=("cp", "ce1"))
    assert found == [children[0]]
    with CaptureQueriesContext(connection) as asked:
        assert found[0].commune.name == "Essai"
    assert len(asked) == 0


def test_asked_again_it_answers_for_the_new_values(children: list[Child]) -> None:
    for _again in range(5):  # PostgreSQL keeps the plan from the third time on
        assert [each.first_name for each in born(before=date(2020, 1, 1), levels=("cp", "ce1"))] == ["Ada", "Bo"]
        assert [each.first_name for each in born(before=date(2020, 1, 1), levels=("ce1", "cm2"))] == ["Bo"]
        assert [each.first_name for each in born(before=date(2020, 1, 1), levels=("cp",))] == ["Ada"]
        assert born(before=date(2020, 1, 1), levels=()) == []
        assert len(born(before=date(2020, 1, 1), levels=("cp", "ce1", "cm1"))) == 2  # made four by the last of them
        assert len(born(before=date(2020, 1, 1), levels=("cp", "ce1", "cm1", "cm2", "ps"))) == 2


def test_several_values_are_one_text_whatever_their_number(children: list[Child]) -> None:
    said = set()
    for levels in (("cp",), ("cp", "ce1"), ("cp", "ce1", "cm1")):
        with CaptureQueriesContext(connection) as asked:
            born(before=date(2020, 1, 1), levels=levels)
        said.add(re.sub(r"'.*?'", "?", asked[0]["sql"]))
    assert len(said) == (1 if connection.vendor == "postgresql" else 3)
    assert all(("= ANY" in each) == (connection.vendor == "postgresql") for each in said)


def test_questions_are_asked_together(town: Commune, children: list[Child]) -> None:
    @prepared
    def known(*, names: tuple[str, ...], towns: tuple[int, ...]) -> QuerySet[Any, tuple[int, str]]:
        first = Child.objects.filter(first_name__in=names).order_by().values_list(Value(0), "first_name")
        second = Commune.objects.filter(pk__in=towns).order_by().values_list(Value(1), "name")
        return first.union(second, all=True).order_by()

    for _again in range(4):
        assert sorted(known(names=("Ada", "Bo"), towns=(town.pk,))) == [(0, "Ada"), (0, "Bo"), (1, "Essai")]
        assert known(names=("Zo",), towns=(town.pk,)) == [(1, "Essai")]


def test_keys_rows_and_instants_are_compared_as_the_engine_keeps_them(town: Commune, children: list[Child]) -> None:
    assert of_town(town=town, key=children[0].key) == [("Ada", date(2018, 3, 1))]
    assert of_town(town=town, key=uuid4()) == []
    Session.objects.create(session_key="a", session_data="", expire_date=NOW + timedelta(microseconds=1))
    Session.objects.create(session_key="b", session_data="", expire_date=NOW)
    assert alive(now=NOW) == ["a"]


def test_what_is_counted_beside_each_row_is_there(town: Commune, children: list[Child]) -> None:
    assert [each.how_many for each in counted(town=town.pk)] == [2]  # type: ignore[attr-defined]


def test_the_same_question_costs_one_query_and_never_an_old_answer(town: Commune, children: list[Child]) -> None:
    born(before=date(2020, 1, 1), levels=("cp", "ce1"))
    Child.objects.filter(pk=children[0].pk).update(first_name="Adèle")
    with CaptureQueriesContext(connection) as asked:
        assert born(before=date(2020, 1, 1), levels=("cp", "ce1"))[0].first_name == "Adèle"
    assert len(asked) == 1


def test_a_lock_is_taken_each_time(town: Commune) -> None:
    @prepared
    def held(*, key: int) -> QuerySet[Commune, Commune]:
        return Commune.objects.select_for_update(no_key=True).filter(pk=key).order_by()

    for _again in range(4):
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            assert held(key=town.pk) == [town]
        if connection.features.has_select_for_update:
            assert "FOR NO KEY UPDATE" in asked[0]["sql"]


@pytest.mark.parametrize("wrong", [None, 1.5, ["a"]])
def test_a_value_that_nothing_is_compared_with_is_refused(town: Commune, wrong: Any) -> None:
    with pytest.raises(TypeError, match="key"):
        of_town(town=town, key=wrong)


def test_values_are_given_by_name() -> None:
    with pytest.raises(TypeError, match="by name"):
        alive(NOW)  # type: ignore[call-arg,misc]


def test_quotes_and_percent_signs_are_values_as_others(town: Commune) -> None:
    @prepared
    def named(*, name: str) -> QuerySet[Commune, Commune]:
        return Commune.objects.filter(name=name)

    town.name = "L’Île 100 % « d'ailleurs »; --"
    town.save()
    assert named(name=town.name) == [town]
    assert named(name="%") == []


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_on_its_own_connection() -> None:
    for number in range(20):
        User.objects.create(email=f"p{number}@essai.example", password="!", full_name=str(number))

    @prepared
    def one(*, email: str) -> QuerySet[User, str]:
        return User.objects.filter(email=email).values_list("full_name", flat=True)

    wrong: list[int] = []

    def ask(number: int) -> None:
        wrong.extend(number for _again in range(30) if one(email=f"p{number}@essai.example") != [str(number)])
        connection.close()

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []
