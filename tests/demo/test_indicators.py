"""What counts itself in the fictional town is what one finds by going through its tables."""

from __future__ import annotations

from datetime import date

import pytest

from preau.observatory.indicators.computing import whole
from preau.observatory.indicators.figures import Missing
from preau.observatory.indicators.measures import MEASURES, Asked, Shape
from preau.observatory.indicators.spans import month_span, term_span, year_span
from tests.observatory.indicators import by_hand_adults, by_hand_children
from tests.observatory.indicators.by_hand import BY_HAND, Town

assert by_hand_adults and by_hand_children, "each registers its figures"
TODAY = date(2026, 11, 24)
SPANS = [year_span(2026, TODAY), year_span(2025, TODAY), term_span(2026, 1, TODAY), month_span(2026, 11, TODAY)]


@pytest.fixture(scope="module")
def towns(_loaded):
    return {span: Town(span.school_year, span.first, span.until) for span in SPANS}


@pytest.mark.parametrize("span", SPANS, ids=lambda span: f"{span.kind}-{span.first:%Y-%m}")
@pytest.mark.parametrize("code", sorted(MEASURES))
def test_a_figure_of_the_fictional_town_is_the_one_counted_by_hand(clairval, facts, towns, code, span):
    figure = whole(code, Asked(span, 3), facts=facts)
    if figure.missing in (Missing.TOO_EARLY, Missing.NO_HISTORY):
        return  # the town of ``rich.py`` has the years that this one lacks
    told = BY_HAND[code](towns[span])
    if MEASURES[code].shape == Shape.VALUE:
        assert figure.value == (told if told is None else pytest.approx(told))
    else:
        assert (figure.counted, figure.among) == told


def test_most_of_what_counts_itself_has_a_figure_in_the_fictional_town(clairval, facts):
    """One that has none says why."""
    asked = Asked(SPANS[0], 3)
    figures = {code: whole(code, asked, facts=facts) for code in MEASURES}
    assert all(figure.is_known or figure.missing for figure in figures.values())
    assert sum(figure.is_known for figure in figures.values()) >= 25
