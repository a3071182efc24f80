"""Sheets are opened, listed and written on the screen: nothing typed is lost, nobody is overwritten."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from preau.people.accounts.hand import Hand
from preau.plan.sheets.models import ActionSheet
from preau.plan.sheets.writing import edit_sheet
from tests.cast import make_organisation
from tests.cast.sheets import agree, fresh, make_pool, make_sheet, the_co_owner, the_owner
from tests.conftest import NOW
from tests.surfaces.workspace.conftest import queries_of

pytestmark = pytest.mark.django_db
IDEA = {"title": "Un autre titre", "summary": "", "description": "", "means": "", "themes": ["sport"]}


def section(sheet, name):
    return f"/atelier/fiches/{sheet.pk}/sections/{name}/"


def test_contributor_opens_a_sheet_from_an_objective(owner, plan):
    assert "Créer une fiche" in owner.get("/atelier/projet/a1-g1-o2/").content.decode()
    form = owner.get("/atelier/fiches/nouvelle/?objectif=a1-g1-o2").content.decode()
    assert "Ouvrir les bassins aux centres de loisirs" in form
    assert "Conseil municipal" not in form
    data = {"title": "Nager tôt", "owner": the_owner().pk, "school_year": 2026, "objectif": "a1-g1-o2"}
    owner.post("/atelier/fiches/nouvelle/", data)
    sheet = ActionSheet.objects.get()
    assert (sheet.code, sheet.state, [item.code for item in sheet.objectives.all()]) == (
        "F2026-1",
        "draft",
        ["A1.G1.O2"],
    )


def test_contributor_opens_no_sheet_in_the_name_of_others(owner, plan):
    data = {"title": "Nager tôt", "owner": make_organisation("Cuisine centrale").pk, "school_year": 2026}
    answer = owner.post("/atelier/fiches/nouvelle/", data)
    assert answer.status_code == 422
    assert "Nager tôt" in answer.content.decode()
    assert not ActionSheet.objects.exists()


@pytest.mark.parametrize("name", ["idee", "porteurs", "objectifs", "public", "calendrier"])
def test_each_section_opens_with_what_the_sheet_says(owner, name):
    sheet = make_sheet()
    page = owner.get(section(sheet, name)).content.decode()
    assert f'name="seen_version" value="{sheet.version}"' in page


@pytest.mark.parametrize(
    ("name", "data", "fact", "value"),
    [
        ("idee", IDEA, "title", "Un autre titre"),
        ("public", {"audiences": ["families"], "age_from": "3", "age_to": "6"}, "audiences", ["families"]),
        (
            "calendrier",
            {"starts_on": "2027-02-01", "ends_on": "2027-02-28", "bands": ["evening", "lunch"]},
            "bands",
            ["evening", "lunch"],
        ),
    ],
)
def test_owner_writes_a_section(owner, name, data, fact, value):
    sheet = make_sheet()
    answer = owner.post(section(sheet, name), {**data, "seen_version": sheet.version})
    assert answer.status_code == 302, answer.content.decode()
    assert getattr(fresh(sheet), fact) == value


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("idee", {**IDEA, "title": ""}, "Donnez un intitulé"),
        ("public", {"age_from": "9", "age_to": "6"}, "plus petit que le premier"),
        ("calendrier", {"starts_on": "2027-03-01", "ends_on": "2027-02-01"}, "La fin vient avant le début"),
        ("porteurs", {"owner": "", "co_owner": ""}, "Dites quelle organisation"),
    ],
)
def test_a_wrong_section_is_shown_again_with_its_sentence(owner, name, data, said):
    sheet = make_sheet()
    answer = owner.post(section(sheet, name), {**data, "seen_version": sheet.version})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert fresh(sheet).version == sheet.version


def test_second_of_two_people_sees_both_texts_and_loses_nothing(owner):
    sheet = make_sheet()
    edit_sheet(sheet, {"title": "Écrit entre-temps"}, seen_version=sheet.version, hand=Hand(None, NOW))
    data = {**IDEA, "title": "Mon titre", "seen_version": sheet.version}
    answer = owner.post(section(sheet, "idee"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Écrit entre-temps" in page
    assert 'value="Mon titre"' in page
    owner.post(section(sheet, "idee"), {**data, "seen_version": fresh(sheet).version})
    assert fresh(sheet).title == "Mon titre"


def test_a_change_of_substance_says_whose_agreement_it_undid(owner):
    sheet = make_sheet("proposed")
    agree(sheet, the_co_owner())
    assert "les validations seront à redonner" in owner.get(section(sheet, "public")).content.decode()
    data = {"audiences": ["families"], "seen_version": fresh(sheet).version}
    page = owner.post(section(sheet, "public"), data, follow=True).content.decode()
    assert "la validation de École du Lavoir est à redonner" in page
    assert fresh(sheet).state == "proposed"


def test_a_proposed_sheet_refuses_to_lose_its_objective_with_what_was_typed_kept(owner):
    sheet = make_sheet("proposed")
    answer = owner.post(section(sheet, "objectifs"), {"seen_version": sheet.version})
    assert answer.status_code == 422
    assert "Rattachez la fiche à un objectif" in answer.content.decode()
    assert fresh(sheet).objectives.count() == 1


def test_an_action_under_way_says_what_no_longer_changes(owner):
    sheet = make_sheet("running")
    closed = owner.get(section(sheet, "idee"))
    assert closed.status_code == 422
    assert "cette partie de la fiche ne change plus" in closed.content.decode()
    data = {"starts_on": "2027-01-11", "ends_on": "2027-04-30", "bands": ["school"], "sites": [make_pool().pk]}
    owner.post(section(sheet, "calendrier"), {**data, "seen_version": sheet.version})
    assert (fresh(sheet).ends_on, fresh(sheet).state) == (date(2027, 4, 30), "running")


LINES = [
    ("partenaires", {"name": "Maîtres-nageurs réunis", "role": "leads", "task": "Une séance sur deux"}, "partners"),
    ("etapes", {"name": "Réserver le car", "due_on": "2026-12-04"}, "milestones"),
    ("budget", {"kind": "income", "label": "Transport", "planned": "1 200,50", "funder_name": "Fondation"}, "budget"),
    ("applications", {"name": "Carnet", "purpose": "Photos", "personal_data": "photos"}, "apps"),
]


@pytest.mark.parametrize(("noun", "data", "rows"), LINES)
def test_owner_adds_changes_and_takes_out_a_line(owner, noun, data, rows):
    sheet = make_sheet()
    first = f"/atelier/fiches/{sheet.pk}/{noun}/ajout/"
    assert owner.get(first).status_code == 200
    answer = owner.post(first, data)
    assert answer.status_code == 302, answer.content.decode()
    line = getattr(sheet, rows).get()
    page = owner.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    assert str(data.get("name") or data["label"]) in page
    there = f"/atelier/fiches/{sheet.pk}/{noun}/{line.pk}/"
    assert owner.get(there).status_code == 200
    changed = {key: f"{value} bis" if key in ("name", "label") else value for key, value in data.items()}
    assert owner.post(there, changed).status_code == 302
    assert "bis" in str(getattr(sheet, rows).get())
    assert owner.post(f"{there}retrait/").status_code == 302
    assert not getattr(sheet, rows).exists()
    assert owner.post(f"{there}retrait/").status_code == 404
    assert [event.kind for event in sheet.events.all()] == ["edited"] * 3 + ["created"]


@pytest.mark.parametrize(
    ("noun", "data", "said"),
    [
        ("partenaires", {"role": "leads"}, "Choisissez une organisation, ou écrivez un nom."),
        ("etapes", {"name": "Réserver le car"}, "Donnez une date"),
        ("budget", {"kind": "income", "label": "Car", "planned": "12"}, "Dites qui apporte cette recette."),
        ("budget", {"kind": "expense", "label": "Car", "planned": "beaucoup"}, "Écrivez un montant"),
        ("budget", {"kind": "expense", "label": "Car", "planned": "-5"}, "supérieure ou égale à 0"),
        ("budget", {"kind": "expense", "label": "Car", "planned": "5", "granted": "2"}, "ni financeur"),
        ("applications", {"name": "Carnet"}, "Dites à quoi elle sert."),
    ],
)
def test_a_wrong_line_is_shown_again_with_its_sentence(owner, noun, data, said):
    sheet = make_sheet()
    answer = owner.post(f"/atelier/fiches/{sheet.pk}/{noun}/ajout/", data)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_the_same_application_twice_is_said(owner):
    sheet = make_sheet()
    data = LINES[-1][1]
    owner.post(f"/atelier/fiches/{sheet.pk}/applications/ajout/", data)
    answer = owner.post(f"/atelier/fiches/{sheet.pk}/applications/ajout/", data)
    assert answer.status_code == 422
    assert "déjà sur la fiche" in answer.content.decode()


def test_a_milestone_is_ticked_and_unticked(owner):
    sheet = make_sheet("scheduled")
    line = sheet.milestones.create(name="Réserver le car", due_on=date(2026, 12, 4))
    there = f"/atelier/fiches/{sheet.pk}/etapes/{line.pk}/avancement/"
    owner.post(there, {"etat": "faite"})
    assert fresh(line).done_by == owner.person
    owner.post(there, {"etat": "a-faire"})
    assert fresh(line).done_at is None


def test_data_officer_says_why_and_nobody_else_speaks(owner, log_in):
    sheet = make_sheet("proposed")
    app = sheet.apps.create(name="Carnet", purpose="Photos")
    there = f"/atelier/fiches/{sheet.pk}/applications/{app.pk}/avis/"
    assert owner.get(there).status_code == 403
    assert "Seule la personne déléguée" in owner.post(there, {"opinion": "favourable"}).content.decode()
    officer = log_in("data_officer")
    assert "Donner mon avis" in officer.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    silent = officer.post(there, {"opinion": "unfavourable"})
    assert silent.status_code == 422
    officer.post(there, {"opinion": "with_reservations", "reason": "Sans photo de visage."})
    assert fresh(app).opinion == "with_reservations"
    assert "Sans photo de visage." in officer.get(f"/atelier/fiches/{sheet.pk}/").content.decode()


def test_documents_are_checked_kept_and_served_to_who_may_read(owner, log_in, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "files": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    sheet = make_sheet()
    there = f"/atelier/fiches/{sheet.pk}/documents/"
    lying = owner.post(there, {"file": SimpleUploadedFile("plan.pdf", b"MZ not a pdf"), "label": "Le plan"})
    assert lying.status_code == 422
    assert 'value="Le plan"' in lying.content.decode()
    owner.post(there, {"file": SimpleUploadedFile("plan.pdf", b"%PDF-1.7 plan"), "label": "Plan du bassin"})
    document = sheet.documents.get()
    got = owner.get(f"{there}{document.pk}/")
    assert b"".join(got.streaming_content) == b"%PDF-1.7 plan"
    assert log_in("reader").get(f"{there}{document.pk}/").status_code == 404


def test_those_who_carry_talk_and_name_each_other(as_co_owner, owner):
    sheet = make_sheet("proposed")
    awa = owner.person
    school = as_co_owner()
    empty = school.post(f"/atelier/fiches/{sheet.pk}/commentaires/", {"text": ""})
    assert empty.status_code == 422
    school.post(f"/atelier/fiches/{sheet.pk}/commentaires/", {"text": "Et le lundi, @Awa Diarra ?"})
    page = school.get(f"/atelier/fiches/{sheet.pk}/").content.decode()
    assert "Et le lundi, @Awa Diarra" in page
    assert awa.notices.filter(kind="mentioned").count() == 1


def test_filters_show_what_they_say(coordinator, plan):
    a = make_sheet("scheduled", title="Fiche une", themes=["sport"])
    b = make_sheet(
        "running", title="Fiche deux", themes=["digital"], ends_on=date(2026, 10, 1), starts_on=date(2026, 9, 7)
    )
    c = make_sheet("draft", title="Fiche trois", objectives=[plan.items.get(code="A2.G1.O1")], school_year=2027)
    every = {"Fiche une", "Fiche deux", "Fiche trois"}
    for query, shown in {
        "": every,
        "?etat=programmees": {a.title},
        "?etat=en-retard": {b.title},
        "?etat=brouillons": {c.title},
        "?theme=digital": {b.title},
        "?axe=2": {c.title},
        "?objectif=a1-g1-o2": {a.title, b.title},
        "?annee=2027": {c.title},
        f"?organisation={the_co_owner().pk}": every,
        "?etat=nimporte&axe=x&annee=²": every,
        "?theme=sport&axe=2": set(),
    }.items():
        page = coordinator.get("/atelier/fiches/" + query).content.decode()
        assert {title for title in every if title in page} == shown, query


def test_five_hundred_sheets_come_in_pages_with_the_same_queries(coordinator, plan):
    sheet = make_sheet("scheduled")
    few = queries_of(coordinator, "/atelier/fiches/")
    ActionSheet.objects.bulk_create(
        ActionSheet(
            plan=plan, school_year=2026, number=number, title=f"Action {number}", owner=the_owner(), created_at=NOW
        )
        for number in range(2, 502)
    )
    assert queries_of(coordinator, "/atelier/fiches/") == few <= 20
    page = coordinator.get("/atelier/fiches/?page=3").content.decode()
    assert page.count('class="sheet-row"') == 25
    assert "page 3 sur 21" in page
    assert sheet.title not in page


def test_a_page_of_a_sheet_costs_the_same_queries_whatever_it_holds(coordinator, plan):
    sheet = make_sheet("scheduled")
    sheet.milestones.create(name="Étape", due_on=date(2026, 12, 4))
    few = queries_of(coordinator, f"/atelier/fiches/{sheet.pk}/")
    for number in range(30):
        sheet.milestones.create(name=f"Étape {number}", due_on=date(2026, 12, 4))
        sheet.partners.create(organisation=the_owner(), role="leads")
        sheet.budget.create(kind="income", label="x", planned=5, funder=the_owner())
    assert queries_of(coordinator, f"/atelier/fiches/{sheet.pk}/") == few


def test_the_table_holds_what_the_list_shows_and_runs_no_formula(coordinator, plan):
    make_sheet("scheduled", title="=HYPERLINK(1)")
    make_sheet("draft", title="Un brouillon")
    table = coordinator.get("/atelier/fiches/tableau.csv?etat=programmees").content.decode("utf-8-sig")
    lines = table.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Repère;Intitulé;État")
    assert "'=HYPERLINK(1)" in lines[1]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_the_pdf_of_a_sheet_is_tagged_and_reads_in_order(coordinator, plan):
    sheet = make_sheet("reviewed", summary="Se laver de la peur de l’eau", description="*Jeux* #dans le petit bain")
    sheet.budget.create(kind="expense", label="Car", planned=810)
    pdf = coordinator.get(f"/atelier/fiches/{sheet.pk}/fiche.pdf").content
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  a boolean of the file
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    order = [
        text.find(words)
        for words in ("Apprivoiser l’eau", "Se laver", "Repères", "*Jeux* #dans", "A1.G1.O2", "Budget", "Bilan")
    ]
    assert -1 not in order
    assert order == sorted(order)


def test_an_objective_shows_the_sheets_that_serve_it(coordinator, log_in, plan):
    make_sheet("scheduled", title="Fiche programmée")
    make_sheet("draft", title="Fiche brouillon")
    page = coordinator.get("/atelier/projet/a1-g1-o2/").content.decode()
    assert "Fiche programmée" in page
    assert "Fiche brouillon" in page
    page = log_in("reader").get("/atelier/projet/a1-g1-o2/").content.decode()
    assert "Fiche programmée" in page
    assert "Fiche brouillon" not in page
