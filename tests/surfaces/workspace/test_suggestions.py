"""A suggestion on the screen, whatever its kind, and what each person may do with it."""

from __future__ import annotations

from datetime import date

import pytest

from preau.people.accounts.hand import Hand
from preau.plan.drafting import proposing
from preau.plan.drafting.enums import Certainty
from preau.plan.drafting.models import PlanComment, ReturnedDocument, Suggestion, SuggestionSupport
from preau.plan.structure.actions import remove_item, reword
from preau.plan.structure.enums import ItemKind
from preau.plan.versions.actions import adopt
from tests.cast import make_organisation, make_person

from .conftest import FOCUS, queries_of
from .test_imports import without_token

HTMX = {"HX-Request": "true"}


@pytest.fixture
def tracked(plan):
    """A tracked change of the imported document."""
    return plan.suggestions.get()


@pytest.fixture
def propose(plan, now):
    """``propose(proposing.new_wording(item, "…"))``, by the school unless ``by`` says who."""

    def as_partner(proposal, *, by=None, reason="plus clair"):
        organisation = by.memberships.get().organisation if by else make_organisation("École des Tilleuls")
        return proposing.propose(plan, proposal, hand=Hand(by, now), organisation=organisation, reason=reason)

    return as_partner


@pytest.fixture
def item(plan):
    """``item("A1.G1.O1")``"""
    return lambda code: plan.items.select_related("row", "owner", "parent").get(code=code)


def act(client, suggestion, what="decision", *, headers=None, **data):
    return client.post(f"/atelier/propositions/{suggestion.pk}/{what}/", data, headers=headers)


def proposals_of_every_kind(plan, item):
    row = plan.rows.get(code="A1.G1.R2")
    return [
        proposing.new_wording(item("A1.G1.O1"), "Offrir à chaque enfant deux sorties au théâtre par an"),
        proposing.new_details(item("A1.G1.O1"), ["Une en famille", "Une avec l’école"]),
        proposing.removal(item("A1.G1.E2")),
        proposing.new_place(item("A1.G1.E1"), row, item("A1.G1.E3")),
        proposing.new_owner(item("A1.G1.O1"), make_organisation("Service culture")),
        proposing.new_horizon(item("A1.G1.O1"), date(2027, 6, 1)),
        proposing.addition(row, ItemKind.EXPECTED_EFFECT, "Des voisins qui se connaissent", item("A1.G1.E3")),
    ]


def test_a_tracked_change_shows_its_difference_in_the_item(coordinator, tracked):
    page = coordinator.get("/atelier/propositions/").content.decode()
    assert tracked.author in page
    assert "école</del>" in page


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ["deux sorties</ins>", "Nouvelle formulation"]),
        (1, ["Une en famille</ins>", "Points de détail"]),
        (2, ["Des enfants à l’aise dans l’eau</del>", "Retrait"]),
        (3, ["Changer de ligne", "ligne A1.G1.R1", "ligne A1.G1.R2", "Prêter les salles", "Ouvrir les bassins"]),
        (4, ["personne</del>", "Service culture</ins>"]),
        (5, ["sans date</del>", "1er juin 2027</ins>"]),
        (6, ["Des voisins qui se connaissent</ins>", "ligne A1.G1.R2", "Des salles occupées le soir"]),
    ],
)
def test_each_kind_says_what_it_changes(coordinator, plan, item, propose, number, said):
    suggestion = propose(proposals_of_every_kind(plan, item)[number])
    page = coordinator.get(f"/atelier/propositions/{suggestion.pk}/").content.decode()
    assert [words for words in [*said, "École des Tilleuls", "plus clair", "proposé ici"] if words not in page] == []


def test_something_moved_stands_after_the_item_it_would_follow(coordinator, item, propose, plan):
    suggestion = propose(proposing.new_place(item("A1.G1.E1"), plan.rows.get(code="A2.G1.R1"), item("A2.G1.E2")))
    page = coordinator.get(f"/atelier/propositions/{suggestion.pk}/").content.decode()
    there = page[page.index("Proposé") :]
    assert there.index("Moins de refus") < there.index("vont au spectacle") < there.index("plus sûres")


