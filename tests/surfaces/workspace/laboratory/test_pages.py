"""Elected members read a study; who prepares rules asks for it, follows it and cancels it."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from preau.offer.laboratory.findings import read
from preau.offer.laboratory.models import RuleStudy
from preau.offer.laboratory.sheet import sheet_data
from preau.surfaces.workspace.laboratory.charts import Charts
from tests.cast.laboratory import asked_study, make_study
from tests.cast.people import make_person

pytestmark = pytest.mark.django_db

ASKED = {
    "title": "Qui passe d’abord ?",
    "source": "synthetic",
    "children": "40",
    "offers": "5",
    "s0-name": "Tirage seul",
    "s0-together": "on",
    "s1-name": "Habitants",
    "s1-class_0": "resident",
    "s1-reserve_for": "low_quotient",
    "s1-reserve_percent": "20",
    "s1-reserve_order": "after",
}


def as_(role):
    client = Client()
    client.force_login(make_person(role))
    return client


def test_an_elected_member_reads_who_gains_and_who_loses():
    study = make_study()
    page = as_("elected").get(reverse("workspace:study", args=[study.pk])).content.decode()
    for words in (
        "Aucune règle n’est la meilleure",
        "Qui gagne, qui perd",
        "aucun refus injuste",
        "40 enfants inventés",
    ):
        assert words in page
    assert page.count('role="img"') == page.count("<title id=") == page.count("<desc id=") == 4
    assert page.count("<table>") == 5  # the fifth tells unfair refusals, of which there are none to draw
    assert "Lancer" not in page and "Retirer" not in page and "style=" not in page


def test_the_council_has_one_page_that_tells_the_same_charts():
    study, client = make_study(), as_("elected")
    sheet = client.get(reverse("workspace:study_sheet", args=[study.pk]))
    reader = PdfReader(BytesIO(sheet.content))
    assert len(reader.pages) == 1
    words = " ".join(reader.pages[0].extract_text().replace("\u202f", " ").replace("\xa0", " ").split())
    assert "Qui passe d’abord" in words
    page = client.get(reverse("workspace:study", args=[study.pk])).content.decode()
    for told in (
        "Qui a une place, qui a son premier vœu",
        "Quel vœu obtient-on",
        "Qui gagne, qui perd",
        "Jusqu’où descend-on dans ses vœux",
        "Y a-t-il des refus injustes",
    ):
        assert told in page and told in words, told


def test_the_paper_has_the_mean_ranks_of_the_page():
    study = make_study()
    found = read(study.document)
    lines = [line for family in sheet_data(study, found)["groups"] for line in family["lines"]]
    means = Charts(found).means
    assert means is not None
    on_page = [[series.points[at].words.split(" ")[0] for series in means.series] for at in range(len(means.names))]
    nobody = ["–"] * len(means.series)
    on_paper = [["" if words == "–" else words for words in line["ranks"] or nobody] for line in lines]
    assert on_paper == on_page
    assert any(any(row) for row in on_page)


def test_a_study_of_an_older_program_has_three_charts_and_its_sheet():
    study = make_study()
    kept = json.loads(study.document)
    for group in kept["groups"]:
        group.pop("ranks", None)
    RuleStudy.objects.update(document=json.dumps(kept))
    client = as_("elected")
    page = client.get(reverse("workspace:study", args=[study.pk])).content.decode()
    assert page.count('role="img"') == 3 and "Jusqu’où descend-on" not in page
    assert len(PdfReader(BytesIO(client.get(reverse("workspace:study_sheet", args=[study.pk])).content)).pages) == 1


def test_the_spreadsheet_has_every_rule():
    study, client = make_study(), as_("elected")
    table = client.get(reverse("workspace:study_table", args=[study.pk])).content.decode("utf-8-sig")
    assert table.startswith("Règles;")


def test_a_study_is_asked_for_and_leads_to_its_page(django_capture_on_commit_callbacks):
    client = as_("coordinator")
    answer = client.post(reverse("workspace:study_addition"), ASKED)
    study = RuleStudy.objects.get()
    assert answer.headers["Location"] == reverse("workspace:study", args=[study.pk])
    assert [each["name"] for each in study.rule_sets] == ["Tirage seul", "Habitants"]
    assert study.rule_sets[1]["reserve_percent"] == 20
    assert study.invention["children"] == 40


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"s0-name": "", "s1-name": ""}, "Donnez un nom"),
        ({"s1-reserve_percent": ""}, "combien de places sur cent"),
        ({"children": "3"}, "de 20 à 10000 enfants"),
        ({"title": ""}, "obligatoire"),
        ({"s0-class_0": "staff"}, "staff"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(typed, words):
    answer = as_("agent").post(reverse("workspace:study_addition"), ASKED | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert 'value="5"' in page
    assert not RuleStudy.objects.exists()


def test_a_study_under_way_is_followed_cancelled_and_asked_again():
    study, client = asked_study(), as_("coordinator")
    here = reverse("workspace:study", args=[study.pk])
    assert "Annuler le calcul" in client.get(here).content.decode()
    part = client.get(here, headers={"HX-Request": "true"}).content.decode()
    assert "<progress" in part and "<html" not in part
    assert client.get(reverse("workspace:study_sheet", args=[study.pk])).status_code == 404
    client.post(reverse("workspace:study_cancelling", args=[study.pk]))
    assert "Recommencer le calcul" in client.get(here).content.decode()
    assert client.get(here, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    client.post(reverse("workspace:study_again", args=[study.pk]))
    assert client.post(reverse("workspace:study_cancelling", args=[study.pk])).status_code == 302
    client.post(reverse("workspace:study_removal", args=[study.pk]))
    assert not RuleStudy.objects.exists()


@pytest.mark.parametrize("act", ["study_cancelling", "study_again", "study_removal"])
@pytest.mark.parametrize(("role", "status"), [("elected", 403), ("administrator", 403), ("reader", 403)])
def test_who_only_reads_changes_nothing(act, role, status):
    study = make_study()
    assert as_(role).post(reverse(f"workspace:{act}", args=[study.pk])).status_code == status
    assert RuleStudy.objects.filter(pk=study.pk, state="done").exists()


def test_an_empty_laboratory_says_what_it_is_for():
    assert "Aucune étude" in as_("elected").get(reverse("workspace:studies")).content.decode()


def test_a_study_of_another_day_is_computed_again_by_who_makes_them_and_told_to_who_reads():
    study = make_study()
    here = reverse("workspace:study", args=[study.pk])
    maker = as_("coordinator")
    assert "Recalculer" not in maker.get(here).content.decode()
    assert "À jour" in as_("elected").get(here).content.decode()
    RuleStudy.objects.update(document=study.document.replace("preau-study-2", "preau-study-1"))
    page = as_("administrator").get(here).content.decode()
    assert "ce qui avait été trouvé alors" in page and "Recalculer" not in page
    assert "Recalculer" in maker.get(here).content.decode()
    assert maker.post(reverse("workspace:study_again", args=[study.pk])).status_code == 302
    study.refresh_from_db()
    assert "Recalculer" not in maker.get(here).content.decode() and "preau-study-2" in study.document


def test_what_was_found_stays_until_something_else_is():
    study, maker = make_study(), as_("coordinator")
    here = reverse("workspace:study", args=[study.pk])
    RuleStudy.objects.update(state="running", progress=40, beat_at=timezone.now())
    page = maker.get(here).content.decode()
    assert "<progress" in page and "reste gardé jusqu’à la fin" in page and "Qui gagne" not in page
    assert maker.get(reverse("workspace:study_sheet", args=[study.pk])).status_code == 404
    maker.post(reverse("workspace:study_cancelling", args=[study.pk]))
    page = maker.get(here).content.decode()
    assert "avait été trouvé avant" in page and "Qui gagne" in page
    assert maker.get(reverse("workspace:study_table", args=[study.pk])).status_code == 200
