"""The catalogue in DCAT (JSON-LD): one data set each, one distribution for each of its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from preau.observatory.opendata.files import FILES
from preau.observatory.opendata.published import LICENCE_URL, Open
from preau.plan.structure.models import TerritorialEducationPlan

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogued(plan: TerritorialEducationPlan | None, told: Sequence[Open], site: str) -> dict[str, Any]:
    publisher = {"@type": "foaf:Organization", "foaf:name": plan.commune.name if plan else ""}
    return {
        "@context": _CONTEXT,
        "@id": site + reverse("public:datasets_catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": "Projet éducatif de territoire : données ouvertes",
        "dct:language": "fr",
        "dct:license": {"@id": LICENCE_URL},
        "dct:publisher": publisher,
        "dcat:dataset": [_dataset(each, publisher, site) for each in told],
    }


def _dataset(told: Open, publisher: dict[str, Any], site: str) -> dict[str, Any]:
    page = site + reverse("public:dataset", args=[told.slug])
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": told.slug,
        "dct:title": told.title,
        "dct:description": str(told.entry.counted),
        "dct:issued": {"@type": "xsd:date", "@value": told.day.isoformat()},
        "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/IRREG"},
        "dct:license": {"@id": LICENCE_URL},
        "dct:publisher": publisher,
        "dcat:keyword": ["éducation", "enfance", "projet éducatif de territoire"],
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": str(kind.label),
                "dcat:mediaType": kind.media_type.partition(";")[0],
                "dcat:downloadURL": {"@id": site + reverse("public:dataset_file", args=[told.slug, kind.slug])},
                "dct:conformsTo": {"@id": site + reverse("public:dataset_schema", args=[told.slug])},
                "dct:license": {"@id": LICENCE_URL},
            }
            for kind in FILES.values()
        ],
    }
