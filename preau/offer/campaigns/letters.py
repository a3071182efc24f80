"""The answer as a letter: tagged PDF, in plain French, written from what was kept at the decision (brief, f.5).

One letter, or many in one document: each has its own pages, its own address, its own numbering.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from preau.foundation.design.templatetags.preau_design import typo
from preau.foundation.pdf import typeset
from preau.foundation.pdf.codes import qr_svg
from preau.foundation.text.days import french_day

from .addressing import Addressee
from .enums import RunKind
from .models import AllocationCampaign, AllocationRun, Application, CampaignOffer, CaseExplanation
from .telling import name_of, read_by
from .terms import terms_on
from .wording import Way, contact_of, known_of, notice_of, told_on, told_to, ways_of

_TEMPLATE = Path(__file__).with_name("letter.typ")
_SEATED = ("open_seat", "reserved_seat", "released_seat")
AT_ONCE = 40
"""Letters of one document: its making takes a known time and a known memory."""


@dataclass(frozen=True, slots=True)
class Told:
    """One wish: the sentence of its result, then its reasons."""

    head: str
    good: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    words: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    wishes: tuple[Told, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter before it is drawn. ``slip``: lines to tick and send back; ``code``: an address for a camera."""

    sender: tuple[str, ...]
    to: Addressee
    place: str
    reference: str
    title: str
    hello: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    signed: str
    slip: tuple[str, ...] = ()
    slip_head: str = ""
    code: str = ""


def decision_letter(application: Application, to: Addressee) -> Sheet:
    """``application`` with its campaign, child and home; the campaign was told."""
    campaign = application.campaign
    with override("fr"):
        told_day = told_to(application)
        cases = told_cases(application)
        offered = _offered(cases)
        return Sheet(
            sender=sender_of(campaign),
            to=to,
            place=f"{campaign.commune.name}, le {french_day(told_day)}",
            reference=reference_of(application, to),
            title=_headline(application, offered, cases),
            hello=hello(to),
            lead=_lead(campaign, told_day, offered, cases),
            sections=(
                Section(_("Vœu par vœu, et pourquoi"), wishes=told_of(cases, sees_home=to.sees_home)),
                *known_section(application, to),
                Section(_("Comment cette décision a été prise"), words=tuple(notice_of(campaign))),
                Section(_("Si vous n’êtes pas d’accord"), ways=tuple(ways_of(campaign, told_day))),
            ),
            signed=signed_of(campaign),
            slip=tuple(offered),
            slip_head=slip_head_of(application, to),
            code=_address(application) if to.has_account else "",
        )


def cases_of(application: Application, kind: RunKind) -> QuerySet[CaseExplanation]:
    return application.cases.filter(run__kind=kind).select_related("application").order_by("rank")


def told_cases(application: Application) -> list[CaseExplanation]:
    """What stands: the second round where there was one, else the draw; empty where nothing was decided."""
    second = list(cases_of(application, RunKind.SECOND))
    return second or list(cases_of(application, RunKind.OFFICIAL))


def told_of(cases: Iterable[CaseExplanation], *, sees_home: bool = True) -> tuple[Told, ...]:
    return tuple(
        Told(first, case.result in ("granted", "in_part"), tuple(lines))
        for case, first, lines in read_by(cases, sees_home=sees_home)
    )


def known_section(application: Application, to: Addressee) -> list[Section]:
    """What was held of a home is told to that home only."""
    title = _("Ce qui a été pris en compte")
    if not to.sees_home:
        words = _("Ces renseignements tiennent au foyer qui a fait la demande : ils ne sont écrits qu’à ce foyer.")
        return [Section(title, (words,))]
    known = tuple(f"{words} ({source})" for words, source in known_of(application))
    if not known:
        return []
    wrong = _("Une erreur ? Dites-le : le renseignement est corrigé et la demande réexaminée.")
    return [Section(title, (_("Votre enfant fait partie de ceux qui :"), wrong), known)]


def write_letters(sheets: Sequence[Sheet], title: str) -> bytes:
    """PDF/UA-1. At most ``AT_ONCE`` of them."""
    if len(sheets) > AT_ONCE:
        raise ValueError(f"{len(sheets)} letters in one document")
    return typeset(_TEMPLATE, {"title": typo(title), "letters": [_drawn(sheet) for sheet in sheets]})


def write_letter(sheet: Sheet) -> bytes:
    return write_letters([sheet], f"{sheet.title}, {sheet.place}")


