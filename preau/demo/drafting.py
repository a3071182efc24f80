"""The partners of the fictional town draft together: they propose, back, talk, and get answers, each at its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import cast

from preau.demo.content.drafting_proposals import PROPOSALS, REMARKS, Proposed, Said, Verdict
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Organisation
from preau.plan.drafting import proposing
from preau.plan.drafting.deciding import accept_suggestion, refuse_suggestion
from preau.plan.drafting.models import Suggestion
from preau.plan.drafting.proposing import Proposal, comment, propose, support, withdraw
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, TerritorialEducationPlan

type Act = Proposed | tuple[Proposed, Said] | tuple[Proposed, Verdict] | tuple[str, Said]


def draft_together(
    plan: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]
) -> None:
    """Everything in the order in which it happened, so that later acts meet the plan as earlier ones left it."""
    members = {
        key: person.memberships.select_related("organisation").get().organisation for key, person in people.items()
    }
    made: dict[int, Suggestion] = {}
    for at, act in sorted(_acts(), key=lambda each: each[0]):
        match act:
            case Proposed():
                hand = Hand(people[act.who], at)
                proposal = _proposal(plan, act, organisations)
                made[id(act)] = propose(plan, proposal, hand=hand, organisation=members[act.who], reason=act.reason)
                for who in act.backers:
                    support(made[id(act)], hand=Hand(people[who], at), organisation=members[who])
            case (Proposed() as proposed, Verdict() as verdict):
                _decide(made[id(proposed)], verdict, people[proposed.who], people["yasmine.ferhat"])
            case (Proposed() as proposed, Said() as said):
                hand = Hand(people[said.who], at)
                where = made[id(proposed)]
                comment(plan, said.text, hand=hand, organisation=members[said.who], suggestion=where)
            case (str() as code, Said() as said):
                hand = Hand(people[said.who], at)
                comment(plan, said.text, hand=hand, organisation=members[said.who], item=_item(plan, code))


def _acts() -> Iterator[tuple[datetime, Act]]:
    for proposed in PROPOSALS:
        yield proposed.at, proposed
        for said in proposed.said:
            yield said.at, (proposed, said)
        if proposed.verdict is not None:
            yield proposed.verdict.at, (proposed, proposed.verdict)
    for code, said in REMARKS:
        yield said.at, (code, said)


def _decide(suggestion: Suggestion, verdict: Verdict, author: User, coordinator: User) -> None:
    if verdict.state == "withdrawn":
        withdraw(suggestion, hand=Hand(author, verdict.at))
    elif verdict.state == "refused":
        refuse_suggestion(suggestion, hand=Hand(coordinator, verdict.at), answer=verdict.answer)
    else:
        hand = Hand(coordinator, verdict.at)
        accept_suggestion(suggestion, hand=hand, answer=verdict.answer, wording=verdict.wording)


def _proposal(plan: TerritorialEducationPlan, each: Proposed, organisations: Mapping[str, Organisation]) -> Proposal:
    if each.what == "addition":
        row = plan.rows.select_related("general_objective").get(code=each.code)
        return proposing.addition(row, ItemKind.EXPECTED_EFFECT, str(each.value))
    item = _item(plan, each.code)
    match each.what:
        case "text":
            return proposing.new_wording(item, str(each.value))
        case "details":
            return proposing.new_details(item, cast(list[str], each.value))
        case "new_row":
            return proposing.addition_in_a_new_row(item, ItemKind.OPERATIONAL_OBJECTIVE, str(each.value))
        case "place":
            code, after = cast(tuple[str, str], each.value)
            return proposing.new_place(item, plan.rows.get(code=code), _item(plan, after))
        case "owner":
            return proposing.new_owner(item, organisations[str(each.value)])
        case "horizon":
            return proposing.new_horizon(item, cast(date, each.value))
        case _:
            return proposing.removal(item)


def _item(plan: TerritorialEducationPlan, code: str) -> PlanItem:
    return plan.items.select_related("row", "owner", "parent").get(code=code)
