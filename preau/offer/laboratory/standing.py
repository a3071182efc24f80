"""Whether what a study found still stands: wishes, rules, terms of the town and the program may have changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from .computing import FORMAT, Demand
from .enums import StudyState
from .errors import StudyRefused
from .findings import read
from .models import RuleStudy
from .studying import demand_of, terms_of


@dataclass(frozen=True, slots=True)
class Standing:
    """``changes``: one sentence for each thing that changed; none when it would say the same again. ``is_over``: the
    wishes were let go of since, what was found stays and cannot be found again."""

    changes: tuple[str, ...] = ()
    is_over: bool = False

    @property
    def is_stale(self) -> bool:
        return bool(self.changes)


def standing_of(study: RuleStudy, *, now: datetime) -> Standing:
    """Of a study that is done. A made up town never changes; a past campaign is read again."""
    if study.state != StudyState.DONE:
        return Standing()
    said = []
    if study.campaign is not None:
        demand = _demand(study)
        if demand is None or len(demand.problem.applications) < terms_of(study.commune, now).share:
            return Standing(is_over=True)
        if demand.fingerprint != study.input_hash:
            said.append(_("Des vœux de la campagne, ou ses règles, ont changé depuis."))
    if _bounds(study, study.asked_at) != _bounds(study, now):
        said.append(_("La ville a changé depuis ce qu’elle montre des petits groupes."))
    if read(study.document).format != FORMAT:
        said.append(_("Le programme en dit plus aujourd’hui : le rang moyen obtenu par chaque groupe."))
    return Standing(tuple(said))


def _demand(study: RuleStudy) -> Demand | None:
    try:
        return demand_of(study)
    except StudyRefused:
        return None


def _bounds(study: RuleStudy, at: datetime) -> tuple[int, int, int]:
    terms = terms_of(study.commune, at)
    return terms.cell, terms.sensitive_cell, terms.share
