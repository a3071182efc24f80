"""Charts of an evaluation, for the report as for screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind, Point, Series, Target
from preau.foundation.text.days import french_day
from preau.observatory.evaluation.enums import VerdictKind
from preau.observatory.evaluation.models import Target as Aim
from preau.observatory.evaluation.reading import IndicatorTold
from preau.observatory.indicators.drawn import point_of
from preau.observatory.indicators.wording import number_words


def series_chart(told: IndicatorTold) -> Chart | None:
    """How an indicator moved, with what was aimed at; None when one year alone is known."""
    if len(told.series) < 2 or not any(each.says_something for each in told.series):
        return None
    points = tuple(point_of(each.year_name, each.shown, told.entry, is_over=each.is_over) for each in told.series)
    return Chart.of(
        Kind.LINE,
        str(told.entry.title),
        points,
        target=Target(float(told.target.amount), aim_words(told, told.target)) if told.target else None,
        heads=(_("Année scolaire"), _("Chiffre")),
    )


def aim_words(told: IndicatorTold, aim: Aim | None) -> str:
    """ "Cible pour 2025-2026 : 60 %, fixée le 3 juillet 2025 par le comité de pilotage"; "" without one."""
    if aim is None:
        return ""
    words = {
        "year": aim.year_name,
        "amount": number_words(float(aim.amount), told.entry.unit),
        "day": french_day(aim.set_on),
        "body": aim.set_by_body,
    }
    return _("Cible pour %(year)s : %(amount)s, fixée le %(day)s (%(body)s)") % words


def verdicts_chart(named: Sequence[tuple[str, Counter[VerdictKind]]]) -> Chart | None:
    """How many effects of each verdict, axis by axis; None before the first verdict."""
    rows = [(name, counts) for name, counts in named if counts.total()]
    if not rows:
        return None
    series = tuple(
        Series(str(kind.label), tuple(Point(name, counts[kind], str(counts[kind])) for name, counts in rows))
        for kind in VerdictKind
    )
    return Chart(Kind.SHARES, _("Les verdicts, axe par axe"), series, heads=(_("Axe"), _("Effets")))
