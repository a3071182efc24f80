"""Partners propose a change, read the others' side by side, and see what each of them changed."""

from __future__ import annotations

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.drafting import proposing
from preau.plan.drafting.deciding import accept_suggestion, refuse_suggestion
from preau.plan.drafting.models import PlanComment, Suggestion
from preau.plan.structure.actions import remove_item
from preau.plan.structure.enums import ItemKind
from preau.plan.versions.actions import adopt
from tests.cast import make_organisation

from .conftest import queries_of

HERE = "/atelier/projet/a1-g1-o1"


@pytest.fixture
def item(plan):
    return lambda code: plan.items.select_related("row", "owner", "parent").get(code=code)


@pytest.fixture
def partner(log_in, plan):
    return log_in("contributor")


@pytest.fixture
def wording(plan, item, now):
    """``wording("A1.G1.O1", "…", "École du Lavoir")``: a text that somebody proposes."""

    def propose(code, text, organisation="École des Tilleuls"):
        proposal = proposing.new_wording(item(code), text)
        who = make_organisation(organisation)
        return proposing.propose(plan, proposal, hand=Hand(None, now), organisation=who, reason="")

    return propose


def last() -> Suggestion:
    return Suggestion.objects.latest("pk")


@pytest.mark.parametrize(
    ("what", "data", "facts"),
    [
        ("texte", {"text": "Deux sorties"}, {"text": "Deux sorties"}),
        ("details", {"points": " L’une\n\nL’autre "}, {"sub_points": ["L’une", "L’autre"]}),
        ("echeance", {"horizon_on": "2027-06-30"}, {"horizon_on": "2027-06-30"}),
        ("retrait", {}, {"removed": True, "text": None}),
        ("place", {"after": "debut"}, {"row": "A1.G1.R2", "after": ""}),
        ("place", {"after": "A1.G1.O3"}, {"row": "A1.G1.R2", "after": "A1.G1.O3"}),
    ],
)
def test_partner_proposes_each_kind_of_change(partner, what, data, facts):
    answer = partner.post(f"{HERE}/proposition/{what}/?ligne=a1-g1-r2", {**data, "reason": "Pour essayer"})
    found = last()
    assert answer["Location"] == f"/atelier/propositions/{found.pk}/"
    assert {name: found.proposed(name) for name in found.facts} == facts
    assert (found.by, found.organisation.name, found.reason) == (partner.person, "Service des sports", "Pour essayer")
    assert "Votre proposition est déposée" in partner.get(answer["Location"]).content.decode()


def test_partner_proposes_who_carries_it(partner, plan):
    culture = make_organisation("Service culture")
    partner.post(f"{HERE}/proposition/porteur/", {"owner": culture.pk, "reason": ""})
    assert last().proposed("owner") == culture.slug


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("a1-g1-r2", {"kind": "expected_effect", "text": "Du neuf", "parent": "A1.G1", "row": "A1.G1.R2"}),
        ("a1-g1", {"kind": "expected_effect", "text": "Du neuf", "parent": "A1.G1", "row": "+1"}),
        ("a1", {"kind": "general_objective", "text": "Du neuf", "parent": "A1"}),
    ],
)
def test_partner_proposes_something_new_and_the_coordinator_takes_it(partner, plan, now, code, facts):
    data = {"kind": "expected_effect", "text": "Du neuf", "reason": "il manque"}
    partner.post(f"/atelier/projet/{code}/proposition/ajout/", data)
    found = last()
    assert {name: found.proposed(name) for name in found.facts} == facts
    accept_suggestion(found, hand=Hand(None, now))
    assert plan.items.present().get(text="Du neuf").parent.code == facts["parent"]


