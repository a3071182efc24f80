"""Data sets of the plan on display: the list, and one with its lines. Hidden figures are null, and say so."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router

from preau.observatory.opendata.files import FILES
from preau.observatory.opendata.published import Open, dataset_of, open_dataset, open_datasets
from preau.plan.structure.models import TerritorialEducationPlan
from preau.surfaces.api.opendata.schemas import DatasetLinesOut, DatasetOut, DatasetsOut, FileOut, LineOut
from preau.surfaces.api.refusals import Missing
from preau.surfaces.api.schemas import LICENCE, ProblemOut

router = Router()
_MISSING = {404: ProblemOut}


@router.get("datasets", response={200: DatasetsOut, **_MISSING}, url_name="datasets", summary="Every open data set")
def datasets(request: HttpRequest, response: HttpResponse) -> DatasetsOut:
    plan = _shown(response)
    told = [_out(each) for each in open_datasets(plan)]
    town = plan.commune
    return DatasetsOut(licence=LICENCE, commune=town.name, insee_code=town.insee_code, count=len(told), datasets=told)


@router.get(
    "datasets/{slug}",
    response={200: DatasetLinesOut, **_MISSING},
    url_name="dataset",
    summary="One data set with its lines, rounded",
)
def dataset(request: HttpRequest, response: HttpResponse, slug: str) -> DatasetLinesOut:
    told = open_dataset(_shown(response), slug)
    if told is None:
        raise Missing(f"Aucun jeu de données ne s’appelle {slug[:80]}.")
    found = dataset_of(told, timezone.localdate())
    names = [each.name for each in found.columns[:-1]]
    lines = [
        LineOut(
            labels=dict(zip(names, line.labels, strict=True)),
            value=line.value,
            state=line.state,
            date=line.on.isoformat(),
        )
        for line in found.lines
    ]
    return DatasetLinesOut(
        dataset=_out(told), licence=LICENCE, source=found.source, rounded_to=found.table.step, lines=lines
    )


def _out(told: Open) -> DatasetOut:
    files = [
        FileOut(
            format=str(kind.label),
            media_type=kind.media_type.partition(";")[0],
            url=settings.SITE_URL + reverse("public:dataset_file", args=[told.slug, kind.slug]),
        )
        for kind in FILES.values()
    ]
    return DatasetOut(
        id=told.slug,
        title=told.title,
        counted=str(told.entry.counted),
        among=str(told.entry.among),
        indicator=told.entry.code,
        school_year=told.year_name,
        cut=told.by.value if told.by else "",
        date=told.day.isoformat(),
        page=settings.SITE_URL + reverse("public:dataset", args=[told.slug]),
        schema_url=settings.SITE_URL + reverse("public:dataset_schema", args=[told.slug]),
        files=files,
    )


def _shown(response: HttpResponse) -> TerritorialEducationPlan:
    response.headers["Access-Control-Allow-Origin"] = "*"
    plan = TerritorialEducationPlan.objects.on_display()
    if plan is None:
        raise Missing("Aucun projet n’est affiché pour l’instant.")
    return plan
