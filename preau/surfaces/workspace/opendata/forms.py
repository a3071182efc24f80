from __future__ import annotations

import math
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from preau.people.organisations.models import Commune
from preau.town.opendata.outlook import Options
from preau.town.opendata.source import Source

_ENDINGS = {"csv": ".csv,.tsv,.txt", "xlsx": ".xlsx,.xls,.ods", "json": ".json,.geojson", "ics": ".ics"}


class FileForm(forms.Form):
    """``only_ours`` is offered where the lines of the kind say in which town they are."""

    document = forms.FileField(
        label=_("Votre fichier"),
        allow_empty_file=True,
        max_length=200,
        error_messages={"required": _("Choisissez un fichier sur votre ordinateur.")},
    )
    only_ours = forms.BooleanField(required=False)

    def __init__(self, *args: Any, source: Source, commune: Commune, **options: Any) -> None:
        super().__init__(*args, **options)
        self.commune = commune
        accept = ",".join(_ENDINGS[each] for each in source.formats if each in _ENDINGS)
        self.fields["document"].widget = forms.FileInput(attrs={"accept": accept})
        field = self.fields["only_ours"]
        field.label = gettext("Ne garder que les lignes de %(town)s (code INSEE %(code)s)") % {
            "town": commune.name,
            "code": commune.insee_code,
        }
        field.initial = source.scope_by == "insee_code"
        if not source.has("insee_code"):
            del self.fields["only_ours"]

    def clean_document(self) -> UploadedFile:
        document: UploadedFile = self.cleaned_data["document"]
        if document.size is not None and document.size > settings.UPLOAD_LIMIT:
            sentence = gettext(
                "Ce fichier pèse %(size)d Mo ; la limite est de %(limit)d Mo. Téléchargez-le réduit à votre commune, "
                "ou demandez à l’administration de l’importer par la ligne de commande, qui n’a pas de limite."
            )
            sizes = {"size": math.ceil(document.size / 1_000_000), "limit": settings.UPLOAD_LIMIT // 1_000_000}
            raise forms.ValidationError(sentence % sizes, code="too_large")
        return document

    @property
    def options(self) -> Options:
        return Options(communes=(self.commune.insee_code,) if self.cleaned_data.get("only_ours") else ())


class ConfirmForm(forms.Form):
    accept_gone = forms.BooleanField(required=False)

    def __init__(self, *args: Any, must_accept: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["accept_gone"]
        field.label = gettext("Oui, je sais que plus de la moitié des fiches connues seront marquées comme disparues")
        field.required = must_accept
        field.error_messages["required"] = gettext("Cochez cette case si c’est bien ce que vous voulez.")
        if not must_accept:
            del self.fields["accept_gone"]
