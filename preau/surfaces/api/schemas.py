"""The shapes of the public JSON. They are a promise: a field is added, never renamed or removed."""

from __future__ import annotations

from ninja import Schema

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


class ItemOut(Schema):
    id: str
    kind: str
    text: str
    details: list[str]
    row: str
    owner: str | None
    horizon: str | None
    url: str


class RowOut(Schema):
    id: str
    operational_objectives: list[ItemOut]
    expected_effects: list[ItemOut]


class GeneralObjectiveOut(Schema):
    id: str
    text: str
    rows: list[RowOut]


class AxisOut(Schema):
    id: str
    title: str
    summary: str
    general_objectives: list[GeneralObjectiveOut]


class PlanOut(Schema):
    title: str
    commune: str
    insee_code: str
    starts_on: str | None
    ends_on: str | None
    shown_at: str
    adopted_on: str | None
    licence: str
    axes: list[AxisOut]


class ObjectivesOut(Schema):
    licence: str
    objectives: list[ItemOut]


class ProblemOut(Schema):
    """RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
