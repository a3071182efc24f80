"""The tree on a screen: whole when a person can take it in, else one general objective at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from preau.plan.structure.queries import AxisNode, GeneralObjectiveNode, PlanTree, RowNode

_WHOLE = 300
"""Objectives and effects beyond which the tree is read part by part."""
_ROWS = 30


@dataclass(frozen=True, slots=True)
class TreePart:
    """``key`` names the part in the address: a1-g2, or a1-g2-3 for the third page of its rows."""

    key: str
    axis: AxisNode
    general: GeneralObjectiveNode
    rows: list[RowNode]
    number: int = 0


class TreePage:
    def __init__(self, tree: PlanTree, asked: str = "") -> None:
        self.tree, self.asked = tree, asked

    @cached_property
    def is_whole(self) -> bool:
        return len(self.tree.objectives) + len(self.tree.effects) <= _WHOLE

    @cached_property
    def parts(self) -> list[TreePart]:
        """Every part of a large tree, in order; none for a small one."""
        if self.is_whole:
            return []
        return [
            part for axis in self.tree.axes for general in axis.general_objectives for part in _parts(axis, general)
        ]

    @cached_property
    def index(self) -> int:
        return next((number for number, part in enumerate(self.parts) if part.key == self.asked), 0)

    @property
    def part(self) -> TreePart | None:
        return self.parts[self.index] if self.parts else None

    @property
    def previous(self) -> TreePart | None:
        return self.parts[self.index - 1] if self.index else None

    @property
    def following(self) -> TreePart | None:
        return self.parts[self.index + 1] if self.index + 1 < len(self.parts) else None

    @property
    def axes(self) -> list[AxisNode]:
        """What is drawn: the whole tree, or one branch of it."""
        if self.part is None:
            return self.tree.axes
        branch = GeneralObjectiveNode(self.part.general.item, self.part.rows)
        return [AxisNode(self.part.axis.item, [branch])]


def _parts(axis: AxisNode, general: GeneralObjectiveNode) -> list[TreePart]:
    chunks = [general.rows[at : at + _ROWS] for at in range(0, len(general.rows), _ROWS)] or [[]]
    several = len(chunks) > 1
    return [
        TreePart(f"{general.item.slug}-{n}" if several else general.item.slug, axis, general, rows, n if several else 0)
        for n, rows in enumerate(chunks, 1)
    ]
