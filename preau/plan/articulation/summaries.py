"""A side writes its two pages, shows them to the other, and is told when they were opened.

``path`` is the address where those who are told will land.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.notices.enums import NoticeKind
from preau.people.organisations.models import Organisation

from .content import Content, lacking_to_publish
from .enums import Side
from .errors import NothingToPublish, NotReady, SummaryChanged
from .models import ProjectSummary, SitePair, SummaryPeriod, SummarySeen
from .pairs import hold_pair
from .telling import tell


@transaction.atomic
def write_summary(pair: SitePair, side: Side, content: Content, *, seen_revision: int, hand: Hand) -> ProjectSummary:
    """Keeps a draft, which its own side alone reads. What is published stays as it is.

    ``seen_revision`` is that of what the person had on the screen, 0 for nothing. Raises SummaryChanged.
    """
    hold_pair(pair)
    last = _last(pair, side)
    _check_seen(last, seen_revision)
    if last is not None and last.content == content:
        return last
    draft = last if last is not None and not last.is_published else ProjectSummary(pair=pair, side=side)
    draft.version = draft.version or (last.version + 1 if last else 1)
    draft.revision = seen_revision + 1
    draft.text, draft.themes = content.text, sorted(content.themes)
    draft.priorities = [[each.title, each.detail] for each in content.priorities]
    draft.changed_at, draft.changed_by = hand.now, hand.by
    draft.save()
    _write_periods(draft, content)
    details = {"side": str(side), "version": draft.version, "revision": draft.revision}
    record("summary.written", draft, by=hand.by_id, now=hand.now, details=details)
    return draft


@transaction.atomic
def publish_summary(pair: SitePair, side: Side, *, seen_revision: int, hand: Hand, path: str) -> ProjectSummary:
    """From now on everybody of the plan reads it, and it no longer changes. Tells the other side.

    Raises NothingToPublish, SummaryChanged, NotReady.
    """
    held = hold_pair(pair)
    draft = _last(held, side)
    if draft is None or draft.is_published:
        raise NothingToPublish
    _check_seen(draft, seen_revision)
    if lacks := lacking_to_publish(draft.content):
        raise NotReady(lacks)
    draft.published_at, draft.published_by = hand.now, hand.by
    draft.save(update_fields=["published_at", "published_by"])
    details = {"side": str(side), "version": draft.version}
    record("summary.published", draft, by=hand.by_id, now=hand.now, details=details)
    title = published_title(side, held.site.name, is_first=draft.version == 1)
    tell(held.side(side.other), kind=NoticeKind.CHANGED, subject=held, title=title, path=path, hand=hand)
    return draft


@transaction.atomic
def open_summary(summary: ProjectSummary, *, organisation: Organisation, hand: Hand) -> None:
    """Somebody of the other side opens it; the first time counts."""
    _, is_first = SummarySeen.objects.get_or_create(
        summary=summary, by=hand.by, defaults={"organisation": organisation, "at": hand.now}
    )
    if is_first:
        record("summary.opened", summary, by=hand.by_id, now=hand.now, details={"version": summary.version})


def published_title(side: Side, site: str, *, is_first: bool) -> str:
    if side == Side.SCHOOL:
        words = _("Le projet de l’école est à lire") if is_first else _("Le projet de l’école a changé")
    else:
        words = _("Le projet de l’accueil est à lire") if is_first else _("Le projet de l’accueil a changé")
    return f"{words} · {site}"


def _last(pair: SitePair, side: Side) -> ProjectSummary | None:
    """The draft where there is one, else what was published last."""
    return pair.summaries.filter(side=side).order_by("-version").first()


def _check_seen(last: ProjectSummary | None, seen_revision: int) -> None:
    if (last.revision if last else 0) != seen_revision:
        raise SummaryChanged(last)


def _write_periods(draft: ProjectSummary, content: Content) -> None:
    draft.periods.all().delete()
    SummaryPeriod.objects.bulk_create(
        SummaryPeriod(
            summary=draft,
            number=each.number,
            name=each.name,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            theme=each.theme,
            subject=each.subject,
        )
        for each in content.periods
    )