@pytest.mark.parametrize(
    ("what", "data", "said"),
    [
        ("texte", {"text": " ", "reason": "ma raison"}, "Écrivez un texte"),
        (
            "texte",
            {"text": "Offrir à chaque enfant une sortie au théâtre par an", "reason": "ma raison"},
            "déjà exactement",
        ),
        ("retrait", {"reason": ""}, "Dites pourquoi"),
        ("place", {"after": "debut", "reason": ""}, "Dites pourquoi"),
        ("place", {"after": "A9.G9.O9", "reason": "ma raison"}, "Cette place a changé"),
        ("texte", {"text": "Neuf", "reason": "x" * 301}, "300 signes au plus"),
    ],
)
def test_what_cannot_be_proposed_is_said_and_kept_on_the_page(partner, what, data, said):
    answer = partner.post(f"{HERE}/proposition/{what}/?ligne=a1-g1-r2", data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert data["reason"] in page
    assert Suggestion.objects.count() == 1


def test_a_proposal_made_already_leads_to_it(partner, wording):
    twin = wording("A1.G1.O1", "Deux sorties")
    answer = partner.post(f"{HERE}/proposition/texte/", {"text": "Deux sorties", "reason": "mes raisons"})
    page = answer.content.decode()
    assert "Quelqu’un propose déjà exactement cela" in page
    assert f'id="proposition-{twin.pk}"' in page
    assert "Soutenir" in page
    assert "mes raisons</textarea>" in page


def test_an_adopted_plan_takes_no_proposal_and_keeps_the_words(partner, plan, now):
    adopt(plan, "PEdT 2027", adopted_on=now.date(), hand=Hand(None, now))
    answer = partner.post(f"{HERE}/proposition/texte/", {"text": "Mes mots", "reason": ""})
    assert "Le projet est adopté" in answer.content.decode()
    assert "Mes mots</textarea>" in answer.content.decode()
    assert "Proposer un changement" not in partner.get(f"{HERE}/").content.decode()


def test_a_row_is_chosen_before_a_place(partner):
    page = partner.get(f"{HERE}/proposition/place/").content.decode()
    assert 'href="?ligne=a1-g1-r2">Ligne A1.G1.R2</a>' in page
    assert "Des salles occupées" in page
    chosen = partner.get(f"{HERE}/proposition/place/?ligne=a1-g1-r2").content.decode()
    assert "Après A1.G1.O3" in chosen
    assert "En face" in chosen


@pytest.mark.parametrize(
    "address",
    [
        f"{HERE}/proposition/nimporte/",
        f"{HERE}/proposition/place/?ligne=a9-g9-r9",
        f"{HERE}/proposition/ajout/",
        "/atelier/projet/a1/proposition/details/",
        "/atelier/projet/a9-g9-o9/proposition/texte/",
        "/atelier/projet/a9-g9/proposition/ajout/",
        "/atelier/propositions/partenaires/nulle-part/",
        "/atelier/propositions/999/",
    ],
)
def test_what_is_not_there_is_not_found(partner, address):
    assert partner.get(address).status_code == 404


def test_an_item_taken_out_takes_no_proposal(partner, item, now):
    remove_item(item("A1.G1.O1"), hand=Hand(None, now))
    assert partner.get(f"{HERE}/proposition/texte/").status_code == 404


def test_contributor_proposes_where_the_coordinator_edits(partner, plan):
    tree = partner.get("/atelier/projet/").content.decode()
    assert f'href="{HERE}/proposition/texte/">Proposer' in tree
    assert f'href="{HERE}/modifier/"' not in tree
    assert 'href="/atelier/projet/a1-g1-o2/modifier/"' in tree  # theirs
    assert f'class="button" href="{HERE}/proposition/texte/"' in partner.get(f"{HERE}/").content.decode()


@pytest.mark.parametrize("role", ["reader", "data_officer", "elected", "administrator"])
def test_others_read_and_propose_nothing(log_in, plan, role):
    client = log_in(role)
    assert "Proposer" not in client.get("/atelier/projet/").content.decode()
    assert client.post(f"{HERE}/proposition/texte/", {"text": "x", "reason": ""}).status_code == 403
    assert client.post("/atelier/projet/a1-g1-r1/proposition/ajout/", {"text": "x"}).status_code == 403
    assert client.post(f"{HERE}/commentaires/", {"text": "x"}).status_code == 403


def test_two_texts_stand_side_by_side_against_the_text_of_today(coordinator, wording):
    base = "Offrir à chaque enfant une sortie au théâtre par an"
    wording("A1.G1.O1", base.replace("une sortie", "deux sorties"), "École des Tilleuls")
    wording("A1.G1.O1", base.replace("une sortie", "trois sorties"), "École du Lavoir")
    wording("A1.G1.O1", base.replace("enfant", "élève"), "Collège")
    page = coordinator.get(f"{HERE}/propositions/").content.decode()
    assert "3 textes proposés, côte à côte" in page
    assert page.count("Touche les mêmes mots") == 2
    assert page.count("Peut se combiner") == 3
    assert page.index("Le texte d’aujourd’hui") < page.index("deux")


def test_accepting_one_says_which_others_must_be_read_again(coordinator, wording, item):
    first = wording("A1.G1.O1", "Deux sorties")
    other = wording("A1.G1.O1", "Trois sorties", "École du Lavoir")
    Suggestion.objects.filter(pk=other.pk).update(author="Inês")
    data = {"verdict": "accept", "retour": f"{HERE}/propositions/"}
    answer = coordinator.post(f"/atelier/propositions/{first.pk}/decision/", data, follow=True)
    page = answer.content.decode()
    assert "La proposition de Inês part maintenant d’un texte qui a changé" in page
    assert item("A1.G1.O1").text == "Deux sorties"
    assert "L’élément a changé depuis cette proposition" in page


def test_partner_comments_an_item_and_an_empty_comment_is_said(partner, item):
    answer = partner.post(f"{HERE}/commentaires/", {"text": "Et @le-vent ?"})
    said = PlanComment.objects.get(item=item("A1.G1.O1"))
    assert answer["Location"] == f"{HERE}/#commentaire-ecrit-{said.pk}"
    assert "Et @le-vent ?" in partner.get(f"{HERE}/").content.decode()
    assert "Écrivez votre commentaire." in partner.post(f"{HERE}/commentaires/", {"text": ""}).content.decode()
    partner.post(f"/atelier/commentaires/{said.pk}/retrait/", {"retour": f"{HERE}/"})
    assert "Et @le-vent ?" not in partner.get(f"{HERE}/").content.decode()


def test_a_partner_does_not_take_away_what_another_said(partner, plan, item, now):
    school = make_organisation("École des Tilleuls")
    said = proposing.comment(plan, "À nous", hand=Hand(None, now), organisation=school, item=item("A1.G1.O1"))
    assert partner.post(f"/atelier/commentaires/{said.pk}/retrait/").status_code == 403


@pytest.fixture
def many(plan, item, wording, now):
    """Two partners, four proposals on two axes, in every state."""
    hand = Hand(None, now)
    accept_suggestion(wording("A1.G1.O1", "Accepté"), hand=hand)
    refuse_suggestion(wording("A1.G1.O2", "Refusé"), hand=hand, answer="non")
    wording("A2.G1.O1", "Ouvert", "École du Lavoir")
    who = make_organisation("École du Lavoir")
    proposing.propose(plan, proposing.removal(item("A1.G1.E1")), hand=hand, organisation=who, reason="double")
    return plan


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Ouvert", "retrait", "suivie"}),
        ("?etat=acceptees", {"Accepté"}),
        ("?etat=refusees", {"Refusé"}),
        ("?etat=reprises", set()),
        ("?etat=toutes", {"Accepté", "Refusé", "Ouvert", "retrait", "suivie"}),
        ("?axe=1", {"retrait"}),
        ("?nature=texte", {"Ouvert", "suivie"}),
        ("?nature=retrait&axe=2", set()),
        ("?organisation=aucune", {"suivie"}),
        ("?organisation={lavoir}", {"Ouvert", "retrait"}),
        ("?organisation=zut&axe=x&etat=nimporte&page=zzz", set()),
        ("?axe=³&page=99", {"Ouvert", "retrait", "suivie"}),
    ],
)
def test_filters_show_what_they_say(coordinator, many, query, shown):
    lavoir = make_organisation("École du Lavoir").pk
    page = coordinator.get("/atelier/propositions/" + query.format(lavoir=lavoir)).content.decode()
    marks = {
        "Accepté": "Accepté</ins>",
        "Refusé": "Refusé</ins>",
        "Ouvert": "Ouvert</ins>",
        "retrait": "<strong>Retrait",
        "suivie": "modification suivie",
    }
    assert {name for name, mark in marks.items() if mark in page} == shown


