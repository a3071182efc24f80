"""The coordination says where children are, and at which hours."""

from __future__ import annotations

from datetime import date, time

import pytest

from preau.town.calendar.models import BandHours, WeekPattern
from preau.town.places.models import Site
from tests.cast import make_commune, make_site
from tests.surfaces.workspace.conftest import queries_of

BASE = "/atelier/sites/"
HOURS = f"{BASE}les-tilleuls/horaires/"


def lines(*told, initial: int = 0, **more):
    """What a browser sends: (band, from, to, days) for each line."""
    data = {"lignes-TOTAL_FORMS": str(len(told)), "lignes-INITIAL_FORMS": str(initial), **more}
    for number, (band, start, end, days) in enumerate(told):
        data |= {
            f"lignes-{number}-band": band,
            f"lignes-{number}-starts_at": start,
            f"lignes-{number}-ends_at": end,
            f"lignes-{number}-days": [str(day) for day in days],
        }
    return data


WEEK = {
    "seen_version": "0",
    "season": "school",
    "name": "4 jours",
    "valid_from": "2026-09-01",
    "valid_to": "",
    "decided_by": "",
}
EVENING = ("evening", "16:30", "18:30", (0, 1, 3, 4))


@pytest.fixture
def site(db):
    return make_site(with_hours=False)


def test_an_empty_town_teaches_what_places_are_for(coordinator):
    make_commune()
    page = coordinator.get(BASE).content.decode()
    assert "Aucun lieu pour l’instant" in page and "Ajouter un lieu" in page


def test_coordinator_adds_a_place_and_corrects_it(coordinator):
    make_commune()
    facts = {"seen_version": "0", "name": "Les Coteaux", "kind": "school", "address": "45 chemin des Vignes"}
    answer = coordinator.post(f"{BASE}ajout/", facts)
    assert answer["Location"] == f"{BASE}les-coteaux/"
    answer = coordinator.post(f"{BASE}les-coteaux/modifier/", {**facts, "seen_version": "1", "name": "Coteaux"})
    assert (answer.status_code, Site.objects.get().name) == (302, "Coteaux")


def test_a_refused_place_keeps_what_was_typed(coordinator, site):
    facts = {"seen_version": "0", "name": "les tilleuls", "kind": "school", "address": "ailleurs"}
    answer = coordinator.post(f"{BASE}ajout/", facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Un autre lieu porte déjà ce nom." in page and 'value="ailleurs"' in page


def test_a_place_corrected_meanwhile_is_shown_and_nothing_is_lost(coordinator, site):
    facts = {"seen_version": "1", "name": "Les Tilleuls", "kind": "school", "address": "mienne"}
    Site.objects.update(version=2, address="sienne")
    answer = coordinator.post(f"{BASE}les-tilleuls/modifier/", facts)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "sienne" in page and 'value="mienne"' in page and 'name="seen_version" value="2"' in page
    assert coordinator.post(f"{BASE}les-tilleuls/modifier/", {**facts, "seen_version": "2"}).status_code == 302


def test_coordinator_writes_the_hours_of_a_week_in_few_lines(coordinator, site):
    wednesday = ("wednesday", "08:00", "18:00", (2,))
    answer = coordinator.post(f"{HOURS}ajout/", lines(EVENING, wednesday, ("", "", "", ()), **WEEK))
    assert answer.status_code == 302, answer.content.decode()
    assert BandHours.objects.count() == 5
    page = coordinator.get(HOURS).content.decode()
    assert "lundi, mardi, jeudi et vendredi" in page and "16\u00a0h\u00a030 – 18\u00a0h\u00a030" in page


def test_overlapping_bands_are_refused_in_one_sentence_and_stay_on_the_page(coordinator, site):
    answer = coordinator.post(f"{HOURS}ajout/", lines(EVENING, ("school", "13:30", "16:45", (1,)), **WEEK))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Le mardi, « temps scolaire »" in page.replace("\u00a0", " ")
    assert 'value="16:45"' in page and WeekPattern.objects.count() == 0


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (("", "16:30", "18:30", (0,)), "Choisissez le temps de l’enfant."),
        (("evening", "18:30", "16:30", (0,)), "La fin vient avant le début."),
        (("evening", "", "18:30", (0,)), "Donnez une heure, par exemple 16:30."),
        (("evening", "25:99", "18:30", (0,)), "Saisissez une heure valide."),
        (("evening", "16:30", "18:30", ()), "Remplissez au moins une ligne, avec ses jours."),
        (("evening", "16:30", "18:30", (9,)), "Sélectionnez un choix valide"),
    ],
)
def test_a_wrong_line_says_what_to_mend(coordinator, site, line, sentence):
    answer = coordinator.post(f"{HOURS}ajout/", lines(line, **WEEK))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_asking_for_more_lines_saves_nothing_and_loses_nothing(coordinator, site):
    page = coordinator.post(f"{HOURS}ajout/", lines(EVENING, **WEEK, plus="1"))
    assert page.status_code == 200
    assert page.content.decode().count('-starts_at"') >= 4 and 'value="16:30"' in page.content.decode()
    assert "À corriger" not in page.content.decode() and WeekPattern.objects.count() == 0


