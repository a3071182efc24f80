"""Forms of a sheet's steps: a reason, an agreement, a review, a remark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.sheets.stepping import Reviewed
from preau.surfaces.workspace.forms.fields import lines
from preau.surfaces.workspace.sheets.forms.lines import MoneyField


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Pourquoi ?"),
        max_length=500,
        widget=lines(3),
        help_text=_("Cette phrase reste dans l’histoire de la fiche. Les deux organisations la lisent."),
        error_messages={"required": _("Dites pourquoi, en une phrase.")},
    )


class AgreementForm(forms.Form):
    """``seen_version`` is what was read. ``how`` is asked of somebody who writes down another's agreement."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    organisation = forms.ChoiceField(
        label=_("Au nom de"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Dites au nom de quelle organisation."),
            "invalid_choice": _("Cette organisation n’attend pas votre validation."),
        },
    )
    how = forms.CharField(
        label=_("Comment l’accord a été donné"),
        required=False,
        max_length=300,
        help_text=_("Pour une organisation qui n’est pas la vôtre : réunion du…, courrier du…"),
    )

    def __init__(
        self, data: Any = None, *, version: int, sides: Sequence[Organisation], mine: frozenset[int] | set[int]
    ) -> None:
        ours = [side for side in sides if side.pk in mine]
        first = (ours or list(sides))[:1]
        super().__init__(data, initial={"seen_version": version, "organisation": str(first[0].pk) if first else ""})
        self.sides, self.mine = {str(side.pk): side for side in sides}, mine
        self.fields["organisation"].choices = [(key, side.name) for key, side in self.sides.items()]  # type: ignore[attr-defined]
        if len(ours) == len(sides):
            del self.fields["how"]

    def clean(self) -> dict[str, Any]:
        side = self.sides.get(self.cleaned_data.get("organisation", ""))
        if side is not None and side.pk not in self.mine and not self.cleaned_data.get("how"):
            self.add_error("how", gettext("Dites comment cette organisation a donné son accord, et quand."))
        return self.cleaned_data

    @property
    def side(self) -> Organisation:
        return self.sides[self.cleaned_data["organisation"]]


class ReviewForm(forms.Form):
    done = forms.CharField(
        label=_("Ce qui a été fait"),
        widget=lines(4),
        error_messages={"required": _("Dites ce qui a été fait, même si c’est moins que prévu.")},
    )
    children = forms.IntegerField(
        label=_("Enfants et jeunes touchés"),
        min_value=0,
        max_value=100_000,
        help_text=_("Des enfants différents, pas des présences."),
        error_messages={"required": _("Donnez un nombre, 0 s’il n’y en a pas.")},
    )
    adults = forms.IntegerField(
        label=_("Adultes touchés"),
        min_value=0,
        max_value=100_000,
        error_messages={"required": _("Donnez un nombre, 0 s’il n’y en a pas.")},
    )
    worked = forms.CharField(
        label=_("Ce qui a bien marché"), widget=lines(3), error_messages={"required": _("Dites ce qui a bien marché.")}
    )
    to_change = forms.CharField(
        label=_("Ce qu’il faudrait changer"),
        widget=lines(3),
        error_messages={"required": _("Dites ce qu’il faudrait changer la prochaine fois.")},
    )
    effect = forms.CharField(
        label=_("Effet constaté"),
        widget=lines(3),
        help_text=_("Ce que l’on voit de différent, et comment on le sait."),
        error_messages={"required": _("Dites ce que l’on voit de différent, ou que l’on ne voit rien.")},
    )
    cost = MoneyField(
        label=_("Coût réel, en euros"),
        error_messages={
            "required": _("Donnez le coût réel, 0 s’il n’y en a pas."),
            "invalid": _("Écrivez un montant."),
        },
    )

    @property
    def told(self) -> Reviewed:
        return Reviewed(**{name: self.cleaned_data[name] for name in Reviewed._fields})


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Votre commentaire"),
        widget=lines(3),
        max_length=4000,
        help_text=_("Citez quelqu’un avec @Prénom Nom : il en sera prévenu."),
        error_messages={"required": _("Écrivez votre commentaire.")},
    )
