"""Copies leave and come back, on the screen."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.plan.drafting.enums import Certainty, SuggestionState
from preau.plan.drafting.models import ReturnedDocument
from preau.plan.exchange.copies import FORMATS, copy_of
from preau.plan.exchange.receiving import discard, receive
from preau.plan.structure.actions import remove_item, reword
from preau.plan.versions.actions import adopt, name_version
from preau.surfaces.shell.waiting.returns import open_returns
from tests.cast import make_big_plan, make_organisation, make_person
from tests.plan.exchange.copies import Copy

from .conftest import queries_of

EXCHANGE = "/atelier/copies/"


def main(answer) -> str:
    page = answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")
    return page[page.index('id="contenu"') :]


def sending(client, data: bytes, name: str = "retour.docx", **more):
    return client.post(EXCHANGE, {"document": SimpleUploadedFile(name, data), **more})


@pytest.fixture
def hand(coordinator, now):
    return Hand(coordinator.person, now)


@pytest.fixture
def school(db):
    return make_person("contributor", name="Claire Aubin", organisation=make_organisation("École des Tilleuls"))


@pytest.fixture
def returned(plan, school, now):
    """Three sure changes, one of which crosses another; one uncertain; one addition."""
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    copy.reword("A2.G1.O2", "Écrire et diffuser un guide d’accueil")
    copy.retype_elsewhere("A2.G1.E3", "A1.G1.E3", "Des équipes bien plus solides à présent")
    copy.add("A1.G1.E2", "Des enfants qui nagent")
    reword(plan.items.get(code="A2.G1.O2"), "Écrire un livret d’accueil", seen_version=1, hand=Hand(None, now))
    return receive(
        plan,
        copy.data,
        "relu.docx",
        hand=Hand(school, now),
        organisation=school.memberships.get().organisation,
    )


def at(returned, noun="", *more) -> str:
    return reverse(f"workspace:return{noun}", args=[returned.pk, *more])


@pytest.mark.parametrize("format", [*FORMATS, "docx-sans-reperes"])
@pytest.mark.parametrize("part", ["coordinator", "reader"])
def test_anybody_of_the_plan_takes_a_copy_away_and_nothing_is_written(plan, log_in, part, format):
    client = log_in(part)
    before = AuditEvent.objects.count()
    answer = client.get(f"{EXCHANGE}projet/?format={format}")
    ending = format.split("-")[0]
    assert answer.status_code == 200
    wanted = f'attachment; filename="projet-educatif-bourg-la-fontaine-2026-11-24.{ending}"'
    assert answer["Content-Disposition"] == wanted
    assert answer["Content-Type"] == FORMATS[ending]
    assert answer.streaming
    data = b"".join(answer.streaming_content)
    assert data[:2] in (b"PK", b"%P", b"\xef\xbb")
    assert (b"A1.G1.O1" in unzipped(data)) == (format not in ("docx-sans-reperes", "pdf"))
    assert AuditEvent.objects.count() == before


def unzipped(data: bytes) -> bytes:
    import zipfile

    if not data.startswith(b"PK"):
        return data
    package = zipfile.ZipFile(BytesIO(data))
    return b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))


def test_a_version_is_taken_away_as_it_was_kept(coordinator, plan, hand):
    name_version(plan, "Avant", hand=hand)
    reword(plan.items.get(code="A1.G1.O1"), "Tout autre chose", seen_version=1, hand=hand)
    answer = coordinator.get(f"{EXCHANGE}projet/?format=csv&version=1")
    assert "bourg-la-fontaine-v1-2026-11-24.csv" in answer["Content-Disposition"]
    assert "Tout autre chose" not in b"".join(answer.streaming_content).decode()
    now = coordinator.get(f"{EXCHANGE}projet/?format=csv")
    assert "Tout autre chose" in b"".join(now.streaming_content).decode()


@pytest.mark.parametrize("query", ["", "?format=exe", "?format=csv&version=9", "?format=csv&version=x"])
def test_a_copy_that_does_not_exist_is_not_found(coordinator, plan, query):
    assert coordinator.get(f"{EXCHANGE}projet/{query}").status_code == 404


def test_an_adopted_version_says_its_fingerprint(plan, hand, now):
    version = adopt(plan, "Adopté", adopted_on=now.date(), hand=hand)
    copy = copy_of(plan, "pdf", today=now.date(), version=version)
    from pypdf import PdfReader

    text = PdfReader(BytesIO(copy.data)).pages[0].extract_text()
    assert "Texte adopté" in text
    assert version.fingerprint in text.replace("\n", "")


def test_partner_sends_a_copy_back_and_sees_what_it_changes(plan, log_in):
    client = log_in("contributor")
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    answer = sending(client, copy.data)
    returned = ReturnedDocument.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, at(returned))
    assert (returned.by, returned.organisation.name) == (client.person, "Service des sports")
    page = main(client.get(answer["Location"]))
    assert "1 changement à examiner" in page
    assert "musée</ins>" in page
    assert "Accepter le changement sûr" not in page
    assert "Reprendre cette proposition" in page


REFUSALS = {
    "empty": (b"", "retour.docx", "vide"),
    "pdf": (b"%PDF-1.7 rien", "retour.pdf", "PDF"),
    "broken": (b"PK\x03\x04 abime", "retour.docx", "abîmé"),
    "stranger": (b"Une liste de courses : pommes, poires.", "courses.txt", "Presque rien de ce document"),
    "other columns": (b"a;b;c\r\n1;2;3\r\n", "tableau.csv", "colonnes attendues"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_taken_in_is_told_in_one_sentence_and_leaves_nothing(coordinator, plan, case):
    data, name, words = REFUSALS[case]
    answer = sending(coordinator, data, name)
    assert answer.status_code == 422
    assert words in main(answer)
    assert not ReturnedDocument.objects.exists()


def test_no_file_at_all_is_told(coordinator, plan):
    answer = coordinator.post(EXCHANGE)
    assert answer.status_code == 422
    assert "Choisissez la copie sur votre ordinateur." in main(answer)


def test_a_file_that_is_too_heavy_is_told(coordinator, plan, settings):
    settings.UPLOAD_LIMIT = 1000
    answer = sending(coordinator, b"x" * 2000)
    assert answer.status_code == 422
    assert "la limite est de" in main(answer)


def test_the_same_file_leads_to_what_it_changed_the_first_time(coordinator, plan):
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    sending(coordinator, copy.data)
    first = ReturnedDocument.objects.get()
    answer = sending(coordinator, copy.data, "autre-nom.docx")
    assert answer.status_code == 422
    page = main(answer)
    assert "a déjà été renvoyé" in page
    assert at(first) in page
    assert ReturnedDocument.objects.count() == 1


def test_another_organisation_is_not_led_to_a_return_it_may_not_read(plan, returned, log_in):
    copy = Copy(plan)
    copy.reword("A1.G1.O1", "Offrir à chaque enfant une sortie au musée par an")
    client = log_in("contributor")
    receive(plan, copy.data, "a.docx", hand=Hand(None, returned.received_at), organisation=returned.organisation)
    answer = sending(client, copy.data)
    assert answer.status_code == 422
    assert "copies/retours" not in main(answer)


def test_an_adopted_plan_takes_no_copy(coordinator, plan, hand, now):
    copy = Copy(plan)
    adopt(plan, "Adopté", adopted_on=now.date(), hand=hand)
    assert "Renvoyer une copie modifiée" not in main(coordinator.get(EXCHANGE))
    answer = sending(coordinator, copy.data)
    assert answer.status_code == 422
    assert not ReturnedDocument.objects.exists()


@pytest.mark.parametrize("part", ["elected", "reader", "data_officer", "administrator"])
def test_others_send_nothing_and_read_no_return(plan, returned, log_in, part):
    client = log_in(part)
    page = main(client.get(EXCHANGE))
    assert "Renvoyer une copie modifiée" not in page
    assert "Copies revenues" not in page
    assert sending(client, Copy(plan).data).status_code == 403
    for noun in ("", "_acceptance", "_refusal", "_discard"):
        assert client.get(at(returned, noun)).status_code == 404
    assert client.post(at(returned, "_acceptance")).status_code == 404


def test_contributors_read_the_returns_of_their_organisation_and_decide_nothing(plan, returned, school, client, log_in):
    stranger = log_in("contributor")
    assert "relu.docx" not in main(stranger.get(EXCHANGE))
    assert stranger.get(at(returned)).status_code == 404
    client.force_login(school)
    assert "relu.docx" in main(client.get(EXCHANGE))
    assert client.get(at(returned)).status_code == 200
    for noun in ("_acceptance", "_refusal", "_discard"):
        assert client.get(at(returned, noun)).status_code == 403
        assert client.post(at(returned, noun)).status_code == 403
    suggestion = returned.suggestions.first()
    assert client.post(at(returned, "_attachment", suggestion.pk), {"passage": "A1.G1.O1"}).status_code == 403
    assert set(returned.suggestions.values_list("state", flat=True)) == {SuggestionState.OPEN}


def test_coordinator_reads_what_came_back_the_doubtful_first(coordinator, returned):
    page = main(coordinator.get(at(returned)))
    for part in (
        "changements à examiner",
        "Copie renvoyée par École des Tilleuls",
        "Le projet avait changé 1 fois entre-temps",
        "Deux changements se croisent",
        "Écrire un livret d’accueil".split()[2],
        "C’est bien A2.G1.E3",
        "conservés",
    ):
        assert part in page, part
    assert page.index("À vérifier d’abord") < page.index("Découvrir et pratiquer") < page.index("Accueillir chacun")
    assert "7 à examiner" not in page


def test_coordinator_accepts_all_that_is_sure_and_the_rest_waits(coordinator, plan, returned):
    asked = main(coordinator.get(at(returned, "_acceptance")))
    assert "Accepter 2 changements d’un coup ?" in asked
    answer = coordinator.post(at(returned, "_acceptance"))
    assert answer["Location"] == at(returned)
    page = main(coordinator.get(answer["Location"]))
    assert "2 changements acceptés." in page
    assert plan.items.get(code="A1.G1.O1").text == "Offrir à chaque enfant une sortie au musée par an"
    assert plan.items.get(code="A2.G1.O2").text == "Écrire un livret d’accueil"
    assert plan.items.filter(text="Des enfants qui nagent").exists()
    assert {each.certainty for each in returned.suggestions.open()} == {Certainty.UNCERTAIN, Certainty.SURE}
    assert "Plus rien à accepter d’un coup" in main(coordinator.get(at(returned, "_acceptance")))


def test_what_could_not_be_applied_is_told_one_by_one(coordinator, plan, returned, monkeypatch):
    from preau.plan.drafting.errors import PlaceMissing
    from preau.plan.exchange import verdicts

    accept = verdicts.accept_suggestion

    def refuses_additions(suggestion, **more):
        if suggestion.kind == "addition":
            raise PlaceMissing
        return accept(suggestion, **more)

    monkeypatch.setattr(verdicts, "accept_suggestion", refuses_additions)
    page = main(coordinator.get(coordinator.post(at(returned, "_acceptance"))["Location"]))
    assert "1 changement accepté." in page
    assert "A1.G1.R1 : La place visée n’est pas dans le projet" in page
    assert returned.suggestions.get(kind="addition").is_open


def test_coordinator_refuses_the_rest_with_one_reason_and_the_sender_is_told_once(coordinator, returned, school):
    assert coordinator.post(at(returned, "_refusal"), {"answer": ""}).status_code == 422
    coordinator.post(at(returned, "_acceptance"))
    coordinator.post(at(returned, "_refusal"), {"answer": "Le comité en a décidé autrement."})
    states = list(returned.suggestions.values_list("state", flat=True))
    assert (states.count("accepted"), states.count("open")) == (2, 0)
    assert set(returned.suggestions.filter(state="refused").values_list("answer", flat=True)) == {
        "Le comité en a décidé autrement."
    }
    told = school.notices.filter(subject=f"drafting.ReturnedDocument:{returned.pk}")
    assert [notice.title for notice in told] == [
        f"Votre copie du projet est relue\u00a0: 2 changements sur {len(states)} acceptés"
    ]
    assert "Copie relue : 2 changements acceptés" in main(coordinator.get(at(returned)))


def test_coordinator_puts_a_copy_aside_and_it_can_be_sent_again(coordinator, plan, returned, school):
    assert "n’attendront plus de réponse" in main(coordinator.get(at(returned, "_discard")))
    coordinator.post(at(returned, "_discard"))
    coordinator.post(at(returned, "_discard"))
    assert set(returned.suggestions.values_list("state", flat=True)) == {SuggestionState.WITHDRAWN}
    assert AuditEvent.objects.filter(verb="return.discarded").count() == 1
    assert school.notices.filter(title__contains="mise de côté").count() == 1
    assert "mise de côté" in main(coordinator.get(EXCHANGE))
    assert "Accepter les" not in main(coordinator.get(at(returned)))


def test_coordinator_confirms_the_passage_of_an_uncertain_change_and_all_that_came_with_it(coordinator, returned):
    unsure = returned.suggestions.filter(certainty=Certainty.UNCERTAIN)
    assert set(unsure.values_list("kind", flat=True)) == {"rewording", "relocation"}
    one = unsure.first()
    answer = coordinator.post(at(returned, "_attachment", one.pk), {"passage": "autre", "code": "a2-g1-e3"})
    assert answer["Location"] == f"{at(returned)}#proposition-{one.pk}"
    assert not unsure.exists()
    assert "À vérifier d’abord" not in main(coordinator.get(at(returned)))


def test_coordinator_attaches_a_change_to_another_passage(coordinator, plan, returned):
    one = returned.suggestions.get(certainty=Certainty.UNCERTAIN, kind="rewording")
    page = main(coordinator.get(at(returned, "_attachment", one.pk)))
    assert "Des équipes bien plus solides à présent" in page
    assert page.index("A2.G1.E3 ·") < page.index("A2.G1.E1 ·")
    coordinator.post(at(returned, "_attachment", one.pk), {"passage": "A2.G1.E1"})
    one.refresh_from_db()
    assert (one.item.code, one.certainty, one.was_text) == (
        "A2.G1.E1",
        Certainty.SURE,
        "Des familles qui savent à qui parler",
    )


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choisissez un passage"),
        ({"passage": "autre", "code": ""}, "Écrivez le repère"),
        ({"passage": "autre", "code": "A9.G9.E9"}, "Aucun passage de cette nature"),
        ({"passage": "autre", "code": "A1.G1.O1"}, "Aucun passage de cette nature"),
    ],
)
def test_a_passage_that_cannot_be_is_told(coordinator, returned, sent, sentence):
    one = returned.suggestions.get(certainty=Certainty.UNCERTAIN, kind="rewording")
    answer = coordinator.post(at(returned, "_attachment", one.pk), sent)
    assert answer.status_code == 422
    assert sentence in main(answer)


def test_an_item_that_is_found_again_is_no_longer_proposed_for_removal(coordinator, plan, school, now):
    copy = Copy(plan, marks=False)
    copy.remove("A2.G1.E1")
    copy.add("A2.G1.E2", "Trois vélos neufs")
    returned = receive(plan, copy.data, "sans-marques.docx", hand=Hand(school, now), organisation=None)
    removal, addition = returned.suggestions.get(kind="removal"), returned.suggestions.get(kind="addition")
    assert {removal.certainty, addition.certainty} == {Certainty.UNCERTAIN}
    coordinator.post(at(returned, "_attachment", addition.pk), {"passage": "autre", "code": "A2.G1.E1"})
    removal.refresh_from_db()
    addition.refresh_from_db()
    assert (removal.state, addition.kind, addition.item.code) == (SuggestionState.WITHDRAWN, "rewording", "A2.G1.E1")


def test_coordination_is_told_of_a_copy_and_it_waits_for_them(coordinator, returned, school):
    notice = coordinator.person.notices.get()
    assert "École des Tilleuls a renvoyé une copie du projet : 5 changements" in notice.title.replace("\u00a0", " ")
    assert coordinator.get(notice.path).status_code == 200
    today = date(2026, 11, 24)
    [thing] = open_returns([coordinator.person, school], today)[coordinator.person.pk]
    assert (thing.title, thing.path) == ("5 changements renvoyés par École des Tilleuls", at(returned))
    assert school.pk not in open_returns([school], today)
    discard(returned, hand=Hand(None, returned.received_at))
    assert open_returns([coordinator.person], today) == {}


def test_sender_is_not_told_of_each_change_but_of_the_whole_copy(coordinator, returned, school):
    for suggestion in returned.suggestions.open():
        coordinator.post(f"/atelier/propositions/{suggestion.pk}/decision/", {"verdict": "refuse", "answer": "Non."})
    assert not returned.suggestions.open().exists()
    assert school.notices.count() == 1


def test_a_change_to_what_was_taken_out_meanwhile_is_not_taken_in_silence(coordinator, plan, returned, hand):
    remove_item(plan.items.get(code="A1.G1.O1"), hand=hand)
    assert "Accepter 1 changement ?" in main(coordinator.get(at(returned, "_acceptance")))
    assert "a été retiré du projet depuis" in main(coordinator.get(at(returned)))


def test_pages_take_the_same_number_of_queries_whatever_the_size(coordinator, now):
    counts = []
    for objectives in (10, 200):
        plan = make_big_plan(objectives)
        copy = Copy(plan)
        for number in range(1, objectives + 1):
            copy.reword(f"A1.G1.O{number}", f"Ouvrir la grande porte numéro {number}")
            copy.reword(f"A1.G1.E{number}", f"Des portes grandes ouvertes, {number} fois")
        returned = receive(plan, copy.data, f"{objectives}.docx", hand=Hand(None, now), organisation=None)
        assert returned.suggestions.count() == 2 * objectives
        pages = [at(returned), at(returned, "_acceptance"), f"{EXCHANGE}?projet={plan.pk}"]
        pages += [f"{EXCHANGE}projet/?projet={plan.pk}&format={format}" for format in FORMATS]
        pages.append(f"/atelier/projet/?projet={plan.pk}")
        counts.append([queries_of(coordinator, page) for page in pages])
    assert counts[0] == counts[1]
