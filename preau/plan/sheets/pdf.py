"""A sheet as a tagged PDF, A4: to be handed out, pinned up, joined to a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel.numbers import format_currency

from preau.foundation.pdf import typeset
from preau.foundation.text.days import french_day

from .enums import BudgetKind, Theme
from .models import ActionSheet, BudgetLine
from .queries import balance_of

_TEMPLATE = Path(__file__).with_name("sheet.typ")


def write_pdf(sheet: ActionSheet, budget: list[BudgetLine], made_on: date) -> bytes:
    """PDF/UA-1. French, whatever the reader's language: it is a document of the town."""
    return typeset(_TEMPLATE, sheet_data(sheet, budget, made_on))


def sheet_data(sheet: ActionSheet, budget: list[BudgetLine], made_on: date) -> dict[str, Any]:
    return {
        "code": sheet.code,
        "title": sheet.title,
        "town": sheet.plan.commune.name,
        "state": f"Fiche {sheet.get_state_display()}, état du {french_day(made_on)}",
        "summary": sheet.summary,
        "description": sheet.description,
        "means": sheet.means,
        "objectives": [
            {"code": item.code, "text": item.text, "axis": item.axis_number}
            for item in sheet.objectives.order_by("position", "pk")
        ],
        "facts": [{"name": name, "said": said} for name, said in _facts(sheet) if said],
        "milestones": [
            {"name": each.name, "day": french_day(each.due_on), "done": each.is_done} for each in sheet.milestones.all()
        ],
        "partners": [
            {"who": each.who, "role": each.get_role_display(), "task": each.task}
            for each in sheet.partners.select_related("organisation")
        ],
        "budget": _budget(budget),
        "review": _review(sheet),
    }


def _facts(sheet: ActionSheet) -> list[tuple[str, str]]:
    return [
        ("Portée par", sheet.owner.name),
        ("Avec", sheet.co_owner.name if sheet.co_owner else ""),
        ("Contact", str(sheet.contact or "")),
        ("Année scolaire", sheet.year_name),
        ("Pour qui", ", ".join(filter(None, [", ".join(sheet.audience_labels), _ages(sheet)]))),
        ("Quand", _when(sheet)),
        ("Temps de la semaine", ", ".join(sheet.band_labels)),
        ("Où", ", ".join(site.name for site in sheet.sites.all())),
        ("Thèmes", ", ".join(str(theme.label) for theme in Theme if theme in sheet.theme_set)),
    ]


def _budget(lines: list[BudgetLine]) -> dict[str, Any]:
    balance = balance_of(lines)
    rows = [
        {
            "kind": "Recette" if each.kind == BudgetKind.INCOME else "Dépense",
            "label": f"{each.label} ({each.from_whom})" if each.from_whom else each.label,
            "planned": _euros(each.planned),
            "granted": "" if each.granted is None else _euros(each.granted),
        }
        for each in lines
    ]
    totals = {name: _euros(getattr(balance, name)) for name in ("expenses", "planned", "granted")}
    return {"rows": rows, **totals}


def _review(sheet: ActionSheet) -> list[dict[str, str]]:
    told = sheet.review
    if told is None:
        return []
    said = [
        ("Ce qui a été fait", told.done),
        ("Personnes touchées", f"{told.children} enfants ou jeunes, {told.adults} adultes"),
        ("Ce qui a bien marché", told.worked),
        ("Ce qu’il faudrait changer", told.to_change),
        ("Effet constaté", told.effect),
        ("Coût réel", _euros(told.cost)),
    ]
    return [{"name": name, "said": words} for name, words in said]


def _when(sheet: ActionSheet) -> str:
    if sheet.starts_on is None or sheet.ends_on is None:
        return ""
    return f"du {french_day(sheet.starts_on)} au {french_day(sheet.ends_on)}"


def _ages(sheet: ActionSheet) -> str:
    match sheet.age_from, sheet.age_to:
        case None, None:
            return ""
        case first, None:
            return f"à partir de {first} ans"
        case None, last:
            return f"jusqu’à {last} ans"
        case first, last:
            return f"de {first} à {last} ans"


def _euros(amount: Decimal) -> str:
    return format_currency(amount, "EUR", locale="fr")