def test_partner_finds_what_waits_for_their_word(partner, plan, item, wording, now):
    on_theirs = wording("A1.G1.O2", "Sur ce que nous portons")
    wording("A1.G1.O1", "Ailleurs")
    mine = proposing.propose(
        plan,
        proposing.new_wording(item("A2.G1.O1"), "La nôtre"),
        hand=Hand(partner.person, now),
        organisation=partner.person.memberships.get().organisation,
        reason="",
    )
    shown = lambda: set(  # noqa: E731
        Suggestion.objects.filter(
            pk__in=[card.suggestion.pk for card in partner.get("/atelier/propositions/?etat=a-moi").context["cards"]]
        )
    )
    assert shown() == {on_theirs}
    school = make_organisation("École des Tilleuls")
    proposing.comment(plan, "Pourquoi ?", hand=Hand(None, now), organisation=school, suggestion=mine)
    assert shown() == {on_theirs, mine}
    for each in (on_theirs, mine):
        partner.post(f"/atelier/propositions/{each.pk}/commentaires/", {"text": "Voilà"})
    assert shown() == set()


def test_what_each_partner_changed_is_counted(coordinator, many):
    page = coordinator.get("/atelier/propositions/partenaires/").content.decode()
    assert "2 organisations ont proposé" in page
    assert "1 proposition sans organisation" in page
    tilleuls = coordinator.get("/atelier/propositions/partenaires/ecole-des-tilleuls/").content.decode()
    assert tilleuls.index("Accepté</ins>") < tilleuls.index("Refusé</ins>")
    assert "Ouvert</ins>" not in tilleuls
    opened = coordinator.get("/atelier/propositions/partenaires/ecole-du-lavoir/?etat=ouvertes&axe=2").content.decode()
    assert "Ouvert</ins>" in opened
    assert "<strong>Retrait" not in opened


