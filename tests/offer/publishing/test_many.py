"""Many entries at once: copied for the next year, changed together, out and in as a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date, time

import pytest
from openpyxl import load_workbook

from preau.offer.activities.enums import Rhythm, Season
from preau.offer.activities.models import Activity
from preau.offer.activities.slots import SlotFacts, lines_of
from preau.offer.activities.writing import change_activity
from preau.offer.publishing.bulk import Bulk, BulkRefused, apply, preview
from preau.offer.publishing.columns import COLUMNS
from preau.offer.publishing.copying import copy_to_next_year
from preau.offer.publishing.errors import AlreadyCopied
from preau.offer.publishing.intake import Fate, Reader
from preau.offer.publishing.shifting import a_year_later
from preau.offer.publishing.tables import write_csv, write_xlsx
from preau.people.accounts.hand import Hand
from preau.people.permissions import actor_of
from preau.town.calendar.schoolcalendar import Holiday, SchoolCalendar, Zone
from tests.cast import make_commune, make_organisation, make_person, make_site
from tests.cast.offer import make_activity, make_provider, make_whole
from tests.conftest import NOW

CALENDAR = SchoolCalendar(
    zones=(Zone(date(2020, 9, 1), None, "Zone C"),),
    holidays=(
        Holiday("Vacances d’hiver", date(2027, 2, 6), date(2027, 2, 21), "Zone C"),
        Holiday("Vacances d'Hiver", date(2028, 2, 19), date(2028, 3, 5), "Zone C"),
        Holiday("Vacances de printemps", date(2027, 4, 3), date(2027, 4, 18), "Zone C"),
        Holiday("Vacances de printemps", date(2028, 4, 15), date(2028, 5, 1), "Zone C"),
    ),
)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2027, 2, 8), date(2028, 2, 21)),  # first Monday of the winter holidays
        (date(2027, 2, 19), date(2028, 3, 3)),  # Friday of their second week
        (date(2027, 4, 5), date(2028, 4, 17)),
        (date(2026, 12, 5), date(2027, 12, 4)),  # a Saturday of term
        (date(2027, 3, 1), date(2028, 3, 6)),  # 28 February 2028 is in the holidays: the week after them
    ],
)
def test_a_day_moves_by_the_calendar_and_keeps_its_weekday(day, later):
    assert a_year_later(day, CALENDAR) == later
    assert later.weekday() == day.weekday()


def test_without_a_calendar_it_is_fifty_two_weeks():
    assert a_year_later(date(2026, 9, 7), SchoolCalendar()) == date(2027, 9, 6)


@pytest.fixture
def provider(db):
    make_provider()
    return Hand(make_person("provider"), NOW)


def test_the_programme_is_taken_up_in_drafts_and_nothing_twice(provider):
    first, second = make_whole("Judo", state="published"), make_whole("Taïso", state="stale", weekday=None)
    line = SlotFacts(time(10), time(12), None, Rhythm.ONCE, Season.ALWAYS, first_on=date(2026, 12, 5))
    change_activity(second, {"slots": [line]}, seen_version=1, hand=provider)
    done = copy_to_next_year([first, second], hand=provider)
    assert [(each.slug, each.state, each.school_year) for each in done.made] == [
        ("judo-2027", "draft", 2027),
        ("taiso-2027", "draft", 2027),
    ]
    copy = done.made[0]
    assert (copy.starts_on, copy.ends_on) == (date(2027, 9, 6), date(2028, 6, 28))
    assert (copy.copied_from_id, copy.contact_phone) == (first.pk, first.contact_phone)
    assert (copy.adaptation.not_possible, copy.verified_on) == ("Pas d’ascenseur.", None)
    assert [slot.first_on for slot in lines_of(done.made[1])] == [date(2027, 12, 4)]
    with pytest.raises(AlreadyCopied):
        copy_to_next_year([first, second], hand=provider)
    third = make_whole("Aïkido", state="published")
    again = copy_to_next_year([first, third], hand=provider)
    assert ([each.slug for each in again.made], [each.slug for each in again.left_out]) == (["aikido-2027"], ["judo"])


def test_one_change_for_many_is_looked_at_then_made(provider):
    site = make_site()
    entries = [make_whole("Judo", state="published"), make_whole("Taïso")]
    bulk = Bulk({"site": site, "meeting_point": ""})
    lines = preview(entries, bulk, hand=provider)
    assert [sorted(line.facts) for line in lines] == [["meeting_point", "site"]] * 2
    assert Activity.objects.filter(site=site).count() == 0
    apply(entries, bulk, seen_versions={each.pk: 1 for each in entries}, hand=provider)
    assert Activity.objects.filter(site=site).count() == 2


def test_all_or_nothing_with_the_list_of_those_that_can_t(provider):
    entries = [
        make_whole("Judo", state="published"),
        make_activity("Refusée", state="refused"),
        make_whole("Brouillon"),
    ]
    with pytest.raises(BulkRefused) as refused:
        apply(entries, Bulk({"contact_phone": "01 99 00 00 77"}), seen_versions={}, hand=provider)
    assert [bool(line.problem) for line in refused.value.lines] == [False, True, False]
    with pytest.raises(BulkRefused):
        apply(entries, Bulk(verifies=True), seen_versions={}, hand=provider)
    assert not Activity.objects.filter(contact_phone="01 99 00 00 77").exists()


def test_what_changed_since_it_was_looked_at_stops_the_change_of_many(provider):
    activity = make_whole()
    change_activity(activity, {"contact_phone": "01 99 00 00 02"}, seen_version=1, hand=provider)
    activity = Activity.objects.get()
    with pytest.raises(BulkRefused) as refused:
        apply([activity], Bulk({"contact_phone": "0"}), seen_versions={activity.pk: 1}, hand=provider)
    assert "pendant ce temps" in refused.value.lines[0].problem


class TestSpreadsheet:
    @pytest.fixture
    def entries(self, provider):
        make_site()
        whole = make_whole("Judo; =kimono", state="published", keywords="=2+3", slug="judo")
        line = SlotFacts(time(9), time(10), 5, label="4-5 ans", capacity=12)
        slots = [*lines_of(whole), line]
        return [
            change_activity(whole, {"slots": slots}, seen_version=1, hand=provider).activity,
            make_activity("Brut", state="draft"),
        ]

    def reader(self, provider):
        return Reader(make_commune(), actor_of(provider.by, NOW.date()), provider)

    @pytest.mark.parametrize("write", [write_csv, write_xlsx])
    def test_what_goes_out_comes_in_unchanged(self, entries, provider, tmp_path, write):
        path = tmp_path / "table"
        path.write_bytes(write(Activity.objects.order_by("pk")))
        outcome = self.reader(provider).preview(path)
        assert [(line.fate, line.refusals) for line in outcome.lines] == [(Fate.UNCHANGED, [])] * 2

    def test_a_spreadsheet_program_runs_nothing(self, entries):
        rows = list(csv.reader(io.StringIO(write_csv(Activity.objects.all()).decode("utf-8-sig")), delimiter=";"))
        assert not any(cell.startswith("=") for row in rows for cell in row)
        sheet = load_workbook(io.BytesIO(write_xlsx(Activity.objects.all()))).worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n"}
        assert [cell.value for cell in sheet[1]] == [each.heading for each in COLUMNS]

    def table(self, tmp_path, *rows: dict[str, str]):
        names = list(dict.fromkeys(name for row in rows for name in row))
        path = tmp_path / "table.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, delimiter=";", restval="")
            writer.writeheader()
            writer.writerows(rows)
        return path

    def rows(self) -> dict[str, dict[str, str]]:
        told = write_csv(Activity.objects.all()).decode("utf-8-sig")
        return {row["Code"]: row for row in csv.DictReader(io.StringIO(told), delimiter=";")}

    def test_lines_are_created_changed_left_or_refused_one_by_one(self, entries, provider, tmp_path):
        make_activity("Aviron", organisation=make_organisation("Club d’aviron", "association"))
        rows = self.rows()
        new = {"Titre": "Iaïdo", "Domaine": "arts martiaux et combat", "Du": "05/10/2026", "Au": "30/06/2027",
               "Créneaux": "lundi 18h-19h", "Pour qui": "jeunes", "Séance d’essai": "oui"}  # fmt: skip
        path = self.table(
            tmp_path,
            {**rows["judo"], "Titre": "Judo du club", "Créneaux": "chaque samedi 9h-10h"},
            {**rows["judo"], "Titre": "Deux fois"},
            rows["brut"],
            {**rows["brut"], "Lieu": "Nulle part", "De (ans)": "six", "Créneaux": "parfois"},
            {**rows["aviron"], "Titre": "À moi"},
            new,
            {"Titre": "Sans rien"},
        )
        outcome = self.reader(provider).preview(path)
        fates = [line.fate.value for line in outcome.lines]
        assert fates == ["changed", "refused", "unchanged", "refused", "refused", "created", "refused"]
        refusals = [" ".join(line.refusals) for line in outcome.lines]
        assert outcome.lines[0].facts == ["slots", "title"]
        assert "déjà sur une autre ligne" in refusals[1]
        assert "De (ans) : « six » n’est pas un nombre" in refusals[3]
        assert "n’est pas un lieu de la ville" in refusals[3]
        assert "« parfois » n’est pas un créneau" in refusals[3]
        assert "Aucune de vos fiches" in refusals[4]
        assert "remplissez : Domaine, Du, Au" in refusals[6]
        assert Activity.objects.count() == 3
        assert Activity.objects.get(slug="judo").version == 2

    def test_what_was_looked_at_is_then_kept(self, entries, provider, tmp_path):
        rows = self.rows()
        changed = {**rows["judo"], "Créneaux": "chaque samedi 9h-10h"}
        outcome = self.reader(provider).apply(self.table(tmp_path, changed, rows["brut"]))
        assert outcome.counts == {"created": 0, "changed": 1, "unchanged": 1, "refused": 0}
        judo = Activity.objects.get(slug="judo")
        assert [(line.weekday, line.starts_at, line.label) for line in lines_of(judo)] == [(5, time(9), "")]
        assert judo.steps.last().by == provider.by

    def test_a_column_that_is_not_there_changes_nothing(self, entries, provider, tmp_path):
        outcome = self.reader(provider).apply(self.table(tmp_path, {"code": "brut", "Téléphone": "01 99 00 00 44"}))
        assert [line.facts for line in outcome.lines] == [["contact_phone"]]
        assert Activity.objects.get(slug="brut").title == "Brut"

    def test_another_s_organisation_is_not_written_for(self, provider, tmp_path):
        make_organisation("Club d’aviron", "association")
        row = {"Titre": "Aviron", "Domaine": "natation et sports d’eau", "Du": "05/10/2026", "Au": "30/06/2027"}
        outcome = self.reader(provider).apply(self.table(tmp_path, {**row, "Organisation": "Club d’aviron"}))
        assert outcome.lines[0].fate is Fate.REFUSED
        assert not Activity.objects.exists()
