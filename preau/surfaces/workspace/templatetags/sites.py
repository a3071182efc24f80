"""Days and hours in the templates of sites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import template
from django.utils import formats
from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from preau.foundation.design.typography import display
from preau.plan.articulation.content import Period
from preau.plan.articulation.crossings import Crossing
from preau.plan.articulation.enums import FindingKind
from preau.plan.articulation.week import Audience, Finding
from preau.plan.sheets.enums import Theme
from preau.town.calendar.wording import days_words, hour, span, weekday_name

register = template.Library()


@register.filter
def hours(thing: Any) -> str:
    """``8 h 30 – 11 h 30`` for anything that starts and ends."""
    return span(thing.starts_at, thing.ends_at)


@register.filter
def clock(moment: time) -> str:
    return hour(moment)


@register.filter
def days(numbers: Sequence[int]) -> str:
    return days_words(numbers)


@register.filter
def day_name(number: int) -> str:
    return weekday_name(number)


@register.filter
def audience_words(audience: Audience) -> str:
    """``6-8 ans``, ``Chorale (6-8 ans)``."""
    ages = (
        _("%(age)d ans") % {"age": audience.age_from}
        if audience.age_from == audience.age_to
        else _("%(first)d-%(last)d ans") % {"first": audience.age_from, "last": audience.age_to}
    )
    return f"{audience.group} ({ages})" if audience.group else ages


@register.filter
def finding_words(found: Finding) -> str:
    """One sentence: the text twin of what the grid shows by a sign. Holes have lines of their own."""
    first = found.planned[0]
    facts: dict[str, str | int] = {
        "day": weekday_name(first.weekday).capitalize(),
        "first": f"{first.title}, {span(first.starts_at, first.ends_at)}",
        "who": audience_words(first.audience),
    }
    if found.kind == FindingKind.OVERLAP:
        second = found.planned[1]
        facts["second"] = f"{second.title}, {span(second.starts_at, second.ends_at)}"
        return _("%(day)s, les mêmes enfants sont à deux endroits : %(first)s et %(second)s.") % facts
    if found.kind == FindingKind.REPETITION:
        facts["theme"] = str(Theme(first.theme).label)
        facts["who"] = audience_words(_common([each.audience for each in found.planned]))
        facts["times"] = len(found.planned)
        facts["days"] = days_words(sorted({each.weekday for each in found.planned}))
        return _("« %(theme)s » revient %(times)d fois pour les mêmes enfants, %(who)s : %(days)s.") % facts
    return _("%(day)s, %(first)s : rien n’est ouvert à cette heure.") % facts


def _common(audiences: Sequence[Audience]) -> Audience:
    """The children whom all of these hold."""
    group = next((each.group for each in audiences if each.group), "")
    return Audience(max(each.age_from for each in audiences), min(each.age_to for each in audiences), group)


@register.filter
def theme_words(theme: str) -> str:
    return str(Theme(theme).label)


@register.filter
def crossing_themes(crossing: Crossing) -> str:
    """``alimentation``, ``lecture et arts et culture``."""
    return _themes(crossing.school_theme, crossing.care_theme)


@register.filter
def crossing_sides(crossing: Crossing) -> list[tuple[str, str]]:
    """(side, what it plans and when): facts, no advice."""
    sides = ((_("École"), crossing.school_period), (_("Accueil périscolaire"), crossing.care_period))
    return [(side, _period_words(period)) for side, period in sides]


@register.filter
def period_days(period: Period) -> str:
    """``du 1er septembre au 16 octobre``."""
    facts = {"start": day_of_year(period.starts_on), "end": day_of_year(period.ends_on)}
    return _("du %(start)s au %(end)s") % facts


@register.filter
def day_of_year(value: date) -> str:
    """A day without its year: ``1er septembre``."""
    written = formats.date_format(value, "MONTH_DAY_FORMAT")
    return f"1er{written[1:]}" if value.day == 1 and get_language() == "fr" else written


@register.filter
def prose(text: str) -> SafeString:
    """Paragraphs that somebody wrote, each with French typography; Django escapes them."""
    return SafeString(linebreaks("\n\n".join(display(part) for part in text.split("\n\n")), autoescape=True))


@register.filter
def key_words(key: str) -> str:
    """The themes of a crossing, from its key: its periods may have changed since."""
    school, _dash, care = key.partition("-")
    themes = [each.partition(".")[0] for each in (school, care)]
    return _themes(*themes) if all(theme in Theme.values for theme in themes) else key


def _themes(school: str, care: str) -> str:
    names = [str(Theme(theme).label) for theme in dict.fromkeys((school, care))]
    return " + ".join(names).capitalize()


def _period_words(period: Period | None) -> str:
    if period is None:
        return _("toute l’année")
    return f"{period.subject or period.name}, {period_days(period)}"
