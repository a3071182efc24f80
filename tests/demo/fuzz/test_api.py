"""The JSON of the town, asked by a machine that tries all its description allows, and what it does not."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from preau.demo.logins import DEMO_LOGINS, FAMILY_LOGINS
from preau.people.accounts.models import User
from tests.demo.fuzz import ROUNDS, SEED

pytestmark = pytest.mark.usefixtures("clairval")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
"""No failure, and only answers that the description announces."""


@pytest.fixture
def described(clairval):
    """As Django's own client does: the end of a request does not close the connection that the test stands on."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    for signal in signals:
        signal.connect(close_old_connections)


def _session(email: str) -> dict[str, str]:
    client = Client()
    client.force_login(User.objects.get(email=email))
    return {"Cookie": f"sessionid={client.cookies['sessionid'].value}"}


STATES = {
    "a visitor": dict,
    "a family": lambda: _session(FAMILY_LOGINS["mother"]),
    "a coordinator": lambda: _session(DEMO_LOGINS["coordinator"]),
    "a key that means nothing": lambda: {"Authorization": "Bearer personne"},
    "a session that is nobody’s": lambda: {"Cookie": "sessionid=inconnue; csrftoken=x"},
}


@pytest.mark.parametrize("state", STATES)
def test_every_operation_answers_as_described_to_everybody(described, state):
    headers = STATES[state]()
    tried = set()
    for result in described.get_all_operations():
        operation = result.ok()
        tried.add(operation.path)

        @seed(SEED)
        @settings(max_examples=6 * ROUNDS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def answers(case):
            case.call_and_validate(headers=headers | {"Accept-Encoding": "identity"}, checks=CHECKS)

        answers()
    assert tried == set(described.raw_schema["paths"])


def test_the_description_is_valid_and_open_to_everybody(described):
    described.validate()
