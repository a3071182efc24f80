"""Grounds in the hands of agents: the sheet, the gate, the closings, the words of passers-by, the visits."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache

from preau.surfaces.shell.waiting.spaces import reports_at_gates
from preau.town.spaces.enums import ReportKind
from preau.town.spaces.models import OpenSpace, SpaceReport, VisitCount
from preau.town.spaces.queries import terms_on
from preau.town.spaces.reporting import add_words, report
from tests.cast import make_commune, make_person
from tests.cast.spaces import make_ground, make_living_space, make_space

pytestmark = pytest.mark.django_db
HERE = "/atelier/espaces/terrain-des-quais/"
QUEUE = "/atelier/espaces/signalements/"


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


@pytest.fixture
def agent(client):
    client.force_login(person := make_person("agent"))
    return person


def text_of(answer) -> str:
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_a_sheet_is_opened_once_for_a_place(client, agent):
    site = make_ground()
    assert "Choisissez un lieu" in text_of(client.post("/atelier/espaces/ajout/", {"seen_version": 0}))
    typed = {"seen_version": 0, "site": site.pk, "sports": ["basketball"], "has_light": "oui", "has_water": "non"}
    assert client.post("/atelier/espaces/ajout/", typed)["Location"] == HERE
    space = OpenSpace.objects.get()
    assert (space.sports, space.has_light, space.has_water, space.has_toilets) == (["basketball"], True, False, None)
    assert client.post("/atelier/espaces/ajout/", typed).status_code == 422


def test_two_agents_never_overwrite_each_other(client, agent):
    make_space()
    client.post(f"{HERE}modifier/", {"seen_version": 1, "ground": "gazon"})
    refused = client.post(f"{HERE}modifier/", {"seen_version": 1, "ground": "terre battue"})
    assert refused.status_code == 422
    assert "Quelqu’un a corrigé cette fiche" in text_of(refused)
    assert "terre battue" in text_of(refused)
    works = client.post(f"{HERE}modifier/", {"seen_version": 2, "works_to": "2026-12-01"})
    assert "quand les travaux commencent" in text_of(works)


def test_a_closing_says_why_and_until_when_and_is_lifted(client, agent):
    space = make_space()
    past = client.post(f"{HERE}fermeture/", {"reason": "repair", "until_day": "2026-11-23"})
    assert "déjà passée" in text_of(past)
    client.post(f"{HERE}fermeture/", {"reason": "repair", "words": "filet neuf jeudi", "until_day": "2026-11-26"})
    closing = space.closings.get()
    assert closing.ends_at.isoformat() == "2026-11-26T23:00:00+00:00"
    assert "filet neuf jeudi" in text_of(client.get("/lieux/terrain-des-quais/"))
    client.post(f"{HERE}fermetures/{closing.pk}/levee/")
    assert "filet neuf jeudi" not in text_of(client.get("/lieux/terrain-des-quais/"))


def test_a_new_code_is_asked_twice_and_the_old_gate_is_shut(client, agent):
    make_space(token="abcd2345")
    assert "ne mènera plus nulle part" in text_of(client.get(f"{HERE}panneau/"))
    assert client.get("/e/abcd2345/").status_code == 200
    client.post(f"{HERE}panneau/")
    assert client.get("/e/abcd2345/").status_code == 404


def test_the_poster_is_a_pdf_that_carries_the_gate(client, agent):
    make_space(token="abcd2345")
    answer = client.get(f"{HERE}panneau.pdf")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


class TestWords:
    @pytest.fixture
    def made(self, now):
        space = make_space()
        return add_words(
            report(space, ReportKind.BROKEN, sender="a", now=now), "Kévin a cassé le panneau de Mehdi", now=now
        )

    def test_words_that_name_somebody_are_held_back_until_they_are_rewritten(self, client, agent, made):
        assert "semblent désigner quelqu’un" in text_of(client.get(QUEUE))
        as_is = {"acte": "montrer", f"{made.pk}-words": made.words}
        refused = client.post(f"{QUEUE}{made.pk}/", as_is)
        assert (refused.status_code, "réécrivez-les" in text_of(refused)) == (422, True)
        assert "Kévin" not in text_of(client.get("/lieux/terrain-des-quais/"))
        client.post(f"{QUEUE}{made.pk}/", {"acte": "montrer", f"{made.pk}-words": "le panneau est cassé"})
        assert "le panneau est cassé" in text_of(client.get("/lieux/terrain-des-quais/"))

    def test_words_are_dismissed_or_the_damage_is_settled(self, client, agent, made):
        client.post(f"{QUEUE}{made.pk}/", {"acte": "ecarter"})
        made.refresh_from_db()
        assert (made.words, SpaceReport.objects.damage().count()) == ("", 1)
        client.post(f"{QUEUE}{made.pk}/", {"acte": "regler"})
        assert not SpaceReport.objects.damage().exists()
        assert "Tout a une réponse" in text_of(client.get(QUEUE))

    def test_they_wait_in_the_day_of_agents_and_quote_nobody(self, agent, made, now):
        people = [agent, make_person("contributor")]
        waiting = reports_at_gates(people, now.date())
        assert set(waiting) == {agent.pk}
        assert "Terrain des Quais" in waiting[agent.pk][0].title
        assert "Kévin" not in str(waiting)


class TestVisits:
    def typed(self, **figures) -> dict:
        return {"key": str(uuid4()), "day": "2026-11-24", "hour": "10", **figures}

    def test_a_look_is_one_send_and_twice_the_same_is_one(self, client, agent):
        make_space()
        page = text_of(client.get(f"{HERE}passage/"))
        assert 'value="2026-11-24"' in page
        assert "data-preau-keep" in page
        typed = self.typed(**{"teen-girls": "3", "teen-boys": "5"})
        for _ in range(2):
            answer = client.post(f"{HERE}passage/", typed, follow=True)
        assert "Passage de 10 h enregistré : 8 personnes" in text_of(answer)
        assert VisitCount.objects.count() == 1

    def test_nobody_there_is_a_count_too(self, client, agent):
        make_space()
        assert "0 personne" in text_of(client.post(f"{HERE}passage/", self.typed(), follow=True))

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"teen-girls": "beaucoup"}, "Écrivez un nombre"),
            ({"teen-girls": "-1"}, "négatif"),
            ({"teen-girls": "501"}, "Au-delà de 500"),
            ({"day": "2026-11-25"}, "pas encore venu"),
            ({"day": "2026-08-01"}, "trop ancien"),
        ],
    )
    def test_a_wrong_figure_keeps_the_others(self, client, agent, wrong, said):
        make_space()
        answer = client.post(f"{HERE}passage/", self.typed(**{"adult-boys": "7"}) | wrong)
        assert answer.status_code == 422
        assert said in text_of(answer)
        assert 'name="adult-boys" value="7"' in text_of(answer)
        assert not VisitCount.objects.exists()

    def test_one_takes_back_one_s_own_counts_only(self, client, agent):
        make_space()
        client.post(f"{HERE}passage/", self.typed())
        visit = VisitCount.objects.get()
        client.force_login(make_person("contributor"))
        assert client.post(f"{HERE}passages/{visit.pk}/retrait/").status_code == 404
        client.force_login(agent)
        client.post(f"{HERE}passages/{visit.pk}/retrait/")
        assert not VisitCount.objects.exists()

    def test_the_year_is_told_with_its_caution(self, client, agent, now):
        make_living_space(now)
        page = text_of(client.get(HERE))
        for said in ("39 %", "2026-2027", "ne se compare pas à une année entière", "passages comptés"):
            assert said in page


def test_how_long_a_word_is_worth_is_decided_with_a_date(client, agent, now):
    typed = {"valid_from": "2026-12-01", "open_minutes": "60", "busy_minutes": "30", "broken_hours": "24"}
    assert client.post("/atelier/espaces/delais/", typed | {"open_minutes": "0"}).status_code == 422
    client.post("/atelier/espaces/delais/", typed)
    assert terms_on(make_commune(), now.date()).open_for == timedelta(hours=3)
    assert terms_on(make_commune(), now.date() + timedelta(days=10)).open_for == timedelta(hours=1)


@pytest.mark.parametrize(
    ("part", "count", "edit"),
    [("contributor", 200, 403), ("reader", 403, 403), ("elected", 403, 403), ("administrator", 403, 403), ("teacher", 403, 403)],
)  # fmt: skip
def test_who_counts_and_who_keeps(client, part, count, edit):
    make_space()
    client.force_login(make_person(part))
    assert client.get(f"{HERE}passage/").status_code == count
    for path in (f"{HERE}modifier/", f"{HERE}fermeture/", f"{HERE}panneau/", "/atelier/espaces/delais/", QUEUE):
        assert client.get(path).status_code == edit
