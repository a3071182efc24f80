"""The fictional town: the same every time, believable, and in our own words."""

from __future__ import annotations

import re

import pytest

from preau.demo.content import activities, classes, families, sites
from preau.demo.content.axes import AXES
from preau.demo.content.cast import CAST
from preau.demo.content.organisations import ORGANISATIONS
from preau.demo.loading import TownPresent, demo_accounts, load_demo
from preau.people.accounts.enums import Role
from preau.people.accounts.models import User
from preau.people.audit.queries import check_journal
from preau.people.organisations.models import Commune, Organisation
from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.queries import plan_tree

ROWS = [row for axis in AXES for general in axis.generals for row in general.rows]
TEXTS = [
    *(axis.title for axis in AXES),
    *(general.text for axis in AXES for general in axis.generals),
    *(objective.text for row in ROWS for objective in row.objectives),
    *(effect for row in ROWS for effect in row.effects),
]


def test_plan_is_about_the_size_of_a_real_one():
    objectives = sum(len(row.objectives) for row in ROWS)
    effects = sum(len(row.effects) for row in ROWS)
    assert (len(AXES), sum(len(axis.generals) for axis in AXES)) == (4, 8)
    assert 50 <= objectives <= 65
    assert 55 <= effects <= 70


def test_everybody_belongs_to_an_organisation_and_each_role_has_one_open_door():
    keys = {organisation.key for organisation in ORGANISATIONS}
    assert {person.organisation for person in CAST} <= keys
    assert {objective.owner for row in ROWS for objective in row.objectives} - {""} <= keys
    doors = sorted(
        person.role for person in CAST + activities.PEOPLE + classes.PEOPLE + families.PEOPLE if person.opens
    )
    assert doors == sorted(Role.values)
    assert len(ORGANISATIONS) == 25


def test_addresses_and_school_codes_can_t_be_real():
    assert all(person.email.endswith("@clairval.example") for person in CAST)
    assert all(re.fullmatch(r"092999\d[A-Z]", each.uai) for each in ORGANISATIONS if each.uai)


def test_the_words_are_our_own(shared):
    real = re.findall(r"\w+", (shared / "mission/pedt.txt").read_text(encoding="utf-8").lower())
    taken = {tuple(real[at : at + 6]) for at in range(len(real) - 5)}
    for text in TEXTS:
        words = re.findall(r"\w+", text.lower())
        assert not [words[at : at + 6] for at in range(len(words) - 5) if tuple(words[at : at + 6]) in taken], text


def test_town_loads_whole_with_its_story(clairval):
    plan = TerritorialEducationPlan.objects.on_display()
    assert plan is not None
    tree = plan_tree(plan)
    assert (len(tree.axes), len(tree.objectives)) == (4, sum(len(row.objectives) for row in ROWS))
    assert Organisation.objects.count() == sum(
        map(len, (ORGANISATIONS, sites.ORGANISATIONS, activities.ORGANISATIONS, families.ORGANISATIONS))
    )
    assert any(item.owner is None for item in tree.objectives)
    assert OpenPoint.objects.open().count() > 10
    assert OpenPoint.objects.settled().count() == 3
    tracked = Suggestion.objects.filter(facts={}).select_related("item")
    assert tracked.count() == 5
    assert all(s.item.text[s.start :].startswith(s.old) for s in tracked)
    assert check_journal().broken_at is None


def test_one_account_per_role_opens_the_demonstration(clairval, client):
    from preau.demo.logins import DEMO_LOGINS, DEMO_PASSWORD, FAMILY_LOGINS

    doors = [*DEMO_LOGINS.values(), *FAMILY_LOGINS.values()]
    assert [email for _, email, _ in demo_accounts()] == doors
    for email in doors:
        assert User.objects.get(email=email).check_password(DEMO_PASSWORD)


@pytest.mark.parametrize("fictional", [True, False])
def test_a_town_that_is_already_there_is_left_alone(clairval, fictional):
    Commune.objects.update(is_fictional=fictional)
    before = Organisation.objects.count()
    with pytest.raises(TownPresent):
        load_demo()
    assert (Commune.objects.count(), Organisation.objects.count()) == (1, before)


def test_in_a_real_town_no_demonstration_account_is_printed(clairval):
    Commune.objects.update(is_fictional=False)
    assert demo_accounts() == []


def test_coordinator_and_contributor_find_news_that_lead_somewhere(clairval, client):
    for address, unread in (("yasmine.ferhat", 4), ("loic.garandeau", 4)):
        person = User.objects.get(email=f"{address}@clairval.example")
        client.force_login(person)
        assert person.notices.filter(read_at__isnull=True).count() >= unread
        for path in person.notices.values_list("path", flat=True):
            assert client.get(path).status_code == 200, path


def test_partners_draft_together_in_every_way(clairval):
    living = Suggestion.objects.exclude(facts={}).filter(batch__isnull=True)
    assert set(living.values_list("state", flat=True)) == {"open", "accepted", "refused", "withdrawn"}
    assert living.values("organisation").distinct().count() >= 7
    assert Suggestion.objects.open().filter(item__code="A2.G2.O3", kind="rewording").count() == 2
    assert living.get(kind="relocation").proposed("row") == "A1.G2.R2"
    assert living.get(state="refused").answer
