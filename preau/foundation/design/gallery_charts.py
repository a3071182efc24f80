"""Charts of the gallery: each kind, in each of its states, with names that are too long and very large numbers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.foundation.charts import Chart, Kind, Point, Series, Standing, Target, multiples

_YEARS = ("2022-2023", "2023-2024", "2024-2025", "2025-2026", "2026-2027")


def charts() -> list[Chart]:
    return [_years(), _one(), _hidden_year(), _bars(), _gaps(), _huge(), _shares(), _dots(), _together(), _empty()]


def small_charts() -> list[Chart]:
    names = (_("Nord"), _("Centre"), _("Bords du canal et hauts de la gare"), _("Est"))
    values = ((12, 14, 19, 24), (31, 30, 33, 29), (8, 9, None, 15), (22, 27, 31, 38))
    return multiples([_line(name, told) for name, told in zip(names, values, strict=True)])


def _years() -> Chart:
    target = Target(50, _("Cible fixée par le comité : 50 %"))
    return Chart.of(Kind.LINE, _("Part de filles, année par année"), _points((38, 41, 40, 44, 46)), high=60,
                    target=target)  # fmt: skip


def _one() -> Chart:
    return Chart.of(Kind.LINE, _("Une seule année connue"), (Point("2025-2026", 63, "63 %", "71 sur 113"),))


def _hidden_year() -> Chart:
    return Chart.of(Kind.LINE, _("Une année masquée"), _points((38, None, 40, 44, 46)))


def _bars() -> Chart:
    long_name = _("Maison de quartier et des associations sportives, culturelles et de loisirs de la porte du canal")
    points = (
        Point(_("Centre"), 62, "62 %", "124 sur 200"),
        Point(long_name, 41, "41 %", "41 sur 100"),
        Point(_("Nord"), standing=Standing.HIDDEN),
        Point(_("Est"), words=_("pas encore mesurable"), standing=Standing.MISSING),
        Point(_("Ouest, cette année"), 17, "17 %", "17 sur 100", standing=Standing.UNFINISHED),
    )
    target = Target(50, _("Cible fixée par le comité : 50 %"))
    return Chart.of(Kind.BARS, _("Par quartier"), points, high=100, target=target)


def _gaps() -> Chart:
    points = (Point(_("Filles"), 4.5, _("+4,5 points")), Point(_("Garçons"), -7.2, _("−7,2 points")))
    return Chart.of(Kind.BARS, _("Écart avec l’an dernier"), points)


def _huge() -> Chart:
    values = ((_("Présences"), 21_548_903), (_("Heures"), 1_204_877), (_("Enfants"), 12))
    points = tuple(Point(name, value, f"{value:,}".replace(",", "\u202f")) for name, value in values)
    return Chart.of(Kind.BARS, _("De très grands nombres à côté d’un petit"), points)


def _shares() -> Chart:
    rows = {_("Règle A"): (58, 21, 9, 4, 8), _("Règle B"): (47, 28, 12, 6, 7), _("Premier arrivé"): (51, 19, 8, 1, 21)}
    parts = (_("premier vœu"), _("deuxième"), _("troisième"), _("plus loin"), _("aucune place"))
    series = tuple(
        Series(part, tuple(Point(name, values[rank], f"{values[rank]} %") for name, values in rows.items()))
        for rank, part in enumerate(parts)
    )
    return Chart(Kind.SHARES, _("Le vœu obtenu"), series)


def _dots() -> Chart:
    told = {_("Moins de 400"): (42, 31, 55), _("De 400 à 799"): (58, 52, 64), _("800 et plus"): (71, 68, 74)}
    points = tuple(
        Point(name, middle, _("%(middle)s %%, entre %(low)s et %(high)s")
              % {"middle": middle, "low": low, "high": high}, low=low, high=high)
        for name, (middle, low, high) in told.items()
    )  # fmt: skip
    hidden = Point(_("Non connu"), standing=Standing.HIDDEN)
    return Chart.of(Kind.DOTS, _("Part inscrite, avec son intervalle"), (*points, hidden), high=100, unit="\u00a0%")


def _together() -> Chart:
    rows = {_("Filles"): (0, 0, 0, 0), _("Quotient bas"): (9, 8, -3, 12), _("Nouveaux"): (14, 13, 14, 2)}
    series = tuple(
        Series(_("Règles %(letter)s") % {"letter": letter},
               tuple(Point(name, values[rank], f"{values[rank]:+d}") for name, values in rows.items()))
        for rank, letter in enumerate("ABCD")
    )  # fmt: skip
    return Chart(Kind.DOTS, _("Des points qui se touchent"), series, low=-20, high=20)


def _empty() -> Chart:
    return Chart.of(Kind.BARS, _("Rien encore"), ())


def _line(name: str, values: tuple[int | None, ...]) -> Chart:
    return Chart.of(Kind.LINE, name, _points(values, _YEARS[1:]))


def _points(values: tuple[int | None, ...], names: tuple[str, ...] = _YEARS) -> tuple[Point, ...]:
    last = len(values) - 1
    return tuple(
        Point(name, standing=Standing.HIDDEN)
        if value is None
        else Point(name, value, f"{value} %", standing=Standing.UNFINISHED if rank == last else Standing.KNOWN)
        for rank, (name, value) in enumerate(zip(names, values, strict=True))
    )
