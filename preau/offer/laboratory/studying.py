"""A study from its question to its document: asked, computed in the background, cancelled, asked again, removed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from preau.offer.allocation.errors import BadFile
from preau.offer.allocation.writing import sha256
from preau.offer.campaigns.criteria import KNOWN, allowed
from preau.offer.campaigns.enums import ApplicationState, RunKind
from preau.offer.campaigns.models import AllocationCampaign
from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.people.smallnumbers.deciding import small_numbers_on

from .computing import Demand, study_of
from .demands import MADE_UP, Invention, invented, replayed
from .enums import StudySource, StudyState
from .errors import StudyRefused, StudyStopped
from .models import RuleStudy
from .rulesets import RuleSet
from .terms import Terms, terms_on

ENDED = (StudyState.DONE, StudyState.FAILED, StudyState.CANCELLED)
AT_WORK = (StudyState.WAITING, StudyState.RUNNING)


@transaction.atomic
def ask_study(
    commune: Commune,
    *,
    title: str,
    rule_sets: Sequence[RuleSet],
    campaign: AllocationCampaign | None = None,
    invention: Invention | None = None,
    seed: str = "",
    hand: Hand,
) -> RuleStudy:
    """Raises StudyRefused. With ``campaign``, the rules that it voted are tried beside the others."""
    terms = terms_of(commune, hand.now)
    if campaign is not None:
        rule_sets = [voted(campaign), *rule_sets]
    told = None if campaign else invention or Invention()
    if wrong := _wrong(rule_sets, campaign, told, terms):
        raise StudyRefused(wrong)
    _wait_for_room(commune, hand)
    study = RuleStudy.objects.create(
        commune=commune,
        title=title.strip(),
        source=StudySource.REPLAY if campaign else StudySource.SYNTHETIC,
        campaign=campaign,
        invention=told.to_json() if told else {},
        rule_sets=[each.to_json() for each in rule_sets],
        draws=terms.draws,
        seed=seed or secrets.token_hex(16),
        by=hand.by,
        asked_at=hand.now,
    )
    record("study.asked", study, by=hand.by_id, now=hand.now, details={"source": study.source})
    return study


def carry_out(study: RuleStudy, *, clock: Callable[[], datetime]) -> None:
    """Computes a study that waits; nothing when somebody else does already, or cancelled it."""
    waiting = RuleStudy.objects.filter(pk=study.pk, state=StudyState.WAITING)
    if not waiting.update(state=StudyState.RUNNING, beat_at=clock(), progress=0):
        return
    running = RuleStudy.objects.filter(pk=study.pk, state=StudyState.RUNNING)
    try:
        with override("fr"):
            document, fingerprint = compute(study, after_draw=_Beat(study, clock))
    except StudyStopped:
        return
    except (StudyRefused, BadFile) as bad:
        sentence = str(bad) if isinstance(bad, StudyRefused) else bad.sentence
        running.update(state=StudyState.FAILED, error=sentence[:300], ended_at=clock())
    except BaseException:
        running.update(state=StudyState.FAILED, error=silent_sentence(), ended_at=clock())
        raise
    else:
        running.update(
            state=StudyState.DONE,
            progress=100,
            input_hash=fingerprint,
            result_hash=sha256(document),
            document=document,
            ended_at=clock(),
        )


def compute(study: RuleStudy, *, after_draw: Callable[[], object] = lambda: None) -> tuple[str, str]:
    """The document and the fingerprint of the wishes: the same each time, as long as these are the same.

    Raises StudyRefused.
    """
    terms = terms_of(study.commune, study.asked_at)
    demand = demand_of(study)
    if len(demand.problem.applications) < terms.share:
        raise StudyRefused([_few_sentence(terms)])
    rule_sets = [RuleSet.from_json(each) for each in study.rule_sets]
    document = study_of(demand, rule_sets, seed=study.seed, draws=study.draws, terms=terms, after_draw=after_draw)
    return document, demand.fingerprint


def demand_of(study: RuleStudy) -> Demand:
    if study.campaign is not None:
        return replayed(study.campaign)
    return invented(Invention(**study.invention), seed=study.seed)


@transaction.atomic
def cancel_study(study: RuleStudy, *, hand: Hand) -> bool:
    """Whoever computes it sees it at the next draw. False when there was nothing left to cancel."""
    done = RuleStudy.objects.filter(pk=study.pk, state__in=AT_WORK)
    if not done.update(state=StudyState.CANCELLED, ended_at=hand.now):
        return False
    record("study.cancelled", study, by=hand.by_id, now=hand.now)
    return True


@transaction.atomic
def ask_again(study: RuleStudy, *, hand: Hand) -> bool:
    """The same question with the same seed: after it stopped, was cancelled, or once its answer is of another day. What
    was found stays until something else is. Raises StudyRefused."""
    _wait_for_room(study.commune, hand)
    stopped = RuleStudy.objects.filter(pk=study.pk, state__in=ENDED)
    if not stopped.update(state=StudyState.WAITING, error="", progress=0, ended_at=None, asked_at=hand.now):
        return False
    record("study.asked", study, by=hand.by_id, now=hand.now, details={"source": study.source, "again": True})
    return True


@transaction.atomic
def remove_study(study: RuleStudy, *, hand: Hand) -> bool:
    """False while it is computed."""
    if RuleStudy.objects.filter(pk=study.pk, state__in=AT_WORK).exists():
        return False
    record("study.removed", study, by=hand.by_id, now=hand.now, details={"title": study.title})
    study.delete()
    return True


def settle_silent(commune: Commune, *, now: datetime) -> int:
    """Studies whose program is no more are told so."""
    running = RuleStudy.objects.filter(commune=commune, state=StudyState.RUNNING)
    silent = [each.pk for each in running if each.is_silent(now)]
    return RuleStudy.objects.filter(pk__in=silent).update(
        state=StudyState.FAILED, error=silent_sentence(), ended_at=now
    )


def silent_sentence() -> str:
    return _("Le calcul s’est arrêté avant la fin (coupure, redémarrage) : recommencez-le.")


def terms_of(commune: Commune, at: datetime) -> Terms:
    day = timezone.localdate(at)
    return terms_on(day, small_numbers_on(commune, day))


def _wait_for_room(commune: Commune, hand: Hand) -> None:
    """Studies of a town are asked one after the other, and few are computed at a time."""
    most = terms_of(commune, hand.now).at_once
    Commune.objects.select_for_update(no_key=True).get(pk=commune.pk)
    settle_silent(commune, now=hand.now)
    if RuleStudy.objects.filter(commune=commune, state__in=AT_WORK).count() >= most:
        sentence = _("%(n)s études sont déjà en calcul : attendez qu’une se termine, ou annulez-en une.")
        raise StudyRefused([sentence % {"n": most}])


def voted(campaign: AllocationCampaign) -> RuleSet:
    """What the council voted for a campaign, as a set of rules among others."""
    return RuleSet(
        name="Règles votées",
        classes=tuple(tuple(sorted(rule.criteria)) for rule in campaign.priority_rules.order_by("rank")),
        first_activity_first=campaign.first_activity_first,
        keeps_reserves=True,
    )


def _wrong(
    rule_sets: Sequence[RuleSet], campaign: AllocationCampaign | None, told: Invention | None, terms: Terms
) -> list[str]:
    wrong = []
    if not rule_sets:
        wrong.append(_("Décrivez au moins un jeu de règles."))
    if len(rule_sets) > terms.rule_sets:
        sentence = _("Quatre jeux de règles au plus, celui qui a été voté compris : au-delà, personne ne compare plus.")
        wrong.append(sentence)
    names = [each.name.strip().lower() for each in rule_sets]
    if len(set(names)) < len(names):
        wrong.append(_("Deux jeux de règles portent le même nom."))
    if campaign is not None:
        wrong += _wrong_campaign(campaign, terms)
    known = allowed(campaign.legal_profile).keys() if campaign else MADE_UP
    for code in sorted({code for each in rule_sets for code in each.criteria} - set(known)):
        words = KNOWN[code].words if code in KNOWN else code
        sentence = (
            _("« les enfants qui %(words)s » : ce service ne peut pas employer ce critère.")
            if campaign
            else _(
                "« les enfants qui %(words)s » : une population inventée n’en sait rien. Rejouez une vraie campagne."
            )
        )
        wrong.append(sentence % {"words": words})
    if told is not None:
        wrong += _wrong_invention(told, terms)
    return wrong


def _wrong_campaign(campaign: AllocationCampaign, terms: Terms) -> list[str]:
    """Known at once: nobody waits for a computation that would tell nothing."""
    if not campaign.runs.filter(kind=RunKind.OFFICIAL).exists():
        return [_("Cette campagne n’a pas encore donné ses places : elle ne peut pas être rejouée.")]
    few = campaign.applications.filter(state=ApplicationState.SENT).count() < terms.share
    return [_few_sentence(terms)] if few else []


def _few_sentence(terms: Terms) -> str:
    sentence = _("Il faut au moins %(n)s demandes pour parler de groupes sans désigner personne.")
    return sentence % {"n": terms.share}


def _wrong_invention(told: Invention, terms: Terms) -> list[str]:
    wrong = []
    if not terms.share <= told.children <= terms.children:
        sentence = _("Une population inventée compte de %(few)s à %(many)s enfants.")
        wrong.append(sentence % {"few": terms.share, "many": terms.children})
    if not 1 <= told.offers <= terms.offers:
        wrong.append(_("Une population inventée a de 1 à %(many)s activités.") % {"many": terms.offers})
    if not all(0 <= each <= 100 for each in (told.new, told.second, told.inclusion)) or not 1 <= told.places_for <= 200:
        wrong.append(_("Les parts vont de 0 à 100 enfants sur cent, les places de 1 à 200 pour cent enfants."))
    return wrong


class _Beat:
    """After each draw; writes when the percentage moves, and finds out then whether somebody cancelled."""

    def __init__(self, study: RuleStudy, clock: Callable[[], datetime]) -> None:
        self.pk, self.clock = study.pk, clock
        self.done, self.all, self.told = 0, study.draws * len(study.rule_sets), 0

    def __call__(self) -> None:
        self.done += 1
        percent = min(99, self.done * 100 // self.all)
        if percent == self.told:
            return
        self.told = percent
        running = RuleStudy.objects.filter(pk=self.pk, state=StudyState.RUNNING)
        if not running.update(progress=percent, beat_at=self.clock()):
            raise StudyStopped
