"""Every rule, in the order in which its marks are shown; and the walk that asks them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from preau.plan.importing.draft import DraftItem, DraftRow, ItemKind, Mark, PlanDraft

from . import alternatives, form, gaps, neighbours, obsolete, spelling, substance
from .seen import Finding, Rule, Seen

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class MarkType:
    """``decides``: whether only the town can say what is meant; else a careful editor can mend it."""

    name: str
    label: _StrPromise
    decides: bool
    rule: Rule


TYPES: tuple[MarkType, ...] = (
    MarkType("placeholder", _("précision annoncée"), True, gaps.placeholder),
    MarkType("author_note", _("note de rédaction"), False, gaps.author_note),
    MarkType("editorial_instruction", _("consigne de rédaction"), False, gaps.editorial_instruction),
    MarkType("alternative_joined_by_ou", _("deux formulations"), True, alternatives.joined_by_ou),
    MarkType("alternative_formulations", _("deux formulations"), True, alternatives.sentences_that_say_the_same),
    MarkType("alternative_formulations", _("deux formulations"), True, alternatives.joined_by_a_slash),
    MarkType("flattened_deletion_insertion", _("ancien et nouveau texte"), True, alternatives.two_verbs_in_a_row),
    MarkType("merged_by_tracked_change", _("deux points collés"), False, alternatives.merged_by_tracked_change),
    MarkType("two_formulations_in_one_bullet", _("plusieurs phrases"), False, alternatives.two_sentences),
    MarkType("dated_example", _("date passée"), True, substance.dated_example),
    MarkType("possibly_obsolete", _("notion qui a changé"), True, obsolete.possibly_obsolete),
    MarkType("scare_quotes", _("mot entre guillemets"), True, substance.scare_quotes),
    MarkType("non_committal_verb", _("verbe qui n’engage pas"), True, substance.non_committal_verb),
    MarkType(
        "effect_phrased_as_objective", _("effet écrit comme un objectif"), True, substance.effect_phrased_as_objective
    ),
    MarkType("effect_is_an_output", _("réalisation plutôt qu’effet"), False, substance.effect_is_an_output),
    MarkType("not_measurable_as_written", _("effet difficile à mesurer"), True, substance.not_measurable),
    MarkType("unclear_reference", _("renvoi peu clair"), True, substance.unclear_reference),
    MarkType("overlapping_items", _("points qui se recouvrent"), True, neighbours.overlapping_items),
    MarkType("duplicate_effect", _("effet répété"), False, neighbours.duplicate_effect),
    MarkType("undefined_acronym", _("sigle non expliqué"), True, gaps.undefined_acronym),
    MarkType("open_list", _("liste ouverte"), False, gaps.open_list),
    MarkType("abbreviation", _("abréviation"), False, form.abbreviation),
    MarkType("telegraphic_symbol", _("signe à la place de mots"), False, form.telegraphic_symbol),
    MarkType("bullet_lost", _("puce perdue"), False, form.bullet_lost),
    MarkType("unbalanced_parenthesis", _("signe sans son pareil"), False, form.unbalanced),
    MarkType("broken_syntax", _("phrase bancale"), False, form.broken_syntax),
    MarkType("missing_blank", _("blanc manquant"), False, form.missing_blank),
    MarkType("stray_punctuation", _("ponctuation isolée"), False, form.stray_punctuation),
    MarkType("inconsistent_case", _("majuscule"), False, form.inconsistent_case),
    MarkType("typo", _("faute de frappe"), False, spelling.typing_error),
)
LABELS = {kind.name: kind.label for kind in TYPES}


def label_of(name: str) -> str:
    return str(LABELS.get(name, name))


def marks_of(seen: Seen) -> list[Mark]:
    """What the rules say of one text, each thing once."""
    marks: list[Mark] = []
    said: set[tuple[str, str]] = set()
    for kind in TYPES:
        for finding in kind.rule(seen):
            if finding.quote and (kind.name, finding.quote) not in said:
                said.add((kind.name, finding.quote))
                marks.append(_mark(kind, finding, seen.text))
    return marks


def mark_all(draft: PlanDraft, *, today: date) -> None:
    """Reads every text of the draft, and sets its marks anew."""
    defined = gaps.defined_acronyms(list(_texts(draft)))
    effects = Counter(neighbours.folded(item.text) for row in _rows(draft) for item in row.effects)
    for axis in draft.axes:
        axis.marks = marks_of(Seen(axis.title, None, False, today, defined=defined))
        for general in axis.general_objectives:
            general.marks = marks_of(Seen(general.text, None, False, today, defined=defined))
    for row in _rows(draft):
        _mark_column(row.objectives, ItemKind.OBJECTIVE, today, defined, {})
        _mark_column(row.effects, ItemKind.EFFECT, today, defined, effects)


def _mark_column(
    items: list[DraftItem], kind: ItemKind, today: date, defined: frozenset[str], elsewhere: dict[str, int]
) -> None:
    texts = tuple(item.text for item in items)
    is_bulleted = sum(item.bulleted for item in items) * 2 >= len(items) and any(item.bulleted for item in items)
    for index, item in enumerate(items):
        item.marks = marks_of(
            Seen(
                item.text,
                kind,
                item.bulleted,
                today,
                texts,
                is_bulleted,
                texts[index - 1] if index else "",
                texts[index + 1] if index + 1 < len(texts) else "",
                elsewhere,
                defined,
            )
        )


def _mark(kind: MarkType, finding: Finding, text: str) -> Mark:
    decides = kind.decides or (kind.name == "telegraphic_symbol" and form.needs_words(finding))
    return Mark(kind.name, finding.quote, finding.reason, decides, text.find(finding.quote))


def _rows(draft: PlanDraft) -> Iterator[DraftRow]:
    for axis in draft.axes:
        for general in axis.general_objectives:
            yield from general.rows


def _texts(draft: PlanDraft) -> Iterator[str]:
    for axis in draft.axes:
        yield axis.title
        yield from (general.text for general in axis.general_objectives)
    for row in _rows(draft):
        yield from (item.text for item in (*row.objectives, *row.effects))