def test_a_change_of_a_returned_document_says_where_from_and_how_surely(coordinator, plan, item, propose, now):
    batch = ReturnedDocument.objects.create(
        plan=plan, file_name="retour-tilleuls.docx", file_format="docx", file_size=1, sha256="x", received_at=now
    )
    suggestion = propose(proposing.new_wording(item("A1.G1.O1"), "Autre chose"))
    Suggestion.objects.filter(pk=suggestion.pk).update(batch=batch, author="C. Aubin", certainty=Certainty.UNCERTAIN)
    page = coordinator.get("/atelier/propositions/").content.decode()
    assert "retour-tilleuls.docx" in page
    assert "C. Aubin" in page
    assert "? place à vérifier" in page


def test_coordinator_accepts_in_one_gesture(coordinator, tracked):
    before = tracked.item.text
    answer = act(coordinator, tracked, verdict="accept", retour="/atelier/propositions/?page=2")
    assert answer["Location"] == f"/atelier/propositions/?page=2#proposition-{tracked.pk}"
    tracked.refresh_from_db()
    assert tracked.state == "accepted"
    assert tracked.item.text == before.replace(tracked.old, tracked.new)


def test_coordinator_accepts_in_other_words(coordinator, item, propose):
    suggestion = propose(proposing.new_wording(item("A1.G1.O1"), "Deux sorties"))
    act(coordinator, suggestion, verdict="accept", wording="Deux sorties au théâtre", answer="le lieu compte")
    assert item("A1.G1.O1").text == "Deux sorties au théâtre"
    page = coordinator.get(f"/atelier/propositions/{suggestion.pk}/").content.decode()
    assert "Accepté en d’autres mots :</strong> Deux sorties au théâtre" in page
    assert "le lieu compte" in page


