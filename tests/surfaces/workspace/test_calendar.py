"""The school year of the town: what today is, what closes, which zone, what a date and an hour are."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from preau.offer.activities.sessions import refresh_sessions
from preau.people.accounts.hand import Hand
from preau.town.calendar.enums import WeekSeason
from preau.town.calendar.models import Closure, LocalPeriod, WeekPattern, ZoneTerm
from tests.cast import make_commune, make_site
from tests.cast.calendar import make_calendar
from tests.cast.offer import make_activity
from tests.surfaces.workspace.conftest import queries_of
from tests.surfaces.workspace.test_hours import EVENING, WEEK, lines

BASE = "/atelier/calendrier/"
SUMMER = Hand(None, datetime(2026, 8, 20, 8, 0, tzinfo=UTC))


@pytest.fixture
def site(db):
    site = make_site()
    make_calendar(site.commune)
    return site


def text_of(answer) -> str:
    return answer.content.decode().replace("\xa0", " ").replace("\u202f", " ")


def typed(**more):
    return {
        "seen_version": "0",
        "kind": "works",
        "site": "",
        "reason": "panne de chauffage",
        "first_day": "2026-12-02",
        "last_day": "",
        "decided_by": "",
        **more,
    }


def test_the_year_answers_first_what_today_is_and_when_the_holidays_come(coordinator, site):
    page = text_of(coordinator.get(BASE))
    assert "L’année scolaire 2026-2027" in page
    assert "Aujourd’hui, mardi 24 novembre 2026 : période scolaire" in page
    assert "Vacances de Noël" in page and "dans 25 jours" in page
    assert "Zone C" in page and "retour en classe le lundi 4 janvier" in page


def test_a_town_without_a_calendar_is_told_what_to_do(coordinator):
    make_commune()
    page = text_of(coordinator.get(BASE))
    assert "Le calendrier officiel n’est pas encore là" in page and "Importer le calendrier scolaire" in page
    assert "Aucune zone n’est connue" in text_of(coordinator.get(f"{BASE}zone/"))


def test_a_closure_calls_its_sessions_off_and_says_how_many(coordinator, site):
    judo = make_activity(site=site)
    refresh_sessions(judo, hand=SUMMER)
    answer = coordinator.post(f"{BASE}fermetures/ajout/", typed(site="les-tilleuls"), follow=True)
    assert "La fermeture est enregistrée. 1 séance a suivi." in text_of(answer)
    closure = Closure.objects.get()
    assert (closure.last_day, closure.site) == (date(2026, 12, 2), site)
    assert judo.sessions.get(day=date(2026, 12, 2)).reason == "panne de chauffage"
    moved = typed(seen_version="1", site="les-tilleuls", first_day="2026-12-09")
    answer = coordinator.post(f"{BASE}fermetures/{closure.pk}/modifier/", moved, follow=True)
    assert "2 séances ont suivi." in text_of(answer)
    answer = coordinator.post(f"{BASE}fermetures/{closure.pk}/retrait/", follow=True)
    assert "La fermeture est retirée. 1 séance a suivi." in text_of(answer)
    assert not judo.sessions.filter(is_cancelled=True).exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": ""}, "Dites aux familles pourquoi c’est fermé."),
        ({"first_day": ""}, "Donnez le premier jour."),
        ({"last_day": "2026-12-01"}, "Le dernier jour vient avant le premier."),
        ({"last_day": "2029-12-01"}, "Cela ferait plus d’une année"),
        ({"first_day": "0001-01-01"}, "L’année semble fausse."),
    ],
)
def test_a_refused_closure_says_why_and_keeps_what_was_typed(coordinator, site, wrong, sentence):
    answer = coordinator.post(f"{BASE}fermetures/ajout/", typed(decided_by="arrêté du maire", **wrong))
    assert answer.status_code == 422
    assert sentence in text_of(answer) and "arrêté du maire" in text_of(answer)
    assert not Closure.objects.exists()


def test_two_people_never_overwrite_a_closure_and_nothing_typed_is_lost(coordinator, site):
    coordinator.post(f"{BASE}fermetures/ajout/", typed())
    address = f"{BASE}fermetures/{Closure.objects.get().pk}/modifier/"
    coordinator.post(address, typed(seen_version="1", reason="la première"))
    answer = coordinator.post(address, typed(seen_version="1", reason="la seconde"))
    assert answer.status_code == 422
    assert "Quelqu’un a changé cette fermeture" in text_of(answer) and "la seconde" in text_of(answer)
    assert Closure.objects.get().reason == "la première"
    assert coordinator.post(address, typed(seen_version="2", reason="la seconde")).status_code == 302


def test_the_zone_changes_from_a_day_and_sessions_follow(coordinator, site):
    answer = coordinator.post(f"{BASE}zone/", {"zone": "C", "since": "2027-09-01"}, follow=True)
    assert "La zone de vacances est enregistrée." in text_of(answer)
    assert ZoneTerm.objects.get(valid_to=None).valid_from == date(2027, 9, 1)
    assert coordinator.post(f"{BASE}zone/", {"zone": "Z", "since": "2027-09-01"}).status_code == 422


def test_days_against_the_official_calendar_are_said_once(coordinator, site):
    judo = make_activity(site=site)
    refresh_sessions(judo, hand=SUMMER)
    days = {"name": "Pont", "has_class": "non", "first_day": "2026-12-02", "last_day": "", "decided_by": ""}
    answer = coordinator.post(f"{BASE}corrections/ajout/", days, follow=True)
    assert "Le calendrier de la ville est corrigé. 1 séance a suivi." in text_of(answer)
    again = coordinator.post(f"{BASE}corrections/ajout/", days)
    assert again.status_code == 422 and "« Pont » vaut déjà le mercredi 2 décembre 2026" in text_of(again)
    period = LocalPeriod.objects.get()
    answer = coordinator.post(f"{BASE}corrections/{period.pk}/retrait/", follow=True)
    assert "suivent de nouveau le calendrier officiel. 1 séance a suivi." in text_of(answer)
    assert judo.sessions.filter(day=date(2026, 12, 2)).exists()


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("jour=2026-11-24&heure=16:45", "accueil du soir (16 h 30 – 18 h 30)."),
        ("jour=2026-11-11&heure=10:00", "fermé, c’est un jour férié : Armistice de 1918."),
        ("jour=2026-12-22&heure=10:00", "Ce lieu n’a pas d’horaires pour les vacances (Vacances de Noël)."),
        ("jour=&heure=10:00", "Donnez un jour."),
    ],
)
def test_a_date_and_an_hour_at_a_place_are_answered_in_one_sentence(coordinator, site, when, sentence):
    assert sentence in text_of(coordinator.get(f"{BASE}moment/?lieu=les-tilleuls&{when}"))


def test_a_place_that_does_not_exist_is_a_mistake_to_mend(coordinator, site):
    assert "Ce lieu n’existe pas." in text_of(coordinator.get(f"{BASE}moment/?lieu=lune&jour=2026-11-24&heure=10:00"))


def test_the_page_costs_the_same_with_many_closures(coordinator, site):
    few = queries_of(coordinator, BASE)
    for number in range(30):
        Closure.objects.create(
            commune=site.commune,
            site=site,
            kind="works",
            reason=f"travaux {number}",
            first_day=date(2026, 12, 2),
            last_day=date(2026, 12, 2),
        )
    assert queries_of(coordinator, BASE) == few


def test_a_reader_sees_the_year_and_changes_nothing(log_in, site):
    reader = log_in("reader")
    page = text_of(reader.get(BASE))
    assert "Vacances de Noël" in page and "Ajouter une fermeture" not in page
    assert reader.post(f"{BASE}fermetures/ajout/", typed()).status_code == 403
    closure = Closure.objects.create(
        commune=site.commune, kind="works", reason="x", first_day=date(2026, 12, 2), last_day=date(2026, 12, 2)
    )
    assert reader.post(f"{BASE}fermetures/{closure.pk}/retrait/").status_code == 403
    assert reader.post(f"{BASE}fermetures/{closure.pk + 1}/retrait/").status_code == 404


def test_a_place_has_a_week_for_the_holidays_beside_its_week_of_class(coordinator, site):
    form = text_of(coordinator.get("/atelier/sites/les-tilleuls/horaires/ajout/?saison=holidays"))
    assert (
        'value="holidays" id="id_season_1" required checked' in form
        or "checked" in form.split('value="holidays"')[1][:80]
    )
    week = {**WEEK, "season": "holidays", "name": "Accueil de loisirs"}
    camp = ("holiday", "08:00", "18:00", (0, 1, 2, 3, 4))
    answer = coordinator.post("/atelier/sites/les-tilleuls/horaires/ajout/", lines(camp, **week))
    assert answer.status_code == 302
    assert WeekPattern.objects.filter(site=site).count() == 2  # the same dates, another season
    page = text_of(coordinator.get("/atelier/sites/les-tilleuls/horaires/"))
    assert page.index("Semaines d’école") < page.index("Pendant les vacances") < page.index("Accueil de loisirs")
    assert "vacances (8 h – 18 h)." in text_of(
        coordinator.get(f"{BASE}moment/?lieu=les-tilleuls&jour=2026-12-22&heure=10:00")
    )
    twice = coordinator.post("/atelier/sites/les-tilleuls/horaires/ajout/", lines(camp, **week))
    assert twice.status_code == 422


def test_weeks_are_decided_by_those_whom_the_table_names(log_in, site):
    agent = log_in("agent")
    assert agent.get("/atelier/sites/les-tilleuls/horaires/ajout/").status_code == 200
    contributor = log_in("contributor")
    assert contributor.get("/atelier/sites/les-tilleuls/horaires/ajout/").status_code == 403
    assert contributor.get("/atelier/sites/ailleurs/horaires/ajout/").status_code == 404


def test_the_week_of_a_place_shows_its_holidays_and_its_closed_days(coordinator, site):
    week = "/atelier/sites/les-tilleuls/semaine/"
    assert "Mercredi, fermé : Armistice de 1918." in text_of(coordinator.get(f"{week}?semaine=2026-11-09"))
    free = text_of(coordinator.get(f"{week}?semaine=2026-12-21"))
    assert "Ce lieu n’ouvre pas cette semaine : Vacances de Noël" in free
    assert "Rien n’est ouvert cette semaine" in free
    pattern = WeekPattern.objects.create(
        site=site, name="Loisirs", season=WeekSeason.HOLIDAYS, valid_from=date(2026, 9, 1)
    )
    pattern.hours.create(weekday=1, band="holiday", starts_at="08:00", ends_at="18:00")
    open_week = text_of(coordinator.get(f"{week}?semaine=2026-12-21"))
    assert "Vacances de Noël, du lundi au dimanche : ce sont les horaires des vacances." in open_week


def test_what_happens_in_the_holidays_is_planned_on_their_week(coordinator, site):
    from tests.surfaces.workspace.test_week import typed as entry

    pattern = WeekPattern.objects.create(
        site=site, name="Loisirs", season=WeekSeason.HOLIDAYS, valid_from=date(2026, 9, 1)
    )
    pattern.hours.create(weekday=1, band="holiday", starts_at="08:00", ends_at="18:00")
    facts = entry(starts_at="10:00", ends_at="12:00", starts_on="2026-12-21", ends_on="2026-12-31")
    assert coordinator.post("/atelier/sites/les-tilleuls/semaine/ajout/", facts).status_code == 302
    assert site.week_entries.get().band == "holiday"
    assert "Atelier cuisine" in text_of(coordinator.get("/atelier/sites/les-tilleuls/semaine/?semaine=2026-12-21"))
    assert "Atelier cuisine" not in text_of(coordinator.get("/atelier/sites/les-tilleuls/semaine/?semaine=2026-12-14"))


def test_the_form_of_hours_reads_what_was_typed(coordinator, site):
    refused = coordinator.post(
        "/atelier/sites/les-tilleuls/horaires/ajout/", lines(EVENING, **{**WEEK, "season": "holidays", "name": ""})
    )
    assert refused.status_code == 422 and "checked" in text_of(refused).split('value="holidays"')[1][:80]
