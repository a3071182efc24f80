"""The public plan and the catalogue as JSON: read only, open to everybody, described in OpenAPI 3.1."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver

from preau.foundation.tables.french import french_csv
from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.queries import PlanTree, plan_tree
from preau.surfaces.api.catalogue.urls import router as catalogue
from preau.surfaces.api.opendata.urls import router as opendata
from preau.surfaces.api.refusals import PROBLEM, Missing, PublicApi
from preau.surfaces.api.schemas import LICENCE, ItemOut, ObjectivesOut, PlanOut, ProblemOut
from preau.surfaces.api.tables import TABLE
from preau.surfaces.api.writing import items_out, plan_out

# The schema page of the library loads its script from a third party: ours is public:data, in plain words.
api = PublicApi(
    title="Préau",
    version="1",
    description="Le projet éducatif affiché, ses chiffres et le catalogue des activités, sous la Licence Ouverte 2.0.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", catalogue)
api.add_router("", opendata)
_MISSING = {404: ProblemOut}


@api.exception_handler(Missing)
def missing(request: HttpRequest, refusal: Missing) -> HttpResponse:
    problem = ProblemOut(title="Not found", status=404, detail=refusal.detail)
    return HttpResponse(problem.model_dump_json(), status=404, content_type=PROBLEM)


@api.get("plan", response={200: PlanOut, **_MISSING}, url_name="plan", summary="The whole plan")
def plan(request: HttpRequest, response: HttpResponse) -> PlanOut:
    return plan_out(_shown(response))


@api.get("plan/objectives", response={200: ObjectivesOut, **_MISSING}, url_name="objectives", summary="Every objective")
def objectives(request: HttpRequest, response: HttpResponse) -> ObjectivesOut:
    tree = _shown(response)
    codes = {item.code for item in tree.objectives}
    return ObjectivesOut(licence=LICENCE, objectives=[item for item in items_out(tree) if item.id in codes])


@api.get("plan/items/{code}", response={200: ItemOut, **_MISSING}, url_name="item", summary="One objective or effect")
def item(request: HttpRequest, response: HttpResponse, code: str) -> ItemOut:
    found = next((each for each in items_out(_shown(response)) if each.id == code.upper()), None)
    if found is None:
        raise Missing(f"Le projet affiché n’a pas d’objectif ni d’effet {code[:24]}.")
    return found


@api.get(
    "plan.csv",
    response=_MISSING,
    url_name="csv",
    summary="One line per objective or effect, semicolons, UTF-8",
    openapi_extra=TABLE,
)
def as_csv(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    tree = _shown(response)
    rows = [[each.id, each.kind, each.row, each.text, each.owner, each.horizon, each.url] for each in items_out(tree)]
    table = french_csv([["id", "kind", "row", "text", "owner", "horizon", "url"], *rows])
    answer = HttpResponse(table, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="projet-educatif.csv"'
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _shown(response: HttpResponse) -> PlanTree:
    response.headers["Access-Control-Allow-Origin"] = "*"
    shown = TerritorialEducationPlan.objects.on_display()
    if shown is None:
        raise Missing("Aucun projet n’est affiché pour l’instant.")
    return plan_tree(shown)


def public_urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """The library's views know nothing of login by default: each is marked public."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if pattern.callback is not None:
            pattern.callback = login_not_required(pattern.callback)
    return patterns, app, namespace
