"""What the first migration of an app is made of: its tables, and the triggers that keep their rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class NewTables(Operation):
    """Several CreateModel at once; they may refer to each other.

    After each CreateModel, Django builds every model again that is related to the new one, from near or far: with 200
    of them a first start spent a minute there. What is new changes nothing of what stands: each is built once.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["models"]

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        built = state.__dict__.pop("apps", None)  # while it is away, nothing is built again
        for model in self.models:
            model.state_forwards(app_label, state)
        if built is not None:
            built.render_multiple([state.models[app_label, model.name_lower] for model in self.models])
            state.__dict__["apps"] = built

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def references_model(self, name: str, app_label: str) -> bool:
        return any(model.references_model(name, app_label) for model in self.models)

    def describe(self) -> str:
        return f"Create {', '.join(model.name for model in self.models)}"


class NewTriggers(Operation):
    """Runs ``protect`` of a module that keeps rows; no model is built for it. Triggers go with their tables."""

    category = OperationCategory.SQL
    reduces_to_sql = True

    def __init__(self, *protections: Callable[[Any, Any], None]) -> None:
        self.protections = protections

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Django knows nothing of triggers."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for protect in self.protections:
            protect(None, schema_editor)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        pass

    def describe(self) -> str:
        return "Keep rows as they were written"
