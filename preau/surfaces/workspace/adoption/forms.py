"""Forms of the adoption of a plan."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.files.enums import FileKind
from preau.people.files.rules import accepted_endings
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.workspace.forms.fields import DayField, lines
from preau.surfaces.workspace.uploads import SCANS


class ScanField(forms.FileField):
    """A document that somebody scanned. Its bytes are checked where it is kept, not here."""

    def __init__(self, *, kinds: Collection[FileKind] = SCANS, **options: Any) -> None:
        options.setdefault("allow_empty_file", True)
        widget = forms.FileInput(attrs={"accept": accepted_endings(kinds)})
        super().__init__(widget=widget, max_length=None, **options)


class PreparationForm(forms.Form):
    starts_on = DayField(label=_("Le projet commence le"))
    ends_on = DayField(label=_("Le projet s’achève le"), help_text=_("En général trois ans, jusqu’à fin août."))
    introduction = forms.CharField(
        label=_("Présentation pour les familles"),
        required=False,
        widget=lines(5),
        help_text=_("Quelques phrases simples : elles ouvrent la page publique."),
    )

    @staticmethod
    def facts(plan: TerritorialEducationPlan) -> dict[str, Any]:
        return {"starts_on": plan.starts_on, "ends_on": plan.ends_on, "introduction": plan.introduction}

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if start and end and end <= start:
            self.add_error("ends_on", gettext("La fin vient après le début."))
        if bool(start) != bool(end) and not self.errors:
            missing = "ends_on" if start else "starts_on"
            self.add_error(missing, gettext("Indiquez le début et la fin, ou aucun des deux."))
        return self.cleaned_data


class VoteForm(forms.Form):
    """The council's act: the number and the day that stand on it."""

    number = forms.CharField(
        label=_("Numéro de la délibération"),
        max_length=60,
        error_messages={"required": _("Indiquez le numéro qui figure sur l’acte.")},
    )
    decided_on = DayField(
        label=_("Votée le"), required=True, error_messages={"required": _("Indiquez le jour du vote.")}
    )


class AdoptionForm(VoteForm):
    scan = ScanField(
        label=_("Acte numérisé"),
        required=False,
        help_text=_("PDF ou image. Vous pourrez l’ajouter plus tard."),
    )
    understood = forms.BooleanField(
        label=_("J’ai compris que le texte ne changera plus"),
        error_messages={"required": _("Cochez la case pour adopter le projet.")},
    )


class ScanForm(forms.Form):
    scan = ScanField(label=_("Acte numérisé"), error_messages={"required": _("Choisissez le fichier de l’acte.")})


class SequelForm(forms.Form):
    title = forms.CharField(
        label=_("Titre du projet suivant"),
        max_length=200,
        error_messages={"required": _("Donnez un titre au projet suivant.")},
    )
