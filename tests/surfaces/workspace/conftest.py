from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from preau.plan.importing.models import PlanImport
from tests.cast import make_commune, make_person, make_plan

DOCUMENT = """
LE SPORT ET LA CULTURE POUR TOUS

\tOBJECTIFS GENERAUX
\tOBJECTIFS OPERATIONNELS
\tEFFETS ATTENDUS

\t

Donner envie de pratiquer


\t· Ouvrir les gymnases le samedi (à préciser)

· Prêter du matériel aux centres de loisirs

\t· Plus d’enfants pratiquent un sport

· Des salles mieux utilisées

\t
\t· Former les animateurs. Inviter les clubs.

\t· Des équipes plus sûres d’elles

\t
"""


FOCUS = ' tabindex="-1" data-preau-focus'
"""What a swapped part has more than the same part of a fresh page: the focus goes to it."""


@pytest.fixture
def plan(db):
    return make_plan()


@pytest.fixture
def log_in(client, db):
    """``log_in("coordinator")``: the client of somebody who plays that part."""

    def as_part(part, **details):
        person = make_person(part, **details)
        client.force_login(person)
        client.person = person
        return client

    return as_part


@pytest.fixture
def coordinator(log_in):
    return log_in("coordinator")


@pytest.fixture
def received(coordinator):
    """A document under review, sent by the coordinator."""
    make_commune()
    answer = coordinator.post("/atelier/imports/", {"document": document()})
    assert answer.status_code == 302, answer.content.decode()
    return PlanImport.objects.get()


def document(text: str = DOCUMENT, name: str = "projet.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def queries_of(client, address: str) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
