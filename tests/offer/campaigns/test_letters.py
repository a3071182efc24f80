"""The letter that each guardian receives: tagged, complete, at their own address; printed together, posted once."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.utils.translation import override
from pypdf import PdfReader

from preau.offer.activities.models import Activity
from preau.offer.campaigns.addressing import addressees, for_oneself, readers_of
from preau.offer.campaigns.letters import AT_ONCE, decision_letter, write_letter, write_letters
from preau.offer.campaigns.models import Letter
from preau.offer.campaigns.posting import post, sheet_of, to_post
from preau.offer.campaigns.remedies import answer_due, ask_until, court_of
from preau.offer.campaigns.wording import notice_of, ways_of
from preau.offer.enrolment.models import EnrolmentStep
from preau.people.households.enums import ContactBy, GuardianRights
from preau.people.households.models import Adult, Guardian, Household
from tests.cast.campaigns import NOTIFIED, make_application, make_campaign, make_decided, walk
from tests.cast.families import (
    link,
    make_adult,
    make_paper_family,
    make_sheltered,
    make_small_family,
    make_two_homes,
    make_young_person,
)

pytestmark = pytest.mark.django_db
TODAY = NOTIFIED.now.date()


def _sheet(application, adult):
    return decision_letter(application, addressees([(application, adult)], TODAY)[0])


def _read(pdf):
    reader = PdfReader(BytesIO(pdf))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def _told(seats=2, children=5):
    campaign = make_campaign("open", seats=seats)
    for _each in range(children):
        make_application(campaign, ("Judo", "Poterie"))
    return walk(campaign, "notified")


def test_a_letter_says_wish_by_wish_all_that_the_law_and_the_family_ask():
    campaign = _told()
    refused = campaign.applications.filter(cases__result="refused", cases__rank=2).get()
    reader, words = _read(write_letter(_sheet(refused, refused.asked_by)))
    for said in (
        "Pas de place pour Enfant pour l’instant", "Vœu 1, Judo", "Vœu 2, Poterie", "2 places pour 5 demandes",
        "en priorité 1", "il a le numéro", "Le dernier enfant qui a une place", "Votre enfant est 1er sur la liste",
        "Ce qui aurait donné une place : un plus petit numéro au tirage", "habitent la commune (l’adresse du foyer)",
        "traitement algorithmique", "délibération 2026-118 du 8 octobre 2026", "L. 311-3-1", "R. 311-3-1-2",
        "avant le 8 février 2027", "Défenseur des droits", "tribunal administratif", refused.code,
        "Bourg-la-Fontaine, le 8 décembre 2026", "page 1 sur",
    ):  # fmt: skip
        assert said.replace("\u202f", " ").replace("\xa0", " ") in words.replace("\u202f", " ").replace("\xa0", " "), (
            said
        )
    assert "Coupon" not in words
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("fr")
    assert "/StructTreeRoot" in root and reader.metadata.title.startswith("Pas de place pour Enfant")


def _sentences(text):
    """A point after a letter alone is of an article, "L. 311-3-1"."""
    return re.split(r"(?<![A-Z])[.!?]\s+", text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_notice_of_the_algorithm_is_in_short_sentences(language):
    campaign = _told()
    with override(language):
        told = [*notice_of(campaign), *(way.words for way in ways_of(campaign))]
    longest = max((each for text in told for each in _sentences(text)), key=lambda each: len(each.split()))
    assert len(longest.replace(" :", "").split()) <= 20, longest


def test_the_notice_of_the_algorithm_leaves_out_nothing_that_the_law_asks():
    campaign = _told()
    told = " ".join(notice_of(campaign))
    for element, words in {
        "finality": "sert à ranger les demandes et à donner les places",
        "degree and mode of contribution": "Le rang vient du seul calcul",
        "data": "vos vœux, dans leur ordre",
        "sources": "renseignements de votre dossier",
        "parameters and weights": "la première priorité passe avant la suivante",
        "operations": "essaie vos vœux un par un",
        "the rules and where they are": "délibération 2026-118",
        "the right": "Vous avez le droit de demander les règles du calcul",
        "how to use it": f"Écrivez à ce service : {campaign.organisation.name}",
        "what will be told": "les données, leur source, les priorités et leur poids",
        "the rest of what will be told": "les étapes du calcul, et sa part dans la décision",
        "the office": "Commission d’accès aux documents administratifs",
        "its delay": "Sans réponse après un mois",
    }.items():
        assert words in told.replace("\xa0", " "), element


def test_an_offered_place_comes_with_the_day_the_ways_to_answer_and_a_slip():
    application, adult = make_decided()
    _reader, words = _read(write_letter(_sheet(application, adult)))
    assert "Une place est proposée à Enfant" in words
    assert "avant la fin du 18 décembre 2026" in words
    assert "Je prends cette place" in words and "Je la laisse à un autre enfant" in words


def test_each_guardian_reads_their_own_address_and_never_the_other_home():
    family = make_two_homes()
    application, mother = make_decided(family=family, child="Zélie")
    father = family.adults["Yann"]
    _reader, hers = _read(write_letter(_sheet(application, mother)))
    _reader, his = _read(write_letter(_sheet(application, father)))
    assert "4 rue du Moulin" in hers and "quai des Brumes" not in hers and "habitent la commune" in hers
    assert "19 quai des Brumes" in his and "rue du Moulin" not in his and "habitent la commune (" not in his


def test_a_blocked_guardian_is_written_to_by_no_link_and_an_informed_one_is():
    family = make_sheltered()
    application, mother = make_decided(family=family, child="Inès")
    blocked = family.adults["Karim"]
    informed = make_adult("Rosa Informée")
    link(family.children["Inès"], informed, GuardianRights.INFORMED)
    Guardian.objects.create(
        child=family.children["Inès"], adult=blocked, kind="other", rights=GuardianRights.INFORMED,
        from_on="2025-09-01", until_on="2027-09-01", recorded_at=NOTIFIED.now,
    )  # fmt: skip
    assert readers_of([application], TODAY)[application.pk] == [mother, informed]


def test_a_young_person_is_written_to_in_their_own_name():
    campaign = make_campaign("open", titles=("Judo",))
    Activity.objects.update(age_max=17)
    application = make_application(campaign, ("Judo",), family=make_young_person(), child="Sacha")
    walk(campaign, "notified")
    application.campaign.refresh_from_db()
    _reader, words = _read(write_letter(decision_letter(application, for_oneself(application))))
    assert "Bonjour Sacha Morin" in words and "6 rue des Lilas" in words


def test_letters_to_post_are_those_of_paper_families_in_the_order_of_a_round():
    campaign = make_campaign("open", titles=("Judo",))
    make_application(campaign, ("Judo",))
    family = make_paper_family()
    make_application(campaign, ("Judo",), family=family, child="Awa")
    for number, street in ((12, "rue des Acacias"), (3, "rue des Acacias"), (7, "allée Verte")):
        each = make_small_family(f"papier-{number}")
        Adult.objects.filter(pk=each.adults["parent"].pk).update(contact_by=ContactBy.PHONE)
        Household.objects.filter(pk=each.homes["home"].pk).update(address=f"{number} {street}")
        make_application(campaign, ("Judo",), family=each)
    assert to_post(campaign, TODAY) == []
    campaign = walk(campaign, "notified")
    waiting = to_post(campaign, TODAY)
    assert [each.to.lines[0] for each in waiting] == [
        "7 allée Verte", "31 cité des Coteaux", "3 rue des Acacias", "12 rue des Acacias",
    ]  # fmt: skip
    _reader, words = _read(write_letters([sheet_of(each) for each in waiting], "Lettres"))
    assert words.count("Bonjour ") == 4 and words.count("page 1 sur 2") == 4
    assert post(campaign, waiting[:2], hand=NOTIFIED) == 2
    assert post(campaign, waiting[:3], hand=NOTIFIED) == 1
    assert Letter.objects.count() == 3 and len(to_post(campaign, TODAY)) == 1


def test_who_has_no_known_address_comes_last_and_still_has_a_letter():
    campaign = make_campaign("open", titles=("Judo",))
    family = make_paper_family()
    make_application(campaign, ("Judo",), family=family, child="Awa")
    Household.objects.update(address="")
    other = make_small_family("b")
    Adult.objects.filter(pk=other.adults["parent"].pk).update(contact_by=ContactBy.PAPER)
    make_application(campaign, ("Judo",), family=other)
    waiting = to_post(walk(campaign, "notified"), TODAY)
    assert [bool(each.to.lines) for each in waiting] == [True, False]
    assert "Mariam" in _read(write_letter(sheet_of(waiting[1])))[1]


def test_one_document_never_holds_more_than_it_should():
    application, adult = make_decided()
    with pytest.raises(ValueError, match="letters in one document"):
        write_letters([_sheet(application, adult)] * (AT_ONCE + 1), "Lettres")


def test_what_people_wrote_is_never_read_as_markup():
    application, adult = make_decided()
    adult.first_name, adult.last_name = "#sys.inputs *Gras*", "$x$ _é_ @a <b>"
    adult.save()
    _reader, words = _read(write_letter(_sheet(application, adult)))
    assert "#sys.inputs *Gras* $x$ _é_ @a <b>" in words


def test_no_mail_of_a_place_tells_the_result_before_the_family_reads_it():
    make_decided()
    assert EnrolmentStep.objects.filter(told_at=None).count() == 0


def test_delays_are_counted_in_months_and_the_court_is_the_one_of_the_place():
    assert ask_until(NOTIFIED.now.date()).isoformat() == "2027-02-08"
    assert answer_due(NOTIFIED.now.date().replace(day=31)).isoformat() == "2027-02-28"
    assert court_of("92999").name == "Tribunal administratif de Cergy-Pontoise"
    assert court_of("35238").lines == ("citoyens.telerecours.fr",)
