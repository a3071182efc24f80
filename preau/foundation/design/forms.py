from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class PreauFormRenderer(TemplatesSetting):
    """Forms are drawn by our own templates: label, hint, field, error, tied together for those who listen."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