def test_a_refusal_says_why(coordinator, tracked):
    silent = act(coordinator, tracked, verdict="refuse", answer=" ")
    assert silent.status_code == 422
    assert "pourquoi vous refusez" in silent.content.decode()
    act(coordinator, tracked, verdict="refuse", answer="trop vague")
    tracked.refresh_from_db()
    assert (tracked.state, tracked.answer) == ("refused", "trop vague")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Choisissez d’accepter ou de refuser."),
        ({"verdict": "peut-être"}, "Choisissez d’accepter ou de refuser."),
        ({"verdict": "accept", "answer": "x" * 301}, "trop longue"),
        ({"verdict": "accept", "wording": "  "}, "Écrivez le texte à garder"),
    ],
)
def test_an_answer_that_is_not_one_changes_nothing(coordinator, item, propose, data, said):
    suggestion = propose(proposing.new_wording(item("A1.G1.O1"), "Deux sorties"))
    answer = act(coordinator, suggestion, **data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert data.get("answer", "") in page
    suggestion.refresh_from_db()
    assert suggestion.is_open


def test_words_that_moved_are_said_and_the_answer_typed_is_kept(coordinator, tracked, now):
    reword(tracked.item, "Tout autre chose", seen_version=1, hand=Hand(None, now))
    answer = act(coordinator, tracked, verdict="accept", answer="ma raison")
    assert answer.status_code == 422
    assert "ne sont plus dans le texte" in answer.content.decode()
    assert "ma raison</textarea>" in answer.content.decode()


def test_second_of_two_people_learns_that_somebody_answered(coordinator, tracked):
    act(coordinator, tracked, verdict="refuse", answer="non")
    page = act(coordinator, tracked, verdict="accept", answer="mes mots").content.decode()
    assert "avant vous" in page
    assert "Vous aviez écrit : mes mots" in page


def test_two_changes_of_other_words_come_merged_and_are_accepted_knowingly(coordinator, item, propose, now):
    suggestion = propose(
        proposing.new_wording(item("A1.G1.O1"), "Offrir à chaque enfant deux sorties au théâtre par an")
    )
    other = "Offrir à chaque élève une sortie au théâtre par an"
    reword(item("A1.G1.O1"), other, seen_version=1, hand=Hand(None, now))
    listed = coordinator.get("/atelier/propositions/").content.decode()
    assert "L’élément a changé depuis cette proposition" in listed
    answer = act(coordinator, suggestion, verdict="accept")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert item("A1.G1.O1").text == other
    merged = "Offrir à chaque élève deux sorties au théâtre par an"
    assert f"{merged}</textarea>" in page
    assert 'name="seen_version" value="2"' in page
    act(coordinator, suggestion, verdict="accept", wording=merged, seen_version="2")
    assert item("A1.G1.O1").text == merged


def test_three_states_keep_the_words_typed_when_the_item_changes_again(coordinator, item, propose, now):
    suggestion = propose(proposing.new_wording(item("A1.G1.O1"), "Deux sorties"))
    reword(item("A1.G1.O1"), "Trois sorties", seen_version=1, hand=Hand(None, now))
    reword(item("A1.G1.O1"), "Quatre sorties", seen_version=2, hand=Hand(None, now))
    data = {"verdict": "accept", "wording": "Mes mots", "seen_version": "2", "answer": "ma raison"}
    page = act(coordinator, suggestion, **data).content.decode()
    assert "Mes mots</textarea>" in page
    assert "ma raison</textarea>" in page
    assert "Quatre" in page
    assert 'name="seen_version" value="3"' in page


def test_a_place_that_is_gone_is_said(coordinator, plan, item, propose, now):
    suggestion = propose(proposing.addition(plan.rows.get(code="A1.G1.R2"), ItemKind.EXPECTED_EFFECT, "Un effet"))
    for code in ("A1.G1.O1", "A1.G1.O2", "A1.G1.O3", "A1.G1.E1", "A1.G1.E2", "A1.G1.E3", "A1.G1"):
        remove_item(item(code), hand=Hand(None, now))
    page = act(coordinator, suggestion, verdict="accept", wording="Un effet à garder").content.decode()
    assert "La place visée n’est pas dans le projet" in page
    assert "Un effet à garder</textarea>" in page


def test_an_item_taken_out_is_not_changed_in_the_dark(coordinator, item, propose, now):
    suggestion = propose(proposing.new_wording(item("A1.G1.O1"), "Deux sorties"))
    remove_item(item("A1.G1.O1"), hand=Hand(None, now))
    listed = coordinator.get("/atelier/propositions/").content.decode()
    assert "Cet élément a été retiré du projet depuis." in listed
    page = act(coordinator, suggestion, verdict="accept", wording="Deux sorties").content.decode()
    assert "rétablissez-le d’abord" in page
    assert item("A1.G1.O1").text != "Deux sorties"
    assert act(coordinator, suggestion, verdict="refuse", answer="retiré").status_code == 302


def test_a_branch_that_still_holds_something_is_not_taken_out(coordinator, item, propose):
    suggestion = propose(proposing.removal(item("A1.G1")))
    assert "contient encore" in act(coordinator, suggestion, verdict="accept").content.decode()


def test_an_adopted_plan_no_longer_changes(coordinator, plan, tracked, now):
    adopt(plan, "PEdT 2027", adopted_on=now.date(), hand=Hand(None, now))
    assert "Le projet est adopté" in act(coordinator, tracked, verdict="accept").content.decode()


def test_partner_backs_then_drops_and_everybody_sees_which_organisations(log_in, tracked):
    client = log_in("contributor")
    act(client, tracked, "soutien", support="give")
    act(client, tracked, "soutien", support="give")
    assert SuggestionSupport.objects.count() == 1
    assert "1 soutien : Service des sports" in client.get("/atelier/propositions/").content.decode()
    act(client, tracked, "soutien", support="drop")
    assert "soutien :" not in client.get("/atelier/propositions/").content.decode()


def test_partner_takes_back_what_their_organisation_proposed_only(log_in, tracked, item, propose):
    client = log_in("contributor")
    mine = propose(proposing.removal(item("A1.G1.O1")), by=client.person)
    assert act(client, tracked, "reprise").status_code == 403
    assert act(client, mine, "reprise").status_code == 302
    mine.refresh_from_db()
    assert mine.state == "withdrawn"
    assert act(client, mine, "reprise").status_code == 422


def test_partner_comments_calls_somebody_and_takes_it_away(log_in, tracked):
    make_person("coordinator")
    client = log_in("contributor")
    act(client, tracked, "commentaires", text="Et @Nadia Benhaddou ?")
    page = client.get("/atelier/propositions/").content.decode()
    assert '<span class="mention">@Nadia Benhaddou</span>' in page
    said = PlanComment.objects.get(suggestion=tracked)
    client.post(f"/atelier/commentaires/{said.pk}/retrait/")
    assert "@Nadia" not in client.get("/atelier/propositions/").content.decode()
    assert client.post(f"/atelier/commentaires/{said.pk}/retrait/").status_code == 404


def test_an_empty_comment_and_one_too_long_are_said(log_in, tracked):
    client = log_in("contributor")
    assert "Écrivez votre commentaire." in act(client, tracked, "commentaires", text="").content.decode()
    answer = act(client, tracked, "commentaires", text="long" * 1001)
    assert "trop long" in answer.content.decode()
    assert "longlong</textarea>" in answer.content.decode()


ALLOWED = {
    "decision": {"coordinator"},
    "soutien": {"coordinator", "contributor"},
    "commentaires": {"coordinator", "contributor"},
    "reprise": {"coordinator"},  # the coordinator's own organisation proposed this one
}


@pytest.mark.parametrize("role", ["reader", "data_officer", "elected", "contributor", "administrator", "coordinator"])
@pytest.mark.parametrize("what", ALLOWED)
def test_each_role_does_what_the_table_says(log_in, item, propose, role, what):
    town = make_organisation("Direction de l’éducation")
    suggestion = propose(proposing.removal(item("A1.G1.O1")))
    Suggestion.objects.filter(pk=suggestion.pk).update(organisation=town)
    client = log_in(role)
    answer = act(client, suggestion, what, verdict="accept", support="give", text="Oui")
    assert answer.status_code == (302 if role in ALLOWED[what] else 403)


def test_reader_sees_suggestions_without_buttons(plan, log_in):
    page = log_in("reader").get("/atelier/propositions/").content.decode()
    assert [word for word in ("Accepter", "Soutenir", "Commenter", "Reprendre") if word in page] == []


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("decision", {"verdict": "accept"}),
        ("decision", {"verdict": "refuse", "answer": "non"}),
        ("soutien", {"support": "give"}),
    ],
)
def test_swapped_card_is_the_one_of_the_fresh_page(coordinator, tracked, what, data):
    here = "/atelier/propositions/" + {"accept": "?etat=acceptees", "refuse": "?etat=refusees"}.get(
        data.get("verdict"), ""
    )
    fragment = act(coordinator, tracked, what, headers=HTMX, retour=here, **data).content.decode()
    fresh = fragment.strip().replace(FOCUS, "", 1)
    assert without_token(fresh) in without_token(coordinator.get(here).content.decode())


