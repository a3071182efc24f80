"""Papers: asked once, shown with their state. The file itself is read again by whoever gave it, and by the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.people.accounts.models import User
from preau.people.files.actions import store_file
from preau.people.files.enums import FileKind
from preau.people.files.errors import FileRefused
from preau.people.households.documents import OF_A_HOME, give_document
from preau.people.households.doors import children_for, homes_of
from preau.people.households.enums import DocumentKind, DocumentState
from preau.people.households.models import Child, Household, SupportingDocument
from preau.people.households.rights import Act
from preau.surfaces.portal.doors import guardian
from preau.surfaces.portal.families.forms import PaperForm
from preau.surfaces.shell.files import send_file
from preau.surfaces.shell.request import hand

SCANS = (FileKind.PDF, FileKind.PNG, FileKind.JPEG)


@dataclass(frozen=True, slots=True)
class Paper:
    """``tone`` and ``said``: where the paper stands, in colour and in words; ``is_mine``: the account gave the file."""

    document: SupportingDocument
    tone: str
    said: str
    is_mine: bool


def papers_shown(account: User, children: Sequence[Child], on: date) -> list[Paper]:
    """The latest of each kind, for the children and the account's own homes. A decision is shown to its giver only."""
    whose = Q(child__in=[child.pk for child in children]) | Q(household__in=homes_of(account, on))
    rows = SupportingDocument.objects.filter(whose).exclude(~Q(given_by=account), kind=DocumentKind.AUTHORITY)
    latest: dict[tuple[int | None, int | None, str], SupportingDocument] = {}
    for row in rows.select_related("child", "household", "file").order_by("given_at", "pk"):
        latest[row.child_id, row.household_id, row.kind] = row
    return [_shown(row, account, on) for row in latest.values()]


@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    account, today = guardian(request), timezone.localdate()
    children = list(children_for(account, Act.READ, today))
    shown = papers_shown(account, children, today)
    groups = [(_("Pour tout le foyer"), [each for each in shown if each.document.household_id])]
    groups += [(str(child), [each for each in shown if each.document.child_id == child.pk]) for child in children]
    context = {"groups": groups, "may_give": bool(_owners(account, today))}
    return render(request, "portal/families/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def paper_addition(request: HttpRequest) -> HttpResponse:
    account, today = guardian(request), timezone.localdate()
    owners = _owners(account, today)
    if not owners:
        raise PermissionDenied
    choices = [(key, label) for key, label, _thing in owners]
    if request.method != "POST":
        form = PaperForm(owners=choices, initial=_asked(request, owners))
        return render(request, "portal/families/paper_addition.html", {"form": form})
    form = PaperForm(request.POST, request.FILES, owners=choices)
    if form.is_valid() and _keep(request, form, owners):
        messages.success(request, _("Pièce envoyée. L’accueil des familles la vérifie, vous saurez ce qu’il en est."))
        return HttpResponseRedirect(reverse("portal:papers"))
    return render(request, "portal/families/paper_addition.html", {"form": form}, status=422)


@require_safe
def paper_file(request: HttpRequest, key: UUID) -> FileResponse:
    """Only for whoever gave it, or lives in the home it was given for."""
    account, today = guardian(request), timezone.localdate()
    at_home = Q(household__in=homes_of(account, today))
    mine = Q(given_by=account, child__in=children_for(account, Act.READ, today))
    document = SupportingDocument.objects.filter(at_home | mine, key=key).select_related("file").first()
    if document is None or document.file is None:
        raise Http404
    return send_file(document.file)


def _owners(account: User, on: date) -> list[tuple[str, str, Household | Child]]:
    """For whom the account may give a paper: its homes, then the children whose file it may change."""
    homes = [(f"foyer:{home.key}", _("Tout le foyer, %(where)s") % {"where": home.address}, home) for home in
             homes_of(account, on)]  # fmt: skip
    children = [(f"enfant:{child.key}", str(child), child) for child in children_for(account, Act.EDIT, on)]
    return [*homes, *children]


def _asked(request: HttpRequest, owners: Iterable[tuple[str, str, Household | Child]]) -> dict[str, str]:
    """What the link already knows: the kind, and the child or the only home."""
    keys = [key for key, _label, _thing in owners]
    kind = request.GET.get("nature", "")
    wanted = f"enfant:{request.GET['enfant']}" if "enfant" in request.GET else ""
    homes = [key for key in keys if key.startswith("foyer:")]
    if not wanted and kind in OF_A_HOME and len(homes) == 1:
        wanted = homes[0]
    return {"kind": kind, "owner": wanted if wanted in keys else ""}


def _keep(request: HttpRequest, form: PaperForm, owners: Iterable[tuple[str, str, Household | Child]]) -> bool:
    """False once a sentence stands at the field."""
    kind = DocumentKind(form.cleaned_data["kind"])
    owner = next(thing for key, _label, thing in owners if key == form.cleaned_data["owner"])
    if kind in OF_A_HOME and isinstance(owner, Child):
        form.add_error("owner", _("Cette pièce se donne une fois pour tout le foyer : choisissez le foyer."))
        return False
    if kind not in OF_A_HOME and kind != DocumentKind.OTHER and isinstance(owner, Household):
        form.add_error("owner", _("Cette pièce se donne pour un enfant : choisissez lequel."))
        return False
    upload, who = form.cleaned_data["document"], hand(request)
    try:
        stored = store_file(upload.read(), upload.name or "", by=who.by, now=who.now, kinds=SCANS)
    except FileRefused as refusal:
        form.add_error("document", str(refusal))
        return False
    give_document(kind, owner=owner, hand=who, file=stored)
    return True


def _shown(document: SupportingDocument, account: User, on: date) -> Paper:
    is_mine = document.file_id is not None and (document.given_by_id == account.pk or bool(document.household_id))
    if document.state == DocumentState.SENT:
        return Paper(document, "info", _("à vérifier par l’accueil"), is_mine)
    if document.state == DocumentState.REFUSED:
        return Paper(document, "stop", _("à redonner"), is_mine)
    if document.valid_until is not None and document.valid_until < on:
        return Paper(document, "stop", _("n’est plus valable"), is_mine)
    return Paper(document, "good", _("acceptée"), is_mine)
