"""What a summary says, apart from where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

SIGNS_LIMIT = 6_000
"""Two pages: a summary that nobody has the time to read brings nobody together."""
PERIODS = 5
"""A French school year has five periods, from one holiday to the next. Their dates are data of each summary."""
PRIORITIES_LIMIT = 6


@dataclass(frozen=True, slots=True)
class Priority:
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the school year and what it is about; both days are in. ``theme`` is "" for none."""

    number: int
    name: str
    starts_on: date
    ends_on: date
    theme: str = ""
    subject: str = ""

    def meets(self, other: Period) -> bool:
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on

    def days_from(self, other: Period) -> int:
        """0 when they meet, else how many days lie between."""
        return max(0, (self.starts_on - other.ends_on).days, (other.starts_on - self.ends_on).days)


@dataclass(frozen=True, slots=True)
class Content:
    text: str = ""
    priorities: tuple[Priority, ...] = ()
    themes: frozenset[str] = frozenset()
    periods: tuple[Period, ...] = ()

    @property
    def signs(self) -> int:
        return len(self.text)

    @property
    def words(self) -> int:
        return len(self.text.split())


def lacking_to_publish(content: Content) -> list[str]:
    """What a summary must say before the other side can do something with it, one sentence each."""
    lacks = {
        _("Écrivez le résumé du projet."): not content.text.strip(),
        _("Le résumé dépasse deux pages : raccourcissez-le."): content.signs > SIGNS_LIMIT,
        _("Donnez au moins une priorité."): not content.priorities,
        _("Choisissez au moins un thème, pour l’année ou pour une période."): not content.themes
        and not any(period.theme for period in content.periods),
    }
    return [sentence for sentence, is_missing in lacks.items() if is_missing]
