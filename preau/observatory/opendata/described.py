"""What a data set says of itself: a Table Schema for its tables, a JSON Schema for its document, a page for people."""

from __future__ import annotations

from typing import Any

from .dataset import SINCE, STATE, Dataset

STATES = ("publié", "gardé", "masqué")
_STATE = (
    "« publié » ; « gardé » : chiffre d’une date antérieure, le changement étant trop petit ; « masqué » : trop peu."
)
_SINCE = "Jour auquel le chiffre était vrai."
_LONGEST = 60


def table_schema(dataset: Dataset) -> dict[str, Any]:
    """Of the plain CSV and of the Parquet file (Frictionless Table Schema)."""
    labels = [
        {"name": each.name, "title": each.label, "description": each.says, "type": "string"}
        | {"constraints": {"required": True, "enum": _values(dataset, place)}}
        for place, each in enumerate(dataset.columns[:-1])
    ]
    measure = {
        "name": dataset.measure.name,
        "title": dataset.measure.label,
        "description": f"{dataset.measure.says} Arrondi à {dataset.table.step}. Vide : masqué.",
        "type": "integer",
        "constraints": {"minimum": 0},
    }
    state = {"name": STATE, "title": "État du chiffre", "description": _STATE, "type": "string"}
    since = {"name": SINCE, "title": "Date du chiffre", "description": _SINCE, "type": "date"}
    required = {"required": True}
    return {
        "fields": [
            *labels,
            measure,
            state | {"constraints": required | {"enum": list(STATES)}},
            since | {"constraints": required},
        ],
        "missingValues": [""],
        "primaryKey": [each.name for each in dataset.columns[:-1]],
    }


def json_schema(dataset: Dataset) -> dict[str, Any]:
    """Of the JSON document (draft 2020-12)."""
    labels: dict[str, Any] = {
        each.name: {"type": "string", "title": each.label, "description": each.says} for each in dataset.columns[:-1]
    }
    line = labels | {
        dataset.measure.name: {
            "type": ["integer", "null"],
            "minimum": 0,
            "multipleOf": dataset.table.step,
            "title": dataset.measure.label,
            "description": dataset.measure.says,
        },
        STATE: {"enum": list(STATES), "description": _STATE},
        SINCE: {"type": "string", "format": "date", "description": _SINCE},
    }
    texts = {name: {"type": "string"} for name in ("id", "titre", "description", "source", "licence")}
    top = texts | {
        "date": {"type": "string", "format": "date"},
        "arrondi": {"const": dataset.table.step},
        "lignes": {"type": "array", "items": _closed(line)},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": dataset.title} | _closed(top)


def dictionary(dataset: Dataset) -> str:
    """The columns for somebody who reads, in Markdown."""
    fields = table_schema(dataset)["fields"]
    lines = [
        f"# {dataset.title}",
        "",
        dataset.says,
        "",
        f"Source : {dataset.source}. Licence : {dataset.licence}. Situation au {dataset.table.day:%d/%m/%Y}.",
        "",
        "| colonne | nom | contenu | valeurs |",
        "|---|---|---|---|",
        *(
            f"| `{each['name']}` | {_cell(each['title'])} | {_cell(each['description'])} | {_held(each)} |"
            for each in fields
        ),
        "",
        "Les petits nombres sont masqués, d’autres avec eux pour qu’aucun ne se retrouve par soustraction, "
        f"et tout est arrondi à {dataset.table.step} : additionner des lignes peut donc s’écarter d’un total.",
    ]
    return "\n".join(lines) + "\n"


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _values(dataset: Dataset, place: int) -> list[str]:
    return sorted({line.labels[place] for line in dataset.lines})


def _held(field: dict[str, Any]) -> str:
    told = ", ".join(field["constraints"].get("enum", ()))
    kinds = {"integer": "nombre entier", "date": "jour (AAAA-MM-JJ)", "string": "texte"}
    return _cell(told) if 0 < len(told) <= _LONGEST else kinds[field["type"]]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
