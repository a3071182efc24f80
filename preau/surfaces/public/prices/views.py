"""Every price on one page, with how they are computed; one price, and mine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.prices.models import PriceRule
from preau.offer.prices.queries import in_force, next_of
from preau.offer.prices.rules import Bands, Household, Quote, Row, Terms, conditions, price, rows, terms_of, words
from preau.people.organisations.models import Commune

from .mine import keep_private, my_price

WORKED = Household(650, siblings=1)
"""The family of the worked example: quotient 650, second child."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A price as families read it. ``coming`` is the one that takes over, when it is decided already."""

    rule: PriceRule
    words: str
    rows: list[Row]
    conditions: list[str]
    coming: PriceRule | None
    coming_words: str


@login_not_required
@require_safe
def price_list(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rules = list(PriceRule.objects.on(today).filter(commune=Commune.objects.current()).select_related("organisation"))
    following = next_of(rules, today)
    shown = [_shown(rule, following.get(rule.pk)) for rule in rules]
    example = _worked([each for each in shown if each.rule.organisation_id is None])
    context = {
        "of_town": [each for each in shown if each.rule.organisation_id is None],
        "of_others": [each for each in shown if each.rule.organisation_id is not None],
        "example": example,
    }
    return render(request, "public/prices/list.html", context)


@login_not_required
@require_safe
def price_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One price. An old address leads to what holds today under the same name."""
    asked = PriceRule.objects.select_related("organisation", "commune").filter(pk=pk).first()
    if asked is None:
        raise Http404
    today = timezone.localdate()
    rule = in_force([asked], today).get(asked.pk, asked)
    following = next_of([rule], today).get(rule.pk)
    mine = my_price(request.GET, rule, today)
    context = {"shown": _shown(rule, following), "mine": mine, "state": _state(rule, today)}
    return keep_private(render(request, "public/prices/price.html", context), mine)


def _state(rule: PriceRule, today: date) -> str:
    if rule.holds_on(today):
        return "now"
    return "coming" if rule.valid_from > today else "over"


def _shown(rule: PriceRule, coming: PriceRule | None) -> Shown:
    terms = terms_of(rule)
    later = words(terms_of(coming), coming.unit) if coming else ""
    return Shown(rule, words(terms, rule.unit), rows(terms), conditions(terms), coming, later)


def _worked(shown: list[Shown]) -> tuple[Shown, Quote] | None:
    """A price of the town that looks at the quotient: by bands, and with a reduction to show, if one has some."""

    def interest(terms: Terms) -> tuple[bool, ...]:
        return (isinstance(terms.base, Bands), terms.asks_quotient, bool(terms.siblings))

    best = max(shown, key=lambda each: interest(terms_of(each.rule)), default=None)
    if best is None or not terms_of(best.rule).asks_quotient:
        return None
    return best, price(terms_of(best.rule), WORKED)
