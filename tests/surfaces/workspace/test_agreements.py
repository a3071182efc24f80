"""Conventions and signatures on the screen."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from preau.cooperation.agreements.enums import AgreementState
from preau.cooperation.agreements.models import Agreement, DelayRule, Party, Signature
from preau.cooperation.agreements.signing import record_paper
from preau.cooperation.agreements.writing import draft_agreement
from preau.people.files.models import StoredFile
from preau.plan.structure.ledger import Hand
from preau.plan.versions.models import PlanVersion
from tests.cast import PASSWORD, make_commune, make_organisation, make_person
from tests.cast.agreements import (
    ACADEMY,
    CAF,
    TOWN,
    ink,
    make_agreement,
    make_voted_agreement,
    party_of,
    sign_all,
)

from .conftest import queries_of


@pytest.fixture(autouse=True)
def no_former_attempt():
    cache.clear()


@pytest.fixture
def hand(coordinator, now):
    return Hand(coordinator.person, now)


@pytest.fixture
def agreement(hand):
    return make_voted_agreement(hand=hand)


@pytest.fixture
def mayor(agreement, client):
    """The browser of the person who signs for the town."""
    person = party_of(agreement, TOWN).signatory
    client.force_login(person)
    client.person = person
    return client


def scan(name: str = "signee.pdf", content: bytes = b"%PDF-1.7 signature") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def page_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def home(agreement) -> str:
    return reverse("workspace:agreement", args=[agreement.pk])


def test_the_list_says_first_what_is_missing(coordinator, agreement):
    page = page_of(coordinator, "/atelier/conventions/")
    assert "<h1>Il manque 3 signatures</h1>" in page
    assert CAF in page


def test_an_empty_list_teaches(coordinator):
    make_commune()
    assert "Préparer une convention" in page_of(coordinator, "/atelier/conventions/")


def test_number_of_queries_does_not_follow_the_number_of_parties(coordinator, agreement, hand):
    record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    few = queries_of(coordinator, "/atelier/conventions/"), queries_of(coordinator, home(agreement))
    Party.objects.bulk_create(Party(agreement=agreement, name=f"Partenaire {n}", capacity="x") for n in range(30))
    assert (queries_of(coordinator, "/atelier/conventions/"), queries_of(coordinator, home(agreement))) == few


def test_a_convention_is_written_read_again_voted_signed(coordinator, hand):
    agreement = make_agreement(hand=hand)
    assert "Convention en préparation" in page_of(coordinator, home(agreement))
    coordinator.post(f"{home(agreement)}etapes/review/")
    assert "le conseil peut la voter" in page_of(coordinator, home(agreement))
    vote = {"number": "2026-118", "decided_on": "2026-11-17", "understood": "on"}
    coordinator.post(f"{home(agreement)}vote/", vote)
    page = page_of(coordinator, home(agreement))
    assert "Il manque 3 signatures sur 3" in page
    assert "le projet qu’elle cite est, à la lettre, celui que le conseil a adopté" in page
    for party in agreement.parties.all():
        data = {"name": "Odile Caron", "office": "directrice", "signed_on": "2026-11-18", "scan": scan()}
        coordinator.post(reverse("workspace:paper_signature", args=[party.pk]), data)
    assert "En vigueur jusqu’au 31 août 2029" in page_of(coordinator, home(agreement))
    bilan = {"held_on": "2026-11-20", "summary": "Un bon départ"}
    coordinator.post(f"{home(agreement)}bilan/", bilan)
    assert "Un bon départ" in page_of(coordinator, home(agreement))
    coordinator.post(f"{home(agreement)}etapes/terminate/", {"reason": "fin du partenariat"})
    assert "fin du partenariat" in page_of(coordinator, home(agreement))


def test_a_new_convention_proposes_its_usual_signatories(coordinator):
    make_commune()
    page_of(coordinator, "/atelier/conventions/nouvelle/")
    answer = coordinator.post("/atelier/conventions/nouvelle/", {"kind": "wednesday", "title": "Plan mercredi"})
    made = Agreement.objects.get()
    assert answer.headers["Location"] == home(made)
    assert made.parties.count() == 4
    refused = coordinator.post("/atelier/conventions/nouvelle/", {"kind": "x", "purpose": "Agir"})
    assert refused.status_code == 422
    assert "Agir</textarea>" in refused.content.decode()


def test_two_coordinators_on_one_convention_overwrite_nothing(coordinator, hand):
    agreement = make_agreement(hand=hand)
    address = f"{home(agreement)}redaction/"
    first = {"seen_version": agreement.revision, "title": "Le premier titre"}
    coordinator.post(address, first)
    answer = coordinator.post(address, {**first, "title": "Le second titre", "purpose": "À garder"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "entre-temps" in page
    assert "Le second titre" in page
    seen = int(re.search(r'name="seen_version" value="(\d+)"', page)[1])
    coordinator.post(address, {**first, "title": "Le second titre", "seen_version": seen})
    agreement.refresh_from_db()
    assert agreement.title == "Le second titre"


PARTY = {"capacity": "la présidente", "name": "Une association"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"capacity": ""}, "Indiquez en quelle qualité"),
        ({"name": ""}, "Choisissez une organisation, ou écrivez son nom."),
        ({"organisation": "town"}, "signe déjà la convention"),
        ({"signatory": "mayor"}, "ne représente pas l’organisation choisie"),
    ],
)
def test_a_party_that_is_wrong_is_said_at_its_field(coordinator, hand, change, sentence):
    agreement = make_agreement(hand=hand, with_plan=False)
    town = party_of(agreement, TOWN)
    known = {"town": str(town.organisation_id), "mayor": f"{town.signatory_id}-{town.organisation_id}"}
    data = {**PARTY, **{name: known.get(value, value) for name, value in change.items()}}
    answer = coordinator.post(f"{home(agreement)}signataires/", data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert agreement.parties.count() == 3


def test_parties_come_and_go_before_the_vote_and_not_after(coordinator, hand):
    agreement = make_agreement(hand=hand)
    coordinator.post(f"{home(agreement)}signataires/", PARTY)
    added = agreement.parties.get(name="Une association")
    coordinator.post(reverse("workspace:party", args=[added.pk]), {**PARTY, "capacity": "le président"})
    added.refresh_from_db()
    assert added.capacity == "le président"
    coordinator.post(reverse("workspace:party_removal", args=[added.pk]))
    assert agreement.parties.count() == 3
    Agreement.objects.filter(pk=agreement.pk).update(state="adopted", resolution_number="1", resolution_on="2026-11-17")
    answer = coordinator.post(f"{home(agreement)}signataires/", PARTY, follow=True)
    assert "son texte ne change plus" in answer.content.decode()
    answer = coordinator.post(reverse("workspace:party_removal", args=[party_of(agreement, CAF).pk]), follow=True)
    assert "son texte ne change plus" in answer.content.decode()
    assert agreement.parties.count() == 3


def test_after_the_vote_only_who_may_sign_is_chosen(coordinator, agreement):
    caf = party_of(agreement, CAF)
    fatou = make_person("reader", name="Fatou Ndiaye", organisation=caf.organisation)
    address = reverse("workspace:party", args=[caf.pk])
    data = {"capacity": "autre", "name": "Autre", "signatory": f"{fatou.pk}-{caf.organisation_id}"}
    coordinator.post(address, data)
    caf.refresh_from_db()
    assert (caf.signatory, caf.capacity, caf.name) == (fatou, "la direction", "")


def test_annexes_are_checked_read_and_taken_away_before_the_vote(coordinator, hand):
    agreement = make_agreement(hand=hand)
    address = f"{home(agreement)}annexes/"
    refused = coordinator.post(address, {"title": "Liste", "file": scan("liste.pdf", b"MZ rien")})
    assert refused.status_code == 422
    assert "Liste" in refused.content.decode()
    coordinator.post(address, {"title": "Liste des activités", "file": scan("liste.pdf")})
    annex = agreement.annexes.get()
    assert coordinator.get(reverse("workspace:annex", args=[annex.pk])).headers["X-Content-Type-Options"] == "nosniff"
    coordinator.post(reverse("workspace:annex_removal", args=[annex.pk]))
    assert (agreement.annexes.count(), StoredFile.objects.filter(name="liste.pdf").count()) == (0, 0)


def test_the_convention_is_printed_as_an_accessible_pdf(coordinator, agreement):
    from io import BytesIO

    from pypdf import PdfReader

    answer = coordinator.get(f"{home(agreement)}document/")
    assert answer.headers["Content-Type"] == "application/pdf"
    document = PdfReader(BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in document.pages)
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712  a boolean of the file
    for expected in ("Ville de Bourg-la-Fontaine", "Article 1", "Signatures", agreement.texts.get().fingerprint[:20]):
        assert expected in words


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Indiquez le nom"),
        ({"signed_on": "2026-11-16"}, "vient après le vote"),
        ({"signed_on": "2026-11-25"}, "vient après le vote"),
        ({"scan": None}, "Joignez la convention signée"),
        ({"scan": ("x.pdf", b"rien")}, "n’est pas accepté"),
        ({"scan": ("x.docm", b"PK")}, "trompeur"),
    ],
)
def test_a_paper_signature_that_is_wrong_is_said_at_its_field(coordinator, agreement, change, sentence):
    data = {"name": "Odile Caron", "office": "directrice", "signed_on": "2026-11-18", "scan": ("x.pdf", b"%PDF-1.7")}
    data |= change
    data["scan"] = scan(*data["scan"]) if data["scan"] else ""
    answer = coordinator.post(reverse("workspace:paper_signature", args=[party_of(agreement, CAF).pk]), data)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Signature.objects.count() == 0


def test_a_signature_is_corrected_with_a_reason_and_the_old_one_stays(coordinator, agreement, hand):
    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    address = reverse("workspace:signature_cancelling", args=[signature.pk])
    assert coordinator.post(address, {"reason": ""}).status_code == 422
    coordinator.post(address, {"reason": "le scan est celui d’une autre convention"})
    page = page_of(coordinator, home(agreement))
    assert "le scan est celui d’une autre convention" in page
    assert "Il manque 3 signatures sur 3" in page
    assert coordinator.get(reverse("workspace:signature_scan", args=[signature.pk])).status_code == 200


def test_once_all_have_signed_there_is_nothing_to_correct(coordinator, agreement, hand):
    sign_all(agreement, hand=hand)
    address = reverse("workspace:signature_cancelling", args=[Signature.objects.first().pk])
    assert "ne se corrige plus" in coordinator.post(address, {"reason": "x"}, follow=True).content.decode()


def sign(client, agreement, **changes):
    party = party_of(agreement, TOWN)
    seen = agreement.texts.get().fingerprint
    data = {"seen": seen, "office": "maire", "password": PASSWORD, "agreed": "on", **changes}
    return client.post(reverse("workspace:signature", args=[party.pk]), data)


def test_the_mayor_reads_then_signs_with_their_password(mayor, agreement):
    page = page_of(mayor, home(agreement))
    assert "Signer pour : Ville de Bourg-la-Fontaine" in page
    page = page_of(mayor, reverse("workspace:signature", args=[party_of(agreement, TOWN).pk]))
    assert agreement.texts.get().fingerprint in page
    assert "Article 1" in page
    answer = sign(mayor, agreement)
    assert answer.headers["Location"] == home(agreement)
    signature = Signature.objects.get()
    assert (signature.way, signature.signed_by, signature.sha256) == (
        "electronic",
        mayor.person,
        agreement.texts.get().fingerprint,
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "autre chose"}, "pas votre mot de passe"),
        ({"password": ""}, "Tapez votre mot de passe"),
        ({"agreed": ""}, "Cochez la case"),
        ({"office": ""}, "Indiquez votre fonction"),
    ],
)
def test_a_signature_without_proof_or_commitment_is_not_one(mayor, agreement, changes, sentence):
    answer = sign(mayor, agreement, **changes)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Signature.objects.count() == 0


def test_passwords_are_not_guessed_here_either(mayor, agreement):
    answers = [sign(mayor, agreement, password=f"essai {n}").content.decode() for n in range(7)]
    assert "pas votre mot de passe" in answers[0]
    assert "pas votre mot de passe" not in answers[-1]
    assert Signature.objects.count() == 0


def test_words_that_changed_since_they_were_read_are_read_again(mayor, agreement):
    answer = sign(mayor, agreement, seen="0" * 64)
    assert answer.headers["Location"] == reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert Signature.objects.count() == 0


@pytest.fixture
def without_password(mayor):
    mayor.person.set_unusable_password()
    mayor.person.save()
    mayor.force_login(mayor.person)
    return mayor


def log_in_by_code(client) -> None:
    client.post("/compte/login/code/", {"email": client.person.email})
    code = re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.MULTILINE)[1]
    client.post("/compte/login/code/confirm/", {"code": code})


def test_without_a_password_one_logs_in_again_first(without_password, agreement):
    client = without_password
    party = party_of(agreement, TOWN)
    assert "Me reconnecter" in page_of(client, reverse("workspace:signature", args=[party.pk]))
    assert sign(client, agreement).status_code == 200
    assert Signature.objects.count() == 0
    client.post(reverse("workspace:signature_login", args=[party.pk]))
    log_in_by_code(client)
    assert sign(client, agreement).status_code == 302
    assert Signature.objects.get().signed_by == client.person


def test_a_login_of_eleven_minutes_ago_proves_nothing(without_password, agreement, now):
    client = without_password
    client.logout()
    log_in_by_code(client)
    with time_machine.travel(now + timedelta(minutes=11), tick=False):
        assert sign(client, agreement).status_code == 200
    assert Signature.objects.count() == 0


def test_logging_in_again_comes_back_to_the_signature(mayor, agreement):
    party = party_of(agreement, TOWN)
    answer = mayor.post(reverse("workspace:signature_login", args=[party.pk]))
    assert answer.headers["Location"] == (
        f"/compte/login/code/?next=%2Fatelier%2Fconventions%2Fsignataires%2F{party.pk}%2Fsignature%2F"
    )
    assert mayor.get("/atelier/").status_code == 302


def test_signing_twice_says_so(mayor, agreement):
    sign(mayor, agreement)
    address = reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert "rien à signer" in mayor.get(address, follow=True).content.decode()
    assert "rien à signer" in mayor.post(address, {"seen": "x"}, follow=True).content.decode()


def test_a_text_that_was_tampered_with_is_shown_as_such_and_nobody_signs(mayor, agreement):
    content = agreement.version.content
    content["items"][0]["text"] = "Tout autre chose"
    PlanVersion.objects.filter(pk=agreement.version_id).update(content=content)
    assert "Le projet cité n’est pas celui qui a été adopté." in page_of(mayor, home(agreement))
    assert "Personne ne peut signer" in page_of(
        mayor, reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    )
    sign(mayor, agreement)
    assert Signature.objects.count() == 0


WRITE = ("agreement_edit", "agreement_vote", "agreement_review", "agreement_sequel", "party_addition", "annex_addition")


@pytest.mark.parametrize(
    ("part", "where", "reads"),
    [
        ("administrator", "", True),
        ("elected", "", True),
        ("data_officer", "", True),
        ("contributor", "", False),
        ("reader", "", False),
        ("contributor", CAF, True),
        ("reader", CAF, True),
        ("stranger", "", False),
    ],
)
def test_who_reads_a_convention_and_nobody_else_writes(agreement, client, hand, part, where, reads):
    signature = record_paper(party_of(agreement, ACADEMY), ink(hand), hand=hand)
    details = {"organisation": make_organisation(where)} if where else {}
    client.force_login(make_person(part, name="Autre Personne", **details))
    expected = 200 if reads else 404
    assert client.get(home(agreement)).status_code == expected
    assert client.get(f"{home(agreement)}document/").status_code == expected
    annex = agreement.annexes.get()
    assert client.get(reverse("workspace:annex", args=[annex.pk])).status_code == expected
    assert client.get(reverse("workspace:signature_scan", args=[signature.pk])).status_code == expected
    refused = 403 if reads else 404
    for name in WRITE:
        assert client.get(reverse(f"workspace:{name}", args=[agreement.pk])).status_code == refused, name
    for step in ("review", "rework", "terminate"):
        address = reverse("workspace:agreement_step", args=[agreement.pk, step])
        assert client.post(address, {"reason": "x"}).status_code == refused
    party = party_of(agreement, CAF)
    for name in ("party", "party_removal", "paper_signature"):
        assert client.post(reverse(f"workspace:{name}", args=[party.pk])).status_code == refused, name
    assert client.post(reverse("workspace:annex_removal", args=[annex.pk])).status_code == refused
    cancelling = reverse("workspace:signature_cancelling", args=[signature.pk])
    assert client.post(cancelling, {"reason": "x"}).status_code == refused
    for name in ("signature", "signature_login"):
        assert client.post(reverse(f"workspace:{name}", args=[party_of(agreement, TOWN).pk])).status_code == refused
    assert Signature.objects.standing().count() == 1
    agreement.refresh_from_db()
    assert agreement.state == AgreementState.ADOPTED


def test_the_coordinator_records_signatures_and_does_not_sign(coordinator, agreement):
    address = reverse("workspace:signature", args=[party_of(agreement, TOWN).pk])
    assert coordinator.get(address).status_code == 403
    assert sign(coordinator, agreement).status_code == 403


def test_a_colleague_of_the_same_institution_reads_and_does_not_sign(agreement, client):
    town = make_organisation(TOWN)
    client.force_login(make_person("elected", name="Martine Leroux", organisation=town))
    assert sign(client, agreement).status_code == 403


def test_a_reader_sees_only_the_conventions_of_their_institution(agreement, client, hand):
    from preau.cooperation.agreements.enums import AgreementKind
    from preau.cooperation.agreements.writing import Words

    draft_agreement(make_commune(), AgreementKind.OTHER, Words("Une autre affaire"), hand=hand)
    client.force_login(make_person("reader", name="Autre Personne", organisation=make_organisation(ACADEMY)))
    page = page_of(client, "/atelier/conventions/")
    assert agreement.title in page
    assert "Une autre affaire" not in page


def test_steps_that_do_not_exist_or_are_the_program_s_are_not_found(coordinator, agreement):
    for step in ("sign", "start", "expire", "renew", "adopt", "nimporte"):
        assert coordinator.post(f"{home(agreement)}etapes/{step}/").status_code == 404
    assert "n’est plus possible" in coordinator.post(f"{home(agreement)}etapes/review/", follow=True).content.decode()


def test_delays_are_set_from_a_day_on(coordinator, agreement):
    address = "/atelier/conventions/delais/"
    page_of(coordinator, address)
    coordinator.post(address, {"kind": "term", "steps": "12, 6 et 3", "valid_from": "2027-01-01"})
    assert DelayRule.objects.get().steps == [12, 6, 3]
    for steps in ("", "jamais", "99", "0"):
        answer = coordinator.post(address, {"kind": "term", "steps": steps, "valid_from": "2027-01-01"})
        assert answer.status_code == 422, steps
    assert DelayRule.objects.get().steps == [12, 6, 3]


def test_the_following_convention_opens_once(coordinator, agreement, hand):
    sign_all(agreement, hand=hand)
    page_of(coordinator, f"{home(agreement)}suite/")
    for _ in range(2):
        coordinator.post(f"{home(agreement)}suite/")
    assert agreement.followers.count() == 1


def test_looking_changes_nothing(coordinator, agreement, hand):
    from preau.people.audit.models import AuditEvent

    signature = record_paper(party_of(agreement, CAF), ink(hand), hand=hand)
    before = AuditEvent.objects.count()
    names = [(name, agreement.pk) for name in ("agreement", "agreement_document", "agreement_sequel")]
    names += [("party", party_of(agreement, TOWN).pk), ("paper_signature", party_of(agreement, TOWN).pk)]
    names += [("signature_cancelling", signature.pk), ("signature_scan", signature.pk)]
    for name, pk in names:
        assert coordinator.get(reverse(f"workspace:{name}", args=[pk])).status_code == 200, name
    assert coordinator.get(f"{home(agreement)}etapes/terminate/").status_code == 200
    assert AuditEvent.objects.count() == before
