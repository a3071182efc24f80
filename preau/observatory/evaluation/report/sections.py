"""The headings of the report and its standing sentences: the same on every support."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FRAME = (
    ("why", _("Pourquoi évaluer")),
    ("question", _("Ce que l’on veut savoir")),
    ("criteria", _("À quoi on verra que c’est réussi")),
    ("parents_place", _("La place des parents et des jeunes")),
)
WORDS = {
    "state_on": _("État du %(day)s"),
    "contents": _("Sommaire"),
    "conclusion": _("Ce que l’année nous apprend"),
    "verdicts": _("Les effets attendus, un an après"),
    "verdicts_lead": _(
        "Chaque effet attendu est une hypothèse. Le comité dit chaque année ce qu’il en est, et avec quelle preuve."
    ),
    "without": _("Effets sans verdict cette année :"),
    "frame": _("Comment cette évaluation a été faite"),
    "axis": _("Axe"),
    "objectives": _("Ce qui a été fait"),
    "no_action": _("Aucune action ni contribution n’est enregistrée pour ces objectifs :"),
    "effects": _("Ce que cela a changé"),
    "unmeasured": _("N’ont pas pu être mesurés cette année :"),
    "silent": _("Ni verdict ni indicateur cette année :"),
    "carried": _("Porté par"),
    "contribution": _("Contribution"),
    "gathered": _("Recueillie :"),
    "strength": _("preuve"),
    "observed": _("Ce que l’on a observé"),
    "learnt": _("Ce que nous apprenons"),
    "change": _("Ce que nous changeons"),
    "dissent": _("Un autre avis"),
    "signed": _("signé le"),
    "counted": _("Ce qui est compté :"),
    "source": _("Source :"),
    "doubts": _("À lire avec prudence :"),
    "surveys": _("Les enquêtes"),
    "answer": _("Réponse"),
    "share": _("Part (nombre)"),
    "sources": _("D’où vient chaque chiffre"),
    "sources_lead": _(
        "Chaque chiffre de ce rapport, avec ce qu’il mesure, la période et le relevé dont il vient. Ce qui est compté "
        "par la plateforme ne vient d’aucune liste de noms ; un nombre trop petit n’est jamais montré."
    ),
    "key": _("Repère"),
    "indicator": _("Indicateur"),
    "figure": _("Chiffre"),
    "period": _("Période"),
    "origin": _("Relevé ou source"),
    "measure": _("Ce qui est mesuré"),
    "no_figure": _("Aucun indicateur n’est suivi."),
}
SOURCE_HEADS = ("key", "indicator", "figure", "period", "origin", "measure")
