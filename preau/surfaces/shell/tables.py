"""« Télécharger ce tableau » : the table of a page, as it is on the page, for a spreadsheet.

A page that has a table gives its twin under an address that ends in ``.csv``, and shows the way to it by
``components/table_download.html``. What is hidden on the page is hidden in the file, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.text import slugify

from preau.foundation.charts import Chart
from preau.foundation.tables.french import french_csv


def send_table(name: str, headings: Sequence[object], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """French headings first; ``name`` is that of the file, without its ending."""
    answer = HttpResponse(french_csv([headings, *rows]), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slugify(name)[:80] or "tableau"}.csv"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def send_chart(chart: Chart) -> HttpResponse:
    """The table that says the same as a chart."""
    table = chart.table
    return send_table(chart.title, table.heads, ([row.name, *row.cells] for row in table.rows))
