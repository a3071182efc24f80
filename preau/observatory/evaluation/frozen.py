"""The database itself keeps what the committee adopted, the figures it had before it, and what a side signed."""

from __future__ import annotations

from preau.foundation.frozen import Fixed, Frozen

_VERDICT = (
    "evaluation_id",
    "effect_id",
    "kind",
    "strength",
    "strength_reason",
    "narrative",
    "learnt",
    "change",
    "version",
    "proposed_at",
    "adopted_on",
    "adopted_by_body",
)
_FIGURE = (
    "verdict_id",
    "indicator_id",
    "school_year",
    "counted",
    "among",
    "value",
    "as_percent",
    "is_hidden",
    "missing",
    "is_over",
    "until",
    "snapshot",
    "taken_at",
    "source",
)
_DISSENT = ("verdict_id", "organisation_id", "words", "version", "signed_at")
_EVALUATION = (
    "plan_id",
    "school_year",
    "question",
    "why",
    "criteria",
    "parents_place",
    "conclusion",
    "adopted_on",
    "adopted_by_body",
)

ADOPTED = Frozen(
    "evaluation_refuse",
    "what the committee adopted is fixed",
    (
        Fixed("evaluation_evaluation", _EVALUATION, "evaluation_adopted_is_fixed", since="adopted_on"),
        Fixed("evaluation_verdict", _VERDICT, "evaluation_verdict_is_fixed", since="adopted_on"),
        Fixed("evaluation_adoptedfigure", _FIGURE, "evaluation_figure_is_fixed"),
        Fixed("evaluation_dissent", _DISSENT, "evaluation_dissent_is_fixed"),
    ),
)
protect = ADOPTED.protect
_OF_PEOPLE = Fixed("evaluation_adoptedfigure", ("since",), "evaluation_day_is_fixed")
"""A trigger of its own: the column came after the others."""
protect_also = ADOPTED.protect_also(_OF_PEOPLE)
protect_again = ADOPTED.protect_again(*ADOPTED.rows, _OF_PEOPLE)
"""For the end of a migration that changes a column of these tables."""
