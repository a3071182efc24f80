"""Forms about one item of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.structure.editing import ItemEdit
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import PlanItem, PlanRow
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm, lines


class ItemForm(SeenForm):
    text = forms.CharField(
        label=_("Texte"), widget=lines(4), error_messages={"required": _("Écrivez un texte, ou retirez cet élément.")}
    )
    reason = forms.CharField(
        label=_("Pourquoi ce changement ?"),
        required=False,
        max_length=300,
        help_text=_("Il restera dans l’histoire de cet élément."),
    )
    owner = OwnerField(label=_("Porté par"))
    horizon_on = DayField(label=_("Échéance"))
    note = forms.CharField(
        label=_("Note de travail"),
        required=False,
        widget=lines(2),
        help_text=_("Visible dans l’atelier, jamais du public."),
    )

    def __init__(self, data: Any = None, *, item: PlanItem, owners: Sequence[Organisation], may_assign: bool) -> None:
        super().__init__(data, initial=self.facts(item), auto_id=f"id_{item.slug}_%s")
        self.item = item
        self.fields["owner"] = OwnerField(owners, label=_("Porté par"))
        if not may_assign:
            del self.fields["owner"]

    @staticmethod
    def facts(item: PlanItem) -> dict[str, Any]:
        return {
            "seen_version": item.version,
            "text": item.text,
            "note": item.note,
            "owner": str(item.owner_id or ""),
            "horizon_on": item.horizon_on,
        }

    @property
    def edit(self) -> ItemEdit:
        kept = self.cleaned_data
        owner = kept["owner"] if "owner" in self.fields else self.item.owner
        return ItemEdit(kept["text"], kept["note"], owner, kept["horizon_on"])


class RemovalForm(forms.Form):
    reason = forms.CharField(label=_("Pourquoi le retirer ?"), required=False, max_length=300)


class RowChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, obj: PlanRow) -> str:
        return f"{obj.code} · {obj.general_objective.text[:80]}"


class MoveForm(SeenForm):
    row = RowChoiceField(
        label=_("Ligne d’arrivée"),
        queryset=PlanRow.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": _("Cette ligne n’existe plus. Choisissez-en une autre.")},
    )
    reason = forms.CharField(label=_("Pourquoi ?"), required=False, max_length=300)

    def __init__(self, data: Any = None, *, item: PlanItem) -> None:
        super().__init__(data, initial={"seen_version": item.version, "row": item.row_id})
        rows = PlanRow.objects.filter(plan=item.plan_id).select_related("general_objective").order_by("position", "pk")
        self.fields["row"].queryset = rows  # type: ignore[attr-defined]


class AdditionForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Nature"),
        choices=[
            (ItemKind.OPERATIONAL_OBJECTIVE.value, ItemKind.OPERATIONAL_OBJECTIVE.label),
            (ItemKind.EXPECTED_EFFECT.value, ItemKind.EXPECTED_EFFECT.label),
        ],
        widget=forms.RadioSelect,
        initial=ItemKind.OPERATIONAL_OBJECTIVE.value,
    )
    text = forms.CharField(
        label=_("Texte"), widget=lines(3), error_messages={"required": _("Écrivez le texte à ajouter.")}
    )
