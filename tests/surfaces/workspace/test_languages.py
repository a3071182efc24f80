"""Agents and associations tell an entry in easy French or in another language, beside its French text."""

from __future__ import annotations

import pytest

from preau.offer.activities.models import Activity
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.models import EntryVersion
from preau.offer.versions.writing import VersionText, write_version
from preau.people.accounts.hand import Hand
from tests.cast import make_activity, make_organisation
from tests.surfaces.workspace.conftest import queries_of

BASE = "/atelier/langues/"


@pytest.fixture
def judo(db):
    return make_activity("Judo", description="Un cours pour débuter.")


def sent(activity, **more):
    return {
        "source": fingerprint(activity),
        "seen_version": "0",
        "title": "Judo para todos",
        "body": "Aprender a cair.",
        "translator": "",
    } | more


def write(activity, kind, now):
    told = VersionText("Judo", "Du sport.", fingerprint(activity))
    return write_version(activity, kind, told, seen_version=0, hand=Hand(None, now))


def test_an_association_translates_its_own_entry(log_in, judo):
    client = log_in("provider")
    form = client.get(f"{BASE}judo/ar/").content.decode()
    assert 'dir="rtl"' in form
    assert "Un cours pour débuter." in form
    assert client.post(f"{BASE}judo/pt/", sent(judo)).status_code == 302
    assert EntryVersion.objects.get().title == "Judo para todos"


def test_who_writes_while_the_french_text_changes_reads_it_again_and_loses_nothing(log_in, judo):
    client, told = log_in("agent"), sent(judo)
    Activity.objects.filter(pk=judo.pk).update(description="Un cours pour tous.")
    refused = client.post(f"{BASE}judo/pt/", told)
    page = refused.content.decode()
    assert refused.status_code == 422
    for words in ("Le texte français vient de changer", "Un cours pour tous.", "Aprender a cair."):
        assert words in page
    judo.refresh_from_db()
    assert fingerprint(judo) in page
    assert client.post(f"{BASE}judo/pt/", sent(judo)).status_code == 302


def test_a_colleague_meanwhile_is_told(log_in, judo, now):
    write(judo, "pt", now)
    client = log_in("agent")
    refused = client.post(f"{BASE}judo/pt/", sent(judo))
    assert (refused.status_code, "Quelqu’un a changé cette version" in refused.content.decode()) == (422, True)
    assert client.post(f"{BASE}judo/pt/", sent(judo, seen_version="1")).status_code == 302


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": ""}, "Donnez un titre, dans cette langue."),
        ({"body": " "}, "Écrivez le texte de cette version."),
        ({"body": "a" * 8001}, "Ce texte est trop long"),
    ],
)
def test_what_is_missing_is_said(log_in, judo, facts, sentence):
    refused = log_in("agent").post(f"{BASE}judo/pt/", sent(judo, **facts))
    assert (refused.status_code, sentence in refused.content.decode()) == (422, True)


def test_an_agent_says_who_read_the_easy_version(log_in, judo, now):
    write(judo, EASY_READ, now)
    client = log_in("agent")
    told = {"seen_version": "1", "readers": "quatre lecteurs de l’Esat", "validated_on": "2026-11-20"}
    assert client.post(f"{BASE}judo/facile/relecture/", told | {"readers": ""}).status_code == 422
    assert client.post(f"{BASE}judo/facile/relecture/", told | {"validated_on": "2026-12-24"}).status_code == 422
    assert client.post(f"{BASE}judo/facile/relecture/", told).status_code == 302
    assert "Relue par quatre lecteurs de l’Esat" in client.get(f"{BASE}judo/").content.decode()


def test_an_association_does_not_validate_what_it_wrote(log_in, judo, now):
    write(judo, EASY_READ, now)
    assert log_in("provider").get(f"{BASE}judo/facile/relecture/").status_code == 403


def test_a_version_is_taken_away_once_and_by_those_who_see_it(log_in, judo, now):
    write(judo, "pt", now)
    client = log_in("provider")
    client.post(f"{BASE}judo/pt/retrait/", {"seen_version": "9" * 50})
    assert EntryVersion.objects.exists()
    assert client.post(f"{BASE}judo/pt/retrait/", {"seen_version": "1"}).status_code == 302
    assert client.post(f"{BASE}judo/pt/retrait/", {"seen_version": "1"}).status_code == 404
    assert not EntryVersion.objects.exists()


def test_what_is_not_there_or_not_theirs_is_not_found(log_in, judo):
    make_activity("Aviron", organisation=make_organisation("Club d’aviron"))
    client = log_in("provider")
    for path in ("aviron/", "aviron/pt/", "judo/klingon/", "rien/"):
        assert client.get(BASE + path).status_code == 404, path


def test_the_list_shows_first_what_fell_behind(log_in, judo, now):
    write(judo, "pt", now)
    make_activity("Aquarelle")
    Activity.objects.filter(pk=judo.pk).update(title="Judo et jujitsu")
    client = log_in("agent")
    page = client.get(BASE).content.decode()
    assert "1 fiche à reprendre" in page
    assert page.index("Judo et jujitsu") < page.index("Aquarelle")
    assert "Aquarelle" not in client.get(f"{BASE}?voir=a-reprendre").content.decode()
    assert "Aquarelle" in client.get(f"{BASE}?voir=n-importe-quoi").content.decode()
    assert "le texte français a changé depuis" in client.get(f"{BASE}judo/").content.decode()


def test_the_list_takes_as_many_queries_for_thirty_entries(log_in, judo, now):
    client = log_in("agent")
    few = queries_of(client, BASE)
    for number in range(30):
        write(make_activity(f"Atelier {number}"), "pt", now)
    assert queries_of(client, BASE) <= few + 1
