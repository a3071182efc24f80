"""Pictures of the running product: ``python -m tests.screenshots`` writes the README's; ``--all FOLDER`` every page.

Not a test: somebody looks at them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import served
from tests.journeys.arguments import ARGUMENTS, program

ROOT = Path(__file__).resolve().parents[1]
PUBLIC = {
    "home": "/",
    "plan": "/projet/",
    "axis": "/projet/axe-2/",
    "objective": "/projet/a1-g1-o1/",
    "search": "/projet/recherche/?q=ecole",
    "changes": "/ce-que-ca-change/",
    "data": "/donnees/",
    "datasets": "/donnees/jeux/",
    "accessibility": "/accessibilite/",
    "legal": "/mentions-legales/",
    "login": "/compte/login/",
    "missing": "/nulle-part/",
    "gallery": "/galerie/",
}
INSIDE = {
    "desk": "/atelier/",
    "tree": "/atelier/projet/",
    "points": "/atelier/points-ouverts/",
    "suggestions": "/atelier/propositions/",
    "returns": "/atelier/copies/",
    "return": "/atelier/copies/retours/1/",
    "versions": "/atelier/versions/",
    "comparison": "/atelier/versions/comparaison/",
    "imports": "/atelier/imports/",
    "sheets": "/atelier/fiches/",
    "sheet": "/atelier/fiches/4/",
    "sites": "/atelier/sites/",
    "labels": "/atelier/labels/",
    "adoption": "/atelier/adoption/",
    "agreements": "/atelier/conventions/",
    "timeline": "/atelier/frise/",
    "account": "/compte/",
    "steering": "/pilotage/",
    "progress": "/pilotage/avancement/",
    "indicators": "/atelier/indicateurs/",
    "evaluations": "/atelier/evaluation/",
    "evaluation": "/atelier/evaluation/2/",
    "committee": "/atelier/evaluation/2/adoption/",
    "report": "/atelier/evaluation/1/rapport/",
    "equity": "/atelier/territoire/",
    "gaps": "/atelier/territoire/ecarts/",
    "missing-children": "/atelier/qui-manque/",
    "terms": "/atelier/reglages/",
    "term-campaigns": "/atelier/reglages/campagnes/",
    "term-day": "/atelier/reglages/jour-accueil/",
    "term-decision": "/atelier/reglages/campagnes/valeur/suite/",
    "laboratory": "/atelier/laboratoire/1/",
    "campaigns": "/atelier/campagnes/",
}


def main() -> None:
    everything = "--all" in sys.argv
    folder = Path(sys.argv[sys.argv.index("--all") + 1]) if everything else ROOT / "docs/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with served() as port, browser() as chromium:
        address = f"http://127.0.0.1:{port}"
        if everything:
            for width in (390, 1280):
                for scheme in ("light", "dark"):
                    take(chromium, address, folder, width, scheme)
        else:
            readme(chromium, address, folder)


def readme(chromium: Browser, address: str, folder: Path) -> None:
    page = new_page(chromium, 1280, "light")
    page.goto(address + "/")
    page.screenshot(path=folder / "home.png", clip={"x": 0, "y": 0, "width": 1280, "height": 900})
    enter(page, address, "coordinator")
    shown = {"return": "/atelier/copies/retours/1/", "sheet": "/atelier/fiches/4/", "steering": "/pilotage/"}
    for name, path in shown.items():
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / f"{name}.png", clip={"x": 0, "y": 0, "width": 1280, "height": 900})


def take(chromium: Browser, address: str, folder: Path, width: int, scheme: str) -> None:
    page = new_page(chromium, width, scheme)
    for name, path in PUBLIC.items():
        shot(page, address + path, folder / f"{name}-{width}-{scheme}.png")
    enter(page, address, "coordinator")
    for name, path in INSIDE.items():
        shot(page, address + path, folder / f"{name}-{width}-{scheme}.png")


def shot(page: Page, url: str, path: Path) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)


def enter(page: Page, address: str, part: str) -> None:
    from preau.demo.logins import DEMO_LOGINS, DEMO_PASSWORD

    page.goto(address + "/compte/login/")
    page.fill("input[name=login]", DEMO_LOGINS[part])
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login/" not in url)


def new_page(chromium: Browser, width: int, scheme: str) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844}, color_scheme=scheme, locale="fr-FR"
    )
    return context.new_page()


@contextmanager
def browser() -> Iterator[Browser]:
    path = program()
    if path is None:
        raise SystemExit("Chromium is not installed.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


if __name__ == "__main__":
    main()
