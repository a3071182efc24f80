"""The page of one entry: where it stands, what waits and for whom, as families will see it, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.lifecycle import Step
from preau.foundation.text.days import months_later
from preau.offer.activities.adaptations import Communication, Premises, Sensory
from preau.offer.activities.completeness import Lack, lacking
from preau.offer.activities.enums import EntryState, Pillar, Public, SchoolLevel
from preau.offer.activities.models import Activity, Adaptation, Slot
from preau.offer.activities.permissions import ACTIVITIES
from preau.offer.activities.said import adaptation_of, entry_facts, is_said
from preau.offer.providers.delays import delays_on
from preau.offer.providers.enums import DelayKind
from preau.offer.providers.papers import Without
from preau.offer.providers.queries import PaperLine, lacking_papers, papers_of
from preau.offer.publishing.states import LIFE, ON_PURPOSE, SHOWN, WAY
from preau.people.permissions import Actor
from preau.surfaces.workspace.activities.history import HistoryLine, history_of
from preau.surfaces.workspace.activities.words import when

STEP_SLUGS = {
    "propose": "proposition",
    "publish": "publication",
    "verify": "verification",
    "reread": "relecture",
    "ask": "demande",
    "refuse": "refus",
    "withdraw": "retrait",
    "redraft": "brouillon",
}
STEPS = {slug: name for name, slug in STEP_SLUGS.items()}
SECTION_OF = {
    "title": "idee",
    "summary": "idee",
    "description": "idee",
    "audiences": "public",
    "age_min": "public",
    "levels": "public",
    "site": "lieu",
    "slots": "creneaux",
    "price_rule": "tarif",
    "booking_words": "inscription",
    "contact_phone": "inscription",
    "adaptation": "adaptation",
}
"""Where a fact that is missing is written."""
_MAIN = {
    EntryState.DRAFT: "propose",
    EntryState.TO_CHANGE: "propose",
    EntryState.PROPOSED: "publish",
    EntryState.STALE: "verify",
    EntryState.WITHDRAWN: "publish",
    EntryState.REFUSED: "redraft",
}
_GRAVE = frozenset({"refuse", "withdraw"})


@dataclass(frozen=True, slots=True)
class Mend:
    sentence: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that this person may take now. ``is_plain``: one button, no question."""

    step: Step
    url: str
    is_plain: bool
    is_main: bool

    @property
    def is_grave(self) -> bool:
        return self.step.name in _GRAVE


@dataclass(frozen=True, slots=True)
class Square:
    label: str
    is_done: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class Answer:
    sentence: str
    tone: str = ""


