"""Forms about labels and their files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.files.enums import DOCUMENTS
from preau.people.files.rules import accepted_endings
from preau.people.organisations.models import Organisation
from preau.plan.labels.enums import Applicant
from preau.plan.labels.models import LabelFile, SchemeVersion
from preau.plan.labels.schemes import Rules
from preau.plan.sheets.models import ActionSheet
from preau.plan.structure.models import PlanItem
from preau.surfaces.workspace.forms.fields import DayField, lines


class LevelField(forms.TypedChoiceField):
    """One of the levels of the rules, or none; ``""`` where the label has one level only."""

    def __init__(self, version: SchemeVersion, **options: Any) -> None:
        names = [(str(number), capfirst(name)) for number, name in enumerate(version.levels, 1)]
        choices = [("", _("À décider")), *names]
        super().__init__(choices=choices, coerce=int, empty_value=None, required=False, **options)


class OpenForm(forms.Form):
    applicant = forms.ModelChoiceField(
        label=_("Qui candidate"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Choisissez qui candidate."),
            "invalid_choice": _(
                "Cette organisation ne peut pas candidater ici, ou vous ne pouvez pas le faire pour elle."
            ),
        },
    )
    contact = forms.CharField(label=_("Personne à joindre"), required=False, max_length=160)

    def __init__(self, data: Any = None, *, version: SchemeVersion, applicants: QuerySet[Organisation]) -> None:
        super().__init__(data)
        self.fields["applicant"].queryset = applicants  # type: ignore[attr-defined]
        if version.levels:
            self.fields["level"] = LevelField(version, label=_("Niveau visé"))
            self.order_fields(["applicant", "level", "contact"])


class ReviseForm(forms.Form):
    contact = forms.CharField(label=_("Personne à joindre"), required=False, max_length=160)
    objectives = forms.MultipleChoiceField(
        label=_("Objectifs du projet que ce label sert"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Un de ces objectifs n’est plus dans le projet. Vérifiez votre choix.")},
    )

    def __init__(self, data: Any = None, *, file: LabelFile, objectives: Iterable[PlanItem]) -> None:
        self.by_key = {str(item.pk): item for item in objectives}
        initial = {
            "contact": file.contact,
            "level": str(file.level_aimed or ""),
            "objectives": [str(pk) for pk in file.objectives.values_list("pk", flat=True)],
        }
        super().__init__(data, initial=initial)
        self.fields["objectives"].choices = [(key, f"{item.code} {item.text}") for key, item in self.by_key.items()]  # type: ignore[attr-defined]
        if not self.by_key:
            del self.fields["objectives"]
        if file.version.levels:
            self.fields["level"] = LevelField(file.version, label=_("Niveau visé"))
            self.order_fields(["level", "contact", "objectives"])

    @property
    def chosen(self) -> list[PlanItem]:
        return [self.by_key[key] for key in self.cleaned_data.get("objectives", [])]


class ProofForm(forms.Form):
    sentence = forms.CharField(
        label=_("Ce que cela montre"),
        required=False,
        max_length=500,
        widget=lines(2),
        help_text=_("Une phrase suffit souvent : quoi, quand, avec qui. Aucun nom d’enfant."),
    )
    document = forms.FileField(
        label=_("Document"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": accepted_endings(DOCUMENTS)}),
        error_messages={"empty": _("Ce fichier est vide. Vérifiez que vous envoyez le bon fichier.")},
    )

    sheet = forms.ModelChoiceField(
        label=_("Fiche action"),
        queryset=ActionSheet.objects.none(),
        required=False,
        empty_label=_("Aucune"),
        help_text=_("Une action que porte votre organisation et qui le montre."),
        error_messages={"invalid_choice": _("Cette fiche n’est pas de celles que vous pouvez montrer ici.")},
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, number: int, sheets: QuerySet[ActionSheet] | None = None
    ) -> None:
        super().__init__(data, files, auto_id=f"id_{number}_%s")
        if sheets is None or not sheets.exists():
            del self.fields["sheet"]
        else:
            self.fields["sheet"].queryset = sheets  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if not self.errors and not any(self.cleaned_data.get(name) for name in ("sentence", "document", "sheet")):
            self.add_error("sentence", gettext("Écrivez une phrase, joignez un document ou choisissez une action."))
        return self.cleaned_data

    @property
    def upload(self) -> tuple[bytes, str] | None:
        sent = self.cleaned_data.get("document")
        return (sent.read(), sent.name) if sent else None


class MilestoneForm(forms.Form):
    name = forms.CharField(
        label=_("Ce qui doit être fait"),
        max_length=160,
        error_messages={"required": _("Dites ce qui doit être fait.")},
    )
    due_on = DayField(label=_("Avant le"), required=True, error_messages={"required": _("Choisissez une date.")})


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Pourquoi ?"), max_length=500, widget=lines(2))

    def __init__(self, data: Any = None, *, is_needed: bool) -> None:
        super().__init__(data)
        field = self.fields["reason"]
        field.required = is_needed
        field.error_messages["required"] = gettext("Dites pourquoi, en une phrase.")
        if not is_needed:
            field.label = gettext("Un mot à garder dans l’histoire")


class GrantForm(forms.Form):
    obtained_on = DayField(
        label=_("Obtenu le"), required=True, error_messages={"required": _("Donnez la date de la décision.")}
    )
    expires_on = DayField(label=_("Valable jusqu’au"))

    def __init__(self, data: Any = None, *, file: LabelFile, today: date) -> None:
        super().__init__(data, initial={"obtained_on": today, "level": str(file.level_aimed or "")})
        months = file.version.term_months
        self.fields["expires_on"].required = months is None
        self.fields["expires_on"].error_messages["required"] = gettext(
            "Donnez le dernier jour, tel que la décision le dit."
        )
        self.fields["expires_on"].help_text = (
            gettext("Laissez vide pour la durée des règles : %(count)s mois.") % {"count": months}
            if months
            else gettext("Les règles ne fixent pas de durée : reprenez la décision.")
        )
        if file.version.levels:
            self.fields["level"] = LevelField(file.version, label=_("Niveau obtenu"))
            self.order_fields(["obtained_on", "level", "expires_on"])


class RulesForm(forms.Form):
    valid_from = DayField(
        label=_("En vigueur à partir du"), required=True, error_messages={"required": _("Choisissez une date.")}
    )
    levels = forms.CharField(
        label=_("Niveaux"), required=False, widget=lines(3), help_text=_("Un par ligne, le plus bas d’abord.")
    )
    term_months = forms.IntegerField(
        label=_("Durée en mois"),
        required=False,
        min_value=1,
        max_value=240,
        help_text=_("Vide si la durée dépend de chaque décision."),
    )
    notice_months = forms.IntegerField(
        label=_("Prévenir, en mois avant le terme"), min_value=1, max_value=24, initial=9
    )
    compulsory = forms.CharField(
        label=_("Critères obligatoires"),
        widget=lines(6),
        help_text=_("Un par ligne. Le dossier ne se dépose pas sans eux."),
        error_messages={"required": _("Écrivez au moins un critère.")},
    )
    optional = forms.CharField(
        label=_("Critères souhaités"), required=False, widget=lines(3), help_text=_("Un par ligne.")
    )
    source = forms.CharField(label=_("D’où viennent ces règles"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("term_months") and kept.get("notice_months") and kept["notice_months"] >= kept["term_months"]:
            self.add_error("notice_months", gettext("L’alerte doit venir avant la fin : choisissez moins de mois."))
        for name in ("compulsory", "optional", "levels"):
            if any(len(line) > 300 for line in _lines(kept.get(name, ""))):
                self.add_error(name, gettext("Une ligne dépasse 300 signes. Raccourcissez-la."))
        return kept

    @property
    def rules(self) -> Rules:
        kept = self.cleaned_data
        return Rules(
            kept["valid_from"],
            _lines(kept["levels"]),
            kept["term_months"],
            kept["notice_months"],
            _lines(kept["compulsory"]),
            _lines(kept["optional"]),
            kept["source"],
        )

    @staticmethod
    def facts(version: SchemeVersion) -> dict[str, Any]:
        """The rules as they stand, to be changed from another day on."""
        criteria = list(version.criteria.all())
        return {
            "levels": "\n".join(version.levels),
            "term_months": version.term_months,
            "notice_months": version.notice_months,
            "compulsory": "\n".join(each.text for each in criteria if each.is_compulsory),
            "optional": "\n".join(each.text for each in criteria if not each.is_compulsory),
            "source": version.source,
        }


class SchemeForm(RulesForm):
    name = forms.CharField(label=_("Nom du label"), max_length=120, error_messages={"required": _("Donnez son nom.")})
    given_by = forms.CharField(
        label=_("Qui le donne"), max_length=160, error_messages={"required": _("Dites qui le donne.")}
    )
    applicant = forms.ChoiceField(
        label=_("Qui candidate"),
        choices=[(value, capfirst(label)) for value, label in Applicant.choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez qui candidate.")},
    )
    summary = forms.CharField(label=_("En une phrase"), required=False, max_length=300)

    field_order = ["name", "given_by", "applicant", "summary"]


def _lines(text: str) -> list[str]:
    return [line for line in (each.strip() for each in text.splitlines()) if line]
