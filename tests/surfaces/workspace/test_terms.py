"""Dated terms: what counts, what will, what did. Nothing that has counted is ever written over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from preau.offer.enrolment.known import hours_to_answer
from preau.offer.enrolment.models import DomainCap, EnrolmentTerms
from preau.offer.staffing.legal import install_ratios
from preau.offer.staffing.models import RatioRule
from preau.people.accounts.hand import Hand
from preau.people.audit.models import AuditEvent
from preau.people.counter.contacts import contact_on
from preau.people.counter.enums import Procedure, Silence
from preau.people.counter.models import SilenceRule
from preau.people.counter.silence import rule_on, set_silence
from preau.people.households.quotients import months_on
from preau.people.terms import TermRefused
from preau.people.terms.deciding import correct_term, decide_term
from preau.people.terms.reading import lines_of
from preau.people.terms.registry import known_terms
from tests.cast import make_commune, make_person
from tests.surfaces.workspace.conftest import queries_of

pytestmark = pytest.mark.django_db
TODAY, NEXT = date(2026, 11, 24), date(2027, 1, 1)
GENERIC = [slug for slug, term in known_terms().items() if not term.screen]
ANSWERS = {
    "silence": {"silence": "refused", "months": "3"},
    "accueil": {"address": "1 place du Puits", "phone": "01 00 00 00 00", "email": "", "hours": ""},
    "quotient": {"months": "6"},
    "reponse": {"offer_hours": "72", "decided_by": "délibération"},
    "limites": {"most": "2", "decided_by": "délibération"},
    "encadrement": {"children": "9", "source": "décret d’essai"},
    "participation": {"presences": "5", "decided_by": "comité de pilotage"},
    "petits-nombres": {
        "cell": "6",
        "sensitive_cell": "12",
        "percentage": "25",
        "rounding": "10",
        "firms": "4",
        "firm_share": "80",
        "decided_by": "comité de pilotage",
    },
    "campagnes": {
        "announced_before": "30",
        "window": "21",
        "answer": "15",
        "wishes": "40",
        "rules": "5",
        "decided_by": "délibération",
    },
    "jour-accueil": {"absences": "4", "tolerance": "15", "open_days": "5", "decided_by": "règlement intérieur"},
    "aller-vers": {"days": "20", "least": "12", "most": "40", "decided_by": "comité de pilotage"},
}
KEYS = {
    "silence": "registration",
    "quotient": "valeur",
    "participation": "valeur",
    "petits-nombres": "valeur",
    "aller-vers": "valeur",
    "campagnes": "valeur",
    "jour-accueil": "valeur",
    "reponse": "valeur",
    "limites": "music",
    "encadrement": "walk-True",
}


@pytest.fixture
def town():
    install_ratios()
    return make_commune()


@pytest.fixture
def coordinator(client, town):
    person = make_person("coordinator")
    client.force_login(person)
    return person


def _key(slug):
    return KEYS.get(slug) or str(make_person("family_agent").memberships.get().organisation_id)


def _decide(client, slug, key, day=NEXT, **answers):
    return client.post(
        f"/atelier/reglages/{slug}/{key}/suite/", {**ANSWERS[slug], **answers, "valid_from": day.isoformat()}
    )


def _line(slug, town, key=None, day=TODAY):
    return next(each for each in lines_of(known_terms()[slug], town, day) if key in (None, each.key))


@pytest.mark.parametrize("slug", GENERIC)
def test_each_term_takes_another_value_from_a_day_and_a_better_one_until_then(client, coordinator, town, slug):
    key, term = _key(slug), known_terms()[slug]
    before = _line(slug, town, key)
    assert _decide(client, slug, key).status_code == 302
    line = _line(slug, town, key)
    assert (line.now, len(line.coming)) == (before.now, 1)
    assert line.coming[0].by == coordinator.full_name
    page = client.get(f"/atelier/reglages/{slug}/").content.decode()
    assert not term.because or ANSWERS[slug][term.because] in page.lower()
    assert "1 janvier 2027" in page.replace("1er", "1") and coordinator.full_name in page
    field = term.given[0].field
    better = {"silence": "accepted", "accueil": "2 rue Neuve", "petits-nombres": "7", "campagnes": "25"}.get(slug, "4")
    path = f"/atelier/reglages/{slug}/{key}/{line.coming[0].row.pk}/correction/"
    assert client.get(path).status_code == 200
    assert client.post(path, {**ANSWERS[slug], field: better}).status_code == 302
    corrected = _line(slug, town, key)
    assert len(corrected.coming) == 1 and str(getattr(corrected.coming[0].row, field)) == better
    assert _line(slug, town, key, day=NEXT).now == corrected.coming[0].words


def test_what_counts_follows_the_day(client, coordinator, town):
    desk = make_person("family_agent").memberships.get().organisation
    for slug, key in (*KEYS.items(), ("accueil", str(desk.pk))):
        assert _decide(client, slug, key).status_code == 302
    assert [rule_on(town, Procedure.REGISTRATION, day).months for day in (TODAY, NEXT)] == [2, 3]
    assert [months_on(town, day) for day in (TODAY, NEXT)] == [12, 6]
    assert [hours_to_answer(town.pk, day) for day in (TODAY, NEXT)] == [48, 72]
    assert [contact_on(desk, day) is not None for day in (TODAY, NEXT)] == [False, True]
    ratios = RatioRule.objects.filter(case="walk", under_six=True).order_by("valid_from")
    assert [(each.children, each.valid_to) for each in ratios] == [(10, NEXT - timedelta(days=1)), (9, None)]


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), date(2018, 9, 1), date(2101, 1, 1)])
def test_no_value_begins_in_the_past_nor_for_nobody_alive(client, coordinator, town, day):
    answer = _decide(client, "quotient", "valeur", day)
    assert answer.status_code == 422
    assert 'value="6"' in answer.content.decode()  # what was typed is still there
    assert months_on(town, TODAY) == 12


def test_a_value_that_counts_is_neither_corrected_nor_decided_again(client, coordinator, town, now):
    assert _decide(client, "silence", "registration", TODAY).status_code == 302
    rule = SilenceRule.objects.get()
    path = f"/atelier/reglages/silence/registration/{rule.pk}/correction/"
    assert client.get(path).status_code == 404 and client.post(path, ANSWERS["silence"]).status_code == 404
    answer = _decide(client, "silence", "registration", TODAY, months="9")
    assert answer.status_code == 422 and "commence demain au plus tôt" in answer.content.decode()
    line = _line("silence", town, "registration")
    with pytest.raises(TermRefused):
        correct_term(
            known_terms()["silence"], line, line.today, {"silence": "accepted", "months": 1}, commune=town,
            hand=Hand(coordinator, now),
        )  # fmt: skip
    assert SilenceRule.objects.get().months == 3


def test_the_same_day_is_decided_once_then_corrected(client, coordinator, town):
    assert _decide(client, "reponse", "valeur").status_code == 302
    answer = _decide(client, "reponse", "valeur", offer_hours="12")
    assert answer.status_code == 422 and "corrigez-la plutôt" in answer.content.decode()
    assert EnrolmentTerms.objects.get().offer_hours == 72


def test_a_ratio_before_one_that_is_planned_is_refused_in_words(client, coordinator, town):
    assert _decide(client, "encadrement", "walk-True").status_code == 302
    answer = _decide(client, "encadrement", "walk-True", date(2026, 12, 1))
    assert answer.status_code == 422 and "déjà prévu plus tard" in answer.content.decode()


@pytest.mark.parametrize(
    ("slug", "wrong"),
    [
        ("silence", {"months": "0"}),
        ("silence", {"months": "13"}),
        ("silence", {"silence": "jamais"}),
        ("quotient", {"months": "9" * 30}),
        ("reponse", {"offer_hours": "-1"}),
        ("reponse", {"decided_by": ""}),
        ("limites", {"most": "0"}),
        ("encadrement", {"children": "beaucoup"}),
        ("encadrement", {"source": "x" * 201}),
    ],
)
def test_a_wrong_value_is_refused_where_it_was_typed(client, coordinator, town, slug, wrong):
    answer = _decide(client, slug, KEYS[slug], **wrong)
    assert answer.status_code == 422
    assert not _line(slug, town, KEYS[slug]).coming


def test_a_cap_is_lifted_by_an_empty_answer(client, coordinator, town):
    assert _decide(client, "limites", "music", TODAY).status_code == 302
    assert _decide(client, "limites", "music", most="").status_code == 302
    assert [each.most for each in DomainCap.objects.order_by("valid_from")] == [2, None]
    assert "pas de limite" in client.get("/atelier/reglages/limites/").content.decode()


def test_older_values_stay_on_the_page(client, coordinator, town, now):
    for months, year in ((2, 2022), (4, 2024), (6, 2026)):
        set_silence(
            town, Procedure.REGISTRATION, Silence.REFUSED, months=months, valid_from=date(year, 9, 1),
            hand=Hand(coordinator, now),
        )  # fmt: skip
    line = _line("silence", town, "registration")
    assert [value.row.months for value in line.past] == [4, 2] and line.today.row.months == 6
    assert "2 valeurs plus anciennes" in client.get("/atelier/reglages/silence/").content.decode()


def test_every_decision_is_in_the_journal(client, coordinator, town):
    for slug, key in KEYS.items():
        _decide(client, slug, key)
    verbs = set(AuditEvent.objects.filter(actor_id=coordinator.pk).values_list("verb", flat=True))
    assert {
        "silence.set", "quotient.term_set", "enrolment.hours_decided", "enrolment.cap_decided", "staffing.ratio_dated"
    } <= verbs  # fmt: skip


def test_the_data_officer_reads_and_decides_nothing(client, town):
    client.force_login(make_person("data_officer"))
    page = client.get("/atelier/reglages/silence/").content.decode()
    assert "Préparer un changement" not in page
    assert _decide(client, "silence", "registration").status_code == 403
    assert not SilenceRule.objects.exists()


@pytest.mark.parametrize(
    "path", ["inconnu/", "tarifs/", "silence/inconnue/suite/", "silence/registration/1/correction/"]
)
def test_what_does_not_exist_is_not_found(client, coordinator, path):
    assert client.get(f"/atelier/reglages/{path}").status_code == 404


def test_a_page_costs_the_same_whatever_was_decided(client, coordinator, town, now):
    _decide(client, "silence", "registration")
    few = queries_of(client, "/atelier/reglages/silence/")
    for procedure in Procedure:
        for months in (1, 2, 3):
            day = NEXT + timedelta(days=months)
            set_silence(town, procedure, Silence.REFUSED, months=months, valid_from=day, hand=Hand(coordinator, now))
    assert queries_of(client, "/atelier/reglages/silence/") == few


def test_a_form_begins_with_what_counts_and_asks_for_another_vote(client, coordinator, town):
    path = "/atelier/reglages/campagnes/valeur/suite/"
    first = client.get(path).content.decode()
    assert 'name="window" value="14"' in first and "De 7 à 90. Aujourd’hui : 14." in first
    assert _decide(client, "campagnes", "valeur", TODAY).status_code == 302
    page = client.get(path).content.decode()
    assert 'name="window" value="21"' in page and "Aujourd’hui : 21." in page
    assert "délibération" not in page.split('name="decided_by"')[1][:80]


def test_what_is_about_to_change_comes_first_with_what_it_was(client, coordinator, town):
    assert _decide(client, "campagnes", "valeur").status_code == 302
    line = _line("campagnes", town)
    assert [(part.words, part.was) for part in line.coming[0].changes] == [
        ("30", "21"), ("21", "14"), ("15", "10"), ("40", "30"), ("5", "6")
    ]  # fmt: skip
    assert [part.words for part in line.parts] == ["21", "14", "10", "30", "6"]
    assert (
        '<strong>21</strong> <span class="soft">au lieu de 14'
        in client.get("/atelier/reglages/campagnes/").content.decode()
    )
    listed = client.get("/atelier/reglages/").content.decode()
    assert listed.index("1 changement prévu") < listed.index("Sur cette page")
    assert "prévu" not in client.get("/atelier/reglages/silence/").content.decode()


def test_a_listed_contact_leaves_out_nothing_and_invents_nothing(client, coordinator, town):
    key = _key("accueil")
    assert _decide(client, "accueil", key, TODAY).status_code == 302
    parts = _line("accueil", town, key).parts
    assert [part.words for part in parts] == ["1 place du Puits", "01 00 00 00 00", "rien", "rien"]


def test_decide_by_verb_refuses_a_past_day(coordinator, town, now):
    term = known_terms()["quotient"]
    with pytest.raises(TermRefused):
        decide_term(
            term, _line("quotient", town), {"months": 3}, commune=town, valid_from=date(2026, 1, 1),
            hand=Hand(coordinator, now),
        )  # fmt: skip
