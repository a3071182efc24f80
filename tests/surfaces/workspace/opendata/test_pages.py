"""An agent takes in official files on the screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from preau.people.accounts.hand import Hand
from preau.people.files.storage import files_storage
from preau.surfaces.workspace.opendata import work
from preau.town.calendar.models import BankHoliday
from preau.town.opendata.desk import abandon, confirm, forget
from preau.town.opendata.errors import ImportMoved
from preau.town.opendata.models import ImportChange, ImportRefusal, ImportRun
from tests.cast import make_commune, make_person
from tests.cast.opendata import CORRECTED, HOLIDAYS, make_import_run, make_previewed_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def agent(client: Client) -> Client:
    make_commune()
    client.force_login(make_person("agent"))
    return client


def address(name: str, *args: object) -> str:
    return reverse(f"workspace:{name}", args=args)


def send(client: Client, text: str | bytes, kind: str = "bank-holidays", name: str = "feries.csv", **more: str):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(
        address("opendata_kind", kind), {"document": SimpleUploadedFile(name, data), **more}, follow=True
    )


@pytest.fixture(autouse=True)
def no_upload_of_another_test() -> None:
    for name in uploads():
        files_storage().delete(f"imports/{name}")


def uploads() -> list[str]:
    try:
        return files_storage().listdir("imports")[1]
    except FileNotFoundError:
        return []


def test_an_agent_sees_what_would_change_before_anything_does(agent: Client) -> None:
    make_import_run()
    answer = send(agent, CORRECTED)
    page = answer.content.decode()
    assert "Ce fichier changerait 3 fiches" in page
    assert "<del>Noël</del>" in page
    assert "<ins>Fête de Noël</ins>" in page
    assert "Fête du Travail" in page
    assert "2027-02-31" in page
    assert BankHoliday.objects.get(official_id="2026-12-25").name == "Noël"
    assert len(uploads()) == 1


def test_an_agent_confirms_and_the_file_is_deleted(agent: Client, django_capture_on_commit_callbacks) -> None:
    run = make_previewed_run()
    with django_capture_on_commit_callbacks(execute=True):
        answer = agent.post(address("opendata_confirmation", run.pk), follow=True)
    assert "Import terminé : 3 ajoutées" in answer.content.decode()
    run.refresh_from_db()
    assert (run.state, run.upload, run.by) == ("done", "", answer.wsgi_request.user)
    assert BankHoliday.objects.count() == 3
    assert uploads() == []


def test_an_agent_who_abandons_changes_nothing(agent: Client, django_capture_on_commit_callbacks) -> None:
    run = make_previewed_run()
    with django_capture_on_commit_callbacks(execute=True):
        answer = agent.post(address("opendata_abandon", run.pk), follow=True)
    assert "rien n’a été changé" in answer.content.decode()
    assert uploads() == []
    assert not BankHoliday.objects.exists()


def test_a_confirmation_sent_twice_imports_once(agent: Client) -> None:
    run = make_previewed_run()
    agent.post(address("opendata_confirmation", run.pk))
    answer = agent.post(address("opendata_confirmation", run.pk), follow=True)
    assert "entre-temps" in answer.content.decode()
    assert ImportRun.objects.done().count() == 1
    assert "entre-temps" in agent.post(address("opendata_abandon", run.pk), follow=True).content.decode()


def test_a_file_that_would_empty_the_town_asks_for_a_tick(agent: Client) -> None:
    many = "date,nom\n" + "".join(f"2027-01-{day:02},Jour {day}\n" for day in range(1, 11))
    make_import_run(many)
    run = make_previewed_run("date,nom\n2027-01-01,Jour 1\n")
    assert "disparaître 9 des 10" in agent.get(address("opendata_run", run.pk)).content.decode()
    refused = agent.post(address("opendata_confirmation", run.pk))
    assert refused.status_code == 422
    assert "Cochez cette case" in refused.content.decode()
    agent.post(address("opendata_confirmation", run.pk), {"accept_gone": "on"})
    assert BankHoliday.objects.filter(gone_on__isnull=False).count() == 9


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide"),
        (b"%PDF-1.7 \n", "Ce fichier est un PDF"),
        (b"ville;maire\nClairval;Une personne\n", "jours fériés"),
        (b"date,nom\n", "aucune ligne ne la suit"),
    ],
)
def test_a_file_that_can_t_be_imported_says_why_and_is_not_kept(
    agent: Client, data: bytes, sentence: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(agent, data)
    page = answer.content.decode()
    assert sentence in page
    assert "Envoyer un autre fichier" in page
    assert uploads() == []


def test_sending_nothing_is_told_at_the_field(agent: Client) -> None:
    answer = agent.post(address("opendata_kind", "bank-holidays"), {})
    assert answer.status_code == 422
    assert "Choisissez un fichier" in answer.content.decode()


def test_a_file_too_heavy_is_told_at_the_field(agent: Client, settings) -> None:
    settings.UPLOAD_LIMIT = 10
    assert send(agent, HOLIDAYS).status_code == 422


def test_only_the_lines_of_the_town_are_offered_where_lines_tell_it(agent: Client) -> None:
    assert "only_ours" in agent.get(address("opendata_kind", "schools")).content.decode()
    assert "only_ours" not in agent.get(address("opendata_kind", "bank-holidays")).content.decode()
    header = "Identifiant_de_l_etablissement;Nom_etablissement;Code_commune\n"
    lines = "0929991A;École des Tilleuls;99998\n0929992B;École d’à côté;99997\n"
    page = send(agent, header + lines, "schools", only_ours="on").content.decode()
    assert "Ce fichier changerait 1 fiche" in page
    assert "hors de la ville" in page


def test_an_agent_undoes_an_import_after_reading_what_it_means(agent: Client) -> None:
    run = make_import_run()
    page = agent.get(address("opendata_undoing", run.pk)).content.decode()
    assert "3 fiches ajoutées seront retirées" in page
    answer = agent.post(address("opendata_undoing", run.pk), follow=True)
    assert "comme avant" in answer.content.decode()
    assert not BankHoliday.objects.exists()
    again = agent.post(address("opendata_undoing", run.pk), follow=True)
    assert "Cet import n’est pas de ceux qui s’annulent" in again.content.decode()


def test_a_later_import_is_shown_as_the_one_to_undo_first(agent: Client) -> None:
    first = make_import_run()
    second = make_import_run(CORRECTED, at=first.started_at + timedelta(days=1))
    page = agent.get(address("opendata_run", first.pk)).content.decode()
    assert "doit être annulé d’abord" in page
    assert address("opendata_run", second.pk) in page
    assert agent.get(address("opendata_undoing", first.pk)).status_code == 302


def test_the_refused_lines_leave_as_a_table_that_runs_nothing(agent: Client) -> None:
    run = make_import_run()
    ImportRefusal.objects.create(run=run, line=9, column="nom", value="=1+1", reason="Essai")
    answer = agent.get(address("opendata_refused_lines", run.pk))
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0] == "ligne;colonne;valeur;raison"
    assert "5;date;2027-02-31;" in text
    assert ";=1+1;" not in text


def test_a_large_file_is_read_in_the_background(agent: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "SMALL", 10)
    called: list[int] = []
    monkeypatch.setattr(work, "look_at", type("Later", (), {"enqueue": staticmethod(called.append)}))
    answer = send(agent, HOLIDAYS)
    run = ImportRun.objects.get()
    assert called == [run.pk]
    page = answer.content.decode()
    assert "Lecture du fichier" in page
    assert "<progress" in page
    assert "Actualiser" in page


def test_the_background_work_ends_where_the_person_can_answer(agent: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "SMALL", 10)
    send(agent, HOLIDAYS)
    run = ImportRun.objects.get()
    assert (run.state, run.progress) == ("previewed", 100)
    agent.post(address("opendata_confirmation", run.pk))
    run.refresh_from_db()
    assert run.state == "done"


def test_a_page_that_looks_again_gets_the_progress_then_the_whole_page(agent: Client) -> None:
    run = make_previewed_run()
    ImportRun.objects.filter(pk=run.pk).update(state="received", progress=42, read=12)
    swap = agent.get(address("opendata_run", run.pk), headers={"HX-Request": "true"})
    text = swap.content.decode()
    assert ('value="42"' in text, "<h1" in text, "HX-Refresh" in swap.headers) == (True, False, False)
    fresh = agent.get(address("opendata_run", run.pk)).content.decode()
    assert text.strip() in fresh
    ImportRun.objects.filter(pk=run.pk).update(state="previewed")
    assert agent.get(address("opendata_run", run.pk), headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_an_import_cut_short_is_shown_so_and_may_be_started_again(agent: Client) -> None:
    run = make_previewed_run()
    ImportRun.objects.filter(pk=run.pk).update(state="running")
    page = agent.get(address("opendata_run", run.pk)).content.decode()
    assert "Recommencer l’import" in page
    agent.post(address("opendata_confirmation", run.pk))
    run.refresh_from_db()
    assert (run.state, BankHoliday.objects.count()) == ("done", 3)


def test_an_empty_shelf_teaches_where_to_begin(agent: Client) -> None:
    page = agent.get(address("opendata")).content.decode()
    assert "Par où commencer" in page
    assert "Annuaire de l’éducation" in page


def test_the_shelf_shows_what_is_known_and_the_last_import(agent: Client, django_assert_max_num_queries) -> None:
    make_import_run()
    with django_assert_max_num_queries(40):
        page = agent.get(address("opendata")).content.decode()
    assert "3 fiches connues, d’après 1 fichier officiel" in page
    assert "1 ligne refusée" in page


def test_an_unknown_kind_is_nowhere(agent: Client) -> None:
    assert agent.get(address("opendata_kind", "licornes")).status_code == 404


@pytest.mark.parametrize(
    "part", ["contributor", "elected", "reader", "data_officer", "provider", "teacher", "stranger"]
)
def test_others_may_not_even_know_of_an_import(client: Client, part: str) -> None:
    run = make_previewed_run()
    client.force_login(make_person(part))
    for name in ("opendata_confirmation", "opendata_abandon", "opendata_undoing"):
        assert client.post(address(name, run.pk)).status_code == 404
    assert client.get(address("opendata_run", run.pk)).status_code == 404
    assert send(client, HOLIDAYS).status_code == 403
    run.refresh_from_db()
    assert run.state == "previewed"


def test_a_file_that_nobody_answered_for_is_deleted_after_two_days(
    db: None, now, django_capture_on_commit_callbacks
) -> None:
    run = make_previewed_run(at=now - timedelta(days=3))
    with django_capture_on_commit_callbacks(execute=True):
        assert forget(now=now) == 1
    run.refresh_from_db()
    assert (run.state, run.upload, uploads()) == ("abandoned", "", [])


def test_files_that_no_import_names_are_swept_away(db: None, now) -> None:
    from django.core.files.base import ContentFile

    kept = make_previewed_run(at=now)
    files_storage().save("imports/orphan", ContentFile(b"x"))
    forget(now=now)
    assert uploads() == [kept.upload.removeprefix("imports/")]


def test_after_a_year_an_import_can_no_longer_be_undone_nor_its_lines_read(db: None, now) -> None:
    old = make_import_run(at=now - timedelta(days=400))
    recent = make_import_run(CORRECTED, at=now - timedelta(days=1))
    forget(now=now)
    assert set(ImportChange.objects.values_list("run", flat=True)) == {recent.pk}
    assert not ImportRefusal.objects.filter(run=old).exists()
    old.refresh_from_db()
    assert old.refused == 1


def test_two_people_answer_the_same_file(db: None, now) -> None:
    run = make_previewed_run()
    hand = Hand(make_person("agent"), now)
    abandon(run, hand=hand)
    with pytest.raises(ImportMoved):
        confirm(run, accept_gone=False, hand=hand)
