"""What fuzzing found, kept: each of these addresses failed once."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from tests.cast import make_label, make_person, make_plan, make_site
from tests.cast.spaces import make_space

pytestmark = pytest.mark.django_db
ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("coordinator", f"/atelier/projet/?projet={ENDLESS}", 404),
        ("coordinator", f"/atelier/projet/a1-g1-o1/deplacement/?projet={ENDLESS}", 404),
        ("coordinator", f"/atelier/points-ouverts/?ouvert={ENDLESS}&axe={ENDLESS}", 200),
        ("coordinator", f"/atelier/propositions/?axe={ENDLESS}", 200),
        ("coordinator", f"/atelier/versions/comparaison/?axe={ENDLESS}", 200),
        ("coordinator", f"/atelier/espaces/terrain-des-quais/?annee={ENDLESS}", 200),
        ("elected", f"/pilotage/avancement/?axe={ENDLESS}", 200),
        ("activity_leader", "/atelier/appel/?jour=0001-01-01", 200),
        ("activity_leader", "/atelier/appel/?jour=9999-12-31", 200),
        ("guardian", "/famille/absences/?mois=0001-01", 200),
    ],
)
def test_an_address_that_means_nothing_is_answered(client, role, path, status):
    make_plan(shown=True)
    make_site()
    make_space(token="abcd2345")
    client.force_login(make_person(role))
    assert client.get(path).status_code == status


def test_a_criterion_without_end_opens_none(client, now):
    person = make_person("coordinator")
    file = make_label(hand=Hand(person, now))
    client.force_login(person)
    assert client.get(f"/atelier/labels/{file.pk}/?critere={ENDLESS}").status_code == 200


@pytest.mark.parametrize("until", ["1900-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", ""])
@pytest.mark.parametrize(
    ("role", "path"), [("guardian", "/famille/nouvelles/lues/"), ("coordinator", "/atelier/nouvelles/lecture/")]
)
def test_news_are_read_until_an_instant_or_until_now(client, role, path, until):
    client.force_login(make_person(role))
    assert client.post(path, {"until": until}).status_code == 302


@pytest.mark.parametrize("path", ["horaires/ajout/", "ouverture/"])
def test_more_lines_of_a_form_than_anybody_counts(client, path):
    make_site()
    client.force_login(make_person("coordinator"))
    sent = {"plus": "1", "lignes-TOTAL_FORMS": ENDLESS, "lignes-INITIAL_FORMS": "0"}
    assert client.post(f"/atelier/sites/les-tilleuls/{path}", sent).status_code < 500
