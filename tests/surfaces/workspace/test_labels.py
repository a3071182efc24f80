"""Labels on the screen: what the school does itself, what the town may bring, what nobody loses."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from preau.people.organisations.enums import OrganisationKind
from preau.plan.labels.filing import open_file
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.plan.labels.proving import add_proof, check
from preau.plan.labels.schemes import install_catalogue
from tests.cast import make_commune, make_organisation, make_person
from tests.cast.sheets import make_sheet
from tests.surfaces.workspace.conftest import queries_of

LIST = "/atelier/labels/"
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def school(db, now):
    install_catalogue(make_commune(), hand=Hand(None, now))
    return make_organisation("École des Tilleuls", OrganisationKind.SCHOOL)


@pytest.fixture
def file(school, now):
    return open_file(LabelScheme.objects.get(key="e3d"), school, hand=Hand(None, now), level=1)


@pytest.fixture
def head(client, file):
    client.person = make_person("contributor", name="Claire Aubin", organisation=file.applicant)
    client.force_login(client.person)
    return client


@pytest.fixture
def prove(now):
    def proving(file):
        for criterion in file.version.criteria.filter(is_compulsory=True):
            add_proof(file, criterion, sentence="Fait en classe.", upload=None, hand=Hand(None, now))
            check(file, criterion, hand=Hand(None, now))

    return proving


def page(file):
    return f"{LIST}{file.pk}/"


def test_an_empty_list_teaches(log_in, school):
    told = log_in("reader").get(LIST).content.decode()
    assert "Aucun label pour l’instant" in told and "Le premier dossier apparaîtra ici" in told
    assert "Préparer un label" not in told


def test_head_opens_a_file_and_is_shown_the_one_that_exists(school, client):
    client.force_login(make_person("contributor", name="Claire Aubin", organisation=school))
    assert "Choisissez" not in client.get(f"{LIST}nouveau/").content.decode()
    assert 'name="level"' in client.get(f"{LIST}nouveau/?label=e3d").content.decode()
    sent = {"label": "e3d", "applicant": school.pk, "level": "2", "contact": "Claire Aubin"}
    answer = client.post(f"{LIST}nouveau/", sent)
    file = LabelFile.objects.get()
    assert (answer["Location"], file.level) == (page(file), "approfondissement")
    assert "existe déjà" in client.post(f"{LIST}nouveau/", sent, follow=True).content.decode()


def test_the_town_does_not_apply_in_a_schools_place(coordinator, school):
    told = coordinator.get(f"{LIST}nouveau/?label=e3d").content.decode()
    assert "la ville ne peut pas le faire à sa place" in told and "<form class" not in told
    answer = coordinator.post(f"{LIST}nouveau/", {"label": "e3d", "applicant": school.pk})
    assert answer.status_code == 422
    assert "vous ne pouvez pas le faire pour elle" in answer.content.decode() or not LabelFile.objects.exists()
    assert not LabelFile.objects.exists()


def test_coordinator_brings_a_proof_to_a_school_and_takes_none_of_its_steps(coordinator, file):
    told = coordinator.get(page(file)).content.decode()
    assert "Ajouter une preuve" in told and "Ces preuves suffisent" not in told and "Abandonner" not in told
    answer = coordinator.post(f"{page(file)}criteres/5/preuves/", {"sentence": "Le jardinier vient chaque mois."})
    assert answer.status_code == 302 and file.proofs.count() == 1
    for step in ("submit", "abandon"):
        assert coordinator.get(f"{page(file)}etapes/{step}/").status_code == 403
        assert coordinator.post(f"{page(file)}etapes/{step}/", {"reason": "Non."}).status_code == 403
    assert coordinator.post(f"{page(file)}criteres/5/verification/", {"met": "1"}).status_code == 403
    assert coordinator.get(f"{page(file)}modifier/").status_code == 403


@pytest.mark.parametrize("part", ["reader", "elected", "administrator", "data_officer", "contributor"])
def test_others_read_and_change_nothing(log_in, file, part):
    client = log_in(part)
    told = client.get(page(file)).content.decode()
    assert "Ajouter une preuve" not in told
    for path in ("criteres/1/preuves/", "criteres/1/verification/", "jalons/", "etapes/submit/"):
        assert client.post(page(file) + path, {"sentence": "Moi aussi."}).status_code == 403, path


def test_criterion_is_proven_by_a_document_that_only_some_may_read(head, file, client):
    sent = {"sentence": "", "document": SimpleUploadedFile("compte-rendu.pdf", PDF)}
    assert head.post(f"{page(file)}criteres/1/preuves/", sent).status_code == 302
    proof = file.proofs.get()
    address = f"{page(file)}preuves/{proof.pk}/document/"
    answer = head.get(address)
    assert b"".join(answer.streaming_content) == PDF
    assert answer.headers["Content-Disposition"] == 'attachment; filename="compte-rendu.pdf"'
    head.post(f"{page(file)}criteres/1/verification/", {"met": "1"})
    assert "5 critères obligatoires sur 6 restent à prouver" in head.get(page(file)).content.decode()
    client.force_login(make_person("reader"))
    assert client.get(address).status_code == 403
    assert "compte-rendu.pdf" not in client.get(page(file)).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"sentence": ""}, "Écrivez une phrase, joignez un document ou choisissez une action."),
        ({"sentence": "x" * 501}, "500"),
        ({"sentence": "Voici.", "document": ("preuve.pdf", b"MZ\x90\x00")}, "Ce type de fichier n’est pas accepté"),
        ({"sentence": "Voici.", "document": ("preuve.pdf", b"")}, "Ce fichier est vide"),
        ({"sentence": "Voici.", "document": ("preuve.exe", PDF)}, "trompeur"),
    ],
)
def test_a_proof_that_is_refused_keeps_what_was_typed(head, file, sent, said):
    if "document" in sent:
        sent = {**sent, "document": SimpleUploadedFile(*sent["document"])}
    answer = head.post(f"{page(file)}criteres/2/preuves/", sent)
    told = answer.content.decode()
    assert answer.status_code == 422 and said in told
    assert sent["sentence"][:400] in told
    assert not file.proofs.exists() and not StoredFile.objects.exists()


def test_an_action_that_the_school_carries_proves_a_criterion(head, file):
    mine = make_sheet("running", co_owner=file.applicant)
    other = make_sheet("running")
    address = f"{page(file)}criteres/3/preuves/"
    assert mine.title in head.get(f"{page(file)}?critere=3").content.decode()
    assert head.post(address, {"sentence": "", "sheet": other.pk}).status_code == 422
    assert head.post(address, {"sentence": "", "sheet": mine.pk}).status_code == 302
    assert f'href="/atelier/fiches/{mine.pk}/"' in head.get(page(file)).content.decode()


def test_removing_the_last_proof_reopens_the_criterion(head, file, prove):
    prove(file)
    proof = file.proofs.filter(criterion__number=3).get()
    head.post(f"{page(file)}preuves/{proof.pk}/retrait/")
    assert "1 critère obligatoire sur 6 reste à prouver" in head.get(page(file)).content.decode()


def test_a_file_is_not_submitted_before_its_time(head, file):
    told = head.get(f"{page(file)}etapes/submit/").content.decode()
    assert "6 critères obligatoires restent à prouver" in told
    answer = head.post(f"{page(file)}etapes/submit/", {"reason": ""})
    assert answer.status_code == 422 and "Il reste des critères" in answer.content.decode()


def test_a_file_lives_until_it_is_held(head, file, prove):
    prove(file)
    assert "Dire que le dossier est déposé" in head.get(page(file)).content.decode()
    head.post(f"{page(file)}etapes/submit/", {"reason": "Envoyé par courriel."})
    wrong = head.post(
        f"{page(file)}etapes/grant/", {"obtained_on": "2026-11-30", "expires_on": "2027-01-01", "level": "1"}
    )
    assert wrong.status_code == 422 and "une décision passée" in wrong.content.decode()
    assert 'value="2027-01-01"' in wrong.content.decode()
    head.post(f"{page(file)}etapes/grant/", {"obtained_on": "2026-11-20", "expires_on": "", "level": "1"})
    told = head.get(page(file)).content.decode()
    assert "Obtenu au niveau « engagement », valable jusqu’au 20 novembre 2031." in told
    assert "1 label est en vigueur" in head.get(LIST).content.decode()


def test_a_step_that_no_longer_starts_from_here_says_so(head, file, prove):
    prove(file)
    head.post(f"{page(file)}etapes/submit/", {"reason": ""})
    assert "a changé d’état" in head.post(f"{page(file)}etapes/submit/", {"reason": ""}, follow=True).content.decode()
    late = head.post(f"{page(file)}criteres/1/preuves/", {"sentence": "Encore."}, follow=True).content.decode()
    assert "n’est plus en préparation" in late


def test_an_ending_says_why(head, file):
    answer = head.post(f"{page(file)}etapes/abandon/", {"reason": ""})
    assert answer.status_code == 422 and "Dites pourquoi" in answer.content.decode()
    head.post(f"{page(file)}etapes/abandon/", {"reason": "L’équipe change."})
    assert "L’équipe change." in head.get(page(file)).content.decode()


def test_nobody_ends_a_label_by_hand(head, file):
    assert head.post(f"{page(file)}etapes/expire/", {"reason": "Fini."}).status_code == 403
    assert head.get(f"{page(file)}etapes/danser/").status_code == 404


def test_milestones_are_added_done_and_kept_when_wrong(head, file):
    wrong = head.post(f"{page(file)}jalons/", {"name": "Remplir la grille", "due_on": "demain"})
    assert wrong.status_code == 422 and 'value="Remplir la grille"' in wrong.content.decode()
    head.post(f"{page(file)}jalons/", {"name": "Remplir la grille", "due_on": "2026-11-01"})
    assert "en retard" in head.get(page(file)).content.decode()
    address = f"{page(file)}jalons/{file.milestones.get().pk}/"
    for act, said in (("done", "Pas fini"), ("again", "C’est fait"), ("remove", "Aucune date")):
        head.post(address, {"act": act})
        assert said in head.get(page(file)).content.decode()
    assert head.post(address, {"act": "done"}).status_code == 404


def test_objectives_are_chosen_in_the_plan(head, file, plan):
    chosen = plan.items.get(code="A2.G1.O1")
    told = head.get(f"{page(file)}modifier/").content.decode()
    assert chosen.text in told
    head.post(f"{page(file)}modifier/", {"contact": "Claire", "level": "3", "objectives": [chosen.pk]})
    assert chosen.text in head.get(page(file)).content.decode()
    wrong = head.post(f"{page(file)}modifier/", {"contact": "Bob", "level": "", "objectives": ["99999"]})
    assert wrong.status_code == 422 and 'value="Bob"' in wrong.content.decode()


RULES = {
    "valid_from": "2027-09-01",
    "levels": "un\ndeux",
    "term_months": "36",
    "notice_months": "6",
    "compulsory": "Un conseil.\n\nUn jardin.",
    "optional": "",
    "source": "Lettre du rectorat",
}


def test_coordination_dates_new_rules_and_declares_labels(coordinator, school):
    address = f"{LIST}regles/e3d/changement/"
    wrong = coordinator.post(address, {**RULES, "term_months": "6"})
    assert wrong.status_code == 422 and "choisissez moins de mois" in wrong.content.decode()
    assert coordinator.post(address, RULES).status_code == 302
    again = coordinator.post(address, RULES)
    assert again.status_code == 422 and "ce jour-là" in again.content.decode()
    told = coordinator.get(f"{LIST}regles/e3d/").content.decode()
    assert "Règles depuis le 1er septembre 2027" in told and "Un jardin." in told
    new = {**RULES, "name": "Nouveau", "given_by": "le département", "applicant": "town", "summary": ""}
    assert coordinator.post(f"{LIST}connus/nouveau/", new)["Location"] == f"{LIST}regles/nouveau/"
    assert coordinator.get(f"{LIST}regles/nouveau/").status_code == 200
    assert coordinator.post(f"{LIST}connus/nouveau/", new).status_code == 422


def test_catalogue_is_loaded_in_one_gesture(coordinator, db):
    make_commune()
    told = coordinator.post(f"{LIST}connus/chargement/", follow=True).content.decode()
    assert "6 labels sont ajoutés" in told
    assert "contient déjà" in coordinator.post(f"{LIST}connus/chargement/", follow=True).content.decode()


@pytest.mark.parametrize("part", ["reader", "elected", "administrator", "data_officer", "contributor"])
def test_only_the_coordination_changes_the_list(log_in, school, part):
    client = log_in(part)
    assert client.get(f"{LIST}regles/e3d/").status_code == 200
    for path in ("connus/chargement/", "connus/nouveau/", "regles/e3d/changement/"):
        assert client.post(LIST + path, RULES).status_code == 403, path


def test_pages_cost_the_same_queries_whatever_their_size(head, file, now):
    few = queries_of(head, LIST), queries_of(head, page(file))
    for number in range(60):
        other = make_organisation(f"École numéro {number}", OrganisationKind.SCHOOL)
        open_file(file.scheme, other, hand=Hand(None, now))
    for criterion in file.version.criteria.all():
        for number in range(5):
            add_proof(file, criterion, sentence=f"Preuve {number}", upload=None, hand=Hand(None, now))
        file.milestones.create(name="Un jalon", due_on=date(2027, 1, 1))
    assert (queries_of(head, LIST), queries_of(head, page(file))) == few
    assert "page 1 sur 2" in head.get(LIST).content.decode()


def test_a_foreign_proof_is_not_found_through_ones_own_file(head, file, now):
    other = open_file(file.scheme, make_organisation("École B", OrganisationKind.SCHOOL), hand=Hand(None, now))
    proof = add_proof(other, other.version.criteria.first(), sentence="À eux.", upload=None, hand=Hand(None, now))
    assert head.post(f"{page(file)}preuves/{proof.pk}/retrait/").status_code == 404
    assert head.get(f"{page(file)}preuves/{proof.pk}/document/").status_code == 404
    assert head.post(f"{page(file)}criteres/99/preuves/", {"sentence": "?"}).status_code == 404
