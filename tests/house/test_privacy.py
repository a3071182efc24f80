"""Every stored field is classed for privacy, and every class names a field that exists."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from preau.people.privacy import Sensitivity


def _classed() -> dict[str, dict]:
    tables: dict[str, dict] = {}
    for config in apps.get_app_configs():
        if config.name.startswith("preau.") and find_spec(f"{config.name}.privacy"):
            tables |= import_module(f"{config.name}.privacy").FIELDS
    return tables


def _stored() -> dict[str, set[str]]:
    models = [model for model in apps.get_models() if model.__module__.startswith("preau.")]
    return {model._meta.label: {field.name for field in model._meta.local_concrete_fields} for model in models}


def test_every_stored_field_has_a_privacy_class():
    classed = _classed()
    missing = {
        label: sorted(names - set(classed.get(label, {})))
        for label, names in _stored().items()
        if names - set(classed.get(label, {}))
    }
    assert missing == {}


def test_no_privacy_class_names_a_field_that_is_gone():
    stored = _stored()
    stale = {label: sorted(set(names) - stored.get(label, set())) for label, names in _classed().items()}
    assert {label: names for label, names in stale.items() if names} == {}


def test_a_personal_field_says_who_reads_it_how_long_and_how_it_is_erased():
    silent = [
        f"{label}.{name}"
        for label, fields in _classed().items()
        for name, kind in fields.items()
        if not kind.purpose
        or (kind.sensitivity is not Sensitivity.PLAIN and not (kind.readers and kind.term and kind.scrub))
    ]
    assert silent == []
