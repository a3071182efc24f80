"""The main job, from end to end: log in, send the document, settle three points, confirm, read the public page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Locator, Page, expect

from preau.plan.drafting.models import OpenPoint, Suggestion
from preau.plan.importing.models import PlanImport
from preau.plan.structure.models import TerritorialEducationPlan
from tests.cast import PASSWORD, make_commune, make_person
from tests.foundation.documents.packages import docx
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, log_in, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DECISIONS = ("Décidé en comité de pilotage", "On garde la première version", "Le service écrira la suite")


class Hands(Protocol):
    """How a person acts on a page."""

    def press(self, target: Locator) -> None: ...

    def choose(self, target: Locator) -> None: ...

    def write(self, target: Locator, text: str) -> None: ...

    def send_file(self, target: Locator, path: Path) -> None: ...


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def choose(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, text: str) -> None:
        target.click()
        target.fill(text)

    def send_file(self, target: Locator, path: Path) -> None:
        with self.page.expect_file_chooser() as chooser:
            target.click()
        chooser.value.set_files(path)


class Keyboard:
    """Nothing but keys: Tab until the focus is there, then Enter, Space or letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def choose(self, target: Locator) -> None:
        """One of several radio buttons: Tab stops at the group, the arrows go through it."""
        group = self.page.locator(f'input[name="{target.get_attribute("name")}"]').locator("visible=true")
        form = target.locator("xpath=ancestor::form")
        self._reach(form.locator(f'input[name="{target.get_attribute("name")}"]'))
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if target.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        expect(target).to_be_checked()

    def write(self, target: Locator, text: str) -> None:
        self._reach(target)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(text)

    def send_file(self, target: Locator, path: Path) -> None:
        self._reach(target)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(path)

    def _reach(self, target: Locator) -> None:
        target.first.wait_for()
        for _ in range(600):
            if target.evaluate_all("nodes => nodes.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")


def to_the_review(page: Page, hands: Hands, document: Path) -> None:
    person = make_person("coordinator")
    page.on("filechooser", lambda chooser: None)  # the browser hands its dialog over from now on
    page.goto("/compte/login/")
    hands.write(page.locator("input[name=login]"), person.email)
    hands.write(page.locator("input[name=password]"), PASSWORD)
    hands.press(page.locator("form:has(input[name=password]) button[type=submit]"))
    page.wait_for_url("**/atelier/")
    hands.press(page.get_by_role("link", name="Importer un document"))
    hands.send_file(page.locator("input[type=file]"), document)
    hands.press(page.get_by_role("button", name="Envoyer et lire le document"))
    page.get_by_role("heading", name="Voici ce que nous avons compris").wait_for()


def settle(page: Page, hands: Hands, words: str) -> None:
    """The first point that still waits, wherever it stands."""
    settled = PlanImport.objects.get().decisions
    if not page.locator(".ws-decision.awaits").count():
        hands.press(page.locator(".ws-item.awaits .ws-open a").first)
    form = page.locator(".ws-decision.awaits").first
    form.wait_for()
    hands.choose(form.get_by_label("C’est décidé"))
    hands.write(form.get_by_label("Décision"), words)
    answered = form.get_by_label("Décision").get_attribute("id")
    hands.press(form.get_by_role("button", name="Enregistrer la décision"))
    page.locator(f".ws-decision.awaits [id='{answered}']").wait_for(state="hidden")
    # The swapped row takes the focus, which moves the page: wait until it has.
    page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added").first.wait_for(state="hidden")
    page.locator(f"#compte:has-text('{len(settled) + 1} /')").wait_for()


def to_the_public_page(page: Page, hands: Hands) -> None:
    hands.press(page.get_by_role("link", name="Confirmer l’import"))
    hands.choose(page.get_by_label("Le montrer au public dès maintenant"))
    hands.press(page.get_by_role("button", name="Confirmer"))
    page.wait_for_url("**/atelier/projet/?projet=*")
    expect(page.locator(".messages")).to_contain_text("le public peut le lire")
    page.goto("/projet/")


def whole_journey(page: Page, hands: Hands, document: Path) -> None:
    make_commune()
    to_the_review(page, hands, document)
    hands.press(page.get_by_role("link", name="Ce qui demande une décision"))
    page.wait_for_url("**filtre=a-decider*")
    for words in DECISIONS:
        settle(page, hands, words)
    to_the_public_page(page, hands)
    plan = TerritorialEducationPlan.objects.on_display()
    assert plan is not None
    assert set(plan.open_points.settled().values_list("decision", flat=True)) == set(DECISIONS)
    for words in DECISIONS:
        expect(page.locator("main")).not_to_contain_text(words)


@pytest.fixture
def real_document(shared: Path) -> Path:
    return shared / "mission" / "pedt.txt"


WAYS: dict[str, tuple[Callable[[Page], Hands], bool]] = {
    "mouse": (Mouse, True),
    "keyboard": (Keyboard, True),
    "mouse without JavaScript": (Mouse, False),
}


@pytest.mark.parametrize("way", WAYS)
def test_coordinator_brings_in_the_real_document(page_at, real_document, way):
    hands, javascript = WAYS[way]
    page = page_at(javascript=javascript)
    whole_journey(page, hands(page), real_document)
    says(page, "Désigner un référent santé et accueil inclusif")
    plan = TerritorialEducationPlan.objects.get()
    assert plan.items.filter(kind="operational_objective").count() == 54
    assert plan.items.filter(kind="expected_effect").count() == 62


