"""Forms about open points and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.drafting.enums import PointOutcome
from preau.plan.drafting.models import OpenPoint
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, lines


class SettleForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Issue"),
        choices=[
            (PointOutcome.SETTLED.value, _("C’est décidé")),
            (PointOutcome.NOT_A_PROBLEM.value, _("Sans objet : le texte est bon ainsi")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une issue.")},
    )
    decision = forms.CharField(
        label=_("Décision"), required=False, widget=lines(2), help_text=_("Une phrase, si c’est décidé.")
    )
    new_text = forms.CharField(
        label=_("Nouveau texte"),
        required=False,
        widget=lines(3),
        help_text=_("Laissez tel quel si le texte ne change pas."),
    )
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, point: OpenPoint, may_reword: bool) -> None:
        item = point.item
        initial = {"new_text": item.text, "seen_version": item.version} if item else {}
        super().__init__(data, initial=initial, auto_id=f"id_{point.pk}_%s")
        self.point = point
        if item is None or not may_reword:
            del self.fields["new_text"]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("outcome") == PointOutcome.SETTLED and not self.cleaned_data.get("decision"):
            self.add_error("decision", gettext("Écrivez ce qui est décidé, en une phrase."))
        return self.cleaned_data

    @property
    def rewording(self) -> str | None:
        """The wording typed, None when it is the one that was there."""
        typed = self.cleaned_data.get("new_text") or ""
        item = self.point.item
        return typed if item is not None and typed and typed != item.text else None


class EntrustForm(forms.Form):
    owner = OwnerField(label=_("Confié à"))
    due_on = DayField(label=_("À régler avant le"))

    def __init__(self, data: Any = None, *, point: OpenPoint, owners: Sequence[Organisation]) -> None:
        initial = {"owner": str(point.owner_id or ""), "due_on": point.due_on}
        super().__init__(data, initial=initial, auto_id=f"id_{point.pk}_%s")
        self.fields["owner"] = OwnerField(owners, label=_("Confié à"))


class VerdictForm(forms.Form):
    """A refusal says why: its author reads it. ``wording`` is sent where other words than those proposed may do."""

    ACCEPT, REFUSE = "accept", "refuse"

    verdict = forms.ChoiceField(
        choices=[(ACCEPT, _("Accepter")), (REFUSE, _("Refuser"))],
        error_messages={
            "required": _("Choisissez d’accepter ou de refuser."),
            "invalid_choice": _("Choisissez d’accepter ou de refuser."),
        },
    )
    answer = forms.CharField(
        required=False,
        max_length=300,
        error_messages={"max_length": _("La réponse est trop longue : 300 signes au plus.")},
    )
    wording = forms.CharField(required=False)
    seen_version = forms.IntegerField(required=False)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("verdict") == self.REFUSE and "answer" in kept and not kept["answer"]:
            self.add_error("answer", gettext("Dites en une phrase pourquoi vous refusez : son auteur la lira."))
        if kept.get("verdict") == self.ACCEPT and "wording" in self.data and not kept.get("wording"):
            self.add_error("wording", gettext("Écrivez le texte à garder, ou refusez la proposition."))
        return kept

    @property
    def problem(self) -> str:
        """The first thing to mend."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")

    @property
    def wording_kept(self) -> str | None:
        return self.cleaned_data["wording"] or None


class RemarkForm(forms.Form):
    text = forms.CharField(
        label=_("Votre commentaire"),
        help_text=_("@Prénom Nom prévient cette personne."),
        max_length=4000,
        widget=lines(3),
        error_messages={
            "required": _("Écrivez votre commentaire."),
            "max_length": _("Le commentaire est trop long : 4 000 signes au plus."),
        },
    )
