"""What the page of a label's file says: the answer in a sentence, what can be done next, how far its life went."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.lifecycle import Step
from preau.plan.labels import rules, states
from preau.plan.labels.enums import LabelState, Standing
from preau.plan.labels.models import LabelFile
from preau.plan.labels.queries import CriterionLine, Dossier

_QUIET = frozenset({states.REFUSE, states.ABANDON})


@dataclass(frozen=True, slots=True)
class Stage:
    """A square of the way to the label."""

    name: str | Promise
    is_done: bool
    is_current: bool


class LabelPage:
    """``may`` names the steps that the person's roles allow."""

    def __init__(self, dossier: Dossier, may: Collection[str], today: date) -> None:
        self.dossier, self.file, self.may, self.today = dossier, dossier.file, may, today

    @cached_property
    def standing(self) -> Standing:
        return self.file.standing(self.today)

    @property
    def sentences(self) -> list[str]:
        held = rules.is_held(self.file.obtained_on, self.file.expires_on, self.today)
        return [*([_held(self.file)] if held else []), *self._papers()]

    def _papers(self) -> list[str]:
        match self.file.state:
            case LabelState.PREPARING | LabelState.RENEWING:
                return [_proven(self.dossier)]
            case LabelState.SUBMITTED:
                return [_("Le dossier est déposé : la réponse est attendue.")]
            case LabelState.EXPIRED:
                return [_("Le label a pris fin le %(day)s.") % {"day": long_date(self.file.expires_on)}]
            case LabelState.REFUSED:
                return [_("Le dossier a été refusé.")]
            case LabelState.ABANDONED:
                return [_("Le dossier a été abandonné.")]
        return []

    @property
    def alarm_on(self) -> date | None:
        """When the renewal must be thought of."""
        return rules.alarm_on(self.file.expires_on, self.file.version.notice_months) if self.file.expires_on else None

    @property
    def next_criterion(self) -> CriterionLine | None:
        """The first compulsory one that is not proven."""
        if not self.file.is_open_to_work:
            return None
        return next((line for line in self.dossier.compulsory if line.state != rules.Proof.PROVEN), None)

    @property
    def main_step(self) -> Step | None:
        """The one that the file waits for; not offered while criteria are missing."""
        steps = [step for step in self._steps if step.name not in _QUIET]
        return None if self.next_criterion else next(iter(steps), None)

    @property
    def quiet_steps(self) -> list[Step]:
        return [step for step in self._steps if step.name in _QUIET]

    @property
    def _steps(self) -> list[Step]:
        return [step for step in states.LIFE.open_from(self.file.state) if step.name in self.may]

    @property
    def stages(self) -> list[Stage]:
        """Three squares: prepare, submit, hold. A renewal walks them again."""
        reached = {
            LabelState.PREPARING: 0,
            LabelState.RENEWING: 0,
            LabelState.SUBMITTED: 1,
            LabelState.OBTAINED: 2,
        }.get(LabelState(self.file.state))
        if reached is None:
            return []
        names = (
            _("Réunir les preuves"),
            _("Déposer, attendre la réponse"),
            _("Porter le label jusqu’à son terme"),
        )
        return [Stage(name, place < reached, place == reached) for place, name in enumerate(names)]


def summary(counts: dict[Standing, int]) -> str:
    """The list in a sentence."""
    if not sum(counts.values()):
        return _("Aucun label pour l’instant")
    soon, valid = counts.get(Standing.EXPIRING, 0), counts.get(Standing.VALID, 0)
    held = ngettext("%(count)s label est en vigueur", "%(count)s labels sont en vigueur", soon + valid) % {
        "count": soon + valid
    }
    if not soon + valid:
        held = _("Aucun label n’est en vigueur")
    if soon:
        held += ", " + ngettext("dont %(count)s à renouveler", "dont %(count)s à renouveler", soon) % {"count": soon}
    return held + "."


def _held(file: LabelFile) -> str:
    said = {"day": long_date(file.expires_on), "level": file.version.level_name(file.level_obtained)}
    if said["level"]:
        return _("Obtenu au niveau « %(level)s », valable jusqu’au %(day)s.") % said
    return _("Obtenu, valable jusqu’au %(day)s.") % said


def _proven(dossier: Dossier) -> str:
    if not dossier.left:
        return _("Tous les critères obligatoires sont prouvés : le dossier peut être déposé.")
    return ngettext(
        "%(left)s critère obligatoire sur %(all)s reste à prouver.",
        "%(left)s critères obligatoires sur %(all)s restent à prouver.",
        dossier.left,
    ) % {"left": dossier.left, "all": len(dossier.compulsory)}
