"""An agent takes an import back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.forms.models import model_to_dict

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.town.calendar.models import BankHoliday
from preau.town.opendata.errors import NotUndoable, UndoLaterFirst
from preau.town.opendata.models import ImportRun
from preau.town.opendata.source import Record, Source
from preau.town.opendata.undoing import undo_import
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord
from tests.cast.sites import make_site

from .kinds import DAYS, TWO_DAYS, Files


def later(hand: Hand, minutes: int) -> Hand:
    return replace(hand, now=hand.now + timedelta(minutes=minutes))


def everything() -> list[dict]:
    return [{**model_to_dict(row), "pk": row.pk} for row in BankHoliday.objects.order_by("pk")]


def test_undoing_a_first_import_leaves_nothing(files: Files) -> None:
    run = files.take(DAYS, TWO_DAYS)
    undoing = undo_import(run, DAYS, hand=later(files.hand, 5))
    assert (undoing.removed, undoing.kept) == (2, 0)
    assert not BankHoliday.objects.exists()
    assert (run.state, run.undone_by) == ("undone", files.hand.by)
    assert AuditEvent.objects.filter(verb="opendata.undone").exists()


def test_undoing_puts_back_exactly_what_was_there(files: Files) -> None:
    files.take(DAYS, [*TWO_DAYS, "01/05/2027;Fête du Travail", "08/05/2027;Victoire"])
    files.take(DAYS, [*TWO_DAYS, "08/05/2027;Victoire"], hand=later(files.hand, 1))
    before = everything()
    lines = [
        "date;nom",
        "25/12/2026;Fête de Noël",
        "01/05/2027;Fête des travailleurs",
        "14/07/2027;Fête nationale",
        "08/05/2027;Victoire",
    ]
    run = files.take(DAYS, lines, hand=later(files.hand, 2))
    assert (run.created, run.updated, run.back, run.gone) == (1, 1, 1, 1)
    undoing = undo_import(run, DAYS, hand=later(files.hand, 3))
    assert everything() == before
    assert (undoing.removed, undoing.restored) == (1, 3)


def test_after_an_undo_the_same_file_changes_the_same_again(files: Files) -> None:
    first = files.take(DAYS, TWO_DAYS)
    undo_import(first, DAYS, hand=files.hand)
    assert files.take(DAYS, TWO_DAYS, hand=later(files.hand, 2)).created == 2


def test_a_later_import_is_undone_first(files: Files) -> None:
    first = files.take(DAYS, TWO_DAYS)
    second = files.take(DAYS, [*TWO_DAYS, "01/05/2027;Fête du Travail"], hand=later(files.hand, 60))
    with pytest.raises(UndoLaterFirst) as refused:
        undo_import(first, DAYS, hand=later(files.hand, 61))
    assert refused.value.later == second
    assert "24 novembre 2026 à 11 h 30" in refused.value.sentence
    undo_import(second, DAYS, hand=later(files.hand, 62))
    undo_import(first, DAYS, hand=later(files.hand, 63))
    assert not BankHoliday.objects.exists()


def test_a_later_import_that_changed_nothing_is_in_nobody_s_way(files: Files) -> None:
    first = files.take(DAYS, TWO_DAYS)
    files.take(DAYS, TWO_DAYS, hand=later(files.hand, 1))
    undo_import(first, DAYS, hand=later(files.hand, 2))
    assert not BankHoliday.objects.exists()


def test_an_import_is_undone_once(files: Files) -> None:
    run = files.take(DAYS, TWO_DAYS)
    undo_import(run, DAYS, hand=files.hand)
    with pytest.raises(NotUndoable):
        undo_import(run, DAYS, hand=files.hand)


def test_an_import_whose_changes_are_no_longer_kept_can_t_be_undone(files: Files) -> None:
    run = files.take(DAYS, TWO_DAYS)
    run.changes.all().delete()
    with pytest.raises(NotUndoable, match="trop ancien"):
        undo_import(run, DAYS, hand=files.hand)
    assert BankHoliday.objects.count() == 2


def _places(first: object) -> object:
    def understand(values: dict) -> Record:
        return Record(values["code"], {"name": values["nom"]})

    return understand


PLACES = Source("lieux", "Lieux", PlaceRecord, _places, scope={"register": PlaceRegister.SCHOOLS})


def test_a_row_that_the_town_uses_by_now_stays_marked_as_gone_and_it_is_said(files: Files) -> None:
    run = files.take(PLACES, ["code;nom", "0921;École des Tilleuls", "0922;École du Lavoir"])
    used = PlaceRecord.objects.get(official_id="0921")
    used.site = make_site()
    used.save()
    undoing = undo_import(run, PLACES, hand=files.hand)
    assert (undoing.removed, undoing.kept) == (1, 1)
    left = PlaceRecord.objects.get()
    assert (left.pk, left.is_gone, left.site) == (used.pk, True, used.site)
    assert "sert déjà ailleurs" in ImportRun.objects.get(pk=run.pk).notes[-1]
    again = files.take(PLACES, ["code;nom", "0921;École des Tilleuls"], hand=later(files.hand, 1))
    assert again.back == 1
