"""The stored fields of a register: whether a value fits, whether it changed, how it is said."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.utils.translation import gettext as _

from preau.town.opendata.models import Register
from preau.town.opendata.outlook import Difference

_SHOWN = 120
_TOLD = 8
"""Differences of one row that a preview shows."""


def fingerprint(fields: Mapping[str, Any]) -> str:
    """32 characters that change when, and only when, what the line says changes."""
    written = json.dumps(fields, sort_keys=True, ensure_ascii=False, cls=_Encoder)
    return blake2b(written.encode(), digest_size=16).hexdigest()


def misfit(model: type[Register], fields: Mapping[str, Any]) -> tuple[str, str] | None:
    """Why the database would not take a value, and the value: said before it is asked. None when all fits."""
    for name, value in fields.items():
        column = model._meta.get_field(name)
        if isinstance(column, models.Field) and (reason := _reason(column, value)):
            return _("%(field)s : %(reason)s") % {"field": _label(column), "reason": reason}, str(value)[:200]
    return None


def changed_fields(row: Register, fields: Mapping[str, Any]) -> list[str]:
    """The names of those whose stored value would differ."""
    return [name for name, value in fields.items() if _stored(row, name) != _clean(row, name, value)]


def state_before(row: Register, names: list[str]) -> dict[str, Any]:
    """What undoing will put back: the fingerprint and the day of departure always belong to it."""
    kept = dict.fromkeys([*names, "fingerprint", "gone_on"])
    return {row._meta.get_field(name).attname: _stored(row, name) for name in kept}  # type: ignore[union-attr]


def put_back(row: Register, before: Mapping[str, Any]) -> list[str]:
    """Sets the fields as they were; gives their names."""
    for attname, value in before.items():
        column = row._meta.get_field(attname)
        is_json = isinstance(column, models.JSONField)
        setattr(row, attname, value if is_json else column.to_python(value))  # type: ignore[union-attr]
    return list(before)


def differences(row: Register, fields: Mapping[str, Any], names: list[str]) -> tuple[Difference, ...]:
    """In words; of a field that holds several answers, only those that differ."""
    told: list[Difference] = []
    for name in names:
        label = _label(row._meta.get_field(name))
        before, after = _stored(row, name), _clean(row, name, fields[name])
        if isinstance(before, dict) and isinstance(after, dict):
            told += [
                Difference(f"{label} ({key})", _said(before.get(key)), _said(after.get(key)))
                for key in sorted({*before, *after})
                if before.get(key) != after.get(key)
            ]
        else:
            told.append(Difference(label, _said(before), _said(after)))
    return tuple(told[:_TOLD])


class _Encoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return o.pk if isinstance(o, models.Model) else super().default(o)


def _reason(column: models.Field, value: Any) -> str:
    if value is None:
        return "" if column.null else _("il faut une valeur.")
    if isinstance(value, str):
        return _text_reason(column, value)
    if isinstance(value, float) and not math.isfinite(value):
        return _("ce n’est pas un nombre.")
    if isinstance(column, models.IntegerField) and isinstance(value, int):
        low, high = connection.ops.integer_field_range(column.get_internal_type())
        if (low is not None and value < low) or (high is not None and value > high):
            return _("ce nombre est hors de toute mesure.")
    return ""


def _text_reason(column: models.Field, value: str) -> str:
    if "\0" in value:
        return _("ce texte contient un caractère interdit.")
    if column.max_length is not None and len(value) > column.max_length:
        facts = {"length": len(value), "most": column.max_length}
        return _("ce texte a %(length)d caractères, il peut en avoir %(most)d.") % facts
    if column.choices and value not in dict(column.flatchoices):
        return _("cette valeur n’est pas l’une de celles qui sont connues.")
    return ""


def _stored(row: Register, name: str) -> Any:
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


def _clean(row: Register, name: str, value: Any) -> Any:
    """The value as the database would give it back."""
    column = row._meta.get_field(name)
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(column, models.JSONField):
        return json.loads(json.dumps(value, cls=_Encoder))
    return column.to_python(value)  # type: ignore[union-attr]


def _label(column: Any) -> str:
    return str(getattr(column, "verbose_name", column.name))


def _said(value: Any) -> str:
    if value is None or value == "" or value == [] or value == {}:
        return "—"
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        value = ", ".join(map(str, value))
    if isinstance(value, list | dict):
        return _("donnée composée")
    words = str(value)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
