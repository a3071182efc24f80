"""Appeals at the desk: those that are due, what came on paper, the answer in writing and where it may lead."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from preau.foundation.lifecycle import NotNow
from preau.offer.campaigns.addressing import addressees
from preau.offer.campaigns.appealing import answer_appeal, contest, note_outside
from preau.offer.campaigns.enums import AppealKind, AppealResult
from preau.offer.campaigns.errors import NotReady
from preau.offer.campaigns.letters import told_cases, told_of, write_letter
from preau.offer.campaigns.models import Appeal, Application
from preau.offer.campaigns.overriding import Concerned
from preau.offer.campaigns.permissions import APPEALS
from preau.offer.campaigns.replies import receipt_letter
from preau.people.households.enums import Channel, FilePart, MandateScope
from preau.people.households.models import Adult, Guardian
from preau.people.households.readings import read_file
from preau.people.households.rights import RIGHTS, Act
from preau.surfaces.shell.access import recording_readings
from preau.surfaces.shell.request import actor, hand, load, require
from preau.surfaces.workspace.campaigns.applications import as_pdf, load_decided
from preau.surfaces.workspace.campaigns.doors import the_campaign
from preau.surfaces.workspace.campaigns.replyforms import AnswerForm, AppealForm
from preau.surfaces.workspace.families.acting import NotActing, acting_for

MOST = 200
_WITH = ("application__child", "application__campaign", "asked_by", "answered_by", "override")


@require_safe
def campaign_appeals(request: HttpRequest, slug: str) -> HttpResponse:
    """What is due first comes first."""
    found = the_campaign(request, slug)
    require(request, APPEALS, "read")
    rows = list(Appeal.objects.filter(application__campaign=found).select_related(*_WITH)[:MOST])
    due = [each for each in rows if each.is_open]
    context = {"campaign": found, "due": due, "over": [each for each in rows if not each.is_open]}
    return render(request, "workspace/campaigns/appeals.html", context | {"today": timezone.localdate()})


@require_http_methods(["GET", "HEAD", "POST"])
def application_appeal(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Said at the counter or by phone under a mandate, received by post, or sent by an outside body."""
    application = load_decided(request, slug, key)
    require(request, APPEALS, "record")
    people, channel = _askers(request, application)
    form = AppealForm(request.POST if request.method == "POST" else None, people=people, today=timezone.localdate())
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = _record(request, application, form, people, channel)
        except NotReady as wrong:
            problems = wrong.sentences
        else:
            messages.success(request, _("Le recours est enregistré, avec le jour où la réponse est due."))
            return redirect("workspace:campaign_appeal", application.campaign.slug, made.key)
    context = {
        "campaign": application.campaign,
        "application": application,
        "form": form,
        "problems": problems,
        "channel": channel,
        "people": people,
    }
    status = 422 if problems or form.errors else 200
    return render(request, "workspace/campaigns/appeal_recording.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def campaign_appeal(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """What the family says, beside what it was told; then the answer, once."""
    appeal = load_appeal(request, slug, key)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        require(request, APPEALS, "answer")
        try:
            answer_appeal(appeal, **form.cleaned_data, hand=hand(request))
        except NotReady as wrong:
            problems = wrong.sentences
        except NotNow:
            problems = [_("Ce recours est déjà répondu ou retiré : votre texte n’est pas envoyé.")]
        except Concerned:
            problems = [_("Vous avez un enfant dans cette campagne : une autre personne doit répondre.")]
        else:
            messages.success(request, _("La réponse est écrite : la famille est prévenue qu’elle l’attend."))
            return redirect("workspace:campaign_appeal", slug, key)
    context = {
        "campaign": appeal.application.campaign,
        "appeal": appeal,
        "application": appeal.application,
        "told": told_of(told_cases(appeal.application)),
        "form": form,
        "problems": problems,
        "is_upheld": appeal.result == AppealResult.UPHELD,
        "today": timezone.localdate(),
    }
    return render(request, "workspace/campaigns/appeal.html", context, status=422 if problems or form.errors else 200)


@require_safe
def appeal_receipt(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """Printed for whoever is there, or put in the post."""
    appeal = load_appeal(request, slug, key, reviewed=True)
    application = load_decided(request, slug, appeal.application.key)
    assert appeal.asked_by is not None  # noqa: S101  only those are loaded
    to = addressees([(application, appeal.asked_by)], timezone.localdate())[0]
    return as_pdf(write_letter(receipt_letter(appeal, application, to)), "recepisse")


def load_appeal(request: HttpRequest, slug: str, key: UUID, *, reviewed: bool = False) -> Appeal:
    """``reviewed``: only one that an adult asked of the town."""
    campaign = the_campaign(request, slug)
    rows = Appeal.objects.filter(application__campaign=campaign).select_related(*_WITH)
    if reviewed:
        rows = rows.filter(kind=AppealKind.REVIEW, asked_by__isnull=False)
    appeal = load(request, APPEALS, "read", rows, key=key)
    with recording_readings():
        read_file(appeal.application.child, part=FilePart.PLACES, who=actor(request), hand=hand(request))
    return appeal


def _askers(request: HttpRequest, application: Application) -> tuple[dict[str, Adult], Channel]:
    """The person being helped, under a mandate; otherwise whoever could have signed a letter."""
    try:
        helped = acting_for(request, application.child, MandateScope.CAMPAIGN)
    except NotActing:
        links = Guardian.objects.on(timezone.localdate()).filter(child=application.child, adult__erased_on__isnull=True)
        blocked = links.filter(rights="blocked").values("adult")
        able = links.filter(rights__in=RIGHTS[Act.REGISTER]).exclude(adult__in=blocked).select_related("adult")
        return {str(each.adult.key): each.adult for each in able}, Channel.PAPER
    return {str(helped.principal.key): helped.principal}, helped.channel


def _record(
    request: HttpRequest, application: Application, form: AppealForm, people: dict[str, Adult], channel: Channel
) -> Appeal:
    typed = form.cleaned_data
    if typed["kind"] == AppealKind.REVIEW:
        return contest(
            application,
            ground=typed["ground"],
            words=typed["words"],
            asked_by=people[typed["asked_by"]],
            channel=channel,
            received_on=typed["received_on"],
            hand=hand(request),
        )
    return note_outside(
        application,
        kind=typed["kind"],
        words=typed["words"],
        received_on=typed["received_on"],
        due_on=typed["due_on"],
        hand=hand(request),
    )
