"""The data sets of the plan on display, each with its words, its figures and its files."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.observatory.opendata import dictionary, json_schema, table_schema
from preau.observatory.opendata.dataset import Dataset
from preau.observatory.opendata.files import FILES
from preau.observatory.opendata.published import LICENCE, LICENCE_URL, Open, dataset_of, open_dataset, open_datasets
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.public.opendata.catalogued import catalogued
from preau.surfaces.public.opendata.grid import grid_of


@login_not_required
@require_safe
def datasets(request: HttpRequest) -> HttpResponse:
    plan = TerritorialEducationPlan.objects.on_display()
    groups: dict[str, list[Open]] = defaultdict(list)
    for each in open_datasets(plan) if plan else []:
        groups[each.entry.code].append(each)
    context = {"plan": plan, "groups": [(told[0].entry, told) for told in groups.values()], "licence": LICENCE}
    return render(request, "public/opendata/datasets.html", context)


@login_not_required
@require_safe
def dataset(request: HttpRequest, slug: str) -> HttpResponse:
    told, found = _the_dataset(slug)
    context = {
        "told": told,
        "dataset": found,
        "grid": grid_of(found),
        "fields": table_schema(found)["fields"],
        "files": FILES.values(),
        "licence_url": LICENCE_URL,
    }
    return render(request, "public/opendata/dataset.html", context)


@login_not_required
@require_safe
def file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    if ending not in FILES:
        raise Http404
    _told, found = _the_dataset(slug)
    kind = FILES[ending]
    return _open(kind.write(found), kind.media_type, f"{slug}.{kind.ending}")


@login_not_required
@require_safe
def schema(request: HttpRequest, slug: str) -> HttpResponse:
    """Of the tables, and of the JSON document."""
    _told, found = _the_dataset(slug)
    told = {"tableau": table_schema(found), "document": json_schema(found)}
    return _open(_json(told), "application/json", f"{slug}-schema.json")


@login_not_required
@require_safe
def dictionary_page(request: HttpRequest, slug: str) -> HttpResponse:
    _told, found = _the_dataset(slug)
    return _open(dictionary(found).encode(), "text/markdown; charset=utf-8", f"{slug}-dictionnaire.md")


@login_not_required
@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """DCAT, as national portals harvest it."""
    plan = TerritorialEducationPlan.objects.on_display()
    told = catalogued(plan, open_datasets(plan) if plan else [], settings.SITE_URL)
    return _open(_json(told), "application/ld+json", "catalogue.jsonld")


def _the_dataset(slug: str) -> tuple[Open, Dataset]:
    plan = TerritorialEducationPlan.objects.on_display()
    told = open_dataset(plan, slug) if plan else None
    if told is None:
        raise Http404
    return told, dataset_of(told, timezone.localdate())


def _open(content: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _json(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
