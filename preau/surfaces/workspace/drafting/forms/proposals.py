"""What a partner proposes about one item: a form for each thing that can change, always with room to say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.drafting import proposing
from preau.plan.drafting.proposing import Proposal
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, PlanRow
from preau.plan.structure.placing import Edge, Spot
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, lines

FIRST = "debut"
"""What the choice of a spot says for the first place of a column."""


@dataclass(frozen=True, slots=True)
class About:
    """What a proposal is about: the item, where it may go, who may carry it."""

    item: PlanItem
    owners: Sequence[Organisation] = ()
    row: PlanRow | None = None
    column: Sequence[PlanItem] = ()


class ReasonField(forms.CharField):
    def __init__(self, *, required: bool = False) -> None:
        super().__init__(
            label=_("Pourquoi ?"),
            required=required,
            max_length=300,
            widget=lines(2),
            help_text=_("Les autres partenaires le liront, et cela restera dans l’histoire du projet."),
            error_messages={
                "required": _("Dites pourquoi : sans raison, personne ne peut se décider."),
                "max_length": _("C’est trop long : 300 signes au plus."),
            },
        )


class ProposalForm(forms.Form):
    def __init__(self, data: Any = None, *, about: About) -> None:
        super().__init__(data, initial=self.now(about))
        self.about = about

    def now(self, about: About) -> dict[str, Any]:
        """What the plan says today: what the person starts from."""
        return {}

    @property
    def proposal(self) -> Proposal:
        raise NotImplementedError


class WordingProposal(ProposalForm):
    text = forms.CharField(
        label=_("Texte que vous proposez"),
        widget=lines(4),
        error_messages={"required": _("Écrivez un texte. Pour le retirer, choisissez « Le retirer ».")},
    )
    reason = ReasonField()

    def now(self, about: About) -> dict[str, Any]:
        return {"text": about.item.text}

    @property
    def proposal(self) -> Proposal:
        return proposing.new_wording(self.about.item, self.cleaned_data["text"])


class DetailsProposal(ProposalForm):
    points = forms.CharField(
        label=_("Points de détail"),
        required=False,
        widget=lines(6),
        help_text=_("Un par ligne. Videz le champ pour proposer de n’en garder aucun."),
    )
    reason = ReasonField()

    def now(self, about: About) -> dict[str, Any]:
        return {"points": "\n".join(about.item.sub_points)}

    @property
    def proposal(self) -> Proposal:
        lines = [line.strip() for line in self.cleaned_data["points"].splitlines()]
        return proposing.new_details(self.about.item, [line for line in lines if line])


class RemovalProposal(ProposalForm):
    reason = ReasonField(required=True)

    @property
    def proposal(self) -> Proposal:
        return proposing.removal(self.about.item)


class SpotField(forms.ChoiceField):
    """After which item of a column; the choices are set when the column is known."""

    def __init__(self, column: Sequence[PlanItem] = ()) -> None:
        self.column = {item.code: item for item in column}
        first: list[tuple[str, str | Promise]] = [(FIRST, _("En premier"))]
        others = [
            (item.code, _("Après %(code)s · %(text)s") % {"code": item.code, "text": item.text[:90]}) for item in column
        ]
        super().__init__(
            label=_("À quelle place ?"),
            choices=[*(first if column else [(FIRST, _("Seul dans sa colonne"))]), *others],
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choisissez une place."),
                "invalid_choice": _("Cette place a changé. Choisissez-en une autre."),
            },
        )

    def spot(self, chosen: str) -> Spot:
        return Edge.START if chosen == FIRST else self.column[chosen]


class PlaceProposal(ProposalForm):
    after = SpotField()
    reason = ReasonField(required=True)

    def __init__(self, data: Any = None, *, about: About) -> None:
        super().__init__(data, about=about)
        self.fields["after"] = SpotField(about.column)
        self.initial["after"] = about.column[-1].code if about.column else FIRST

    @property
    def proposal(self) -> Proposal:
        field = self.fields["after"]
        assert isinstance(field, SpotField)  # noqa: S101
        assert self.about.row is not None  # noqa: S101  the form is only shown once the row is chosen
        return proposing.new_place(self.about.item, self.about.row, field.spot(self.cleaned_data["after"]))


class OwnerProposal(ProposalForm):
    owner = OwnerField(label=_("Qui devrait le porter ?"))
    reason = ReasonField()

    def __init__(self, data: Any = None, *, about: About) -> None:
        super().__init__(data, about=about)
        self.fields["owner"] = OwnerField(about.owners, label=_("Qui devrait le porter ?"))

    def now(self, about: About) -> dict[str, Any]:
        return {"owner": str(about.item.owner_id or "")}

    @property
    def proposal(self) -> Proposal:
        return proposing.new_owner(self.about.item, self.cleaned_data["owner"])


class HorizonProposal(ProposalForm):
    horizon_on = DayField(label=_("Pour quand ?"), help_text=_("Videz le champ pour proposer de n’avoir pas de date."))
    reason = ReasonField()

    def now(self, about: About) -> dict[str, Any]:
        return {"horizon_on": about.item.horizon_on}

    @property
    def proposal(self) -> Proposal:
        return proposing.new_horizon(self.about.item, self.cleaned_data["horizon_on"])


class AdditionProposal(forms.Form):
    """Something new: an objective or an effect in a row, in a new row, or a general objective under an axis."""

    kind = forms.ChoiceField(
        label=_("Que proposez-vous d’ajouter ?"),
        choices=[
            (ItemKind.OPERATIONAL_OBJECTIVE.value, _("Un objectif opérationnel : ce qu’on va faire")),
            (ItemKind.EXPECTED_EFFECT.value, _("Un effet attendu : ce que cela changera")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez ce que vous ajoutez.")},
    )
    text = forms.CharField(
        label=_("Texte que vous proposez"),
        widget=lines(3),
        error_messages={"required": _("Écrivez le texte à ajouter.")},
    )
    reason = ReasonField()

    def __init__(self, data: Any = None, *, is_branch: bool) -> None:
        super().__init__(data, initial={"kind": ItemKind.OPERATIONAL_OBJECTIVE.value})
        if is_branch:
            del self.fields["kind"]

    @property
    def kind_chosen(self) -> ItemKind:
        return ItemKind(self.cleaned_data["kind"])
