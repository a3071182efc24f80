"""Conventions on the screen: written, voted, followed; who reads and who acts."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from preau.cooperation.agreements.enums import AgreementState
from preau.cooperation.agreements.models import Agreement, DelayRule, Party, Signature
from preau.cooperation.agreements.signing import record_paper
from preau.cooperation.agreements.writing import draft_agreement
from preau.people.accounts.hand import Hand
from preau.people.files.models import StoredFile
from tests.cast import make_commune, make_organisation, make_person
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


@pytest.fixture
def hand(coordinator, now):
    return Hand(coordinator.person, now)


@pytest.fixture
def agreement(hand):
    return make_voted_agreement(hand=hand)


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