def reference_of(application: Application, to: Addressee) -> str:
    """The code opens the line of the published file: it is told to the home that asked, and to no other."""
    if not to.sees_home:
        return application.campaign.title
    return _("%(title)s · demande %(code)s") % {"title": application.campaign.title, "code": application.code}


def slip_head_of(application: Application, to: Addressee) -> str:
    if not to.sees_home:
        return _("Réponse pour %(child)s") % {"child": application.child}
    return _("Réponse pour %(child)s, demande %(code)s") % {"child": application.child, "code": application.code}


def hello(to: Addressee) -> str:
    return _("Bonjour %(name)s,") % {"name": to.name}


def sender_of(campaign: AllocationCampaign) -> tuple[str, ...]:
    return (_("Commune de %(name)s") % {"name": campaign.commune.name}, *contact_of(campaign))


def signed_of(campaign: AllocationCampaign) -> str:
    """Whoever writes to the public says their name and their office (CRPA, L. 212-1)."""
    run: AllocationRun | None = campaign.runs.filter(kind=RunKind.OFFICIAL).select_related("by").first()
    service = campaign.organisation.name
    if run is None or run.by is None:
        return _("Pour la commune, %(service)s") % {"service": service}
    return _("Pour la commune, %(who)s, %(service)s") % {"who": run.by.full_name, "service": service}


def _headline(application: Application, offered: Sequence[str], cases: Sequence[CaseExplanation]) -> str:
    name = {"name": application.child.first_name}
    if offered:
        return _("Une place est proposée à %(name)s") % name
    given = {part.get("given") for case in _granted(cases) for part in case.content["parts"]}
    if given:
        return (_("%(name)s a sa place") if "moved" in given else _("%(name)s garde sa place")) % name
    return _("Pas de place pour %(name)s pour l’instant") % name


def _lead(
    campaign: AllocationCampaign, told_day: date, offered: Sequence[str], cases: Sequence[CaseExplanation]
) -> tuple[str, ...]:
    if not offered and (granted := _granted(cases)):
        known = (case.words.partition("\n")[0] for case in granted)
        return (*known, _("Il n’y a rien à répondre : la place est confirmée."))
    if not offered:
        return (
            _(
                "Il y avait plus de demandes que de places. Votre enfant reste sur les listes d’attente. Quand une "
                "place se libère, elle est proposée dans l’ordre de la liste. Vous n’avez rien à redemander."
            ),
        )
    until = french_day(_answer_until(campaign, told_day))
    return (
        _("%(what)s. C’est à vous de dire si vous la prenez.") % {"what": _join(offered)},
        _(
            "Répondez avant la fin du %(day)s : dans votre espace famille, par téléphone, au guichet, ou avec le "
            "coupon en bas de cette lettre. Sans réponse, la place va à l’enfant suivant."
        )
        % {"day": until},
    )


def _answer_until(campaign: AllocationCampaign, told_day: date) -> date:
    """Of the round of that day: the campaign keeps that of the last one."""
    if campaign.answer_until is not None and told_on(campaign) == told_day:
        return timezone.localdate(campaign.answer_until)
    return told_day + timedelta(days=terms_on(campaign.commune_id, told_day).answer)


def _granted(cases: Sequence[CaseExplanation]) -> list[CaseExplanation]:
    return [case for case in cases if case.result in ("granted", "in_part")]


def _offered(cases: Sequence[CaseExplanation]) -> list[str]:
    """Names of what waits for an answer, as they were when it was decided."""
    names = _names([part["offer"] for case in cases for part in case.content["parts"]])
    return [
        names.get(part["offer"], part["offer"])
        for case in _granted(cases)
        for part in case.content["parts"]
        if part["reason"] in _SEATED and not part.get("given")
    ]


def _names(codes: Sequence[str]) -> dict[str, str]:
    keys = {int(code[1:]) for code in codes if code[1:].isdecimal()}
    return {
        each.code: name_of(each) for each in CampaignOffer.objects.filter(pk__in=keys).select_related("unit__activity")
    }


def _join(names: Sequence[str]) -> str:
    return _(" et ").join(names)


def _address(application: Application) -> str:
    path = reverse("portal:wishes_answers", args=[application.campaign.slug, application.child.key])
    return f"{settings.SITE_URL}{path}"


def _drawn(sheet: Sheet) -> dict[str, Any]:
    drawn: dict[str, Any] = _typed(asdict(sheet))
    drawn["code"] = qr_svg(sheet.code) if sheet.code else ""
    return drawn


def _typed(value: Any) -> Any:
    """French typography in every sentence."""
    if isinstance(value, str):
        return typo(value)
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(each) for each in value]
    return value
