"""From lines of registers to places: proposals, one click, several at once, and nothing overwritten in silence."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.town.places.actions import SiteChanged
from preau.town.places.enums import SiteKind
from preau.town.places.likeness import Known, likeliest, metres_between
from preau.town.places.models import PlaceRecord
from preau.town.places.registers import (
    RecordTaken,
    corrected_at,
    differences,
    kind_of,
    link_record,
    proposals,
    site_from_record,
    sites_from_records,
    take_over,
    unlink_record,
    unlinked,
)
from tests.cast import make_commune, make_person, make_site

HERE = (2.1642, 48.9443)


def make_record(name="GYMNASE DES TILLEULS", *, register="sports", point=HERE, **facts) -> PlaceRecord:
    return PlaceRecord.objects.create(
        commune=make_commune(),
        register=register,
        official_id=facts.pop("official_id", name),
        fingerprint="f",
        name=name,
        lon=point[0] if point else None,
        lat=point[1] if point else None,
        **facts,
    )


@pytest.mark.parametrize(
    ("name", "point", "expected"),
    [
        ("GYMNASE DES TILLEULS", HERE, "Gymnase des Tilleuls"),
        ("Ecole élémentaire publique Les Tilleuls", (2.1650, 48.9443), "École des Tilleuls"),
        ("Médiathèque des Quais", None, "Médiathèque des Quais"),
        ("Boulangerie Martin", (2.20, 48.90), None),
        ("Gymnase des Tilleuls", (2.60, 48.60), None),
    ],
)
def test_the_likeliest_place_is_proposed_and_a_stranger_is_not(name, point, expected):
    known = [
        Known("Gymnase des Tilleuls", "Gymnase des Tilleuls", HERE),
        Known("École des Tilleuls", "École des Tilleuls", (2.1651, 48.9443)),
        Known("Médiathèque des Quais", "Médiathèque des Quais", (2.1714, 48.9343)),
    ]
    found = likeliest(name, point, known)
    assert (found.thing if found else None) == expected


def test_metres_are_those_of_the_ground():
    assert metres_between(HERE, HERE) == 0
    assert metres_between((2.0, 48.9), (2.0, 48.91)) == pytest.approx(1112, abs=2)
    assert metres_between((2.0, 48.9), (2.01, 48.9)) == pytest.approx(731, abs=2)


@pytest.mark.django_db
class TestLinking:
    @pytest.fixture
    def hand(self, now):
        return Hand(make_person("agent"), now)

    def test_it_is_this_place_overwrites_nothing_and_can_be_undone(self, hand):
        site = make_site(with_hours=False)
        line = make_record(address="9 rue Autre", register="access")
        link_record(line, site, hand=hand)
        link_record(line, site, hand=hand)
        site.refresh_from_db()
        assert (site.name, site.address, site.version) == ("Les Tilleuls", "3 rue des Tilleuls", 1)
        assert not unlinked(make_commune()).exists()
        with pytest.raises(RecordTaken):
            link_record(line, make_site("Le Lavoir", with_hours=False), hand=hand)
        line.refresh_from_db()
        unlink_record(line, hand=hand)
        assert unlinked(make_commune()).get() == line

    def test_what_differs_is_told_and_taken_only_when_asked(self, hand):
        site = make_site(with_hours=False)
        line = link_record(make_record("Les tilleuls", address="9 rue Autre", phone="01 00 00 00 00"), site, hand=hand)
        told = {each.name: (each.ours, each.theirs) for each in differences(site, line)}
        assert told["address"] == ("3 rue des Tilleuls", "9 rue Autre")
        assert set(told) == {"address", "phone", "point"}
        changed = take_over(site, line, "point", seen_version=1, hand=hand)
        assert changed.point == HERE
        with pytest.raises(SiteChanged):
            take_over(site, line, "address", seen_version=1, hand=hand)
        assert {each.name for each in differences(changed, line)} == {"address", "phone"}

    def test_a_line_becomes_a_place_with_what_the_register_knows(self, hand):
        line = make_record("Collège Camus", register="schools", kind="Collège", website="college.example")
        site = site_from_record(line, hand=hand)
        assert (site.kind, site.point, site.website) == (SiteKind.SECONDARY, HERE, "https://college.example")
        line.refresh_from_db()
        assert line.site == site

    def test_several_at_once_leave_aside_those_whose_name_is_taken(self, hand):
        lines = [make_record("Gymnase A"), make_record("Gymnase A", official_id="2"), make_record("Gymnase B")]
        made, left = sites_from_records(lines, hand=hand)
        assert ([each.name for each in made], left) == (["Gymnase A", "Gymnase B"], [lines[1]])

    def test_a_line_that_left_its_register_is_not_proposed(self, hand, now):
        make_record(gone_on=now.date())
        assert not unlinked(make_commune()).exists()

    def test_proposals_and_where_to_correct(self, hand):
        site = make_site("Gymnase des Tilleuls", with_hours=False)
        line = make_record(facts={"url": "https://registre.example/1"})
        assert proposals([line], [site])[line.pk].thing == site
        assert corrected_at(line) == "https://registre.example/1"
        assert corrected_at(make_record("B", facts={"url": "javascript:x"})).startswith("https://equipements")
        assert kind_of(line) == SiteKind.SPORT
