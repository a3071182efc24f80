"""The kinds of drafting marks, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LABELS: dict[str, str | Promise] = {
    "abbreviation": _("abréviation"),
    "alternative_formulations": _("deux formulations au choix"),
    "alternative_joined_by_ou": _("choix laissé par « ou »"),
    "author_note": _("note d’auteur"),
    "broken_syntax": _("phrase à reprendre"),
    "bullet_lost": _("puce perdue"),
    "dated_example": _("date passée"),
    "double_blank": _("espaces en trop"),
    "duplicate_effect": _("effet en double"),
    "editorial_instruction": _("consigne de rédaction"),
    "effect_is_an_output": _("effet qui est une réalisation"),
    "effect_phrased_as_objective": _("effet écrit comme un objectif"),
    "flattened_deletion_insertion": _("ancien et nouveau texte mêlés"),
    "inconsistent_case": _("majuscules"),
    "merged_by_tracked_change": _("paragraphes fusionnés"),
    "missing_blank": _("espace manquante"),
    "non_committal_verb": _("verbe sans engagement"),
    "not_measurable_as_written": _("effet difficile à mesurer"),
    "open_list": _("liste ouverte"),
    "overlapping_items": _("éléments qui se recoupent"),
    "placeholder": _("à préciser"),
    "possibly_obsolete": _("peut-être dépassé"),
    "scare_quotes": _("guillemets de réserve"),
    "stray_punctuation": _("ponctuation isolée"),
    "telegraphic_symbol": _("signe à la place d’un mot"),
    "trailing_blank": _("espaces en fin de texte"),
    "two_formulations_in_one_bullet": _("deux formulations dans une puce"),
    "two_topics_in_one_bullet": _("deux sujets dans une puce"),
    "typo": _("faute de frappe"),
    "unbalanced_parenthesis": _("parenthèse seule"),
    "unbalanced_sign": _("signe seul"),
    "unclear_reference": _("renvoi peu clair"),
    "undefined_acronym": _("sigle sans explication"),
    "word_artefact": _("trace de Word"),
}


def kind_label(kind: str) -> str:
    """The kind in French; one that has no label yet is still readable."""
    return str(_LABELS.get(kind, kind.replace("_", " ")))
