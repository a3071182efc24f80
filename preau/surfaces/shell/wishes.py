"""One list of wishes as a form carries it, the same at home and at the counter: each button saves, nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from preau.offer.campaigns.choices import choices_for, drawn
from preau.offer.campaigns.enums import ApplicationState, CampaignState
from preau.offer.campaigns.errors import ApplicationConflict, WindowClosed, WrongWish
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.ordering import facts_of, lines_of, moved
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.terms import terms_on
from preau.offer.campaigns.wishing import save, start
from preau.people.accounts.hand import Hand
from preau.people.households.enums import Channel
from preau.surfaces.shell.request import hand


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds, kept whatever happens to it."""

    lines: list[str]
    parts: list[str]
    most: int
    together: bool
    version: int


def typed(request: HttpRequest) -> Typed:
    form = request.POST
    lines = moved(form.getlist("wish")[:200], form.get("do", ""))
    return Typed(
        lines, form.getlist("part"), _number(form.get("most")), "together" in form, _number(form.get("version"))
    )


def kept(application: Application | None) -> Typed:
    if application is None:
        return Typed([], [], 1, True, 1)
    rows = list(application.wishes.all())
    parts = [f"b{each.bundle_id}" for each in rows if each.part_is_fine]
    return Typed(lines_of(rows), parts, application.most, application.together, application.version)


def keep(request: HttpRequest, application: Application, form: Typed) -> tuple[Application, str]:
    """Starts the application if it is new, and saves its wishes. Gives what is wrong, in one sentence, or nothing."""
    who = hand(request)
    if application.household is None:
        return application, _(
            "Aucun de vos foyers n’est un foyer de cet enfant. L’accueil des familles peut mettre son dossier à jour."
        )
    try:
        if application.pk is None:
            application = start(
                application.campaign,
                child=application.child,
                household=application.household,
                asked_by=application.asked_by,
                channel=Channel(application.channel),
                hand=who,
            )
        save(
            application,
            facts_of(form.lines, form.parts),
            seen_version=form.version,
            most=form.most,
            together=form.together,
            hand=who,
        )
    except WindowClosed:
        return application, window_is_closed()
    except WrongWish as wrong:
        return application, wrong.sentence
    except ApplicationConflict as met:
        return met.application, _(  # type: ignore[return-value]
            "Un autre responsable a changé ces vœux pendant que vous écriviez. Votre liste est gardée ci-dessous : "
            "enregistrez-la pour qu’elle remplace la sienne, ou rechargez la page pour garder la sienne."
        )
    return application, ""


def is_open(campaign: AllocationCampaign) -> bool:
    return campaign.state == CampaignState.OPEN and campaign.opens_at <= timezone.now() < campaign.closes_at


def drawing(
    application: Application, form: Typed, *, may_write: bool, hand: Hand, sees_price: bool
) -> dict[str, object]:
    """What the page shows: the lines in order, what may be added, and what could never be given."""
    campaign, choices = application.campaign, choices_for(application, hand, sees_price=sees_price)
    lines = drawn(form.lines, choices, form.parts, campaign.travel_minutes)
    written = {line.choice.word for line in lines}
    free = [each for each in choices.values() if each.word not in written]
    return {
        "campaign": campaign,
        "child": application.child,
        "application": application,
        "typed": form,
        "lines": lines,
        "addable": [each for each in free if not each.why_not],
        "never": [each for each in free if each.why_not],
        "mosts": range(1, max(len(lines), 1, form.most) + 1),
        "limit": terms_on(campaign.commune_id, timezone.localdate()).wishes,
        "is_open": is_open(campaign),
        "is_sent": application.state == ApplicationState.SENT,
        "may_write": may_write and is_open(campaign),
        "has_answers": campaign.state in RESULTS,
        "accompanied": _accompanied(application),
        "homes": [],
        "is_ours": True,
        "has_other_home": False,
    }


def _accompanied(application: Application) -> list[str]:
    """Where the team decided that the child comes with somebody: who asks reads it before the draw does."""
    if application.pk is None:
        return []
    return list(application.accompanied.values_list("unit__activity__title", flat=True))


def window_is_closed() -> str:
    return _("Les vœux ne s’écrivent pas maintenant : voyez les dates de la campagne.")


def _number(word: str | None) -> int:
    return int(word) if word and word.isascii() and word.isdecimal() and len(word) < 5 else 1