@pytest.mark.parametrize("retour", ["https://ailleurs.example/", "//ailleurs.example/", "javascript:alert(1)", ""])
def test_nobody_is_sent_to_another_site(coordinator, tracked, retour):
    answer = act(coordinator, tracked, verdict="accept", retour=retour)
    assert answer["Location"].startswith(f"/atelier/propositions/{tracked.pk}/")


def test_queries_are_the_same_for_five_and_for_three_hundred(coordinator, plan, item, propose, now):
    for proposal in proposals_of_every_kind(plan, item):
        suggestion = propose(proposal)
        proposing.support(suggestion, hand=Hand(coordinator.person, now), organisation=None)
        proposing.comment(plan, "@Nadia Benhaddou ?", hand=Hand(None, now), organisation=None, suggestion=suggestion)
    few = queries_of(coordinator, "/atelier/propositions/")
    first = list(plan.suggestions.exclude(facts={}))
    for number in range(300):
        copy = first[number % len(first)]
        copy.pk, copy.place = None, "A1.G1.O1"
        copy.save()
        PlanComment.objects.create(plan=plan, suggestion=copy, text="@Nadia Benhaddou ?")
    assert max(queries_of(coordinator, f"/atelier/propositions/?page={page}") for page in (1, 3, 9)) <= few
