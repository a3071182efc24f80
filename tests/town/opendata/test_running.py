"""An agent takes in an official file, again and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from preau.foundation.tables import UnreadableTable
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.organisations.models import Commune
from preau.town.areas.models import Area
from preau.town.calendar.models import BankHoliday, HolidayPeriod
from preau.town.opendata.errors import ManyWouldGo, NoSuchFilter
from preau.town.opendata.models import ImportChange, ImportRefusal, ImportRun
from preau.town.opendata.outlook import Counts, Options, Outlook
from preau.town.opendata.source import NotThisKind

from .kinds import AREAS, DAYS, TWO_DAYS, ZONES, Files


def rows() -> list[tuple[str, str, date | None]]:
    return list(BankHoliday.objects.order_by("official_id").values_list("official_id", "name", "gone_on"))


def test_a_first_import_adds_every_line(files: Files) -> None:
    run = files.take(DAYS, TWO_DAYS)
    assert (run.state, run.read, run.created, run.changed) == ("done", 2, 2, 2)
    assert rows() == [("2026-12-25", "Noël", None), ("2027-01-01", "Jour de l’An", None)]
    event = AuditEvent.objects.get(verb="opendata.imported")
    assert (event.actor_id, event.details["created"]) == (run.by_id, 2)


def test_a_second_import_of_the_same_file_writes_nothing_but_its_own_row(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        run = files.take(DAYS, TWO_DAYS)
    assert (run.unchanged, run.changed) == (2, 0)
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not [sql for sql in written if "opendata_importrun" not in sql and "audit_" not in sql], written


def test_a_corrected_line_is_updated_and_keeps_its_key(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    before = BankHoliday.objects.get(official_id="2026-12-25")
    run = files.take(DAYS, ["date;nom", "2026-12-25;Fête de Noël", "2027-01-01;Jour de l’An"])
    assert (run.updated, run.unchanged) == (1, 1)
    assert BankHoliday.objects.get(pk=before.pk).name == "Fête de Noël"
    assert ImportChange.objects.get(run=run).before["name"] == "Noël"


def test_what_the_file_no_longer_names_is_marked_as_gone_and_comes_back(files: Files) -> None:
    files.take(DAYS, [*TWO_DAYS, "01/05/2027;Fête du Travail"])
    run = files.take(DAYS, TWO_DAYS)
    assert (run.gone, run.unchanged) == (1, 2)
    assert rows()[2] == ("2027-05-01", "Fête du Travail", date(2026, 11, 24))
    again = files.take(DAYS, TWO_DAYS)
    assert (again.gone, again.changed) == (0, 0)
    back = files.take(DAYS, [*TWO_DAYS, "01/05/2027;Fête du Travail"])
    assert (back.back, back.created) == (1, 0)
    assert rows()[2][2] is None


def test_a_preview_writes_nothing_and_says_what_would_happen(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    lines = ["date;nom", "25/12/2026;Fête de Noël", "01/05/2027;Fête du Travail", "bientôt;Un jour"]
    with CaptureQueriesContext(connection) as queries:
        outlook = files.look(DAYS, lines)
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert outlook.counts == Counts(read=3, created=1, updated=1, gone=1, refused=1)
    (updated,) = outlook.of("updated")
    assert updated.line == 2
    assert [(each.name, each.before, each.after) for each in updated.differences] == [("nom", "Noël", "Fête de Noël")]
    assert [each.title for each in outlook.of("gone")] == ["Jour de l’An 2027-01-01"]
    (refusal,) = outlook.refusals
    assert (refusal.line, refusal.column, refusal.value) == (4, "date", "bientôt")
    assert Outlook.from_json(outlook.to_json()) == replace(outlook, refusals=[])


def test_refused_lines_are_kept_with_their_place_and_reason_and_the_rest_is_imported(files: Files) -> None:
    run = files.take(DAYS, ["date;nom", "31/02/2027;Rien", "25/12/2026;Noël", ";Sans date", "01/05/2027;" + "x" * 200])
    assert (run.created, run.refused) == (1, 3)
    refusals = list(ImportRefusal.objects.filter(run=run).values_list("line", "column", "value"))
    assert refusals[:2] == [(2, "date", "31/02/2027"), (4, "date", "")]
    assert refusals[2][0] == 5
    assert "200 caractères" in ImportRefusal.objects.get(run=run, line=5).reason


def test_a_key_met_twice_is_refused_and_names_the_line_that_had_it_first(files: Files) -> None:
    run = files.take(DAYS, ["date;nom", "25/12/2026;Noël", "25/12/2026;Nativité", "25/12/2026;Noël"])
    assert (run.created, run.refused, run.repeated) == (1, 1, 1)
    refusal = ImportRefusal.objects.get()
    assert (refusal.line, refusal.value) == (3, "2026-12-25")
    assert "ligne 2" in refusal.reason


def test_lines_that_are_not_for_us_are_counted_apart(files: Files) -> None:
    run = files.take(DAYS, [*TWO_DAYS, "01/05/2027;hors sujet"])
    assert (run.ignored, run.refused, run.created) == (1, 0, 2)


def test_a_file_of_another_kind_is_refused_and_the_run_says_why(files: Files) -> None:
    with pytest.raises(NotThisKind):
        files.take(DAYS, ["ville;maire", "Clairval;Une personne"])
    run = ImportRun.objects.get()
    assert (run.state, run.ended_at) == ("refused", files.hand.now)
    assert "jours fériés" in run.error


def test_a_table_without_lines_would_not_empty_what_is_known(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    with pytest.raises(UnreadableTable):
        files.take(DAYS, ["date;nom"])
    assert not BankHoliday.objects.filter(gone_on__isnull=False).exists()


def test_a_file_cut_off_changes_nothing(files: Files) -> None:
    path = files.folder / "cut.json"
    path.write_text('[{"date": "2026-12-25", "nom": "Noël"}, {"date": "2027-0', encoding="utf-8")
    from preau.foundation.tables import open_table
    from preau.town.opendata.outlook import Sent
    from preau.town.opendata.running import run_import

    with open_table(path) as table, pytest.raises(UnreadableTable):
        run_import(DAYS, table, commune=files.commune, sent=Sent("cut.json"), hand=files.hand)
    assert not BankHoliday.objects.exists()
    assert ImportRun.objects.get().state == "refused"


MANY = ["date;nom", *(f"{day:02}/01/2027;Jour {day}" for day in range(1, 11))]


def test_a_file_that_would_make_most_rows_go_asks_first(files: Files) -> None:
    files.take(DAYS, MANY)
    with pytest.raises(ManyWouldGo) as asked:
        files.take(DAYS, MANY[:4])
    assert "7 des 10" in asked.value.sentence
    assert not BankHoliday.objects.filter(gone_on__isnull=False).exists()
    assert files.look(DAYS, MANY[:4]).needs_consent
    run = files.take(DAYS, MANY[:4], accept_gone=True)
    assert run.gone == 7


def test_half_of_the_rows_may_go_without_asking(files: Files) -> None:
    files.take(DAYS, MANY)
    assert files.take(DAYS, MANY[:6]).gone == 5


AREA_HEADER = "code;nom;insee;ouest;est"
AREA_LINES = [AREA_HEADER, "1;Centre;92999;2.1;2.2", "2;Quais;92999;2.1;2.3", "3;Ailleurs;92998;2.1;2.2"]


def test_a_file_of_one_town_says_nothing_of_the_others(files: Files) -> None:
    files.take(AREAS, AREA_LINES)
    run = files.take(AREAS, AREA_LINES[:2])
    assert (run.gone, run.unchanged) == (1, 1)
    assert not Area.objects.get(official_id="3").is_gone


def test_a_national_file_may_be_taken_for_one_town_only(files: Files) -> None:
    run = files.take(AREAS, AREA_LINES, communes=("92999",))
    assert (run.created, run.outside) == (2, 1)
    assert set(Area.objects.values_list("kind", "insee_code")) == {("iris", "92999")}


def test_filtering_by_town_leaves_the_other_towns_alone(files: Files) -> None:
    files.take(AREAS, AREA_LINES)
    run = files.take(AREAS, AREA_LINES[:1] + AREA_LINES[3:], communes=("92998",))
    assert (run.gone, run.outside, run.unchanged) == (0, 0, 1)


def test_a_kind_that_does_not_tell_the_town_can_t_be_filtered(files: Files) -> None:
    with pytest.raises(NoSuchFilter):
        files.take(DAYS, TWO_DAYS, communes=("92999",))


def test_other_kinds_of_the_same_table_are_left_alone(files: Files) -> None:
    files.take(AREAS, AREA_LINES)
    quarters = replace(AREAS, name="quartiers", scope={"kind": "quarter"})
    run = files.take(quarters, AREA_LINES[:2])
    assert (run.created, run.gone) == (1, 0)
    assert Area.objects.filter(official_id="1").count() == 2


def test_another_town_of_the_same_installation_is_left_alone(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    other = Files(files.folder, Commune.objects.create(name="Ailleurs", insee_code="99997"), files.hand)
    assert other.take(DAYS, TWO_DAYS[:2]).created == 1
    assert not BankHoliday.objects.filter(gone_on__isnull=False).exists()


def test_a_line_may_give_several_rows_and_a_zone_speaks_for_itself(files: Files) -> None:
    header = "zones;nom;debut;fin"
    run = files.take(ZONES, [header, "A+B+C;Toussaint;17/10/2026;01/11/2026", "C;Hiver;06/02/2027;21/02/2027"])
    assert (run.read, run.created) == (2, 4)
    again = files.take(ZONES, [header, "C;Toussaint;17/10/2026;01/11/2026"])
    assert again.gone == 1
    assert HolidayPeriod.objects.filter(gone_on__isnull=True).count() == 3


def test_a_line_that_breaks_a_rule_of_the_database_is_refused_alone(files: Files) -> None:
    header = "zones;nom;debut;fin"
    lines = [
        header,
        "A;Toussaint;17/10/2026;01/11/2026",
        "B;À l’envers;02/11/2026;01/11/2026",
        "C;Noël;19/12/2026;03/01/2027",
    ]
    run = files.take(ZONES, lines)
    assert (run.created, run.refused, run.refusals.get().line) == (2, 1, 3)
    assert run.changes.count() == 2


def test_a_correction_that_breaks_a_rule_of_the_database_is_refused_alone(files: Files) -> None:
    header = "zones;nom;debut;fin"
    files.take(ZONES, [header, "A;Toussaint;17/10/2026;01/11/2026", "B;Toussaint;17/10/2026;01/11/2026"])
    run = files.take(ZONES, [header, "A;Toussaint;17/10/2026;01/10/2026", "B;Toussaint;17/10/2026;02/11/2026"])
    assert (run.updated, run.refused, run.gone) == (1, 1, 0)
    assert {str(each.last_day) for each in HolidayPeriod.objects.all()} == {"2026-11-01", "2026-11-02"}


def test_another_way_of_reading_alone_is_no_change(files: Files) -> None:
    files.take(DAYS, TWO_DAYS)
    BankHoliday.objects.update(fingerprint="of an earlier release")
    run = files.take(DAYS, TWO_DAYS)
    assert (run.unchanged, run.updated) == (2, 0)
    assert not BankHoliday.objects.filter(fingerprint="of an earlier release").exists()
    assert not run.changes.exists()


def test_what_must_follow_runs_with_the_import_and_only_when_something_changed(files: Files) -> None:
    called: list[str] = []

    def follow(commune: Commune, hand: Hand) -> None:
        called.append(commune.name)

    source = replace(DAYS, after=follow)
    files.take(source, TWO_DAYS)
    files.take(source, TWO_DAYS)
    assert called == [files.commune.name]


def test_the_person_is_told_how_far_the_reading_is(files: Files) -> None:
    from preau.foundation.tables import open_table
    from preau.town.opendata.running import preview

    seen: list[tuple[int, float]] = []
    lines = ["date;nom", *(f"{1 + n % 28:02}/01/{1970 + n // 28};Jour {n}" for n in range(1200))]
    with open_table(files.write(lines)) as table:
        preview(DAYS, table, commune=files.commune, progress=lambda read, share: seen.append((read, share)))
    assert seen[-1] == (1200, 1.0)
    assert [read for read, _ in seen] == sorted(read for read, _ in seen)


def test_options_survive_a_night_in_the_database() -> None:
    options = Options(communes=("92999", "92998"), accept_gone=True)
    assert Options.from_json(options.to_json()) == options
