"""The list of prices, one price, its grid as a table."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from preau.foundation.text.money import euros
from preau.offer.prices.examples import examples
from preau.offer.prices.permissions import PRICES
from preau.offer.prices.queries import history
from preau.offer.prices.rules import Row, conditions, rows, terms_of, words
from preau.surfaces.shell.request import actor, require
from preau.surfaces.workspace.prices.listing import by_owner

from .door import rules, the_rule


@require_GET
def price_list(request: HttpRequest) -> HttpResponse:
    require(request, PRICES, "read")
    who, today = actor(request), timezone.localdate()
    owners, over = by_owner(PRICES.rows(who, "read", rules()), today)
    context = {
        "owners": owners,
        "over": over,
        "current": sum(series.is_current for owner in owners for series in owner.series),
        "may_edit": PRICES.may(who, "edit"),
    }
    return render(request, "workspace/prices/list.html", context)


@require_GET
def price_page(request: HttpRequest, pk: int) -> HttpResponse:
    rule = the_rule(request, pk)
    terms, today, told = terms_of(rule), timezone.localdate(), history(rule)
    context = {
        "rule": rule,
        "words": words(terms, rule.unit),
        "terms": terms,
        "rows": rows(terms),
        "conditions": conditions(terms),
        "examples": examples(terms),
        "history": [(each, words(terms_of(each), each.unit), each.holds_on(today)) for each in told],
        "is_now": rule.holds_on(today),
        "is_coming": rule.valid_from > today,
        "is_last": told[0].pk == rule.pk,
        "latest": told[0],
        "may_edit": PRICES.may(actor(request), "edit", rule),
    }
    return render(request, "workspace/prices/rule.html", context)


@require_GET
def price_table(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid for a spreadsheet, as French ones read it: semicolons, UTF-8 with its mark."""
    rule = the_rule(request, pk)
    terms = terms_of(rule)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="tarif-{rule.pk}.csv"'
    response.write("\ufeff")
    table = csv.writer(response, delimiter=";")
    table.writerow([_("Quotient familial"), _("Prix")])
    for label, cents in rows(terms) or [Row(_("tous les quotients"), examples(terms)[0].quote.cents)]:
        table.writerow([label, euros(cents)])
    return response
