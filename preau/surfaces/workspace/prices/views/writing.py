"""Writing a price: a new one, the one that follows, a correction before it begins, an end."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.schoolyears import first_day, last_day, school_year_of
from preau.offer.prices.errors import AlreadyApplied, AlreadyFollowed, DatesRefused, RuleChanged
from preau.offer.prices.models import PriceRule
from preau.offer.prices.permissions import PRICES
from preau.offer.prices.raising import raised
from preau.offer.prices.rules import terms_of
from preau.offer.prices.writing import correct_rule, end_rule, follow_rule, open_rule
from preau.people.organisations.models import Commune
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.forms.fields import DayField, SeenForm
from preau.surfaces.workspace.prices.forms import PriceSheet
from preau.surfaces.workspace.prices.forms.raising import RaiseForm
from preau.surfaces.workspace.prices.forms.sheet import Start, first_facts
from preau.surfaces.workspace.prices.refusals import REFUSALS, refuse, sentence, tell

from .door import owners, the_rule

_ASK = ["GET", "HEAD", "POST"]


@require_http_methods(_ASK)
def price_new(request: HttpRequest) -> HttpResponse:
    require(request, PRICES, "edit")
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    today = timezone.localdate()
    start = Start(first_facts(today, last_day(school_year_of(today))))
    sheet = PriceSheet(_sent(request), start, owners(request))
    if sheet.is_sent and sheet.is_valid():
        try:
            rule = open_rule(commune, sheet.facts, hand=hand(request), organisation=sheet.form.organisation)
        except REFUSALS as refusal:
            tell(sheet, refusal)
        else:
            messages.success(request, _("Le tarif est enregistré. Vérifiez-le avec ces cinq familles."))
            return redirect("workspace:price", rule.pk)
    return _page(request, sheet, None, _("Nouveau tarif"))


@require_http_methods(_ASK)
def price_following(request: HttpRequest, pk: int) -> HttpResponse:
    """The price that takes over from this one; ``?hausse=2&arrondi=5`` starts from amounts raised by 2 %."""
    rule = the_rule(request, pk, "edit")
    asked = RaiseForm(request.GET)
    percent, step = asked.told
    sheet = PriceSheet(_sent(request), _after(rule, percent, step), [("", rule.organisation)])
    if sheet.is_sent and sheet.is_valid():
        try:
            seen = sheet.form.cleaned_data["seen_version"] or 0
            following = follow_rule(rule, sheet.facts, seen_version=seen, hand=hand(request))
        except REFUSALS as refusal:
            tell(sheet, refusal)
        else:
            told = {"day": long_date(following.valid_from)}
            messages.success(
                request, _("Ce tarif prendra la suite le %(day)s. Le précédent s’arrête la veille.") % told
            )
            return redirect("workspace:price", following.pk)
    return _page(request, sheet, rule, _("Le tarif suivant"), percent=percent, raising=asked)


@require_http_methods(_ASK)
def price_correction(request: HttpRequest, pk: int) -> HttpResponse:
    rule = the_rule(request, pk, "edit")
    if rule.valid_from <= timezone.localdate():
        messages.info(request, sentence(AlreadyApplied()))
        return redirect("workspace:price_following", rule.pk)
    facts = _known(rule) | {"valid_from": rule.valid_from, "valid_to": rule.valid_to, "decided_by": rule.decided_by}
    sheet = PriceSheet(_sent(request), Start(facts, terms_of(rule)), [("", rule.organisation)])
    if sheet.is_sent and sheet.is_valid():
        try:
            seen = sheet.form.cleaned_data["seen_version"] or 0
            correct_rule(rule, sheet.facts, seen_version=seen, hand=hand(request))
        except REFUSALS as refusal:
            tell(sheet, refusal)
        else:
            messages.success(request, _("Le tarif est corrigé."))
            return redirect("workspace:price", rule.pk)
    return _page(request, sheet, rule, _("Corriger ce tarif"))


class EndForm(SeenForm):
    last_day = DayField(
        label=gettext_lazy("Dernier jour"),
        required=True,
        error_messages={"required": gettext_lazy("Dites quel est le dernier jour.")},
    )


@require_http_methods(_ASK)
def price_ending(request: HttpRequest, pk: int) -> HttpResponse:
    rule = the_rule(request, pk, "edit")
    initial = {
        "last_day": rule.valid_to or last_day(school_year_of(timezone.localdate())),
        "seen_version": rule.version,
    }
    form = EndForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            end_rule(rule, kept["last_day"], seen_version=kept["seen_version"], hand=hand(request))
        except (AlreadyFollowed, DatesRefused, RuleChanged) as refusal:
            refuse(form, "last_day", refusal)
        else:
            messages.success(request, _("Ce tarif s’arrêtera le %(day)s.") % {"day": long_date(kept["last_day"])})
            return redirect("workspace:price", rule.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "workspace/prices/ending.html", {"rule": rule, "form": form}, status=status)


def _sent(request: HttpRequest) -> object:
    return request.POST if request.method == "POST" else None


def _known(rule: PriceRule) -> dict[str, object]:
    return {"name": rule.name, "unit": rule.unit, "seen_version": rule.version}


def _after(rule: PriceRule, percent: Decimal | None, step: int) -> Start:
    """The next school year, or the day after a price that ends earlier. Who decides is to be said again."""
    terms = terms_of(rule)
    next_year = school_year_of(timezone.localdate()) + 1
    begins = first_day(next_year) if rule.valid_to is None else rule.valid_to + timedelta(days=1)
    facts = _known(rule) | {"valid_from": begins, "valid_to": last_day(school_year_of(begins))}
    return Start(facts, terms if percent is None else raised(terms, percent, step))


def _page(
    request: HttpRequest,
    sheet: PriceSheet,
    rule: PriceRule | None,
    title: str,
    *,
    percent: Decimal | None = None,
    raising: RaiseForm | None = None,
) -> HttpResponse:
    context = {
        "sheet": sheet,
        "rule": rule,
        "title": title,
        "percent": percent,
        "raising": raising,
    }
    status = 422 if sheet.is_sent else 200
    return render(request, "workspace/prices/edit.html", context, status=status)