def test_a_new_week_ends_the_one_before_it_when_asked(coordinator, site):
    coordinator.post(f"{HOURS}ajout/", lines(EVENING, **WEEK))
    later = {**WEEK, "valid_from": "2027-02-01"}
    refused = coordinator.post(f"{HOURS}ajout/", lines(EVENING, **later))
    assert refused.status_code == 422 and "vaut déjà à partir du" in refused.content.decode()
    assert coordinator.post(f"{HOURS}ajout/", lines(EVENING, **later, ends_previous="on")).status_code == 302
    assert WeekPattern.objects.get(valid_from="2026-09-01").valid_to == date(2027, 1, 31)


def test_hours_changed_meanwhile_are_told_and_kept(coordinator, site):
    coordinator.post(f"{HOURS}ajout/", lines(EVENING, **WEEK))
    pattern = WeekPattern.objects.get()
    address = f"{HOURS}{pattern.pk}/modifier/"
    WeekPattern.objects.update(version=5)
    mine = lines(("evening", "16:30", "19:00", (0,)), **{**WEEK, "seen_version": "1"})
    answer = coordinator.post(address, mine)
    assert answer.status_code == 422 and 'value="19:00"' in answer.content.decode()
    assert coordinator.post(address, {**mine, "seen_version": "5"}).status_code == 302
    assert BandHours.objects.get().ends_at == time(19)


def test_a_week_is_taken_out_and_its_hours_with_it(coordinator, site):
    coordinator.post(f"{HOURS}ajout/", lines(EVENING, **WEEK))
    assert coordinator.post(f"{HOURS}{WeekPattern.objects.get().pk}/retrait/").status_code == 302
    assert "ne sont pas encore saisis" in coordinator.get(HOURS).content.decode()


def test_hours_of_another_place_are_not_found(coordinator, site):
    other = make_site("Le Lavoir")
    pattern = other.week_patterns.get()
    assert coordinator.get(f"{HOURS}{pattern.pk}/modifier/").status_code == 404
    assert coordinator.post(f"{HOURS}{pattern.pk}/retrait/").status_code == 404
    assert coordinator.get(f"{BASE}nulle-part/").status_code == 404


@pytest.mark.parametrize("part", ["administrator", "contributor", "elected", "reader", "data_officer"])
def test_others_read_the_hours_and_change_nothing(log_in, site, part):
    client = log_in(part)
    assert client.get(HOURS).status_code == 200
    assert "Saisir les horaires" not in client.get(HOURS).content.decode()
    for address in (f"{BASE}ajout/", f"{BASE}les-tilleuls/modifier/", f"{HOURS}ajout/"):
        assert client.post(address, {}).status_code == 403, address


def test_the_list_of_places_takes_as_many_queries_for_twenty(coordinator, site):
    few = queries_of(coordinator, BASE)
    for number in range(20):
        make_site(f"Lieu {number}")
    assert queries_of(coordinator, BASE) == few