def test_nobody_proposed_anything_yet(coordinator, plan):
    plan.suggestions.all().delete()
    for address in ("", "partenaires/"):
        assert (
            "Personne n’a encore rien proposé" in coordinator.get(f"/atelier/propositions/{address}").content.decode()
        )
    assert "Rien n’est proposé ici" in coordinator.get(f"{HERE}/propositions/").content.decode()


def test_queries_of_the_pages_do_not_grow(coordinator, plan, item, wording, now):
    addresses = (
        f"{HERE}/",
        f"{HERE}/propositions/",
        "/atelier/propositions/?etat=a-moi",
        "/atelier/propositions/partenaires/",
        "/atelier/propositions/partenaires/ecole-des-tilleuls/",
    )
    wording("A1.G1.O1", "Le premier")
    few = [queries_of(coordinator, address) for address in addresses]
    for number in range(40):
        wording("A1.G1.O1", f"Le texte {number}", f"Organisation {number}")
        proposing.comment(plan, "Oui", hand=Hand(None, now), organisation=None, item=item("A1.G1.O1"))
    # What is said brings one query more than silence: whether it may be taken away.
    assert all(
        many <= before + 2 for many, before in zip([queries_of(coordinator, a) for a in addresses], few, strict=True)
    )


def test_a_new_row_is_made_once_it_is_accepted(partner, plan, now):
    before = plan.rows.count()
    data = {"kind": str(ItemKind.OPERATIONAL_OBJECTIVE), "text": "Neuf", "reason": ""}
    partner.post("/atelier/projet/a1-g1/proposition/ajout/", data)
    assert plan.rows.count() == before
    assert "nouvelle ligne" in partner.get(f"/atelier/propositions/{last().pk}/").content.decode()
    accept_suggestion(last(), hand=Hand(None, now))
    assert plan.rows.count() == before + 1
