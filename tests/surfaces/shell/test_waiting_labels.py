"""Labels that wait for somebody."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.people.organisations.enums import OrganisationKind
from preau.plan.labels.filing import open_file
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.surfaces.shell.waiting.labels import labels
from tests.cast import make_label, make_organisation, make_person

TODAY = date(2026, 11, 24)
pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(now):
    file = make_label(Hand(None, now))
    return file, make_person("contributor"), make_person("coordinator"), make_person("reader")


def test_a_milestone_waits_for_the_applicant_and_for_the_coordination(cast):
    file, awa, nadia, thomas = cast
    told = labels([awa, nadia, thomas], TODAY)
    assert set(told) == {awa.pk, nadia.pk}
    [thing] = told[awa.pk]
    assert (thing.title, thing.why) == ("Mesurer les délais, pour Qualivilles", "jalon d’un label")
    assert (thing.path, thing.due_on) == (f"/atelier/labels/{file.pk}/#jalons", date(2026, 12, 11))
    assert labels([awa], date(2026, 12, 12))[awa.pk][0].why == "en retard"
    assert labels([awa], date(2026, 11, 1)) == {}


def test_a_term_that_comes_near_waits(cast):
    file, awa, _, _ = cast
    file.milestones.all().delete()
    dates = {"obtained_on": date(2026, 3, 1), "expires_on": date(2027, 3, 1), "state": "obtained"}
    LabelFile.objects.filter(pk=file.pk).update(**dates)
    assert labels([awa], date(2026, 11, 30)) == {}  # Qualivilles: three months before
    [thing] = labels([awa], date(2026, 12, 1))[awa.pk]
    assert (thing.title, thing.due_on) == ("le renouvellement de Qualivilles", date(2027, 3, 1))


def test_a_schools_label_waits_for_the_school_only(cast, now):
    _, _, nadia, _ = cast
    school = make_organisation("École des Coteaux", OrganisationKind.SCHOOL)
    head = make_person("contributor", name="Claire Aubin", organisation=school)
    other = open_file(LabelScheme.objects.get(key="e3d"), school, hand=Hand(None, now))
    other.milestones.create(name="Remplir la grille", due_on=date(2026, 12, 1))
    told = labels([head, nadia], TODAY)
    assert [thing.title.split(",")[0] for thing in told[head.pk]] == ["Remplir la grille"]
    assert [thing.title.split(",")[0] for thing in told[nadia.pk]] == ["Mesurer les délais"]


def test_what_is_done_or_closed_does_not_wait(cast, now):
    file, awa, _, _ = cast
    file.milestones.update(done_at=now)
    assert labels([awa], TODAY) == {}
    file.milestones.update(done_at=None)
    LabelFile.objects.filter(pk=file.pk).update(state="abandoned")
    assert labels([awa], TODAY) == {}


def test_the_source_costs_the_same_whatever_waits(cast, django_assert_num_queries):
    file, awa, nadia, thomas = cast
    for number in range(50):
        file.milestones.create(name=f"Jalon {number}", due_on=TODAY)
    with django_assert_num_queries(3):
        labels([awa, nadia, thomas], TODAY)
