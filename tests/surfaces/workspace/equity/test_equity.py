"""The coordination sees what children reach, where there is nothing near, and what a move would change."""

from __future__ import annotations

import html
import re

import pytest

from preau.offer.activities.enums import Domain
from preau.offer.activities.models import Adaptation, Slot
from preau.offer.finding.catalogue import forget
from preau.town.areas.models import GridCell
from tests.cast import make_person, make_plan
from tests.cast.equity import make_barrier, make_equity, make_hall, make_square, make_squares
from tests.cast.offer import make_activity

pytestmark = pytest.mark.django_db
HERE = "/atelier/territoire/"
TRIAL = f"{HERE}essai/"


@pytest.fixture(autouse=True)
def fresh():
    forget()
    yield
    forget()


@pytest.fixture
def coordinator(client):
    make_plan(shown=True)
    person = make_person("coordinator")
    client.force_login(person)
    return person


def read(client, path: str = HERE, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer
    return html.unescape(answer.content.decode()).replace("\xa0", " ").replace("\u202f", " ")


def title(page: str) -> str:
    return re.search(r"<h1>(.*?)</h1>", page)[1]


def test_the_answer_comes_first(client, coordinator):
    make_equity()
    page = read(client)
    assert (
        title(page)
        == "6 enfants de 8 ans sur 10 atteignent au moins une activité en 15 minutes à pied, le mercredi vers 14 h"
    )
    assert "1 séance se tient à ce moment." in page


def test_a_white_area_is_crossed_listed_and_counted(client, coordinator):
    make_equity()
    page = read(client)
    assert page.count('<text class="eq-cross" x="') - page.count('<text class="eq-cross" x="10"') == 6
    assert re.search(r'<th scope="row">Est</th><td class="number">160</td>.*?25 %', page, re.S)
    assert "<strong>120</strong> enfants de 6-10 ans environ vivent en zone blanche" in page


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("jour=1", "Aucun des enfants de 8 ans"),
        ("heure=18", "Aucun des enfants de 8 ans"),
        ("age=14", "Aucun des enfants de 14 ans"),
        ("domaine=musique", "Aucun des enfants de 8 ans"),
        ("adapte=on", "Aucun des enfants de 8 ans"),
        ("prix=5", "Aucun des enfants de 8 ans"),
        ("minutes=30", "Tous les enfants de 8 ans"),
        ("mode=velo", "Tous les enfants de 8 ans"),
        ("heure=13", "6 enfants de 8 ans sur 10"),
        ("age=8&jour=2&heure=&minutes=15&mode=pied&quotient=600", "6 enfants de 8 ans sur 10"),
    ],
)
def test_a_question_changes_the_answer(client, coordinator, asked, answer):
    make_equity()
    assert title(read(client, f"{HERE}?{asked}")).startswith(answer)


def test_an_activity_without_a_price_or_a_place_is_told_not_counted(client, coordinator):
    make_equity()
    make_activity("Échecs", slug="echecs")
    page = read(client, f"{HERE}?prix=5")
    assert "2 activités ne disent pas leur prix" in page
    assert "1 activité n’a pas de lieu sur la carte" in read(client)


def test_what_suits_only_some_is_counted_for_them(client, coordinator):
    _, east = make_equity()
    swim = make_activity("Baignade", slug="baignade", site=east, domain=Domain.WATER)
    Adaptation.objects.create(activity=swim, is_specialised=True, has_trial=True, sensory=["quiet"])
    forget()
    assert title(read(client)).startswith("6 enfants")
    assert title(read(client, f"{HERE}?adapte=on")).startswith("6 enfants")
    assert "adaptées au handicap" in read(client, f"{HERE}?adapte=on")
    classes = make_activity("Classe verte", slug="classe-verte", site=east, audiences=["class"])
    assert classes.pk
    assert title(read(client)).startswith("6 enfants")


def test_a_session_every_other_week_or_in_holidays_is_not_a_weekly_one(client, coordinator):
    make_equity()
    page = read(client)
    seats = float(
        re.search(r'<th scope="row">Ouest</th>.*?min</td><td class="number">([\d,]+)', page, re.S)[1].replace(",", ".")
    )
    Slot.objects.update(rhythm="fortnightly")
    again = read(client)
    half = float(
        re.search(r'<th scope="row">Ouest</th>.*?min</td><td class="number">([\d,]+)', again, re.S)[1].replace(",", ".")
    )
    assert half == pytest.approx(seats / 2, abs=0.1)
    Slot.objects.update(rhythm="holidays")
    assert title(read(client)).startswith("Aucun")


