"""The shapes of open figures. They are a promise: a field is added, never renamed or removed."""

from __future__ import annotations

from ninja import Schema


class FileOut(Schema):
    format: str
    media_type: str
    url: str


class DatasetOut(Schema):
    """``date`` is the day of the last figures; ``cut`` how they are told apart, empty for the town as a whole."""

    id: str
    title: str
    counted: str
    among: str
    indicator: str
    school_year: str
    cut: str
    date: str
    page: str
    schema_url: str
    files: list[FileOut]


class DatasetsOut(Schema):
    licence: str
    commune: str
    insee_code: str
    count: int
    datasets: list[DatasetOut]


class LineOut(Schema):
    """``labels``: column → label. ``value`` is None where it is hidden. ``date``: the day at which it was true."""

    labels: dict[str, str]
    value: int | None
    state: str
    date: str


class DatasetLinesOut(Schema):
    dataset: DatasetOut
    licence: str
    source: str
    rounded_to: int
    lines: list[LineOut]
