"""Four pages for families, and one page for a wall: the same figures in plain French."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from preau.foundation.pdf import typeset
from preau.foundation.pdf.codes import qr_svg

from .brief import BriefEffect, changes_of, chosen, shortened, unmeasured
from .model import FigurePart, Report
from .pdf import SIGNS, drawn, polished

_FAMILY, _POSTER = Path(__file__).with_name("family.typ"), Path(__file__).with_name("poster.typ")
_CHART, _SMALL = 300.0, 230.0
"""Points: of a chart of the leaflet, and of one of the poster."""
_POSTER_FIGURES = 4


def write_family_pdf(report: Report) -> bytes:
    """PDF/UA-1, four A4 pages, whatever was written."""
    with override("fr"):
        return typeset(_FAMILY, polished(family_data(report)), SIGNS)


def write_poster(report: Report) -> bytes:
    """PDF/UA-1, one A4 page."""
    with override("fr"):
        return typeset(_POSTER, polished(poster_data(report)), SIGNS)


def family_data(report: Report) -> dict[str, Any]:
    return {
        "title": _("Ce que ça change"),
        "full_title": _("Ce que ça change, %(year)s : la version des familles") % {"year": report.year_name},
        "year": _("Année scolaire %(year)s") % {"year": report.year_name},
        "town": report.town,
        "status": report.status,
        "lead": _(
            "La ville a écrit un projet pour les enfants et les jeunes, avec les écoles, les associations et des "
            "parents. Chaque année, elle vérifie : qu’est-ce qui a changé pour de bon ? Voici la réponse, avec ce "
            "qui a marché et ce qui n’a pas marché."
        ),
        "answer_head": _("En un mot"),
        "answer": shortened(report.conclusion, 420),
        "counts": [{"kind": each.kind, "count": each.count, "label": _plainly(each.kind)} for each in report.counts],
        "counts_head": _("Ce que nous espérions, et ce qui est arrivé"),
        "effects_head": _("Ce qui a changé, et ce qui n’a pas changé"),
        "effects": [_effect(each) for each in chosen(report)],
        "no_effect": _("Aucun verdict n’est encore connu cette année."),
        "changes_head": _("Ce que la ville change maintenant"),
        "changes": [shortened(each, 170) for each in changes_of(report)],
        "no_change": _("Rien n’est décidé encore."),
        "unknown_head": _("Ce que nous ne savons pas"),
        "unknown": _unknown(report),
        "read_head": _("Comment lire les chiffres"),
        "read": [
            _("Un chiffre ne montre jamais un enfant : quand trop peu d’enfants sont concernés, il n’est pas montré."),
            _("Un point vide, en pointillé, est une année qui n’est pas finie."),
            _("Un chiffre seul ne prouve rien : nous disons aussi ce qui peut le fausser dans le rapport complet."),
        ],
        "speak_head": _("Et vous, qu’en pensez-vous ?"),
        "speak": _("Dites-le au conseil d’école, au centre social ou en mairie. Votre avis compte pour l’an prochain."),
        "more": _("Tout lire, avec chaque chiffre et sa source :"),
        "address": report.address,
        "code": qr_svg(f"https://{report.address}") if report.address else "",
        "code_alt": _("Code à photographier avec un téléphone. Il ouvre la page %(address)s")
        % {"address": report.address},
        "axis": _("Axe"),
    }


def poster_data(report: Report) -> dict[str, Any]:
    family = family_data(report)
    kept = ("year", "town", "status", "title", "counts", "counts_head", "more", "address", "code", "code_alt", "axis")
    return {
        **{key: family[key] for key in kept},
        "full_title": _("Ce que ça change, %(year)s : l’affiche") % {"year": report.year_name},
        "answer": shortened(report.conclusion, 170),
        "effects": [_small(each) for each in chosen(report, _POSTER_FIGURES, with_figure=True)],
        "change_head": family["changes_head"],
        "changes": [shortened(each, 90) for each in changes_of(report, 3)],
        "no_effect": family["no_effect"],
    }


def _effect(each: BriefEffect) -> dict[str, Any]:
    return {
        "axis": each.axis,
        "text": shortened(each.effect.text, 130),
        "kind": each.verdict.kind,
        "label": _said(each.verdict.kind),
        "narrative": shortened(each.verdict.narrative, 280),
        "figure": _figure(each.figure) if each.figure else None,
    }


def _small(each: BriefEffect) -> dict[str, Any]:
    """From far away: the first and the last value of its line."""
    told = {**_effect(each), "text": shortened(each.effect.text, 85)}
    chart = each.figure.chart if each.figure else None
    if chart is not None:
        told["figure"]["chart"] = drawn(replace(chart, is_small=True, target=None), _SMALL)
    return told


def _figure(figure: FigurePart) -> dict[str, Any]:
    return {
        "key": figure.key,
        "words": figure.words,
        "among": figure.among,
        "title": shortened(figure.title, 95),
        "source": shortened(f"{figure.source}, {figure.span}", 130),
        "chart": drawn(figure.chart, _CHART),
    }


def _plainly(kind: str) -> str:
    return {
        "confirmed": _("oui, c’est arrivé"),
        "partly": _("en partie"),
        "refuted": _("non, pas encore"),
        "not_measured": _("nous ne savons pas"),
    }[kind]


def _said(kind: str) -> str:
    return {
        "confirmed": _("C’est le cas."),
        "partly": _("C’est en partie le cas."),
        "refuted": _("Ce n’est pas le cas."),
        "not_measured": _("Nous n’avons pas pu le savoir."),
    }[kind]


def _unknown(report: Report) -> str:
    count = unmeasured(report) + report.without_verdict
    if not count:
        return _("Tout ce que nous espérions a pu être vérifié cette année.")
    return ngettext(
        "%(count)s chose que nous espérions n’a pas pu être vérifiée : il manquait des chiffres, ou du temps.",
        "%(count)s choses que nous espérions n’ont pas pu être vérifiées : il manquait des chiffres, ou du temps.",
        count,
    ) % {"count": count}
