"""An entry becomes one page to print, whatever it says; what matters of it is on that page."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from preau.foundation.pdf import typeset
from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.enums import EntryState
from preau.offer.activities.models import Activity, Adaptation, Slot
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.writing import VersionText, validate_version, write_version
from preau.people.accounts.hand import Hand
from preau.surfaces.public.posters.facts import easy_facts, poster_facts
from preau.surfaces.public.posters.views import _TEMPLATE
from preau.surfaces.public.posters.words import CUT, breakable, shortened, times
from tests.cast import make_activity, make_price, make_site

pytestmark = pytest.mark.django_db

FULL = {
    "summary": "Pour apprendre à tomber sans se faire mal, et à respecter l’autre.",
    "description": "On joue, on roule, on apprend deux prises par mois. Le judogi est prêté la première année.",
    "contact_name": "Marion Delcourt",
    "contact_phone": "01 00 00 00 00",
    "contact_email": "bonjour@judo.example",
    "booking_words": "Inscription au dojo, le mercredi de 14 h à 18 h.",
    "price_words": "Licence comprise.",
}
LONG_WORDS = "Découverte des arts martiaux japonais et de la self-défense pour les enfants, les adolescents et leurs parents réunis"
ENDLESS = "anticonstitutionnellement" * 4


@pytest.fixture
def judo(db):
    return make_activity("Judo", price_rule=make_price(), site=make_site("Gymnase des Tilleuls"), **FULL)


def easy(activity, body="Le judo est un sport.\nOn apprend à tomber.\nOn joue ensemble.", *, now):
    told = VersionText(activity.title, body, fingerprint(activity))
    return write_version(activity, EASY_READ, told, seen_version=0, hand=Hand(None, now))


def pages(client, activity, model="affiche"):
    answer = client.get(f"/activites/{activity.slug}/affiche.pdf?modele={model}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(b"".join(answer.streaming_content)))


def text_of(reader):
    return " ".join(
        " ".join(page.extract_text() for page in reader.pages)
        .replace("\xa0", " ")
        .replace("\u202f", " ")
        .replace(CUT, "")
        .split()
    )


@pytest.mark.parametrize("model", ["affiche", "depliant", "falc"])
def test_a_poster_is_one_page_that_says_what_when_where_and_how_much(client, judo, now, model):
    easy(judo, now=now)
    reader = pages(client, judo, model)
    said = text_of(reader)
    assert len(reader.pages) == 1
    for words in (
        "Judo",
        "Club de judo",
        "de 6 à 10 ans",
        "mercredi, 14 h – 15 h",
        "Gymnase des Tilleuls",
        "de 12,40 € à 86 €",
    ):
        assert words in said
    assert "/activites/judo" in said


@pytest.mark.parametrize("model", ["affiche", "depliant"])
def test_a_poster_says_whom_to_call_and_what_is_adapted(client, judo, model):
    Adaptation.objects.create(
        activity=judo, premises=["step_free"], communication=["pictograms"], companion_is_free=True
    )
    said = text_of(pages(client, judo, model))
    for words in ("Marion Delcourt", "01 00 00 00 00", "accès sans marche", "pictogrammes", "accompagnant gratuit"):
        assert words in said


@pytest.mark.parametrize("model", ["affiche", "depliant", "falc"])
def test_a_poster_is_accessible(client, judo, now, model):
    easy(judo, now=now)
    reader = pages(client, judo, model)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("fr")
    assert "Judo" in reader.metadata.title
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode()
    assert _alternatives(root) == [
        "Code à scanner : la fiche de l’activité « Judo », http://127.0.0.1:8000/activites/judo/"
    ]


@pytest.mark.parametrize("model", ["affiche", "depliant", "falc"])
@pytest.mark.parametrize("extreme", ["empty", "long", "endless"])
def test_extreme_contents_stay_on_their_page(client, now, model, extreme):
    activity = {"empty": _empty, "long": _long, "endless": _endless}[extreme]()
    body = {
        "empty": "Sport.",
        "long": "\n".join(["Une phrase courte et claire pour tout le monde."] * 14),
        "endless": ENDLESS,
    }
    version = easy(activity, body[extreme], now=now)
    reader = pages(client, activity, model)
    on = now.date()
    facts = easy_facts(activity, version, on) if model == "falc" else poster_facts(activity, on, model)
    assert typeset(_TEMPLATE, facts | {"strict": True})
    assert len(reader.pages) == 1
    _nothing_over_the_edge(reader)
    if extreme == "long":
        said = text_of(reader)
        for words in ("et 4 autres horaires", "self-défense", "Place de la mairie"):
            assert words in said


def test_easy_posters_say_who_read_them(client, judo, now):
    version = easy(judo, now=now)
    assert "pas encore relu" in text_of(pages(client, judo, "falc"))
    validate_version(version, "quatre lecteurs de l’Esat", date(2026, 11, 20), seen_version=1, hand=Hand(None, now))
    assert "Texte relu et compris par quatre lecteurs de l’Esat, le 20 novembre 2026." in text_of(
        pages(client, judo, "falc")
    )


def test_what_is_not_there_is_not_printed(client, judo, now):
    base = f"/activites/{judo.slug}/affiche.pdf"
    assert client.get(f"{base}?modele=falc").status_code == 404
    easy(judo, now=now)
    Activity.objects.filter(pk=judo.pk).update(title="Judo et self-défense")
    assert client.get(f"{base}?modele=falc").status_code == 404
    assert client.get(f"{base}?modele=banderole").status_code == 404
    assert client.get("/activites/rien/affiche.pdf").status_code == 404
    draft = make_activity("Brouillon", state=EntryState.DRAFT)
    assert client.get(f"/activites/{draft.slug}/affiche.pdf").status_code == 404


def test_a_poster_is_made_once_until_the_entry_changes(client, judo, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        first = text_of(pages(client, judo))
    assert text_of(pages(client, judo)) == first
    Activity.objects.filter(pk=judo.pk).update(title="Judo du soir")
    assert "Judo du soir" in text_of(pages(client, Activity.objects.get(pk=judo.pk)))


def test_words_of_a_poster():
    slots = [Slot(weekday=day, starts_at=time(8 + day), ends_at=time(10 + day)) for day in range(5)]
    assert times(slots)[4:] == ["et un autre horaire"]
    assert len(times(slots[:4])) == 4
    assert shortened("Une phrase. Une autre.", 12) == "Une phrase."
    assert shortened("Une phrase sans fin qui continue", 12) == "Une phrase…"
    assert max(len(part) for part in breakable(ENDLESS).split(CUT)) == 12


def _empty():
    return make_activity("Jeux", summary="", age_min=None, age_max=None, weekday=None)


def _long():
    activity = make_activity(
        LONG_WORDS,
        slug="decouverte-des-arts-martiaux-japonais-et-de-la-self-defense-pour-les-enfants-et-leurs-parents",
        summary=("Une activité pour toute la famille, dans la bonne humeur et le respect de chacun, " * 4)[:240],
        description="Une phrase longue qui raconte ce que font les enfants, semaine après semaine. " * 60,
        meeting_point="Place de la mairie, devant la fontaine, sous le grand tilleul, à côté de l’arrêt du bus 276",
        site=make_site("Maison des associations et des cultures du monde des Coteaux de Seine"),
        price_rule=make_price(),
        booking_words="Inscription obligatoire, " * 9,
        price_words="Licence, assurance, passage de grade et prêt du matériel compris pour toute l’année scolaire en cours.",
        contact_name="Marie-Françoise de La Rochefoucauld-Dubois-Lemaître",
        contact_phone="01 00 00 00 00",
        contact_email="contact.inscriptions.arts.martiaux@maison-des-associations.example",
    )
    for number in range(7):
        Slot.objects.create(
            activity=activity, weekday=number % 6, starts_at=time(8 + number), ends_at=time(9 + number, 30)
        )
    Adaptation.objects.create(
        activity=activity,
        premises=Premises.values,
        sensory=Sensory.values,
        communication=Communication.values,
        companion_is_free=True,
    )
    return activity


def _endless():
    return make_activity(
        ENDLESS, summary=ENDLESS, description=ENDLESS * 10, meeting_point=ENDLESS, contact_name=ENDLESS
    )


def _nothing_over_the_edge(reader):
    """Every piece of text begins inside the page."""
    (page,) = reader.pages
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    places = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: places.append((text.strip(), tm[4], tm[5])))
    assert [place for place in places if place[0] and not (0 <= place[1] <= width and 0 <= place[2] <= height)] == []


def _alternatives(node, found=None):
    found = [] if found is None else found
    if isinstance(node, dict):
        if "/Alt" in node:
            found.append(str(node["/Alt"]))
        for name in ("/StructTreeRoot", "/K"):
            if name in node:
                _alternatives(node[name].get_object() if hasattr(node[name], "get_object") else node[name], found)
    elif isinstance(node, list):
        for child in node:
            _alternatives(child.get_object() if hasattr(child, "get_object") else child, found)
    return found
