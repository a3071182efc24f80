"""How an app says what a dated term is: its name, what it changes, where it is written, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from preau.people.accounts.hand import Hand
from preau.people.organisations.models import Commune
from preau.people.permissions import PermissionTable

type Words = str | Promise


class Theme(models.TextChoices):
    DESK = "desk", _("L’accueil et ses réponses")
    FAMILIES = "families", _("Les dossiers des familles")
    PLACES = "places", _("Les inscriptions")
    OFFER = "offer", _("Le catalogue et les prix")
    CARE = "care", _("L’encadrement des enfants")
    TOWN = "town", _("La ville et son calendrier")
    PLAN = "plan", _("Le projet et ses conventions")


@dataclass(frozen=True, slots=True)
class Case:
    """A field that tells the lines of a term apart: for which procedure, which domain. ``options``: (value, label)."""

    field: str
    options: Callable[[Commune], Sequence[tuple[Any, Words]]]


@dataclass(frozen=True, slots=True)
class Given:
    """A field that a decision gives. The model says its kind; ``least`` and ``most`` are those of a number."""

    field: str
    label: Words
    help: Words = ""
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``case`` and ``values`` by field."""

    commune: Commune
    case: Mapping[str, Any]
    values: Mapping[str, Any]
    valid_from: date
    hand: Hand


@dataclass(frozen=True, slots=True)
class DatedTerm:
    """``decide`` is the app's own verb: it writes the line of that case and day, or corrects it.

    ``told`` writes a row in words, ``otherwise`` what counts for a case where nobody decided anything.
    ``because`` is the field that says what a value rests on. ``usual`` gives by field what counts for a case where
    nobody decided anything, so that nobody types it again; ``is_listed`` tells each field on a line of its own, as
    nobody reads a sentence of five numbers.
    ``screen`` instead names the page that a term already has; ``may`` is then who finds it open.
    """

    model: type[models.Model]
    slug: str
    theme: Theme
    name: Words
    explanation: Words
    source: Words = ""
    cases: tuple[Case, ...] = ()
    given: tuple[Given, ...] = ()
    decide: Callable[[Decision], models.Model] | None = None
    told: Callable[[Any], Words] = str
    otherwise: Callable[[Mapping[str, Any]], Words] | None = None
    usual: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    is_listed: bool = False
    because: str = ""
    screen: str = ""
    may: tuple[PermissionTable, str] | None = None

    @property
    def is_of_a_town(self) -> bool:
        """The others are of the law: one for everybody."""
        return any(field.name == "commune" for field in self.model._meta.get_fields())
