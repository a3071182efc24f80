"""Addresses of the workspace, a file for each part: nouns, in French; a code is written a1-g2-o3."""

from __future__ import annotations

from .codes import register_codes

register_codes()

from preau.surfaces.workspace.activities import urls as activities  # noqa: E402
from preau.surfaces.workspace.adoption import urls as adoption  # noqa: E402
from preau.surfaces.workspace.areas import urls as areas  # noqa: E402
from preau.surfaces.workspace.calendar import urls as calendar  # noqa: E402
from preau.surfaces.workspace.campaigns import urls as campaigns  # noqa: E402
from preau.surfaces.workspace.classes import urls as classes  # noqa: E402
from preau.surfaces.workspace.day import urls as day  # noqa: E402
from preau.surfaces.workspace.drafting import urls as drafting  # noqa: E402
from preau.surfaces.workspace.enrolments import urls as enrolments  # noqa: E402
from preau.surfaces.workspace.equity import urls as equity  # noqa: E402
from preau.surfaces.workspace.evaluation import urls as evaluation  # noqa: E402
from preau.surfaces.workspace.exchange import urls as exchange  # noqa: E402
from preau.surfaces.workspace.families import urls as families  # noqa: E402
from preau.surfaces.workspace.imports import urls as imports  # noqa: E402
from preau.surfaces.workspace.indicators import urls as indicators  # noqa: E402
from preau.surfaces.workspace.labels import urls as labels  # noqa: E402
from preau.surfaces.workspace.laboratory import urls as laboratory  # noqa: E402
from preau.surfaces.workspace.languages import urls as languages  # noqa: E402
from preau.surfaces.workspace.missing import urls as missing  # noqa: E402
from preau.surfaces.workspace.opendata import urls as opendata  # noqa: E402
from preau.surfaces.workspace.outreach import urls as outreach  # noqa: E402
from preau.surfaces.workspace.places import urls as places  # noqa: E402
from preau.surfaces.workspace.plan import urls as plan  # noqa: E402
from preau.surfaces.workspace.prices import urls as prices  # noqa: E402
from preau.surfaces.workspace.providers import urls as providers  # noqa: E402
from preau.surfaces.workspace.report import urls as report  # noqa: E402
from preau.surfaces.workspace.retention import urls as retention  # noqa: E402
from preau.surfaces.workspace.rollcall import urls as rollcall  # noqa: E402
from preau.surfaces.workspace.sheets import urls as sheets  # noqa: E402
from preau.surfaces.workspace.sites import urls as sites  # noqa: E402
from preau.surfaces.workspace.spaces import urls as spaces  # noqa: E402
from preau.surfaces.workspace.terms import urls as terms  # noqa: E402
from preau.surfaces.workspace.versions import urls as versions  # noqa: E402

app_name = "workspace"

urlpatterns = [
    *day.urlpatterns,
    *imports.urlpatterns,
    *plan.urlpatterns,
    *drafting.urlpatterns,
    *versions.urlpatterns,
    *exchange.urlpatterns,
    *sheets.urlpatterns,
    *sites.urlpatterns,
    *labels.urlpatterns,
    *indicators.urlpatterns,
    *evaluation.urlpatterns,
    *report.urlpatterns,
    *adoption.urlpatterns,
    *areas.urlpatterns,
    *equity.urlpatterns,
    *missing.urlpatterns,
    *outreach.urlpatterns,
    *opendata.urlpatterns,
    *places.urlpatterns,
    *spaces.urlpatterns,
    *calendar.urlpatterns,
    *prices.urlpatterns,
    *languages.urlpatterns,
    *classes.urlpatterns,
    *activities.urlpatterns,
    *providers.urlpatterns,
    *families.urlpatterns,
    *retention.urlpatterns,
    *enrolments.urlpatterns,
    *campaigns.urlpatterns,
    *laboratory.urlpatterns,
    *rollcall.urlpatterns,
    *terms.urlpatterns,
]