class EntryPage:
    """``activity`` with its organisation, site and price rule."""

    def __init__(self, activity: Activity, who: Actor, today: date) -> None:
        self.activity, self.who, self.today = activity, who, today

    @property
    def _is_read_for_others(self) -> bool:
        """An agent in front of what another organisation proposed has better words than to send it back in silence."""
        mine = self.activity.organisation_id in self.who.organisations
        return self.activity.state == EntryState.PROPOSED and not mine

    @cached_property
    def lacks(self) -> list[Lack]:
        return lacking(entry_facts(self.activity))

    @cached_property
    def mends(self) -> list[Mend]:
        return [Mend(each.sentence, self._section(SECTION_OF[each.about])) for each in self.lacks]

    @cached_property
    def papers(self) -> list[PaperLine]:
        """What the entry needs and its organisation does not have."""
        organisation = self.activity.organisation
        known = papers_of([organisation], self.activity.commune, self.today)[organisation.pk]
        return [known[kind] for kind in lacking_papers(self.activity, known)]

    @property
    def hiding_papers(self) -> list[PaperLine]:
        return [each for each in self.papers if each.rule.without is Without.HIDDEN]

    @cached_property
    def may_edit(self) -> bool:
        closed = (EntryState.REFUSED, EntryState.WITHDRAWN)
        return self.activity.state not in closed and ACTIVITIES.may(self.who, "edit", self.activity)

    @cached_property
    def is_agent(self) -> bool:
        return ACTIVITIES.may(self.who, "publish")

    @property
    def is_unread(self) -> bool:
        """Families see something that no agent has read."""
        return self.activity.state in SHOWN and self.activity.version > self.activity.read_version

    @cached_property
    def answer(self) -> Answer:
        match self.activity.state:
            case EntryState.DRAFT if self.lacks:
                return Answer(_("Brouillon : il manque encore quelques mots avant de la proposer."))
            case EntryState.DRAFT:
                return Answer(_("Ce brouillon est complet : il peut être proposé à la ville."), "good")
            case EntryState.PROPOSED:
                return self._proposed()
            case EntryState.TO_CHANGE:
                return self._to_change()
            case EntryState.PUBLISHED:
                return self._published()
            case EntryState.STALE:
                sentence = _(
                    "Vérifiée pour la dernière fois le %(day)s : les familles la voient avec un avertissement."
                )
                return Answer(sentence % {"day": long_date(self.activity.verified_on)}, "warn")
            case EntryState.REFUSED:
                return Answer(_("Cette fiche n’est pas retenue dans le catalogue."), "stop")
            case _:
                return Answer(_("Cette fiche n’est plus dans le catalogue. Son histoire reste ici."))

    @cached_property
    def last_word(self) -> HistoryLine | None:
        """What was asked or answered, as long as it stands."""
        asking = {EntryState.TO_CHANGE: ("ask",), EntryState.REFUSED: ("refuse",), EntryState.WITHDRAWN: ("withdraw",)}
        names = asking.get(EntryState(self.activity.state), ())
        return next((line for line in self.history if line.step.step in names), None)

    @cached_property
    def offers(self) -> list[Offer]:
        main = _MAIN.get(EntryState(self.activity.state), "reread")
        found = []
        for name in ON_PURPOSE:
            step = LIFE.by_name[name]
            is_moot = (name == "reread" and not self.is_unread) or (name == "redraft" and self._is_read_for_others)
            if self.activity.state in step.sources and not is_moot and ACTIVITIES.may(self.who, name, self.activity):
                found.append(Offer(step, self._step(name), not step.needs_reason, name == main))
        return found

    @property
    def main(self) -> Offer | None:
        stopped = self.lacks or (self.hiding_papers and self.activity.state != EntryState.DRAFT and self.is_agent)
        found = next((offer for offer in self.offers if offer.is_main), None)
        return None if found and stopped and found.step.name in ("propose", "publish") else found

    @property
    def others(self) -> list[Offer]:
        hidden = ("propose", "publish") if self.lacks else ()
        return [each for each in self.offers if not each.is_main and each.step.name not in hidden]

    @cached_property
    def may_delete(self) -> bool:
        return (
            self.activity.state == EntryState.DRAFT
            and not any(line.step.step not in ("create", "change") for line in self.history)
            and ACTIVITIES.may(self.who, "delete", self.activity)
        )

    @cached_property
    def squares(self) -> list[Square]:
        """Three squares: an entry that was sent back is on the first one again."""
        reached = {
            EntryState.DRAFT: 0,
            EntryState.TO_CHANGE: 0,
            EntryState.PROPOSED: 1,
            EntryState.PUBLISHED: 2,
            EntryState.STALE: 2,
        }.get(EntryState(self.activity.state), -1)
        return [Square(str(state.label), number < reached, number == reached) for number, state in enumerate(WAY)]

    @cached_property
    def history(self) -> list[HistoryLine]:
        return history_of(self.activity)

    @cached_property
    def slots(self) -> list[tuple[Slot, str]]:
        return [(slot, when(slot)) for slot in self.activity.slots.all()]

    @cached_property
    def adaptation(self) -> Adaptation | None:
        found = adaptation_of(self.activity)
        return found if is_said(found) else None

    @cached_property
    def adapted(self) -> list[str]:
        if (told := self.adaptation) is None:
            return []
        lists = ((Sensory, told.sensory), (Communication, told.communication), (Premises, told.premises))
        found = [str(each.label) for words, values in lists for each in words if each.value in values]
        if told.companion_is_free:
            found.append(_("accompagnant gratuit"))
        if told.has_trial:
            found.append(_("séance d’essai accompagnée"))
        if told.is_specialised:
            found.append(_("réservé aux personnes en situation de handicap"))
        return found

    @property
    def audiences(self) -> str:
        return ", ".join(str(each.label) for each in Public if each.value in self.activity.audiences)

    @property
    def levels(self) -> str:
        return ", ".join(str(each.label) for each in SchoolLevel if each.value in self.activity.levels)

    @property
    def pillars(self) -> str:
        return ", ".join(str(each.label) for each in Pillar if each.value in self.activity.pillars)

    @cached_property
    def verify_before(self) -> date | None:
        if self.activity.state != EntryState.PUBLISHED or self.activity.verified_on is None:
            return None
        (months,) = delays_on(self.activity.commune, self.today)[DelayKind.FRESHNESS]
        return months_later(self.activity.verified_on, months)

    def _proposed(self) -> Answer:
        if self.is_agent and self.hiding_papers:
            return Answer(_("Elle pourra être publiée quand ses pièces seront valables."), "warn")
        if self.is_agent:
            return Answer(_("À lire : c’est à vous de la publier, ou de dire ce qui est à changer."), "warn")
        return Answer(_("La ville lit votre fiche. Vous serez prévenu de sa réponse."), "warn")

    def _to_change(self) -> Answer:
        last = next((line for line in self.history if line.step.step in ("ask", "suspend")), None)
        if last is not None and last.step.step == "suspend":
            return Answer(_("Elle n’est plus montrée : une pièce de l’organisation n’est plus valable."), "stop")
        return Answer(_("La ville demande un changement avant de la publier."), "warn")

    def _published(self) -> Answer:
        if self.is_unread and self.is_agent:
            return Answer(_("Elle est publiée, et elle a changé depuis que la ville l’a lue."), "warn")
        day = {"day": long_date(self.verify_before)}
        return Answer(_("Les familles la voient. À vérifier avant le %(day)s.") % day, "good")

    def _section(self, section: str) -> str:
        if not self.may_edit:
            return ""
        return reverse("workspace:activity_section", args=[self.activity.slug, section])

    def _step(self, name: str) -> str:
        return reverse("workspace:activity_step", args=[self.activity.slug, STEP_SLUGS[name]])
