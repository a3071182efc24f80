"""Writing a version beside its French text, having it read, taking it away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from preau.offer.activities.models import Activity
from preau.offer.versions.errors import NotCurrent, SourceMoved, VersionChanged
from preau.offer.versions.fingerprint import fingerprint
from preau.offer.versions.languages import kinds
from preau.offer.versions.writing import remove_version, validate_version, write_version
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.forms.fields import see_again

from .door import kind_of, the_entry, the_version
from .forms import ValidationForm, VersionForm

_ASK = ["GET", "HEAD", "POST"]


@require_http_methods(_ASK)
def version_writing(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    entry = the_entry(request, slug, "write")
    kind = kind_of(noun)
    version = entry.other_versions.filter(kind=kind).first()
    initial: dict[str, Any] = {"source": fingerprint(entry), "seen_version": 0}
    if version is not None:
        version.activity = entry
        initial |= {"title": version.title, "body": version.body, "translator": version.translator}
        initial["seen_version"] = version.version
    form = VersionForm(request.POST if request.method == "POST" else None, kind=kind, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            write_version(entry, kind, form.told, seen_version=form.cleaned_data["seen_version"], hand=hand(request))
        except SourceMoved:
            entry = the_entry(request, slug, "write")
            form.read_again(fingerprint(entry))
            form.add_error(
                None, _("Le texte français vient de changer : relisez-le à côté, puis enregistrez de nouveau.")
            )
        except VersionChanged as refusal:
            see_again(form, refusal.current.version)
            form.add_error(None, changed())
        else:
            messages.success(request, _("La version est enregistrée."))
            return redirect("workspace:entry_versions", entry.slug)
    context = {"version": version, "is_behind": version is not None and not version.is_current}
    return _page(request, "workspace/languages/writing.html", entry, kind, form, context)


@require_http_methods(_ASK)
def version_validation(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    entry = the_entry(request, slug, "validate")
    version, today = the_version(entry, noun), timezone.localdate()
    initial = {"seen_version": version.version, "validated_on": today}
    form = ValidationForm(request.POST if request.method == "POST" else None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            validate_version(
                version, kept["readers"], kept["validated_on"], seen_version=kept["seen_version"], hand=hand(request)
            )
        except NotCurrent:
            form.add_error(None, _("Le texte français a changé depuis : reprenez d’abord cette version."))
        except VersionChanged as refusal:
            see_again(form, refusal.current.version)
            form.add_error(None, changed())
        else:
            messages.success(request, _("La relecture est enregistrée : la version porte maintenant sa mention."))
            return redirect("workspace:entry_versions", entry.slug)
    return _page(request, "workspace/languages/validation.html", entry, version.kind, form, {"version": version})


@require_POST
def version_removal(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    entry = the_entry(request, slug, "write")
    version = the_version(entry, noun)
    seen = request.POST.get("seen_version", "")
    try:
        seen_version = int(seen) if seen.isdecimal() and len(seen) < 9 else 0
        remove_version(version, seen_version=seen_version, hand=hand(request))
    except VersionChanged:
        messages.error(request, changed())
    else:
        messages.success(request, _("La version est retirée."))
    return redirect("workspace:entry_versions", entry.slug)


def changed() -> str:
    return _("Quelqu’un a changé cette version pendant que vous écriviez. Relisez, puis recommencez.")


def _page(
    request: HttpRequest, template: str, entry: Activity, kind: str, form: forms.Form, more: dict[str, Any]
) -> HttpResponse:
    context = {"entry": entry, "kind_name": dict(kinds())[kind], "form": form, **more}
    return render(request, template, context, status=422 if request.method == "POST" else 200)
