"""Addresses of the workspace, a file for each part: nouns, in French; a code is written a1-g2-o3."""

from __future__ import annotations

from .codes import register_codes

register_codes()

from . import adoption, day, drafting, exchange, imports, labels, plan, sheets, sites, versions  # noqa: E402

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
    *adoption.urlpatterns,
    # town: opendata
    # town: places
    # town: calendar
    # offer: activities
    # offer: prices
    # offer: classes
]
