"""The screens of entries: an association writes and proposes, an agent reads, another's entry does not exist."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from preau.offer.activities.models import Activity
from preau.offer.activities.slots import lines_of
from preau.offer.activities.writing import change_activity
from preau.offer.publishing import stepping
from preau.offer.publishing.models import EntryTable
from preau.offer.publishing.reasons import ChangeCause
from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from tests.cast import make_organisation, make_person
from tests.cast.offer import give_papers, make_activity, make_provider, make_whole
from tests.conftest import NOW
from tests.surfaces.workspace.conftest import queries_of

pytestmark = pytest.mark.django_db
ENTRY = "/atelier/activites/judo/"


@pytest.fixture
def provider(log_in):
    make_provider()
    return log_in("provider")


@pytest.fixture
def agent(log_in):
    return log_in("agent")


def text(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def form_of(answer) -> dict[str, str]:
    """What a browser would send of the forms of a page without touching anything."""
    page = answer.content.decode()
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if "name" in attributes and attributes.get("type") not in ("checkbox", "radio", "submit"):
            found[attributes["name"]] = attributes.get("value", "")
    for name, inner in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)"[^>]*selected', inner)
        found[name] = chosen[1] if chosen else ""
    return found


def test_an_association_opens_writes_and_proposes_an_entry(provider):
    new = {"title": "Judo", "domain": "combat", "starts_on": "2026-09-07", "ends_on": "2027-06-30"}
    page = provider.get("/atelier/activites/ajout/")
    answer = provider.post("/atelier/activites/ajout/", {**form_of(page), **new})
    assert answer.headers["Location"] == f"{ENTRY}sections/idee/"
    steps = {
        "idee": {"title": "Judo", "summary": "Pour débuter.", "domain": "combat",
                 "description": "Rouler, tomber, saluer : une heure pour apprendre en jouant."},
        "public": {"audiences": ["child"], "age_min": "6", "age_max": "10"},
        "lieu": {"meeting_point": "Gymnase nord", "starts_on": "2026-09-07", "ends_on": "2027-06-30"},
        "creneaux": {"creneau-0-weekday": "2", "creneau-0-starts_at": "14:00", "creneau-0-ends_at": "15:15"},
        "tarif": {"price_words": "120 € l’année"},
        "inscription": {"booking": "contact", "booking_words": "Au club.", "contact_phone": "01 99 00 00 01"},
        "adaptation": {"not_possible": "Pas d’ascenseur."},
    }  # fmt: skip
    following = [*list(steps)[1:], "objectifs"]
    for (section, typed), onward in zip(steps.items(), following, strict=True):
        address = f"{ENTRY}sections/{section}/"
        answer = provider.post(address, {**form_of(provider.get(address)), **typed, "suite": "1"})
        assert answer.headers.get("Location") == f"{ENTRY}sections/{onward}/", (section, text(answer))
    page = text(provider.get(ENTRY))
    assert "Ce brouillon est complet" in page
    answer = provider.post(f"{ENTRY}etat/proposition/", {"seen_version": "1"}, follow=True)
    assert "est proposée. La ville la lit" in text(answer)
    assert Activity.objects.get().state == "proposed"
    assert [line.weekday for line in lines_of(Activity.objects.get())] == [2]


def test_what_is_missing_is_said_with_a_link_to_its_section(provider):
    make_activity(state="draft", weekday=None)
    page = text(provider.get(ENTRY))
    assert f'href="{ENTRY}sections/creneaux/"' in page
    assert "Ajoutez au moins un créneau" in page
    answer = provider.post(f"{ENTRY}etat/proposition/")
    assert (answer.status_code, "Il manque quelque chose" in text(answer)) == (422, True)


def test_another_s_entry_does_not_exist_whatever_its_state(log_in):
    other = make_organisation("Club d’aviron", "association")
    make_activity(organisation=make_provider())
    client = log_in("provider", organisation=other)
    for path in ("", "sections/idee/", "etat/proposition/", "suppression/"):
        assert client.get(ENTRY + path).status_code == 404
    assert client.post(f"{ENTRY}etat/retrait/", {"reason": "Non."}).status_code == 404
    answer = client.post("/atelier/activites/lot/", {"fiche": "judo", "quoi": "verification", "faire": "1"})
    assert answer.headers["Location"] == "/atelier/activites/"
    assert "Judo" not in text(client.get("/atelier/activites/"))
    assert b"judo" not in client.get("/atelier/activites/activites.csv").content


def test_a_provider_does_not_publish_its_own(provider):
    make_whole(state="proposed")
    assert provider.get(f"{ENTRY}etat/publication/").status_code == 403
    assert provider.post(f"{ENTRY}etat/publication/").status_code == 403
    assert Activity.objects.get().state == "proposed"


def test_an_agent_asks_with_a_named_reason_and_nothing_typed_is_lost(agent):
    make_whole(state="proposed")
    answer = agent.post(f"{ENTRY}etat/demande/", {"reason": "Le gymnase est pris."})
    assert answer.status_code == 422
    assert "Le gymnase est pris." in text(answer)
    agent.post(f"{ENTRY}etat/demande/", {"cause": "when", "reason": "Le gymnase est pris."})
    assert Activity.objects.get().steps.get().cause == "when"
    assert agent.post(f"{ENTRY}etat/refus/", {"cause": "twice", "reason": "Déjà."}).status_code == 422


def test_an_agent_is_told_which_papers_are_missing_then_publishes(agent):
    make_whole(state="proposed")
    assert "assurance responsabilité civile" in text(agent.get(ENTRY)).lower()
    answer = agent.post(f"{ENTRY}etat/publication/", {"seen_version": "1"})
    assert (answer.status_code, "sans ces pièces valables" in text(answer)) == (422, True)
    give_papers()
    assert agent.post(f"{ENTRY}etat/publication/", {"seen_version": "1"}).status_code == 302
    assert Activity.objects.get().state == "published"


def test_what_changed_while_the_agent_read_is_not_published(agent):
    give_papers()
    activity = make_whole(state="proposed")
    change_activity(activity, {"summary": "Autre chose."}, seen_version=1, hand=Hand(None, NOW))
    answer = agent.post(f"{ENTRY}etat/publication/", {"seen_version": "1"})
    assert (answer.status_code, "a changé pendant que vous la lisiez" in text(answer)) == (422, True)


def test_two_people_in_one_section_keep_both_their_words(provider):
    activity = make_whole()
    address = f"{ENTRY}sections/idee/"
    typed = {**form_of(provider.get(address)), "description": activity.description, "domain": "combat"}
    change_activity(activity, {"summary": "La phrase de l’autre."}, seen_version=1, hand=Hand(None, NOW))
    answer = provider.post(address, {**typed, "summary": "Ma phrase."})
    page = text(answer)
    assert answer.status_code == 422
    assert "La phrase de l’autre." in page
    assert "Ma phrase." in page
    assert 'name="seen_version" value="2"' in page
    provider.post(address, {**typed, "summary": "Ma phrase.", "seen_version": "2"})
    assert Activity.objects.get().summary == "Ma phrase."


def test_a_slot_that_can_t_stand_keeps_what_was_typed(provider):
    make_whole()
    address = f"{ENTRY}sections/creneaux/"
    typed = {"creneau-1-weekday": "4", "creneau-1-starts_at": "18:00", "creneau-1-ends_at": "17:00"}
    answer = provider.post(address, {**form_of(provider.get(address)), **typed})
    assert answer.status_code == 422
    assert "après l’heure de début" in text(answer)
    assert 'value="17:00"' in text(answer)
    assert len(lines_of(Activity.objects.get())) == 1


def test_a_published_entry_that_would_say_too_little_is_not_saved(provider):
    make_whole(state="published")
    address = f"{ENTRY}sections/idee/"
    answer = provider.post(
        address, {**form_of(provider.get(address)), "summary": "", "domain": "combat", "description": "Court."}
    )
    assert (answer.status_code, "elle doit rester complète" in text(answer)) == (422, True)


def test_what_was_refused_is_taken_up_again_in_a_draft(provider):
    make_whole(state="refused")
    assert provider.get(f"{ENTRY}sections/idee/").status_code == 422
    provider.post(f"{ENTRY}etat/brouillon/")
    assert Activity.objects.get().state == "draft"


def test_a_draft_is_deleted_after_a_last_look(provider):
    make_activity(state="draft")
    assert "disparaîtront" in text(provider.get(f"{ENTRY}suppression/"))
    assert provider.post(f"{ENTRY}suppression/").status_code == 302
    assert not Activity.objects.exists()


def test_the_queue_of_an_agent_begins_with_what_waits(agent):
    make_whole("Aaa publiée", state="published")
    make_whole("Bbb changée", state="published", version=2)
    make_whole("Zzz proposée", state="proposed")
    titles = re.findall(r'sheet-name"><a[^>]*>([^<]*)', agent.get("/atelier/activites/").content.decode())
    assert titles == ["Zzz proposée", "Bbb changée", "Aaa publiée"]
    titles = re.findall(r'sheet-name"><a[^>]*>([^<]*)', agent.get("/atelier/activites/?etat=a-lire").content.decode())
    assert titles == ["Zzz proposée", "Bbb changée"]


@pytest.mark.parametrize(
    "query", ["etat=nonsense", "annee=20x6", "organisation=abc", "domaine=?", "page=999", "mots=%00"]
)
def test_filters_that_make_no_sense_are_left_out(provider, query):
    make_activity()
    assert provider.get(f"/atelier/activites/?{query}").status_code == 200


def test_the_list_takes_the_same_queries_for_one_entry_or_thirty(provider):
    make_whole("Premier")
    one = queries_of(provider, "/atelier/activites/")
    for number in range(29):
        make_whole(f"Judo {number}")
    assert queries_of(provider, "/atelier/activites/") == one


def test_the_programme_is_taken_up_in_a_few_clicks(provider):
    make_whole("Judo", state="published")
    make_whole("Taïso", state="published")
    page = provider.get("/atelier/activites/reprise/?annee=2026")
    assert text(page).count("checked") == 2
    answer = provider.post("/atelier/activites/reprise/", {"annee": "2026", "fiche": ["judo", "taiso"]})
    assert answer.headers["Location"] == "/atelier/activites/?annee=2027&etat=brouillons"
    assert "Déjà reprise" in text(provider.get("/atelier/activites/reprise/?annee=2026"))
    assert provider.post("/atelier/activites/reprise/", {"annee": "2026", "fiche": "judo"}).status_code == 422
    assert provider.post("/atelier/activites/reprise/", {"annee": "2026"}).status_code == 422


def test_many_are_changed_after_a_look(provider):
    make_whole("Judo", state="published")
    make_activity("Refusée", state="refused")
    bulk = "/atelier/activites/lot/"
    assert "Que voulez-vous changer" in text(provider.get(f"{bulk}?fiche=judo&fiche=refusee"))
    sent = {"fiche": ["judo", "refusee"], "quoi": "contact", "contact_phone": "01 99 00 00 77"}
    assert provider.post(bulk, {**sent, "contact_phone": ""}).status_code == 422
    looked = text(provider.post(bulk, sent))
    assert "Elle a été refusée ou retirée" in looked
    assert not Activity.objects.filter(contact_phone="01 99 00 00 77").exists()
    answer = provider.post(bulk, {**sent, "faire": "1"})
    assert (answer.status_code, "Rien n’a été changé" in text(answer)) == (422, True)
    answer = provider.post(bulk, {**sent, "fiche": "judo", "faire": "1"}, follow=True)
    assert "1 fiche a changé" in text(answer)
    assert Activity.objects.get(slug="judo").contact_phone == "01 99 00 00 77"


def send(client, content: bytes, name="fiches.csv"):
    return client.post("/atelier/activites/tableau/", {"table": SimpleUploadedFile(name, content)})


def test_a_spreadsheet_goes_out_is_changed_and_comes_back(provider):
    make_whole("Judo", state="published")
    out = provider.get("/atelier/activites/activites.xlsx")
    book = load_workbook(io.BytesIO(out.content))
    sheet = book.worksheets[0]
    column = [cell.value for cell in sheet[1]].index("En une phrase") + 1
    sheet.cell(2, column).value = "Une phrase neuve."
    changed = io.BytesIO()
    book.save(changed)
    answer = send(provider, changed.getvalue(), "fiches.xlsx")
    look = answer.headers["Location"]
    assert "1 modifiée" in text(provider.get(look))
    assert Activity.objects.get().summary != "Une phrase neuve."
    assert "1 modifiées" in text(provider.post(look, follow=True))
    assert Activity.objects.get().summary == "Une phrase neuve."
    assert (EntryTable.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert provider.post(look).status_code == 404


def test_a_table_is_its_sender_s_only_and_may_be_let_go_of(provider, log_in):
    make_whole("Judo")
    out = provider.get("/atelier/activites/activites.csv").content
    look = send(provider, out).headers["Location"]
    other = log_in("agent")
    assert other.get(look).status_code == 404
    other.force_login(Activity.objects.get().organisation.memberships.get().user)
    assert other.post(look, {"oublier": "1"}).status_code == 302
    assert (EntryTable.objects.count(), StoredFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "a.csv"), (b"\x89PNG\r\n\x1a\n", "a.png"), (b"PK\x03\x04rien", "a.xlsx"), (b"un;deux\n", "a.csv")],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(provider, content, name):
    answer = send(provider, content, name)
    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        page = text(provider.get(answer.headers["Location"]))
        assert "0 créée" in page
    else:
        assert StoredFile.objects.count() == 0


def test_the_home_of_an_association_shows_its_entries_its_papers_and_what_waits(provider):
    activity = make_whole(state="published")
    agent = make_person("agent")
    stepping.ask(activity, cause=ChangeCause.WHEN, reason="Le gymnase est pris.", hand=Hand(agent, NOW))
    page = text(provider.get("/atelier/"))
    assert "la fiche « judo »" in page.replace("\u202f", " ").replace("\u00a0", " ").lower()
    assert "à compléter" in page
    assert "manquante" in page


def test_the_day_of_an_agent_says_how_much_there_is_to_read(agent, plan):
    make_whole(state="proposed")
    assert "1 fiche du catalogue à lire" in text(agent.get("/atelier/")).replace("\u00a0", " ")
