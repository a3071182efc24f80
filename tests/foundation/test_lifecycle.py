"""A life told as data: what starts from a state, what does not, and why."""

from __future__ import annotations

from datetime import date

import pytest

from preau.foundation.lifecycle import Lifecycle, NotNow, ReasonMissing, Step
from preau.foundation.schoolyears import first_day, last_day, school_year_of, year_name

SEED = Step("sow", frozenset({"seed"}), "plant", "semer")
CUT = Step("cut", frozenset({"seed", "plant"}), "gone", "couper", needs_reason=True)
LIFE = Lifecycle.of(["seed", "plant", "gone"], [SEED, CUT])


def test_steps_start_from_their_states_only():
    assert LIFE.open_from("seed") == [SEED, CUT]
    assert LIFE.open_from("plant") == [CUT]
    assert LIFE.ends == {"gone"}
    assert LIFE.take("sow", "seed") is SEED
    with pytest.raises(NotNow) as refused:
        LIFE.take("sow", "gone")
    assert (refused.value.step, refused.value.state) == ("sow", "gone")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_step_that_must_say_why_does_not_go_without(reason):
    with pytest.raises(ReasonMissing):
        LIFE.take("cut", "plant", reason=reason)
    assert LIFE.take("cut", "plant", reason="gel") is CUT


def test_a_life_that_leads_nowhere_is_not_declared():
    with pytest.raises(ValueError, match="nowhere"):
        Lifecycle.of(["seed"], [SEED])
    with pytest.raises(ValueError, match="twice"):
        Lifecycle.of(["seed", "plant"], [SEED, SEED])


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 8, 31), 2026)]
)
def test_a_school_year_runs_from_september_to_august(day, year):
    assert school_year_of(day) == year
    assert first_day(year) <= day <= last_day(year)
    assert year_name(2026) == "2026-2027"
