from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from preau.foundation.charts import Chart
from preau.foundation.charts.screen import screen_svg

register = template.Library()


@register.simple_tag
def chart_svg(chart: Chart, key: str) -> SafeString:
    """``{% chart_svg chart "annees" %}``: within ``components/chart.html``, which adds the table."""
    return mark_safe(screen_svg(chart, key))  # noqa: S308  every word is escaped there
