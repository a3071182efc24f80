"""An association adds an activity with the keyboard on a phone, an agent asks for a change, then publishes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preau.offer.activities.models import Activity
from preau.offer.activities.slots import lines_of
from preau.offer.providers.models import JoinRequest
from tests.cast import make_person
from tests.cast.offer import give_papers, make_provider, make_whole
from tests.journeys.browser import assert_accessible, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def write(page, name: str, words: str) -> None:
    """Goes to a field by the keyboard's own way, and types."""
    page.get_by_label(name).first.focus()
    page.keyboard.type(words)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def tick(page, name: str) -> None:
    page.get_by_label(name, exact=True).focus()
    page.keyboard.press("Space")


def test_an_association_adds_an_activity_and_the_town_publishes_it(page_at):
    give_papers(make_provider())
    club, town = make_person("provider"), make_person("agent")
    phone, desk = page_at(width=390), page_at(width=1280)
    log_in(phone, club.email)
    phone.goto("/atelier/activites/ajout/")
    assert_accessible(phone)
    write(phone, "Titre de l’activité", "Judo des petits")
    press(phone, "Ouvrir le brouillon")
    phone.get_by_role("heading", name="L’activité", level=1).wait_for()
    write(phone, "En une phrase", "Rouler, tomber, saluer : les premiers jeux de lutte.")
    write(phone, "Présentation de l’activité", "Une histoire par séance, un adulte pour huit enfants, un kimono prêté.")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="Pour qui", level=1).wait_for()
    tick(phone, "enfants")
    write(phone, "À partir de (ans)", "4")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="Où, et de quand à quand").wait_for()
    write(phone, "Point de rendez-vous", "Dojo, entrée nord")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="Jours et horaires").wait_for()
    assert_accessible(phone)
    phone.locator("[name=creneau-0-weekday]").select_option("2")
    phone.locator("[name=creneau-0-starts_at]").fill("14:00")
    phone.locator("[name=creneau-0-ends_at]").fill("15:00")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="Places et tarif").wait_for()
    write(phone, "Précision sur le tarif", "120 € l’année")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="S’inscrire").wait_for()
    write(phone, "Téléphone", "01 99 00 00 01")
    press(phone, "Enregistrer et continuer")
    phone.get_by_role("heading", name="Ce qui est adapté, et ce qui ne l’est pas").wait_for()
    assert_accessible(phone)
    write(phone, "Ce qui n’est pas possible", "Pas d’ascenseur.")
    press(phone, "Enregistrer")
    phone.get_by_text("Ce brouillon est complet").wait_for()
    assert_accessible(phone)
    press(phone, "Proposer à la ville")
    phone.get_by_text("est proposée").first.wait_for()

    log_in(desk, town.email)
    desk.goto("/atelier/activites/?etat=a-lire")
    assert_accessible(desk)
    desk.get_by_role("link", name="Judo des petits").click()
    desk.get_by_text("À lire : c’est à vous").wait_for()
    desk.get_by_role("link", name="Demander un changement").click()
    desk.get_by_label("les jours ou les horaires sont à corriger").check()
    desk.get_by_label("Pourquoi").fill("Le dojo ferme à 15 h le mercredi.")
    assert_accessible(desk)
    desk.get_by_role("button", name="Demander un changement").click()
    desk.get_by_text("La demande est partie").wait_for()

    phone.goto("/atelier/")
    assert_accessible(phone)
    phone.get_by_role("link", name="la fiche").first.click()
    phone.get_by_text("Le dojo ferme à 15 h").first.wait_for()
    press(phone, "Proposer à la ville")
    phone.get_by_text("est proposée").first.wait_for()
    desk.reload()
    desk.get_by_role("button", name="Publier", exact=True).click()
    desk.get_by_text("est publiée : les familles la voient").wait_for()
    assert_accessible(desk)
    activity = Activity.objects.get()
    assert (activity.state, len(lines_of(activity))) == ("published", 1)
    assert [each.step for each in activity.steps.exclude(step="change")] == [
        "create", "propose", "ask", "propose", "publish",
    ]  # fmt: skip


def test_what_is_typed_and_not_sent_comes_back(page_at):
    make_provider()
    club = make_person("provider")
    make_whole()
    page = page_at(width=390)
    log_in(page, club.email)
    page.goto("/atelier/activites/judo/sections/idee/")
    page.get_by_label("En une phrase").fill("Une phrase pas encore envoyée.")
    page.goto("/atelier/")
    page.goto("/atelier/activites/judo/sections/idee/")
    page.get_by_text("Brouillon repris").wait_for()
    expect(page.get_by_label("En une phrase")).to_have_value("Une phrase pas encore envoyée.")


def test_without_javascript_an_association_asks_writes_and_changes_many(page_at):
    make_provider()
    club = make_person("provider")
    make_whole("Judo", state="published")
    make_whole("Taïso", state="published")
    page = page_at(width=390, javascript=False)
    page.goto("/associations/rejoindre/")
    page.get_by_label("Nom de l’association").fill("Échecs du fleuve")
    page.get_by_label("Numéro RNA").fill("W929990001")
    page.get_by_label("Ce que fait l’association").fill("Apprendre les échecs.")
    page.get_by_label("Votre prénom et votre nom").fill("Tarek Mansouri")
    page.get_by_label("Votre adresse électronique").fill("tarek@essai.example")
    page.get_by_role("button", name="Envoyer la demande").click()
    page.get_by_role("heading", name="Ouvrez votre courriel").wait_for()
    assert JoinRequest.objects.get().state == "sent"

    log_in(page, club.email)
    page.goto("/atelier/activites/judo/sections/creneaux/")
    page.get_by_label("Retirer ce créneau").check()
    page.locator("[name=creneau-1-weekday]").select_option("5")
    page.locator("[name=creneau-1-starts_at]").fill("09:00")
    page.locator("[name=creneau-1-ends_at]").fill("10:00")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_text("les familles le voient déjà").wait_for()
    assert [line.weekday for line in lines_of(Activity.objects.get(slug="judo"))] == [5]

    page.goto("/atelier/activites/")
    page.get_by_label("Cocher « Judo »").check()
    page.get_by_label("Cocher « Taïso »").check()
    page.get_by_role("button", name="Changer les fiches cochées").click()
    page.get_by_label("La personne à joindre").check()
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Téléphone").fill("01 99 00 00 88")
    page.get_by_role("button", name="Voir ce qui changerait").click()
    page.get_by_role("heading", name="Ce qui changerait").wait_for()
    page.get_by_role("button", name="Appliquer aux fiches cochées").click()
    page.get_by_text("2 fiches ont changé").wait_for()
    assert Activity.objects.filter(contact_phone="01 99 00 00 88").count() == 2
