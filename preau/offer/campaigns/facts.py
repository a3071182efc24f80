"""What may be counted of campaigns: what was asked for, what came of it, what was contested.

Which criteria a child holds never leaves, nor the class it was drawn in: a rank of priority may tell a disability.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Subquery, Sum
from django.utils import timezone

from preau.foundation.facts import CHUNK, Fact, Kind, band, choice, code, count, day, pseudonym, whole

from .enums import CampaignState, RunKind
from .models import AllocationCampaign, Appeal, Application, CampaignStep, CaseExplanation, Override, RankedWish


def _years(today: date) -> Collection[int]:
    return set(AllocationCampaign.objects.order_by().values_list("school_year", flat=True).distinct())


def _campaigns(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    reached = CampaignStep.objects.filter(campaign=OuterRef("pk"), to_state=CampaignState.NOTIFIED).order_by("at")
    announced = CampaignStep.objects.filter(campaign=OuterRef("pk"), to_state=CampaignState.ANNOUNCED).order_by("at")
    offers = AllocationCampaign.objects.annotate(n=Count("offers"), seats=Sum("offers__seats")).filter(
        pk=OuterRef("pk")
    )
    rows = AllocationCampaign.objects.filter(school_year=year).order_by("pk")
    for each in rows.select_related("organisation").annotate(
        told=Subquery(reached.values("at")[:1]),
        announced=Subquery(announced.values("at")[:1]),
        offered=Subquery(offers.values("n")),
        seats=Subquery(offers.values("seats")),
    ):
        yield (
            each.pk,
            each.school_year,
            each.organisation.slug,
            each.legal_profile,
            each.state,
            timezone.localdate(each.opens_at),
            timezone.localdate(each.closes_at),
            timezone.localdate(each.told) if each.told else None,
            each.offered,
            each.seats or 0,
            timezone.localdate(each.announced) if each.announced else None,
        )


def _wishes(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = RankedWish.objects.filter(application__campaign__school_year=year, application__child__erased_on=None)
    case = CaseExplanation.objects.filter(application=OuterRef("application"), rank=OuterRef("rank")).order_by("pk")
    official, second = case.filter(run__kind=RunKind.OFFICIAL), case.filter(run__kind=RunKind.SECOND)
    told = rows.order_by("pk").annotate(
        result=Subquery(official.values("result")[:1]),
        reason=Subquery(official.values("reason")[:1]),
        later=Subquery(second.values("result")[:1]),
    )
    for child, campaign, state, channel, rank, activity, bundle, result, reason, later in told.values_list(
        "application__child",
        "application__campaign",
        "application__state",
        "application__channel",
        "rank",
        "offer__unit__activity",
        "bundle",
        "result",
        "reason",
        "later",
    ).iterator(chunk_size=CHUNK):
        yield (
            child,
            campaign,
            year,
            state,
            channel,
            rank,
            activity,
            bundle is not None,
            result or "",
            reason or "",
            later or "",
        )


def _appeals(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in (
        Appeal.objects.filter(application__campaign__school_year=year)
        .select_related("application")
        .order_by("pk")
        .iterator(chunk_size=CHUNK)
    ):
        days = (each.answered_on - each.received_on).days if each.answered_on else None
        yield each.application.campaign_id, year, each.kind, each.ground, each.result, days, each.is_late


def _exceptions(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = Override.objects.filter(campaign__school_year=year)
    yield from rows.order_by("pk").values_list("campaign", "campaign__school_year", "reason", "state", "seat")


def _applications(year: int, today: date) -> Iterator[tuple[Any, ...]]:
    rows = Application.objects.filter(campaign__school_year=year, child__erased_on=None).order_by("pk")
    for each in rows.iterator(chunk_size=CHUNK):
        sent = each.sent_at
        yield (
            each.child_id,
            each.campaign_id,
            year,
            each.state,
            each.channel,
            timezone.localdate(each.started_at),
            timezone.localdate(sent) if sent else None,
            int((sent - each.started_at).total_seconds() // 60) if sent else None,
        )


_CAMPAIGN = whole("campaign", "campaigns.AllocationCampaign.id", sentence="key of the campaign")
_YEAR = whole("school_year", "campaigns.AllocationCampaign.school_year", sentence="the year whose places it gives")

CAMPAIGNS = Fact(
    "campaigns",
    "One row for each campaign.",
    (
        _CAMPAIGN,
        _YEAR,
        code("organisation", "organisations.Organisation.slug", sentence="who runs it"),
        code("profile", "campaigns.AllocationCampaign.legal_profile", sentence="a value of LegalProfile"),
        code("state", "campaigns.AllocationCampaign.state", sentence="a value of CampaignState"),
        day("opens_on", "campaigns.AllocationCampaign.opens_at", sentence="families may rank from that day"),
        day("closes_on", "campaigns.AllocationCampaign.closes_at", sentence="to that one"),
        day("told_on", "campaigns.CampaignStep.at", sentence="when all families were told the result"),
        count("offers", "campaigns.CampaignOffer.id", sentence="groups whose places it gives"),
        whole("seats", "campaigns.CampaignOffer.seats", sentence="their places"),
        day("announced_on", "campaigns.CampaignStep.at", sentence="when families were first told of it"),
    ),
    rows=_campaigns,
    years=_years,
)

WISHES = Fact(
    "wishes",
    "One row for each wish of a child.",
    (
        pseudonym("child", "campaigns.Application.child", of="child", sentence="stands for the child"),
        _CAMPAIGN,
        _YEAR,
        code("state", "campaigns.Application.state", sentence="draft, sent or withdrawn; only sent ones are drawn"),
        code("channel", "campaigns.Application.channel", sentence="by which door it came"),
        choice("rank", "campaigns.RankedWish.rank", sentence="1 is what the family wants most", kind=Kind.WHOLE),
        choice("activity", "campaigns.RankedWish.offer", sentence="key of the entry, or nothing", kind=Kind.WHOLE),
        choice("several", "campaigns.RankedWish.bundle", sentence="several groups asked for as one", kind=Kind.FLAG),
        choice("result", "campaigns.CaseExplanation.result", sentence="a value of Result; empty before the draw"),
        choice("reason", "campaigns.CaseExplanation.reason", sentence="a value of Reason"),
        choice("second_result", "campaigns.CaseExplanation.result", sentence="that of the second round, or empty"),
    ),
    rows=_wishes,
    years=_years,
)

APPLICATIONS = Fact(
    "applications",
    "One row for each list of wishes that a family began.",
    (
        pseudonym("child", "campaigns.Application.child", of="child", sentence="stands for the child"),
        _CAMPAIGN,
        _YEAR,
        code("state", "campaigns.Application.state", sentence="draft, sent or withdrawn"),
        code("channel", "campaigns.Application.channel", sentence="by which door it came"),
        day("started_on", "campaigns.Application.started_at", sentence="when it was begun"),
        day("sent_on", "campaigns.Application.sent_at", sentence="when it was sent, or nothing"),
        band(
            "minutes_to_send",
            "campaigns.Application.started_at",
            "campaigns.Application.sent_at",
            kind=Kind.WHOLE,
            sentence="from its beginning to its sending; nothing: not sent",
        ),
    ),
    rows=_applications,
    years=_years,
)

APPEALS = Fact(
    "appeals",
    "One row for each decision contested, without whose it was.",
    (
        _CAMPAIGN,
        _YEAR,
        choice("kind", "campaigns.Appeal.kind", sentence="before the town, the defender or the court"),
        choice("ground", "campaigns.Appeal.ground", sentence="what the family says is wrong"),
        choice("result", "campaigns.Appeal.result", sentence="upheld, confirmed, or empty"),
        band(
            "days",
            "campaigns.Appeal.received_on",
            "campaigns.Appeal.answered_on",
            kind=Kind.WHOLE,
            sentence="days until the answer; nothing: not answered",
        ),
        choice("late", "campaigns.Appeal.is_late", sentence="asked after the delay", kind=Kind.FLAG),
    ),
    rows=_appeals,
    years=_years,
)

EXCEPTIONS = Fact(
    "exceptions",
    "One row for each place given outside the order, without to whom.",
    (
        _CAMPAIGN,
        _YEAR,
        choice("reason", "campaigns.Override.reason", sentence="a value of OverrideReason"),
        choice("state", "campaigns.Override.state", sentence="a value of OverrideState"),
        choice("seat", "campaigns.Override.seat", sentence="where the place came from"),
    ),
    rows=_exceptions,
    years=_years,
)

FACTS = (CAMPAIGNS, WISHES, APPLICATIONS, APPEALS, EXCEPTIONS)
