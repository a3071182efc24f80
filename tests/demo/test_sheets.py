"""The fictional actions: in every state, with something that waits for each of those who open the demonstration."""

from __future__ import annotations

from preau.people.accounts.models import User
from preau.plan.sheets.enums import SheetState
from preau.plan.sheets.models import ActionSheet
from preau.surfaces.shell.waiting.sheets import asked_opinions, carried_sheets
from tests.conftest import NOW


def test_the_actions_of_the_town_tell_the_whole_life_of_a_sheet(clairval):
    assert set(ActionSheet.objects.values_list("state", flat=True)) == set(SheetState)
    axes = {code[:2] for code in ActionSheet.objects.values_list("objectives__code", flat=True)}
    assert axes == {"A1", "A2", "A3", "A4"}
    assert ActionSheet.objects.review_late(NOW.date()).count() == 1
    assert ActionSheet.objects.filter(school_year=2026, themes__theme="digital").count() == 2
    loic, nora = (User.objects.get(email=f"{key}@clairval.example") for key in ("loic.garandeau", "nora.benali"))
    assert len(carried_sheets([loic], NOW.date())[loic.pk]) == 2
    assert len(asked_opinions([nora], NOW.date())[nora.pk]) == 1
