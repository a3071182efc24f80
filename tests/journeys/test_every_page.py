"""Every page of every surface: no axe violation, no sideways scroll, at both widths, by day and by night."""

from __future__ import annotations

import pytest
from django.utils import timezone

from preau.people.accounts.hand import Hand
from preau.plan.importing.actions import receive
from tests.cast import make_activity, make_commune, make_label, make_person, make_plan, make_price
from tests.cast.calendar import make_calendar
from tests.cast.classes import make_class_offer, make_group, make_wish
from tests.cast.offer import give_papers, make_whole
from tests.cast.opendata import make_import_run, make_previewed_run
from tests.cast.sheets import make_full_sheet
from tests.cast.sites import make_living_site
from tests.cast.spaces import make_living_space
from tests.cast.versions import make_versions
from tests.journeys.browser import SCHEMES, WIDTHS, assert_accessible, half, log_in, violations
from tests.surfaces.terminal.test_plan_import import PLAN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = (
    "/campagnes/",
    "/lieux/pres/",
    "/calendrier/",
    "/lieux/",
    "/lieux/?q=zzz",
    "/lieux/terrain-des-quais/",
    "/e/abcd2345/",
    "/e/perdu/",
    "/activites/",
    "/activites/?age=7&jour=mercredi",
    "/activites/?q=judo+mercredi",
    "/activites/?vue=semaine",
    "/activites/?vue=carte&pres=2.164,48.944&minutes=20",
    "/activites/?prix=gratuit&jour=lundi",
    "/activites/judo/",
    "/activites/organisateurs/club-de-judo/",
    "/activites/agenda/",
    "/tarifs/",
    "/tarifs/{price}/",
    "/tarifs/{price}/?quotient=650&enfants=2&commune=non",
    "/tarifs/{price}/?quotient=beaucoup",
    "/associations/rejoindre/",
    "/associations/rejoindre/envoi/",
    "/associations/rejoindre/inconnu/",
    "/",
    "/projet/",
    "/projet/axe-1/",
    "/projet/a1-g1-o1/",
    "/projet/a2-g1-e2/",
    "/projet/recherche/?q=ecole",
    "/projet/recherche/?q=zzz",
    "/donnees/",
    "/ce-que-ca-change/",
    "/donnees/jeux/",
    "/accessibilite/",
    "/mentions-legales/",
    "/compte/login/",
    "/compte/login/code/",
    "/compte/password/reset/",
    "/compte/signup/",
    "/galerie/",
    "/nulle-part/",
)
INSIDE = (
    "/atelier/campagnes/",
    "/atelier/laboratoire/",
    "/atelier/laboratoire/nouvelle/",
    "/atelier/reglages/",
    "/atelier/reglages/silence/",
    "/atelier/donnees-ouvertes/",
    "/atelier/donnees-ouvertes/schools/",
    "/atelier/donnees-ouvertes/imports/",
    "/atelier/donnees-ouvertes/imports/{run}/",
    "/atelier/donnees-ouvertes/imports/{previewed}/",
    "/atelier/donnees-ouvertes/imports/{run}/annulation/",
    "/atelier/territoires/",
    "/atelier/territoires/marche/ajout/",
    "/atelier/calendrier/",
    "/atelier/calendrier/moment/?lieu=les-tilleuls&jour=2026-11-24&heure=16:45",
    "/atelier/calendrier/fermetures/ajout/",
    "/atelier/calendrier/corrections/ajout/",
    "/atelier/calendrier/zone/",
    "/atelier/fiches-officielles/",
    "/atelier/sites/les-tilleuls/familles/",
    "/atelier/sites/les-tilleuls/pratique/",
    "/atelier/sites/les-tilleuls/accessibilite/",
    "/atelier/sites/les-tilleuls/ouverture/",
    "/atelier/sites/les-tilleuls/ouverture/ajout/",
    "/atelier/sites/les-tilleuls/photos/ajout/",
    "/atelier/espaces/",
    "/atelier/espaces/ajout/",
    "/atelier/espaces/delais/",
    "/atelier/espaces/signalements/",
    "/atelier/espaces/terrain-des-quais/",
    "/atelier/espaces/terrain-des-quais/modifier/",
    "/atelier/espaces/terrain-des-quais/panneau/",
    "/atelier/espaces/terrain-des-quais/fermeture/",
    "/atelier/espaces/terrain-des-quais/passage/",
    "/atelier/activites/",
    "/atelier/activites/?etat=refusees",
    "/atelier/activites/ajout/",
    "/atelier/activites/judo/",
    "/atelier/activites/judo/sections/idee/",
    "/atelier/activites/judo/sections/public/",
    "/atelier/activites/judo/sections/lieu/",
    "/atelier/activites/judo/sections/creneaux/",
    "/atelier/activites/judo/sections/tarif/",
    "/atelier/activites/judo/sections/inscription/",
    "/atelier/activites/judo/sections/adaptation/",
    "/atelier/activites/judo/sections/objectifs/",
    "/atelier/activites/judo/etat/demande/",
    "/atelier/activites/judo/etat/retrait/",
    "/atelier/activites/lot/?fiche=judo",
    "/atelier/activites/lot/?fiche=judo&quoi=contact",
    "/atelier/activites/reprise/?annee=2026",
    "/atelier/activites/tableau/",
    "/atelier/organisations/",
    "/atelier/organisations/club-de-judo/",
    "/atelier/organisations/club-de-judo/pieces/honour/",
    "/atelier/organisations/delais/",
    "/atelier/tarifs/",
    "/atelier/tarifs/nouveau/",
    "/atelier/tarifs/{price}/",
    "/atelier/tarifs/{price}/suite/?hausse=2&arrondi=10",
    "/atelier/tarifs/{price}/fin/",
    "/atelier/langues/",
    "/atelier/langues/judo-des-petits/",
    "/atelier/langues/judo-des-petits/ar/",
    "/atelier/langues/judo-des-petits/facile/relecture/",
    "/atelier/classes/",
    "/atelier/classes/{group}/",
    "/atelier/classes/offres/",
    "/atelier/classes/offres/{class_offer}/",
    "/atelier/classes/offres/{class_offer}/accueil/",
    "/atelier/classes/offres/{class_offer}/repartition/",
    "/atelier/classes/demandes/{class_wish}/",
    "/atelier/classes/demandes/{class_wish}/refus/",
    "/atelier/",
    "/atelier/imports/",
    "/atelier/imports/{plan_import}/",
    "/atelier/imports/{plan_import}/hors-tableau/",
    "/atelier/imports/{plan_import}/confirmation/",
    "/atelier/imports/{plan_import}/abandon/",
    "/atelier/imports/{plan_import}/compte-rendu/",
    "/atelier/projets/",
    "/atelier/projet/",
    "/atelier/projet/affichage/",
    "/atelier/projet/a1-g1-o2/",
    "/atelier/projet/a1-g1-o2/modifier/",
    "/atelier/projet/a1-g1-o2/deplacement/",
    "/atelier/nouvelles/",
    "/atelier/points-ouverts/",
    "/atelier/propositions/",
    "/atelier/propositions/?etat=toutes",
    "/atelier/propositions/partenaires/",
    "/atelier/propositions/partenaires/service-des-sports/",
    "/atelier/projet/a2-g1-o1/propositions/",
    "/atelier/projet/a1-g1-o2/proposition/texte/",
    "/atelier/projet/a1-g1-o2/proposition/place/",
    "/atelier/projet/a1-g1-o2/proposition/place/?ligne=a1-g1-r2",
    "/atelier/projet/a1-g1-o2/proposition/retrait/",
    "/atelier/projet/a1-g1-r1/proposition/ajout/",
    "/atelier/versions/",
    "/atelier/versions/comparaison/",
    "/atelier/copies/",
    "/atelier/fiches/",
    "/atelier/fiches/?etat=annulees",
    "/atelier/fiches/nouvelle/?objectif=a1-g1-o2",
    "/atelier/fiches/{proposed}/",
    "/atelier/fiches/{reviewed}/",
    "/atelier/fiches/{proposed}/sections/idee/",
    "/atelier/fiches/{proposed}/sections/porteurs/",
    "/atelier/fiches/{proposed}/sections/objectifs/",
    "/atelier/fiches/{proposed}/sections/public/",
    "/atelier/fiches/{proposed}/sections/calendrier/",
    "/atelier/fiches/{proposed}/budget/ajout/",
    "/atelier/fiches/{proposed}/partenaires/ajout/",
    "/atelier/fiches/{proposed}/etapes/ajout/",
    "/atelier/fiches/{proposed}/applications/ajout/",
    "/atelier/fiches/{proposed}/etat/validation/",
    "/atelier/fiches/{proposed}/etat/annulation/",
    "/atelier/fiches/{running}/bilan/",
    "/atelier/sites/",
    "/atelier/sites/ajout/",
    "/atelier/sites/les-tilleuls/",
    "/atelier/sites/les-tilleuls/modifier/",
    "/atelier/sites/les-tilleuls/horaires/",
    "/atelier/sites/les-tilleuls/horaires/ajout/",
    "/atelier/sites/les-tilleuls/projets/",
    "/atelier/sites/les-tilleuls/binome/",
    "/atelier/sites/les-tilleuls/semaine/",
    "/atelier/sites/les-tilleuls/semaine/ajout/",
    "/atelier/labels/",
    "/atelier/labels/nouveau/",
    "/atelier/labels/nouveau/?label=qualivilles",
    "/atelier/labels/{label}/?critere=2",
    "/atelier/labels/{label}/modifier/",
    "/atelier/labels/{label}/etapes/submit/",
    "/atelier/labels/connus/",
    "/atelier/labels/connus/nouveau/",
    "/atelier/labels/regles/e3d/",
    "/atelier/adoption/",
    "/atelier/adoption/preparation/",
    "/atelier/adoption/vote/",
    "/atelier/conventions/",
    "/atelier/conventions/nouvelle/",
    "/atelier/conventions/delais/",
    "/atelier/frise/",
    "/atelier/frise/?quand=passe",
    "/pilotage/avancement/?voir=en-retard",
    "/pilotage/avancement/",
    "/pilotage/",
    "/pilotage/decisions/",
    "/compte/",
    "/compte/2fa/",
    "/compte/2fa/webauthn/",
    "/compte/reauthenticate/",
    "/compte/logout/",
    "/compte/password/change/",
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_public_pages(page_at, width, scheme):
    make_plan(shown=True)
    make_calendar(make_commune())
    make_living_space(timezone.now())
    price = make_price().pk
    page = page_at(width=width, scheme=scheme)
    found: list[str] = []
    for path in half(PUBLIC, width, scheme):
        page.goto(path.format(price=price))
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_of_the_workspace(page_at, width, scheme, now):
    make_plan(shown=True)
    coordinator = make_person("coordinator")
    received = receive(PLAN.encode(), "projet.txt", commune=make_commune(), hand=Hand(coordinator, now))
    label = make_label(Hand(coordinator, now))
    sheets = {state: make_full_sheet(state).pk for state in ("proposed", "running", "reviewed")}
    make_living_site()
    make_living_space(timezone.now())
    wish = make_wish(make_class_offer(), make_group())
    keys = {"group": wish.group_id, "class_offer": wish.offer_id, "class_wish": wish.pk, "price": make_price().pk}
    keys |= {"run": make_import_run().pk, "previewed": make_previewed_run().pk}
    make_whole(state="published")
    give_papers()
    make_versions(make_activity("Judo des petits"), hand=Hand(coordinator, now))
    make_calendar(make_commune())
    page = page_at(width=width, scheme=scheme)
    log_in(page, coordinator.email)
    found: list[str] = []
    for path in half(INSIDE, width, scheme):
        answer = page.goto(path.format(plan_import=received.pk, label=label.pk, **keys, **sheets))
        assert answer is not None and answer.status == 200, path
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("path", ["/", "/atelier/"])
def test_an_empty_installation_teaches(page_at, path):
    page = page_at()
    if path != "/":
        make_commune()
        log_in(page, make_person("coordinator").email)
    page.goto(path)
    assert_accessible(page)
