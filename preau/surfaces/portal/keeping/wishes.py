"""Campaigns: what was asked, what was answered, what was contested. Nothing of a draw before everybody is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.campaigns.appealing import still_due
from preau.offer.campaigns.criteria import KNOWN
from preau.offer.campaigns.enums import ApplicationState, CampaignState, RunKind
from preau.offer.campaigns.letters import cases_of
from preau.offer.campaigns.models import Appeal, Application, CaseExplanation, Letter, Override, RankedWish
from preau.offer.campaigns.replies import lines_of
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.telling import read_by
from preau.people.accounts.models import User
from preau.people.households.copying import Row, Tables
from preau.people.households.doors import homes_of
from preau.people.households.models import Child

_UNDER_WAY = (CampaignState.OPEN, CampaignState.CLOSED, CampaignState.DECIDED)


def _decided(application: Application) -> list[CaseExplanation]:
    kinds = (RunKind.OFFICIAL, RunKind.SECOND)
    return [case for kind in kinds for case in cases_of(application, kind)]


def _mine(account: User) -> Q:
    """What somebody contests stays between them and the town: the other home does not read it."""
    return Q(asked_by__account=account) | Q(asked_by__isnull=True, application__child__account=account)


def wishes_copied(account: User, children: Sequence[Child], on: date) -> Tables:
    """The facts held of a home are told to that home, and to no other."""
    homes = set(homes_of(account, on).values_list("pk", flat=True))
    rows = Application.objects.filter(child__in=children).select_related("child", "campaign")
    told = Q(application__child__in=children, application__campaign__state__in=RESULTS)
    with_names = ("application__child", "application__campaign")
    return {
        "voeux envoyes": [_asked(each, each.household_id in homes) for each in rows],
        "voeux": [
            {
                **_whose(each.application),
                "rang": str(each.rank),
                "demande": str(each.offer.unit.activity.title if each.offer else each.bundle),
                "une partie suffit": _("oui") if each.part_is_fine else _("non"),
            }
            for each in RankedWish.objects.filter(application__child__in=children).select_related(
                *with_names, "offer__unit__activity", "bundle"
            )
        ],
        "reponses aux voeux": [
            {**_whose(each), "rang": str(case.rank), "réponse": "\n".join((first, *others))}
            for each in rows
            if each.campaign.state in RESULTS
            for case, first, others in read_by(_decided(each), sees_home=each.household_id in homes)
        ],
        "derogations": [
            {
                **_whose(each.application),
                "ce que la ville a écrit": "\n".join(lines_of(each, sees_home=each.application.household_id in homes)),
                "signée le": _moment(each.signed_at),
            }
            for each in Override.objects.filter(told, signed_at__isnull=False).select_related(*with_names)
        ],
        "lettres postees": [
            {**_whose(each.application), "lettre": each.get_subject_display(), "postée le": _moment(each.posted_at)}
            for each in Letter.objects.filter(told, adult__account=account).select_related(*with_names)
        ],
        "recours": [
            {
                **_whose(each.application),
                "devant": each.get_kind_display(),
                "reçu le": each.received_on.isoformat(),
                "ce que vous avez écrit": each.words,
                "réponse due le": each.due_on.isoformat(),
                "réponse": each.outcome,
            }
            for each in Appeal.objects.filter(told, _mine(account)).select_related(*with_names)
        ],
    }


def wishes_binding(children: Sequence[Child], on: date) -> Iterable[str]:
    """A draw must not lose one of those it was promised to; an appeal is answered before its file goes."""
    sent = Application.objects.filter(child__in=children, state=ApplicationState.SENT)
    for each in sent.filter(campaign__state__in=_UNDER_WAY).select_related("child", "campaign"):
        said = {"name": each.child.first_name, "what": each.campaign.title}
        yield _("les vœux de %(name)s attendent leur réponse : %(what)s") % said
    open_ones = still_due().filter(application__child__in=children)
    for appeal in open_ones:
        said = {"name": appeal.application.child.first_name, "what": appeal.application.campaign.title}
        yield _("un recours pour %(name)s attend sa réponse : %(what)s") % said


def _asked(application: Application, is_our_home: bool) -> Row:
    sources = (application.facts or {}).get("sources", {}) if is_our_home else {}
    has_result = application.campaign.state in RESULTS
    return {
        **_whose(application),
        "état": application.get_state_display(),
        "commencés le": _moment(application.started_at),
        "envoyés le": _moment(application.sent_at),
        "activités au plus": str(application.most),
        "code dans le fichier publié": application.code if has_result and is_our_home else "",
        "ce que la ville a retenu": ", ".join(
            f"{KNOWN[code].words} ({source})" for code, source in sources.items() if code in KNOWN and has_result
        ),
    }


def _whose(application: Application) -> Row:
    return {"enfant": str(application.child), "campagne": application.campaign.title}


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).isoformat(timespec="minutes") if at else ""
