"""Pages of the open catalogue: the same filters as the public page, in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from preau.foundation.tables.french import french_csv
from preau.offer.finding.answer import Answer
from preau.offer.finding.entries import Entry
from preau.offer.finding.looking import look_up
from preau.offer.finding.queries import whole_rows_of
from preau.offer.finding.selection import Selection, read_selection
from preau.offer.finding.vocabulary import PUBLICS
from preau.people.organisations.models import Commune
from preau.surfaces.api.refusals import Missing
from preau.surfaces.api.schemas import LICENCE, ProblemOut
from preau.surfaces.api.tables import TABLE

from .parameters import FILTERS
from .schemas import ActivitiesOut, ActivityOut
from .writing import COLUMNS, activity_out, line_out

SIZE = 100
_AT_ONCE = 500
router = Router()


@router.get(
    "activities",
    response={200: ActivitiesOut, 404: ProblemOut},
    url_name="activities",
    summary="The catalogue",
    openapi_extra=FILTERS,
)
def activities(request: HttpRequest, response: HttpResponse) -> ActivitiesOut:
    """A hundred entries by page, oldest first. Filters are those of the public page (``?age=7&jour=mercredi``)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    town, asked, found = _asked(request)
    entries = _entries(found)
    pages = max(-(-len(entries) // SIZE), 1)
    number = min(asked.page, pages)
    return ActivitiesOut(
        licence=LICENCE,
        commune=town.name,
        insee_code=town.insee_code,
        count=len(entries),
        page=number,
        pages=pages,
        next=_address(asked, number + 1) if number < pages else None,
        previous=_address(asked, number - 1) if number > 1 else None,
        activities=list(_told(entries[(number - 1) * SIZE : number * SIZE], found)),
    )


@router.get("activities/schema.json", url_name="activities_schema", summary="The JSON Schema of a page")
def schema(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    response.headers["Access-Control-Allow-Origin"] = "*"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{settings.SITE_URL}/api/activities/schema.json",
        **ActivitiesOut.model_json_schema(mode="serialization"),
    }


@router.get(
    "activities.csv",
    response={404: ProblemOut},
    url_name="activities_csv",
    summary="One line per entry, semicolons, UTF-8",
    openapi_extra=FILTERS | TABLE,
)
def as_csv(request: HttpRequest) -> HttpResponse:
    _town, _selection, found = _asked(request)
    groups = (_told(list(group), found) for group in batched(_entries(found), _AT_ONCE))
    table = french_csv([COLUMNS, *(line_out(told) for group in groups for told in group)])
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="activites.csv"'
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _asked(request: HttpRequest) -> tuple[Commune, Selection, Answer]:
    """Every public is in it, unless the filter names some: open data is not for families only."""
    town = Commune.objects.current()
    if town is None:
        raise Missing("Aucune ville n’est ouverte ici pour l’instant.")
    asked, _ignored = read_selection(request.GET)
    wide = asked.but(publics=asked.publics or tuple(PUBLICS), quotient=None)
    return town, asked, look_up(town, wide, now=timezone.localtime())


def _entries(found: Answer) -> list[Entry]:
    """By id: a page that is asked later still follows the one before."""
    return sorted((found.index.entries[number] for number in found.order), key=lambda each: each.pk)


def _told(entries: list[Entry], found: Answer) -> Iterator[ActivityOut]:
    known = {each.pk: each for each in entries}
    for row in whole_rows_of(known):
        yield activity_out(row, known[row.pk], found.index)


def _address(asked: Selection, page: int) -> str:
    query = asked.but(quotient=None, view="liste").but(page=page).query_string
    return f"{settings.SITE_URL}/api/activities{f'?{query}' if query else ''}"