def test_hidden_squares_are_hatched_with_their_reason_and_enter_no_figure(client, coordinator):
    make_equity()
    make_square(8, 0, children=4.9)
    make_square(8, 1, children=500, households=10)
    make_square(9, 0, children=500, is_imputed=True)
    page = read(client)
    assert page.count("-hachures)") == 3 + 1
    assert page.count("masqué : trop peu d’enfants ou de ménages") == 2
    assert page.count("masqué : valeur approchée par l’INSEE") == 1
    assert title(page).startswith("6 enfants de 8 ans sur 10")
    assert "500" not in page


def test_a_lone_child_changes_nothing_that_is_told(client, coordinator):
    """Two dates, a newcomer in a hidden square between them: the pages are the same to the letter."""
    _, east = make_equity()
    lone = make_square(8, 0, children=1)
    key = Slot.objects.get().pk
    paths = [HERE, f"{HERE}?mesure=places", f"{HERE}?minutes=30&mesure=places", f"{TRIAL}?seance={key}&vers={east.pk}"]
    before = [read(client, path) for path in paths]
    GridCell.objects.filter(pk=lone.pk).update(aged_6_10=4)
    assert [plain(read(client, path)) for path in paths] == [plain(page) for page in before]


def plain(page: str) -> str:
    """Without what changes at each answer."""
    return re.sub(r'(nonce|csrfmiddlewaretoken|X-CSRFToken|value)="[^"]{20,}"|"X-CSRFToken": "[^"]*"', "", page)


def test_the_map_has_its_words_and_its_table(client, coordinator):
    make_equity()
    page = read(client)
    assert '<title id="carte-titre">Temps jusqu’à l’activité la plus proche' in page
    assert "16 carrés de 200 m. 6 sont des zones blanches" in page
    assert page.count('<th scope="row">Ouest ') == 8
    assert "Places à portée des enfants de 8 ans" in read(client, f"{HERE}?mesure=places")


def test_a_move_is_tried_and_nothing_is_written(client, coordinator):
    _, east = make_equity()
    slot = Slot.objects.get()
    page = read(client, f"{TRIAL}?seance={slot.pk}&vers={east.pk}")
    assert (
        title(page)
        == "Environ 120 enfants de plus auraient une activité en 15 minutes à pied, et environ 120 n’en auraient plus"
    )
    assert page.count('<svg class="map-drawing"') == 2
    assert "Judo, mercredi à 14 h, Halle Ouest → Halle Est" in page
    assert '<span class="eq-more">+75</span>' in page
    assert '<span class="eq-less">-75</span>' in page
    slot.activity.refresh_from_db()
    assert slot.activity.site.name == "Halle Ouest"


def test_a_session_stops_or_begins(client, coordinator):
    _, east = make_equity()
    stops = read(client, f"{TRIAL}?seance={Slot.objects.get().pk}&vers=fin")
    assert title(stops) == "Environ 200 enfants n’auraient plus d’activité en 15 minutes à pied"
    begins = read(client, f"{TRIAL}?seance=nouvelle&vers={east.pk}")
    assert title(begins) == "Environ 120 enfants de plus auraient une activité en 15 minutes à pied"
    assert "Une nouvelle séance : Halle Est" in begins
    assert "Tous les enfants de 8 ans" in begins


def test_the_table_goes_to_a_spreadsheet_with_its_question(client, coordinator):
    assert "Aucun carré" in client.get(f"{HERE}quartiers.csv").content.decode()
    make_equity()
    answer = client.get(f"{HERE}quartiers.csv?minutes=10")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("5 enfants de 8 ans sur 10")
    assert lines[1].startswith("Quartier;Enfants de 6-10 ans;")
    assert [line.split(";")[:3] for line in lines[2:]] == [["Est", "160", "0"], ["Ouest", "160", "100"]]


def test_a_square_on_the_edge_belongs_to_the_quarter_beside(client, coordinator):
    make_equity()
    make_square(8, 0)
    make_square(12, 0)
    page = read(client)
    assert re.search(r'<th scope="row">Est</th><td class="number">180</td>', page)
    assert re.search(r'<th scope="row">Hors des quartiers</th><td class="number">20</td>', page)