def cell(*paragraphs: str) -> str:
    return f"<w:tc>{''.join(f'<w:p>{inside}</w:p>' for inside in paragraphs)}</w:tc>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def tracked_document(folder: Path) -> Path:
    """A Word file of one axis: a replacement that Claire Aubin proposed, three texts that ask for a decision."""
    change = 'w:author="Claire Aubin" w:date="2026-10-05T10:00:00Z"'
    replaced = (
        run("Nommer une personne référente dans ")
        + f'<w:del w:id="1" {change}><w:r><w:delText>chaque école</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" {change}>{run("chaque site")}</w:ins>'
    )
    rows = [
        (run("OBJECTIFS GENERAUX"),),
        (run("OBJECTIFS OPERATIONNELS"),),
        (run("EFFETS ATTENDUS"),),
    ]
    head = "".join(cell(*texts) for texts in rows)
    body = cell(run("Mieux accueillir chaque enfant"))
    body += cell(replaced, run("Ouvrir les gymnases le samedi (à préciser)"))
    body += cell(run("Des familles qui savent à qui parler (à définir)"), run("Plus d’enfants inscrits ???"))
    columns = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
    table = f"<w:tbl>{columns}<w:tr>{head}</w:tr><w:tr>{body}</w:tr></w:tbl>"
    path = folder / "projet.docx"
    path.write_bytes(docx(f"<w:p>{run('ACCUEILLIR TOUS LES ENFANTS')}</w:p>{table}<w:p/>"))
    return path


def test_coordinator_brings_in_a_word_file_with_tracked_changes_with_the_keyboard_alone(page_at, tmp_path):
    page = page_at()
    hands = Keyboard(page)
    whole_journey(page, hands, tracked_document(tmp_path))
    says(page, "Nommer une personne référente dans chaque école")
    suggestion = Suggestion.objects.get()
    assert (suggestion.old, suggestion.new, suggestion.author) == ("école", "site", "Claire Aubin") or (
        suggestion.old,
        suggestion.new,
    ) == ("chaque école", "chaque site")
    page.goto("/atelier/propositions/")
    hands.press(page.get_by_role("button", name="Accepter"))
    page.locator(".tag.good", has_text="acceptée").wait_for()
    page.goto("/projet/")
    says(page, "Nommer une personne référente dans chaque site")


def test_each_swap_puts_the_focus_where_the_answer_is(page_at, tmp_path):
    make_commune()
    page = page_at()
    to_the_review(page, Mouse(page), tracked_document(tmp_path))
    page.locator(".ws-item.awaits .ws-open a").first.click()
    page.locator(".ws-panel h5:focus").wait_for()
    form = page.locator(".ws-decision.awaits").first
    form.get_by_label("C’est décidé").check()
    form.get_by_role("button").click()
    page.locator(".error-summary:focus").wait_for()
    form.get_by_label("Décision").fill("Un samedi sur deux")
    form.get_by_role("button").click()
    page.locator("#compte:has-text('1 /')").wait_for()
    page.locator(":is(.ws-item, .ws-panel h5):focus").wait_for()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_states_of_the_pages_are_accessible(page_at, tmp_path, width, scheme):
    """An open item, an error, a conflict, an open point: what a plain visit does not show."""
    make_commune()
    page = page_at(width=width, scheme=scheme)
    to_the_review(page, Mouse(page), tracked_document(tmp_path))
    page.locator(".ws-item.awaits .ws-open a").first.click()
    page.locator(".ws-decision").first.wait_for()
    assert_accessible(page)
    for summary in page.locator(".ws-corrections summary").all():
        if not summary.evaluate("node => node.parentElement.open"):
            summary.click()
    assert_accessible(page)
    page.locator(".ws-decision button").first.click()
    assert_accessible(page)
    page.goto(page.url.split("?")[0] + "confirmation/")
    page.get_by_role("button", name="Confirmer").click()
    page.wait_for_url("**/atelier/projet/?projet=*")
    page.locator(".ws-side a").first.click()
    page.locator(".ws-panel").wait_for()
    assert_accessible(page)
    point = OpenPoint.objects.filter(item__isnull=False).first()
    assert point is not None
    page.goto(f"/atelier/points-ouverts/?ouvert={point.pk}")
    assert_accessible(page)
    page.locator(".ws-panel form button").first.click()
    assert_accessible(page)
    page.goto("/atelier/projet/lignes/a1-g1-r1/ajout/")
    assert_accessible(page)


def test_sending_a_wrong_document_says_so_where_the_focus_goes(page_at, tmp_path):
    make_commune()
    page = page_at(width=390)
    log_in(page, make_person("coordinator").email)
    letter = tmp_path / "lettre.pdf"
    letter.write_bytes(b"%PDF-1.7 rien")
    page.goto("/atelier/imports/")
    page.set_input_files("input[type=file]", letter)
    page.get_by_role("button", name="Envoyer et lire le document").click()
    page.locator(".error-summary:focus").wait_for()
    assert_accessible(page)
    assert not PlanImport.objects.exists()
