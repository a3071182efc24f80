"""An entry is proposed once it says enough; what is missing is said in words, with the field to fill in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from preau.offer.activities.completeness import EntryFacts, lacking

WHOLE = EntryFacts(
    title="Judo",
    summary="Pour débuter.",
    description="Une heure pour apprendre à rouler, à tomber et à saluer.",
    audiences=("child",),
    age_min=6,
    has_place=True,
    slots=1,
    has_price=True,
    booking_words="Au club.",
    has_contact=True,
    speaks_of_adaptation=True,
)


def test_a_whole_entry_lacks_nothing():
    assert lacking(WHOLE) == []


@pytest.mark.parametrize(
    ("without", "about"),
    [
        ({"title": " "}, "title"),
        ({"summary": ""}, "summary"),
        ({"description": "Du judo."}, "description"),
        ({"audiences": ()}, "audiences"),
        ({"age_min": None}, "age_min"),
        ({"audiences": ("class",)}, "levels"),
        ({"has_place": False}, "site"),
        ({"slots": 0}, "slots"),
        ({"has_price": False}, "price_rule"),
        ({"has_contact": False}, "contact_phone"),
        ({"speaks_of_adaptation": False}, "adaptation"),
    ],
)
def test_what_is_missing_is_said_with_its_place(without, about):
    found = [each for each in lacking(replace(WHOLE, **without)) if each.about == about]
    assert len(found) == 1
    assert found[0].sentence.endswith(".")


def test_an_offer_to_classes_needs_levels_but_neither_slots_nor_ages():
    facts = replace(WHOLE, audiences=("class",), levels=("cp",), slots=0, age_min=None)
    assert lacking(facts) == []


def test_an_empty_entry_is_told_everything_at_once_in_the_order_of_the_form():
    abouts = [each.about for each in lacking(EntryFacts())]
    assert abouts[:3] == ["title", "summary", "description"]
    assert len(abouts) == len(set(abouts)) >= 9


def test_every_fact_that_may_lack_has_its_section():
    from preau.surfaces.workspace.activities.page import SECTION_OF
    from preau.surfaces.workspace.activities.views.sections import SECTIONS

    everything = {each.about for each in lacking(EntryFacts())} | {"levels", "age_min", "booking_words"}
    assert everything <= set(SECTION_OF)
    assert set(SECTION_OF.values()) <= set(SECTIONS)