def test_fewer_than_twenty_children_have_no_percentage(client, coordinator):
    make_equity()
    make_square(12, 0, children=15)
    page = read(client)
    assert re.search(r'Hors des quartiers</th><td class="number">15</td><td colspan="5" class="soft">trop peu', page)
    assert "Hors des quartiers;15;;;" in client.get(f"{HERE}quartiers.csv").content.decode()
    GridCell.objects.exclude(official_id="12-0").delete()
    page = read(client)
    assert title(page) == "Trop peu d’enfants de cet âge pour que la carte en parle"
    assert "Le cinquième" not in page


def test_a_railway_is_crossed_at_its_passages_only(client, coordinator):
    """Cut in two pieces, as publishers draw it; a passage of another line opens nothing."""
    make_equity()
    make_barrier("Rails 1", (2, -5), (2, 1))
    make_barrier("Rails 2", (2, 1), (2, 9))
    page = read(client)
    assert title(page).startswith("2 enfants de 8 ans sur 10")
    assert page.count('<path class="map-line eq-barrier"') == 3
    assert "ne se franchissent qu’à leurs passages" in page
    make_barrier("Pont d’ailleurs", (12, 1))
    assert title(read(client)).startswith("2 enfants de 8 ans sur 10")
    make_barrier("Pont", (2, 1))
    assert title(read(client)).startswith("6 enfants de 8 ans sur 10")
    make_barrier("Rails 3", (4, -5), (4, 9))
    assert title(read(client)).startswith("5 enfants de 8 ans sur 10")


def test_a_move_goes_round_a_railway_too(client, coordinator):
    _, east = make_equity()
    make_barrier("Rails", (6, -5), (6, 9))
    page = read(client, f"{TRIAL}?seance=nouvelle&vers={east.pk}")
    assert title(page) == "Environ 80 enfants de plus auraient une activité en 15 minutes à pied"


def test_a_trial_that_makes_no_sense_keeps_what_was_chosen(client, coordinator):
    make_equity()
    page = read(client, f"{TRIAL}?seance=nouvelle&vers=fin", status=422)
    assert "Dites où cette nouvelle séance aurait lieu." in page
    assert '<option value="nouvelle" selected>' in page
    assert "Une séance, un autre lieu" in read(client, TRIAL)
    read(client, f"{TRIAL}?seance=9999&vers=abc", status=422)


def test_a_question_that_makes_no_sense_is_answered_with_the_first_one(client, coordinator):
    make_equity()
    page = read(client, f"{HERE}?age=900", status=422)
    assert "Cette question n’a pas été comprise" in page
    assert title(page).startswith("6 enfants de 8 ans sur 10")


@pytest.mark.parametrize("value", ["", "%00", "-1", "9" * 5000, "1e9", "NaN", "%ED%A0%80", "<b>", "8&age=8"])
@pytest.mark.parametrize(
    "name", ["age", "jour", "heure", "domaine", "prix", "quotient", "minutes", "mode", "adapte", "mesure"]
)
def test_nonsense_is_answered(client, coordinator, name, value):
    make_equity()
    for path in (HERE, f"{HERE}quartiers.csv", TRIAL):
        assert client.get(f"{path}?{name}={value}&seance={value}&vers={value}").status_code in (200, 422)


def test_a_town_without_squares_without_sessions_or_without_children_teaches(client, coordinator):
    assert "Aucun carré pour l’instant" in read(client)
    assert "Aucun carré pour l’instant" in read(client, TRIAL)
    make_squares()
    assert title(read(client)).startswith("Aucun des enfants de 8 ans")
    assert title(read(client, f"{HERE}?mesure=places")).startswith("Aucun des enfants de 8 ans")
    make_hall("Halle Ouest", 1, 1)
    GridCell.objects.update(aged_6_10=0)
    assert "Trop peu d’enfants de cet âge" in title(read(client))


def test_the_number_of_queries_is_fixed(client, coordinator, django_assert_max_num_queries):
    _, east = make_equity()
    client.get(HERE)
    for number in range(5):
        make_activity(f"Atelier {number}", site=east)
    client.get(HERE)
    with django_assert_max_num_queries(16):
        client.get(HERE)
    with django_assert_max_num_queries(16):
        client.get(f"{TRIAL}?seance={Slot.objects.first().pk}&vers={east.pk}")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("coordinator", 200),
        ("agent", 200),
        ("elected", 200),
        ("administrator", 403),
        ("reader", 403),
        ("contributor", 403),
    ],
)
@pytest.mark.parametrize("path", [HERE, TRIAL])
def test_who_reads_it(client, role, status, path):
    make_plan(shown=True)
    client.force_login(make_person(role))
    assert client.get(path).status_code == status
    assert client.post(path).status_code == 405
