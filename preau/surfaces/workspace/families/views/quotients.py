"""The quotient of a home: copied from a paper that was seen, or read at the CAF or the MSA once the person agrees.

What is read outside is shown before it is kept, and travels sealed between the two pages: nobody can change it.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from preau.connectors.api_particulier import quotient_provider
from preau.people.counter.enums import Procedure
from preau.people.households.consent_texts import text_on
from preau.people.households.consents import give_consent
from preau.people.households.enums import Channel, ConsentPurpose, QuotientSource
from preau.people.households.lookup import FoundQuotient, LookupFailed, look_up
from preau.people.households.models import Adult, Consent, Household
from preau.people.households.quotients import WrongQuotient, quotient_of, record_quotient
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.families.acting import acting, done, helped_here
from preau.surfaces.workspace.families.doors import home_of, opened
from preau.surfaces.workspace.families.forms.acts import LookupForm, QuotientForm

_SEAL = "preau.families.quotient"
_SECONDS = 900
_FIELDS = {"sex": "sex", "first_names": "first_names", "birth_name": "birth_name", "year": "year", "month": "month"}
_FIELDS |= {"day": "day", "country": "country", "commune": "commune_name"}
_FIELDS |= {"commune_name": "commune_name", "departement": "departement"}


@sensitive_post_parameters()
@sensitive_variables("form", "lookup", "found")
@require_http_methods(["GET", "HEAD", "POST"])
@opened
def family_quotient(request: HttpRequest, adult: Adult, home: UUID) -> HttpResponse:
    held, is_lookup = home_of(adult, home), "demande" in request.POST
    form = QuotientForm(request.POST if request.method == "POST" and not is_lookup else None)
    lookup = LookupForm(request.POST if is_lookup else None, initial={"birth_name": adult.last_name.upper()})
    provider, problem = quotient_provider(), ""
    if is_lookup and provider is not None and lookup.is_valid():
        consent = _agreement(request, adult)
        try:
            found = look_up(held, lookup.identity, consent=consent, provider=provider, hand=hand(request))
        except LookupFailed as met:
            problem = str(met.failure.label)
            if met.field in _FIELDS:
                lookup.add_error(_FIELDS[met.field], _("La CAF ou la MSA n’accepte pas cette information."))
        except WrongQuotient as met:
            problem = str(met.reason.label)
        else:
            return _found(request, adult, held, consent, found)
    elif not is_lookup and request.method == "POST" and form.is_valid() and _keep_seen(request, adult, held, form):
        return redirect("workspace:family", adult.key)
    today = timezone.localdate()
    context = {
        "adult": adult,
        "home": held,
        "now": quotient_of(held, today),
        "form": form,
        "lookup": lookup,
        "may_look": provider is not None,
        "words": text_on(ConsentPurpose.QUOTIENT_LOOKUP, today).words,
        "is_lookup": is_lookup,
        "problem": problem,
    }
    status = 422 if form.errors or lookup.errors or problem else 200
    return render(request, "workspace/families/quotient.html", context, status=status)


@require_POST
@opened
def family_quotient_kept(request: HttpRequest, adult: Adult, home: UUID) -> HttpResponse:
    """The person saw it and says that it is theirs."""
    held = home_of(adult, home)
    try:
        told: dict[str, Any] = signing.loads(request.POST.get("seal", ""), salt=_SEAL, max_age=_SECONDS)
    except signing.BadSignature:
        messages.error(request, _("Cette réponse est trop ancienne pour être gardée : demandez-la de nouveau."))
        return redirect("workspace:family_quotient", adult.key, held.key)
    if told["home"] != held.pk:
        messages.error(request, _("Cette réponse était celle d’un autre foyer : demandez-la de nouveau."))
        return redirect("workspace:family_quotient", adult.key, held.key)
    try:
        row = record_quotient(
            household=held,
            value=told["value"],
            source=QuotientSource.API,
            month=date.fromisoformat(told["month"]),
            consent=Consent.objects.filter(pk=told["consent"]).first(),
            provider=told["provider"],
            hand=hand(request),
        )
    except WrongQuotient as met:
        messages.error(request, str(met.reason.label))
        return redirect("workspace:family_quotient", adult.key, held.key)
    line = _("Quotient familial lu auprès de la CAF ou de la MSA : %(value)s.") % {"value": row.value}
    done(request, helped_here(request, adult), Procedure.QUOTIENT, [line])
    return redirect("workspace:family", adult.key)


def _keep_seen(request: HttpRequest, adult: Adult, home: Household, form: QuotientForm) -> bool:
    try:
        row = record_quotient(
            household=home,
            value=form.cleaned_data["value"],
            source=QuotientSource.COUNTER,
            month=form.cleaned_data["month"],
            hand=hand(request),
        )
    except WrongQuotient as met:
        form.add_error("month" if met.reason in ("future", "too_old") else "value", str(met.reason.label))
        return False
    line = _("Quotient familial vu à l’accueil : %(value)s, valable jusqu’au %(day)s.") % {
        "value": row.value,
        "day": row.valid_until.strftime("%d/%m/%Y"),
    }
    done(request, helped_here(request, adult), Procedure.QUOTIENT, [line])
    return True


@transaction.atomic
def _agreement(request: HttpRequest, adult: Adult) -> Consent:
    """Recorded before anything is asked, under the words that were read."""
    helped = acting(request)
    channel = helped.channel if helped and helped.principal.pk == adult.pk else Channel.COUNTER
    return give_consent(ConsentPurpose.QUOTIENT_LOOKUP, adult=adult, hand=hand(request), channel=channel)


def _found(request: HttpRequest, adult: Adult, home: Household, consent: Consent, found: FoundQuotient) -> HttpResponse:
    told = {
        "home": home.pk,
        "value": found.value,
        "month": found.month.isoformat(),
        "provider": found.provider,
        "consent": consent.pk,
    }
    context = {"adult": adult, "home": home, "found": found, "seal": signing.dumps(told, salt=_SEAL)}
    return render(request, "workspace/families/found.html", context)
