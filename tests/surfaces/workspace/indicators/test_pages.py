"""The workspace of indicators: the effects at a glance, one indicator from all sides, what all of them cost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.observatory.indicators.models import Indicator, IndicatorReading, Value
from preau.offer.attendance.models import Attendance
from tests.cast.day import make_session, weeks_before
from tests.cast.facts import take
from tests.cast.families import make_child, make_home
from tests.cast.indicators import make_indicator
from tests.cast.people import make_organisation, make_person
from tests.cast.plans import make_plan

pytestmark = pytest.mark.django_db
HOME = "/atelier/indicateurs/"


@pytest.fixture(autouse=True)
def facts_folder(settings, tmp_path):
    """Snapshots of two tests have the same name: what was kept of the other one goes."""
    settings.FACTS = tmp_path / "facts"
    cache.clear()


@pytest.fixture
def plan():
    return make_plan()


@pytest.fixture
def coordinator(client, plan):
    client.force_login(make_person("coordinator"))
    return client


def _young(count: int, now) -> None:
    """That many residents of 13 who came three times."""
    session = make_session("Judo", day=date(2026, 11, 10))
    sessions = [*weeks_before(session, 2), session]
    for number in range(count):
        child = make_child(f"Jeune{number} Essai", date(2013, 5, 5), sex=("girl", "boy")[number % 2])
        make_home(f"{number} rue des Essais", [], [child])
        for each in sessions:
            Attendance.objects.create(session=each, child=child, state="present", recorded_at=now)


def test_every_effect_is_there_with_what_is_looked_at(coordinator, plan):
    make_indicator(plan)
    page = coordinator.get(HOME).content.decode()
    assert "1 effet sur 6 est suivi" in page
    assert "Structures actives dans une action de circonscription" in page
    assert "pas encore de valeur" in page and "saisi à la main" in page.lower()
    assert "relevés" in page, "no snapshot was taken: it says so"


def test_a_figure_counts_itself_and_says_until_when(coordinator, plan, now):
    _young(12, now)
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    page = coordinator.get(f"{HOME}{indicator.pk}/").content.decode()
    assert "environ 10 comptés" in page
    assert "elle n’est pas finie" in page
    assert "habitants de 11 à 17" in page
    assert "À ne jamais lire sans" in page


def test_small_numbers_stay_hidden(coordinator, plan, now):
    _young(3, now)
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    page = coordinator.get(f"{HOME}{indicator.pk}/").content.decode()
    assert "masqué" in page and "3 comptés" not in page
    cut = coordinator.get(f"{HOME}{indicator.pk}/?par=sex").content.decode()
    assert "3 comptés" not in cut


def test_a_lone_hidden_cell_hides_the_others_too(coordinator, plan, now):
    """Two girls, six boys: the boys would tell the girls. Those whose sex nobody said may be none, and may not."""
    _young(13, now)
    Attendance.objects.filter(child__sex="girl").exclude(child__first_name__in=["Jeune0", "Jeune2"]).delete()
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    cut = coordinator.get(f"{HOME}{indicator.pk}/?par=sex").content.decode()
    assert "environ 10 comptés" in cut
    assert "Trop peu d’enfants pour le dire de cette façon" in cut


def test_what_was_shown_moves_only_when_enough_children_came(coordinator, plan, now):
    """Two presences of one child less: the figure of the day before stays, and nobody reads who left."""
    _young(13, now)
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    before = coordinator.get(f"{HOME}{indicator.pk}/").content.decode()
    Attendance.objects.filter(child__first_name="Jeune0").delete()
    take(now + timedelta(days=1))
    after = coordinator.get(f"{HOME}{indicator.pk}/").content.decode()
    assert "environ 15 comptés" in before
    assert "environ 15 comptés" in after


def test_the_number_that_lacks_makes_the_share(coordinator, plan, now):
    _young(25, now)
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    answer = coordinator.post(
        f"{HOME}{indicator.pk}/valeurs/",
        {"part": "residents_11_17", "school_year": 2026, "amount": "50", "source": "INSEE", "known_on": "2026-01-01"},
    )
    assert answer.status_code == 302
    assert "50\u00a0%" in coordinator.get(f"{HOME}{indicator.pk}/").content.decode()


def test_a_value_is_typed_with_its_proof(coordinator, plan):
    indicator = make_indicator(plan)
    address = f"{HOME}{indicator.pk}/valeurs/"
    told = {"school_year": 2025, "counted": "4", "among": "10", "source": "relevé de juin", "known_on": "2026-06-30"}
    bare = coordinator.post(address, told)
    assert bare.status_code == 422 and "relevé de juin" in bare.content.decode(), "nothing typed is lost"
    proof = SimpleUploadedFile("releve.pdf", b"%PDF-1.7 releve", "application/pdf")
    assert coordinator.post(address, {**told, "document": proof}).status_code == 302
    page = coordinator.get(f"{HOME}{indicator.pk}/").content.decode()
    assert "4 sur 10" in page and "releve.pdf" in page
    value = Value.objects.get()
    sent = coordinator.get(f"{address}{value.pk}/preuve/")
    assert b"".join(sent.streaming_content) == b"%PDF-1.7 releve"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"known_on": "2027-01-01"}, "pas encore venu"),
        ({"among": "0"}, "une part de rien"),
        ({"counted": ""}, "Donnez ce que vous avez compté"),
        ({"counted": "beaucoup"}, "nombre"),
        ({"source": ""}, "d’où vient ce chiffre"),
        ({"school_year": "1950"}, "choix"),
    ],
)
def test_a_wrong_value_is_said_in_a_sentence(coordinator, plan, change, sentence):
    told = {"school_year": 2025, "counted": "4", "among": "10", "source": "relevé", "known_on": "2026-06-30"} | change
    told["document"] = SimpleUploadedFile("releve.pdf", b"%PDF-1.7 releve", "application/pdf")
    answer = coordinator.post(f"{HOME}{make_indicator(plan).pk}/valeurs/", told)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not Value.objects.exists()


def test_an_indicator_is_chosen_written_and_left(coordinator, plan):
    address = f"{HOME}effets/a1-g1-e1/"
    assert "Jeunes de 11 à 17" in coordinator.get(address).content.decode()
    coordinator.post(address, {"code": "A1.G1.E1.i1"})
    again = coordinator.post(address, {"code": "A1.G1.E1.i1"}, follow=True)
    assert "le regarde déjà" in again.content.decode()
    unknown = coordinator.post(address, {"code": "Z9"}, follow=True)
    assert "pas dans la bibliothèque" in unknown.content.decode()
    own = {
        "own_title": "Jeunes au skatepark",
        "own_counted": "jeunes comptés",
        "own_unit": "count",
        "own_direction": "up",
    }
    assert coordinator.post(f"{address}propre/", own).status_code == 422, "minutes are asked for"
    assert coordinator.post(f"{address}propre/", {**own, "own_minutes": 30}).status_code == 302
    assert Indicator.objects.kept().count() == 2
    mine = Indicator.objects.get(code="")
    assert coordinator.post(f"{HOME}{mine.pk}/retrait/", {"because": ""}).status_code == 422
    coordinator.post(f"{HOME}{mine.pk}/retrait/", {"because": "le skatepark ferme"})
    assert "le skatepark ferme" in coordinator.get(f"{HOME}{mine.pk}/").content.decode()
    assert Indicator.objects.kept().count() == 1


def test_an_objective_has_no_indicator(coordinator, plan):
    assert coordinator.get(f"{HOME}effets/a1-g1-o2/").status_code == 404


def test_a_contributor_types_for_its_own_and_nothing_else(client, plan):
    sports = make_organisation("Service des sports")
    mine = make_indicator(plan, carrier=sports)
    theirs = make_indicator(plan, "A1.G1.E6.i1")
    client.force_login(make_person("contributor", organisation=sports))
    assert client.get(f"{HOME}{mine.pk}/valeurs/").status_code == 200
    assert client.get(f"{HOME}{theirs.pk}/valeurs/").status_code == 403
    assert client.post(f"{HOME}{theirs.pk}/valeurs/", {}).status_code == 403
    assert client.post(f"{HOME}{mine.pk}/retrait/", {"because": "non"}).status_code == 403


def test_saying_that_a_figure_was_of_use_feeds_the_diet(client, plan):
    indicator = make_indicator(plan)
    client.force_login(make_person("elected"))
    client.post(f"{HOME}{indicator.pk}/usage/")
    client.post(f"{HOME}{indicator.pk}/usage/")
    assert IndicatorReading.objects.count() == 1
    page = client.get(f"{HOME}regime/").content.decode()
    assert "1 personne" in page and "aucune valeur depuis un an" in page.lower()


def test_the_page_costs_the_same_whatever_the_number_of_effects(coordinator, plan, django_assert_max_num_queries, now):
    take(now)
    for code in ("A1.G1.E1.i1", "A1.G1.E1.i2", "A1.G1.E2.i1", "A1.G1.E2.i2"):
        make_indicator(plan, code)
    coordinator.get(HOME)
    with django_assert_max_num_queries(30):
        coordinator.get(HOME)


def test_a_survey_that_few_answered_says_nothing(coordinator, plan):
    survey = make_indicator(plan, "A1.G1.E6.i1")
    told = {
        "counted": "9",
        "among": "12",
        "answers": "12",
        "asked": "30",
        "source": "visages",
        "known_on": "2026-06-30",
    }
    for year, answers in ((2024, "12"), (2025, "15")):
        coordinator.post(f"{HOME}{survey.pk}/valeurs/", {**told, "school_year": year, "answers": answers})
    page = coordinator.get(f"{HOME}{survey.pk}/").content.decode()
    assert (
        "moins de 20" in page
        and "9 sur 12" not in page
        and "75\u00a0%" not in page.split("<h1>")[1].split("Sa définition")[0]
    )


def test_the_tables_of_the_pages_open_in_a_spreadsheet(coordinator, plan, now):
    _young(25, now)
    take(now)
    indicator = make_indicator(plan, "A1.G1.E1.i1")
    page = coordinator.get(f"{HOME}{indicator.pk}/?par=sex").content.decode()
    assert page.count("Télécharger ce tableau") >= 2
    for path in (f"{HOME}tableau.csv", f"{HOME}{indicator.pk}/annees.csv", f"{HOME}{indicator.pk}/coupe.csv?par=sex"):
        answer = coordinator.get(path)
        assert answer.status_code == 200, path
        assert answer.content.startswith(b"\xef\xbb\xbf")
        assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "environ 25 comptés" in coordinator.get(f"{HOME}{indicator.pk}/annees.csv").content.decode()
    assert coordinator.get(f"{HOME}{indicator.pk}/coupe.csv").status_code == 404, "no way of cutting was asked"
    assert coordinator.get(f"{HOME}{indicator.pk}/rien.csv").status_code == 404
