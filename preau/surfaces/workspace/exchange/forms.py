"""Forms about copies of the plan that leave and come back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from preau.plan.versions.models import PlanVersion
from preau.surfaces.workspace.forms.fields import lines
from preau.surfaces.workspace.imports.forms import UploadForm


class CopyForm(forms.Form):
    """Which text, in which file: read from the address of the download."""

    WORD, BARE = "docx", "docx-sans-reperes"
    NOW = "maintenant"

    format = forms.ChoiceField(
        label=_("Sous quelle forme ?"),
        choices=[
            (WORD, _("Word, à modifier et à renvoyer")),
            (BARE, _("Word sans les repères A1.G2.O3, pour lire ou présenter")),
            ("pdf", _("PDF, à imprimer ou à voter")),
            ("xlsx", _("Classeur Excel, une ligne par passage, à renvoyer aussi")),
            ("csv", _("Tableau CSV, pour un autre logiciel")),
        ],
        widget=forms.RadioSelect,
        initial=WORD,
    )
    version = forms.ChoiceField(label=_("Quel texte ?"))

    def __init__(self, data: Any = None, *, versions: Iterable[PlanVersion]) -> None:
        super().__init__(None if data is None else {"version": self.NOW, **data.dict()})
        self.by_number = {str(each.number): each for each in versions}
        self.fields["version"].choices = [  # type: ignore[attr-defined]
            (self.NOW, _("Le texte de maintenant")),
            *((number, each.name) for number, each in self.by_number.items()),
        ]

    @property
    def wanted(self) -> tuple[str, bool, PlanVersion | None]:
        """The ending of the file, whether codes are written, the version (None for now)."""
        format = self.cleaned_data["format"]
        version = self.by_number.get(self.cleaned_data["version"])
        return format.split("-")[0], format != self.BARE, version


class ReturnForm(UploadForm):
    document = forms.FileField(
        label=_("La copie que vous avez modifiée"),
        allow_empty_file=True,
        error_messages={"required": _("Choisissez la copie sur votre ordinateur.")},
        widget=forms.FileInput(attrs={"accept": ".docx,.odt,.doc,.xlsx,.csv"}),
    )


class RefusalForm(forms.Form):
    answer = forms.CharField(
        label=_("Votre réponse, la même pour tous"),
        max_length=300,
        widget=lines(3),
        help_text=_("Celui qui a renvoyé la copie la lira."),
        error_messages={
            "required": _("Dites en une phrase pourquoi vous refusez."),
            "max_length": _("La réponse est trop longue : 300 signes au plus."),
        },
    )


class AttachForm(forms.Form):
    """One of the likeliest passages, or the code of another one."""

    OTHER = "autre"

    passage = forms.ChoiceField(
        label=_("De quel passage s’agit-il ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez un passage, ou écrivez son repère.")},
    )
    code = forms.CharField(
        label=_("Repère d’un autre passage"), required=False, max_length=24, help_text=_("Par exemple A1.G2.O3.")
    )

    def __init__(self, data: Any = None, *, candidates: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["passage"].choices = [  # type: ignore[attr-defined]
            *candidates,
            (self.OTHER, _("Un autre, dont je connais le repère")),
        ]

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("passage") == self.OTHER and not kept.get("code"):
            self.add_error("code", _("Écrivez le repère du passage, par exemple A1.G2.O3."))
        return kept

    @property
    def wanted(self) -> str:
        """The code of the passage."""
        kept = self.cleaned_data
        chosen = kept["code"] if kept["passage"] == self.OTHER else kept["passage"]
        return str(chosen).strip().upper().replace("-", ".")
