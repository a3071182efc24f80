"""Who may open what: each address of the workspace, for each part."""

from __future__ import annotations

import pytest
from django.urls import reverse

from preau.people.audit.models import AuditEvent
from preau.plan.importing.models import PlanImport
from preau.plan.structure.models import ItemChange

READ = {
    "home": [],
    "plan": [],
    "plans": [],
    "item": ["A1.G1.O1"],
    "points": [],
    "suggestions": [],
}
IMPORTS = ["imports", "import", "import_leftovers", "import_report"]
COORDINATION = {
    "item_edit": ["A1.G1.O1"],
    "item_move": ["A1.G1.O1"],
    "item_addition": ["A1.G1.R1"],
    "plan_display": [],
}
ENDINGS = ["import_confirmation", "import_abandon"]


@pytest.fixture
def addresses(received, plan):
    """Everything that can be opened, with an import in review and a plan."""
    of_import = {
        name: reverse(f"workspace:{name}", args=[received.pk] if name != "imports" else [])
        for name in [*IMPORTS, *ENDINGS]
    }
    of_plan = {name: reverse(f"workspace:{name}", args=args) for name, args in (READ | COORDINATION).items()}
    return of_import | of_plan


def test_coordinator_opens_every_page_and_looking_changes_nothing(coordinator, addresses):
    before = (AuditEvent.objects.count(), ItemChange.objects.count(), list(PlanImport.objects.values_list("version")))
    for name, address in addresses.items():
        assert coordinator.get(address).status_code == 200, name
    assert (
        AuditEvent.objects.count(),
        ItemChange.objects.count(),
        list(PlanImport.objects.values_list("version")),
    ) == before


@pytest.mark.parametrize("part", ["contributor", "elected", "reader", "data_officer", "administrator"])
def test_other_professionals_read_the_plan_and_change_nothing_of_it(addresses, log_in, part):
    client = log_in(part)
    for name in READ:
        assert client.get(addresses[name]).status_code == 200, name
    for name in COORDINATION:
        assert client.get(addresses[name]).status_code == 403, name


@pytest.mark.parametrize("part", ["contributor", "elected", "reader", "data_officer"])
def test_imports_are_closed_to_those_who_do_not_coordinate(addresses, log_in, part):
    client = log_in(part)
    assert client.get(addresses["imports"]).status_code == 403
    for name in [*IMPORTS[1:], *ENDINGS]:
        assert client.get(addresses[name]).status_code == 404, name


def test_administrator_reads_imports_and_cannot_act_on_them(addresses, log_in):
    client = log_in("administrator")
    for name in IMPORTS:
        page = client.get(addresses[name])
        assert page.status_code == 200, name
        assert "Confirmer l’import" not in page.content.decode()
    for name in ENDINGS:
        assert client.get(addresses[name]).status_code == 403, name
    assert client.post(addresses["imports"]).status_code == 403


def test_an_account_without_a_role_finds_nothing(addresses, log_in):
    client = log_in("stranger")
    for name, address in addresses.items():
        assert client.get(address).status_code in (403, 404), name


def test_visitor_is_sent_to_the_login_page(addresses, client):
    client.logout()
    for name, address in addresses.items():
        answer = client.get(address)
        assert answer.status_code == 302, name
        assert answer["Location"].startswith(reverse("account_login")), name


POSTS = {
    "item_removal": ["A1.G1.O1"],
    "item_return": ["A1.G1.O1"],
    "item_edit": ["A1.G1.O1"],
    "item_move": ["A1.G1.O1"],
    "item_addition": ["A1.G1.R1"],
    "plan_display": [],
}


@pytest.mark.parametrize("part", ["elected", "reader", "data_officer", "administrator", "contributor"])
def test_server_refuses_what_the_buttons_do_not_offer(plan, log_in, part):
    client = log_in(part)
    for name, args in POSTS.items():
        assert client.post(reverse(f"workspace:{name}", args=args)).status_code == 403, name
    point, suggestion = plan.open_points.get(kind="placeholder"), plan.suggestions.get()
    for name in ("point_decision", "point_owner", "point_return"):
        assert client.post(reverse(f"workspace:{name}", args=[point.pk])).status_code == 403, name
    assert client.post(reverse("workspace:suggestion_decision", args=[suggestion.pk])).status_code == 403


def test_an_unknown_plan_or_item_is_not_found(coordinator, plan):
    assert coordinator.get("/atelier/projet/?projet=99999").status_code == 404
    assert coordinator.get("/atelier/projet/?projet=abc").status_code == 404
    assert coordinator.get("/atelier/projet/a9-g9-o9/").status_code == 404
    assert coordinator.get("/atelier/imports/99999/").status_code == 404
