"""Why somebody may not take a step now: one sentence, the same for the button, the server and the tests."""

from __future__ import annotations

from django.utils.translation import gettext as _

from preau.people.accounts.enums import Role
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor

from .enums import SheetState
from .models import ActionSheet
from .permissions import SHEETS
from .rules import Lack, lacking_to_propose, lacking_to_schedule
from .state import changeable, facts_of
from .states import LIFE, ON_PURPOSE


def refusal(step: str, sheet: ActionSheet, actor: Actor) -> str | None:
    """None when the actor may take the step now. ``step`` is one of LIFE, or "edit", "copy", "comment",
    "give_opinion". Raises KeyError for a step that nobody declared."""
    if not SHEETS.may(actor, "read", sheet):
        return _("Cette fiche n’est pas ouverte à votre lecture.")
    if not SHEETS.may(actor, step, sheet):
        return who_may(step)
    return _not_now(step, sheet) or _lacking(step, sheet, actor)


def may_take(sheet: ActionSheet, actor: Actor) -> dict[str, str | None]:
    """Each step that a person can ask for from the state of the sheet, with the sentence that refuses it."""
    return {step: refusal(step, sheet, actor) for step in ON_PURPOSE if sheet.state in LIFE.by_name[step].sources}


def open_sides(sheet: ActionSheet, actor: Actor) -> list[Organisation]:
    """The sides for which the actor can agree now: their own, or any of them for the coordination."""
    sides = [side for side in (sheet.owner, sheet.co_owner) if side is not None]
    signed = {each.organisation_id for each in sheet.validations.all() if each.holds}
    if not actor.holds(Role.PLAN_COORDINATOR):
        mine = actor.parts.get(Role.CONTRIBUTOR, frozenset())
        sides = [side for side in sides if side.pk in mine]
    return [side for side in sides if side.pk not in signed]


def speaks_for(actor: Actor, organisation: Organisation) -> bool:
    """Whether the actor is of that organisation; somebody else must say how its agreement was given."""
    return organisation.pk in actor.organisations


def who_may(step: str) -> str:
    """Whose affair the step is."""
    if step in ("validate", "redraft", "comment"):
        return _("C’est l’affaire des deux organisations qui portent la fiche, et de la coordination du projet.")
    if step == "reject":
        return _("C’est à l’organisation associée, ou à la coordination du projet, de refuser la fiche.")
    if step == "give_opinion":
        return _("Seule la personne déléguée à la protection des données donne cet avis.")
    return _("C’est l’affaire de l’organisation qui porte la fiche, et de la coordination du projet.")


def lacks_for(step: str, sheet: ActionSheet) -> list[Lack]:
    """What the sheet must still say before that step; nothing for the steps that ask for nothing."""
    rule = {"propose": lacking_to_propose, "schedule": lacking_to_schedule}.get(step)
    return rule(facts_of(sheet)) if rule else []


def _not_now(step: str, sheet: ActionSheet) -> str | None:
    state = SheetState(sheet.state).label
    if step == "edit" and not changeable(sheet.state):
        return _("La fiche est %(state)s : elle ne change plus.") % {"state": state}
    if step not in LIFE.by_name or sheet.state in LIFE.by_name[step].sources:
        return None
    if sheet.state in LIFE.ends:
        return _("La fiche est %(state)s : son histoire est finie.") % {"state": state}
    if step == "review":
        return _("Le bilan s’écrit une fois l’action démarrée ; la fiche est %(state)s.") % {"state": state}
    return _("Cela n’est pas possible maintenant : la fiche est %(state)s.") % {"state": state}


def _lacking(step: str, sheet: ActionSheet, actor: Actor) -> str | None:
    match step:
        case "propose" | "schedule":
            return " ".join(lack.sentence for lack in lacks_for(step, sheet)) or None
        case "validate":
            return _already_signed(sheet, actor)
        case "give_opinion" if not sheet.apps.exists():
            return _("La fiche ne cite aucune application.")
        case _:
            return None


def _already_signed(sheet: ActionSheet, actor: Actor) -> str | None:
    given = [each for each in sheet.validations.select_related("organisation") if each.holds]
    for each in given:
        if actor.user is not None and each.by_id == actor.user.pk:
            return _("Vous avez validé pour %(name)s : une autre personne valide pour l’autre institution.") % {
                "name": each.organisation
            }
    if not open_sides(sheet, actor):
        return _("%(name)s a déjà validé : on attend l’autre institution.") % {"name": given[0].organisation}
    return None
