"""The search as a sentence: « pour mon enfant de 7 ans, le mercredi après-midi, à moins de 15 min, moins de 5 € »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from preau.offer.finding.selection import FREE, Selection
from preau.offer.finding.vocabulary import DAYS

from .filters import PRICES, WALKS, age_label, price_label, walk_label

AGES = range(18)
_MOMENTS = {
    "matin": gettext_lazy("le matin"),
    "apres-midi": gettext_lazy("l’après-midi"),
    "soir": gettext_lazy("le soir"),
}
_HELD_BY_FIELDS = {"q", "age", "jour", "moment", "prix", "minutes", "page"}


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str | Promise
    is_selected: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The fields of the form. ``hidden`` carries the other filters along, and days when several are chosen."""

    selection: Selection
    ages: list[Option]
    days: list[Option]
    moments: list[Option]
    walks: list[Option]
    prices: list[Option]
    from_where: str
    """The page of « près de chez moi », which comes back here: an address is posted there, never put in a link."""
    hidden: list[tuple[str, str]] = field(default_factory=list)


def sentence_of(asked: Selection) -> Sentence:
    return Sentence(
        selection=asked,
        ages=_options({str(age): age_label(age) for age in AGES}, asked.age, _("tout âge")),
        days=_options(
            {day: _("le %(day)s") % {"day": name} for day, name in DAYS.items()}, asked.days, _any_day(asked)
        ),
        moments=_options(_MOMENTS, asked.moments, _any_moment(asked)),
        walks=_options({str(step): walk_label(step) for step in WALKS}, asked.minutes, _("à toute distance")),
        prices=_options(
            {_price_value(step): price_label(step) for step in PRICES}, _chosen_price(asked), _("à tous les prix")
        ),
        from_where=_from_where(asked),
        hidden=[pair for pair in asked.pairs if pair[0] not in _HELD_BY_FIELDS] + _several(asked),
    )


def _from_where(asked: Selection) -> str:
    query = asked.without("near").query_string
    here = reverse("public:catalogue") + (f"?{query}" if query else "")
    return f"{reverse('public:near')}?{urlencode({'suite': here})}"


def _options(words: Mapping[str, str | Promise], chosen: object, nothing: str) -> list[Option]:
    """The empty choice first. A value that the list lacks is added, so that sending the form again loses nothing."""
    held = chosen if isinstance(chosen, tuple) else () if chosen is None else (str(chosen),)
    one = held[0] if len(held) == 1 else ""
    known = dict(words)
    if one and one not in known:
        known[one] = one
    return [Option("", nothing, not one), *(Option(value, label, value == one) for value, label in known.items())]


def _several(asked: Selection) -> list[tuple[str, str]]:
    pairs = []
    for word, held in (("jour", asked.days), ("moment", asked.moments)):
        if len(held) > 1:
            pairs += [(word, value) for value in held]
    return pairs


def _any_day(asked: Selection) -> str:
    return _("les jours choisis") if len(asked.days) > 1 else _("tous les jours")


def _any_moment(asked: Selection) -> str:
    return _("aux moments choisis") if len(asked.moments) > 1 else _("à toute heure")


def _price_value(step: int) -> str:
    return "gratuit" if step == FREE else str(step)


def _chosen_price(asked: Selection) -> str | None:
    return None if asked.price is None else _price_value(asked.price)
