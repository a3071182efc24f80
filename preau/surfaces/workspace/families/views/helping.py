"""Acting for somebody: identity checked, mandate taken down or found again, agreements given, and the end of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.people.counter.enums import Procedure
from preau.people.counter.paper import write_receipt
from preau.people.counter.receipts import Helped, receipts_of
from preau.people.files.errors import FileRefused
from preau.people.households.consent_texts import FOR_A_CHILD, FOR_ONESELF, words_for
from preau.people.households.consents import give_consent, withdraw_consent
from preau.people.households.enums import Channel, ConsentPurpose, MandateScope
from preau.people.households.errors import NotForThisPurpose, NotHolder
from preau.people.households.helping import children_of
from preau.people.households.mandates import (
    AlreadyRevoked,
    WrongMandate,
    give_mandate,
    latest_end,
    mandates_on,
    revoke_mandate,
)
from preau.people.households.models import Adult, AssistanceMandate, Consent
from preau.people.households.permissions import FAMILIES
from preau.people.households.rights import Act
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.families.acting import (
    acting,
    begin,
    done,
    finish,
    helped_here,
    my_service,
    standing_mandate,
)
from preau.surfaces.workspace.families.doors import child_of, opened
from preau.surfaces.workspace.families.forms.acts import HelpForm, MandateForm
from preau.surfaces.workspace.uploads import SCANS, keep_upload


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_help(request: HttpRequest, adult: Adult) -> HttpResponse:
    """With a mandate that stands, who they are is checked again and that is all; without, it is taken down."""
    wanted = next((scope for scope in MandateScope if scope == request.GET.get("pour")), None)
    known = standing_mandate(request, adult, wanted)
    if known is not None:
        return _again(request, adult, known)
    today, before = timezone.localdate(), standing_mandate(request, adult)
    scopes = before.scopes if before else [scope for scope in MandateScope if scope != MandateScope.HEALTH]
    first = {"scopes": [*scopes, *filter(None, [wanted])], "until_on": today}
    form = MandateForm(request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid() and (mandate := _take_down(request, adult, form)) is not None:
        channel = Channel(form.cleaned_data["channel"])
        begin(request, mandate, channel)
        line = _("Mandat donné à l’accueil des familles jusqu’au %(day)s : %(scopes)s.") % {
            "day": mandate.until_on.strftime("%d/%m/%Y"),
            "scopes": ", ".join(str(MandateScope(scope).label) for scope in mandate.scopes),
        }
        done(request, Helped(adult, channel, mandate.organisation, mandate), Procedure.MANDATE, [line])
        return redirect(_next(request, adult))
    context = {"adult": adult, "form": form, "known": None, "before": before, "latest": latest_end(today)}
    return render(request, "workspace/families/helping.html", context, status=422 if form.errors else 200)


def _again(request: HttpRequest, adult: Adult, known: AssistanceMandate) -> HttpResponse:
    form = HelpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        begin(request, known, Channel(form.cleaned_data["channel"]))
        return redirect(_next(request, adult))
    scopes = [MandateScope(scope).label for scope in known.scopes]
    context = {"adult": adult, "form": form, "known": known, "scopes": scopes}
    return render(request, "workspace/families/helping.html", context, status=422 if form.errors else 200)


def _next(request: HttpRequest, adult: Adult) -> str:
    """Back to what was asked for, if it is of this very file."""
    file, asked = reverse("workspace:family", args=[adult.key]), request.GET.get("suite", "")
    there = asked.startswith(file) and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if there else file


@transaction.atomic
def _take_down(request: HttpRequest, adult: Adult, form: MandateForm) -> AssistanceMandate | None:
    kept, by = form.cleaned_data, hand(request)
    assert by.by is not None  # noqa: S101  login is required
    try:
        signed = keep_upload(form, "signed", hand=by, kinds=SCANS)
        return give_mandate(
            principal=adult,
            helper=by.by,
            organisation=my_service(request),
            scopes=kept["scopes"],
            identity_seen=kept["identity"],
            from_on=timezone.localdate(),
            until_on=kept["until_on"],
            signed_paper=signed,
            hand=by,
        )
    except FileRefused:
        return None
    except WrongMandate as met:
        field = {"no_identity": "identity", "no_scope": "scopes"}.get(str(met.reason), "until_on")
        form.add_error(field, str(met.reason.label))
        return None


@require_POST
def family_help_end(request: HttpRequest) -> HttpResponse:
    """It is said to be over; the mandate stays for the next time."""
    require(request, FAMILIES, "act_for")
    helped = acting(request)
    finish(request)
    if helped is None:
        return redirect("workspace:families")
    messages.success(request, _("Vous n’agissez plus pour %(name)s.") % {"name": helped.principal})
    return redirect("workspace:family", helped.principal.key)


@require_POST
@opened
def family_mandate_end(request: HttpRequest, adult: Adult, mandate: int) -> HttpResponse:
    held = mandates_on(adult, timezone.localdate()).filter(pk=mandate).first()
    if held is None:
        raise Http404
    helped = helped_here(request, adult)
    try:
        revoke_mandate(held, hand=hand(request))
    except AlreadyRevoked:
        messages.error(request, _("Ce mandat était déjà repris."))
    else:
        line = _("Mandat repris : l’accueil n’agit plus en votre nom.")
        done(request, helped, Procedure.MANDATE, [line])
    return redirect("workspace:family", adult.key)


@require_GET
@opened
def family_receipt(request: HttpRequest, adult: Adult, receipt: UUID) -> HttpResponse:
    held = receipts_of(adult).filter(key=receipt).first()
    if held is None:
        raise Http404
    return _pdf(write_receipt(held), f"recepisse-{held.number}.pdf")


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_consents(request: HttpRequest, adult: Adult) -> HttpResponse:
    """Each agreement with the words that are read aloud; given or taken back in one gesture, while acting."""
    helped = helped_here(request, adult)
    if request.method == "POST":
        if helped is None:
            messages.error(request, _("Vérifiez d’abord l’identité de la personne : « Agir pour cette famille »."))
            return redirect("workspace:family_help", adult.key)
        _consent(request, adult, helped)
        return redirect("workspace:family_consents", adult.key)
    context = {"adult": adult, "helped": helped, "rows": _agreements(adult, timezone.localdate())}
    return render(request, "workspace/families/consents.html", context)


def _agreements(adult: Adult, today: date) -> list[dict[str, object]]:
    given = {
        (each.purpose, each.child_id): each for each in Consent.objects.filter(adult=adult, withdrawn_at__isnull=True)
    }
    rows: list[dict[str, object]] = [
        {
            "purpose": purpose,
            "child": None,
            "words": words_for(purpose, _version(given.get((purpose, None))), today),
            "given": given.get((purpose, None)),
        }
        for purpose in FOR_ONESELF
    ]
    for child in children_of(adult, Act.CONSENT, today):
        rows += [
            {
                "purpose": purpose,
                "child": child,
                "words": words_for(purpose, _version(given.get((purpose, child.pk))), today),
                "given": given.get((purpose, child.pk)),
            }
            for purpose in FOR_A_CHILD
        ]
    return rows


def _version(given: Consent | None) -> str:
    return given.text_version if given else ""


def _consent(request: HttpRequest, adult: Adult, helped: Helped) -> None:
    purpose, key = request.POST.get("purpose", ""), request.POST.get("child", "")
    if purpose not in ConsentPurpose.values:
        raise Http404
    try:
        child = child_of(adult, UUID(key), Act.CONSENT) if key else None
    except ValueError as odd:
        raise Http404 from odd
    name = str(ConsentPurpose(purpose).label)
    if "retrait" in request.POST:
        held = Consent.objects.filter(adult=adult, child=child, purpose=purpose, withdrawn_at__isnull=True).first()
        if held is None:
            return
        withdraw_consent(held, hand=hand(request))
        line = _("Accord retiré : %(name)s.") % {"name": name}
    else:
        try:
            give_consent(ConsentPurpose(purpose), adult=adult, child=child, channel=helped.channel, hand=hand(request))
        except (NotForThisPurpose, NotHolder) as odd:
            raise Http404 from odd
        line = _("Accord donné : %(name)s.") % {"name": name}
    done(request, helped, Procedure.CONSENT, [line], child=child)


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
