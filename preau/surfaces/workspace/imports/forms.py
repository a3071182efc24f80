"""Forms of the review page. Each correction knows which change of the draft it asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Organisation
from preau.plan.importing import edits
from preau.plan.importing.draft import ItemKind, PlanDraft
from preau.surfaces.workspace.forms.fields import DayField, OwnerField, SeenForm, lines
from preau.surfaces.workspace.imports.review.cuts import Cut, marked_place

type Change = Callable[[PlanDraft], PlanDraft]

COLUMNS = [(ItemKind.OBJECTIVE.value, _("objectifs opérationnels")), (ItemKind.EFFECT.value, _("effets attendus"))]


class UploadForm(forms.Form):
    document = forms.FileField(
        label=_("Votre document"),
        allow_empty_file=True,
        error_messages={"required": _("Choisissez un document sur votre ordinateur.")},
        widget=forms.FileInput(attrs={"accept": ".docx,.odt,.txt,.md,.doc"}),
    )

    def clean_document(self) -> UploadedFile:
        document: UploadedFile = self.cleaned_data["document"]
        if document.size is not None and document.size > settings.UPLOAD_LIMIT:
            sentence = gettext(
                "Ce document pèse %(size)d Mo ; la limite est de %(limit)d Mo. Retirez ses images et renvoyez-le."
            )
            sizes = {"size": math.ceil(document.size / 1_000_000), "limit": settings.UPLOAD_LIMIT // 1_000_000}
            raise forms.ValidationError(sentence % sizes, code="too_large")
        return document


class TitleForm(SeenForm):
    title = forms.CharField(label=_("Titre du projet"), max_length=200)


class Correction(SeenForm):
    """A correction of one item of the draft."""

    item = forms.CharField(widget=forms.HiddenInput)

    @property
    def change(self) -> Change:
        raise NotImplementedError


class TextCorrection(Correction):
    text = forms.CharField(
        label=_("Texte"), widget=lines(3), error_messages={"required": _("Écrivez un texte, ou écartez cet élément.")}
    )

    @property
    def change(self) -> Change:
        code, text = self.cleaned_data["item"], self.cleaned_data["text"]
        stands_in_row = code.rsplit(".", 1)[-1][:1] in ("O", "E")
        return lambda draft: (edits.edit_text if stands_in_row else edits.rename)(draft, code, text)


class SplitCorrection(Correction):
    """Cut at one of the places proposed, or where the person put a bar in the text."""

    at = forms.TypedChoiceField(
        label=_("Où couper ?"), coerce=int, required=False, empty_value=None, widget=forms.RadioSelect
    )
    marked = forms.CharField(
        label=_("Ou ailleurs : tapez une barre | à l’endroit de la coupe"), required=False, widget=lines(3)
    )

    def __init__(self, *args: Any, text: str, places: Sequence[Cut], **options: Any) -> None:
        super().__init__(*args, **options)
        self.text = text
        field = cast(forms.TypedChoiceField, self.fields["at"])
        field.choices = [(str(place.at), f"{place.before} ⏐ {place.after}") for place in places]
        if not places:
            del self.fields["at"]

    def clean(self) -> dict[str, Any]:
        at = self.cleaned_data.get("at")
        marked = self.cleaned_data.get("marked", "")
        if "|" in marked or at is None:
            at = marked_place(marked, self.text)
        if at is None and not self.errors:
            self.add_error(
                "marked", gettext("Choisissez un endroit, ou tapez une seule barre | dans le texte, sans le changer.")
            )
        self.cleaned_data["at"] = at
        return self.cleaned_data

    @property
    def change(self) -> Change:
        return lambda draft: edits.split_item(draft, self.cleaned_data["item"], self.cleaned_data["at"])


class MergeCorrection(Correction):
    second = forms.CharField(widget=forms.HiddenInput)

    @property
    def change(self) -> Change:
        return lambda draft: edits.merge_items(draft, self.cleaned_data["item"], self.cleaned_data["second"])


class PlacedForm(SeenForm):
    """A row and a column of the draft. The rows are offered by a list that the page holds once."""

    row = forms.CharField(
        label=_("Ligne"),
        widget=forms.TextInput(attrs={"list": "rows", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Indiquez une ligne, par exemple A1.G1.R2.")},
    )
    kind = forms.ChoiceField(label=_("Colonne"), choices=COLUMNS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, rows: set[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows = rows

    def clean_row(self) -> str:
        row = str(self.cleaned_data["row"]).split(" ")[0].upper()
        if row not in self.rows:
            raise forms.ValidationError(gettext("Cette ligne n’existe pas. Choisissez-en une dans la liste proposée."))
        return row


class MoveCorrection(PlacedForm, Correction):
    @property
    def change(self) -> Change:
        kept = self.cleaned_data
        return lambda draft: edits.move_item(draft, kept["item"], kept["row"], ItemKind(kept["kind"]))


class DiscardCorrection(Correction):
    @property
    def change(self) -> Change:
        return lambda draft: edits.discard_item(draft, self.cleaned_data["item"])


class RestoreCorrection(PlacedForm):
    index = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def change(self) -> Change:
        kept = self.cleaned_data
        return lambda draft: edits.restore_leftover(draft, kept["index"], kept["row"], ItemKind(kept["kind"]))


class MarkDecisionForm(SeenForm):
    """What is decided about a drafting mark before the plan exists. ``number`` is its place among its item's marks."""

    SETTLED, NOT_A_PROBLEM, ENTRUSTED = "settled", "not_a_problem", "entrusted"

    item = forms.CharField(widget=forms.HiddenInput, required=False)
    number = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Que faites-vous de ce point ?"),
        choices=[
            (SETTLED, _("C’est décidé")),
            (NOT_A_PROBLEM, _("Sans objet : le texte est bon ainsi")),
            (ENTRUSTED, _("À confier : quelqu’un le réglera")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez ce que vous faites de ce point.")},
    )
    decision = forms.CharField(
        label=_("Décision"), required=False, widget=lines(2), help_text=_("Une phrase, si c’est décidé.")
    )
    owner = OwnerField(label=_("Confié à"))
    due_on = DayField(label=_("À régler avant le"))

    def __init__(self, *args: Any, owners: Sequence[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"] = OwnerField(owners, label=_("Confié à"))

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if kept.get("outcome") == self.SETTLED and not kept.get("decision"):
            self.add_error("decision", gettext("Écrivez ce qui est décidé, en une phrase."))
        if kept.get("outcome") == self.ENTRUSTED and not kept.get("owner"):
            self.add_error("owner", gettext("Choisissez l’organisation à qui confier ce point."))
        return kept

    def as_decision(self, item: str, type: str, quote: str) -> dict[str, Any]:
        """In the shape that an import keeps."""
        kept = self.cleaned_data
        return {
            "item": item,
            "type": type,
            "quote": quote,
            "outcome": "" if kept["outcome"] == self.ENTRUSTED else kept["outcome"],
            "decision": kept["decision"],
            "owner": kept["owner"].pk if kept["owner"] else None,
            "due_on": kept["due_on"].isoformat() if kept["due_on"] else "",
        }


class ConfirmForm(SeenForm):
    SHOW, KEEP = "show", "keep"

    title = forms.CharField(label=_("Titre du projet"), max_length=200)
    display = forms.ChoiceField(
        label=_("Qui peut le lire ?"),
        choices=[
            (KEEP, _("Le garder dans l’atelier : seuls les professionnels le lisent")),
            (SHOW, _("Le montrer au public dès maintenant, sans ses points ouverts")),
        ],
        widget=forms.RadioSelect,
    )
