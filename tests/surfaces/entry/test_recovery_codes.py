"""Whoever added a passkey reads the codes that open the account without it."""

from __future__ import annotations

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from tests.cast import PASSWORD, make_person

pytestmark = pytest.mark.django_db


def test_codes_are_read_on_a_page_that_only_looks(client):
    nadia = make_person("coordinator")
    codes = RecoveryCodes.activate(nadia).get_unused_codes()
    client.force_login(nadia)
    client.post("/compte/reauthenticate/", {"password": PASSWORD})
    answer = client.get("/compte/2fa/recovery-codes/")
    assert answer.status_code == 200
    assert codes[0] in answer.content.decode()
