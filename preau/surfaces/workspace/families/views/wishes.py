"""Wishes of a child, written at the counter by the very verbs of the family, for who asks there, by phone, on paper.

Each list that is sent, changed once it was sent, or withdrawn has its receipt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from preau.foundation.text.days import french_day
from preau.offer.campaigns.enums import ApplicationState
from preau.offer.campaigns.errors import WindowClosed, WrongWish
from preau.offer.campaigns.models import AllocationCampaign, Application
from preau.offer.campaigns.printed import write_wish_form
from preau.offer.campaigns.states import RESULTS
from preau.offer.campaigns.wishing import send, withdraw
from preau.people.counter.enums import Procedure
from preau.people.counter.receipts import Helped
from preau.people.households.enums import MandateScope
from preau.people.households.helping import homes_of_adult
from preau.people.households.models import Adult, Child
from preau.people.households.rights import Act
from preau.surfaces.shell.request import hand
from preau.surfaces.shell.wishes import Typed, drawing, is_open, keep, kept, typed, window_is_closed
from preau.surfaces.workspace.families.acting import NotActing, acting_for, done
from preau.surfaces.workspace.families.doors import child_of, homes_that_ask, opened

type Page = Callable[[HttpRequest, Helped, Child, AllocationCampaign], HttpResponse]


def for_somebody(view: Page) -> Callable[..., HttpResponse]:
    """For views of one campaign: the person of the file is the one being helped, with a mandate for wishes."""

    @wraps(view)
    @opened
    def asked(request: HttpRequest, adult: Adult, child: UUID, slug: str) -> HttpResponse:
        one = child_of(adult, child, Act.REGISTER)
        helped = _helped(request, adult, one)
        if helped is None:
            return _ask_first(request, adult)
        rows = AllocationCampaign.objects.public().filter(commune=adult.commune).select_related("organisation")
        return view(request, helped, one, get_object_or_404(rows, slug=slug))

    return asked


@require_safe
@opened
def family_campaigns(request: HttpRequest, adult: Adult, child: UUID) -> HttpResponse:
    """Campaigns of the moment, with where this child stands in each."""
    one = child_of(adult, child, Act.REGISTER)
    helped = _helped(request, adult, one)
    if helped is None:
        return _ask_first(request, adult)
    rows = AllocationCampaign.objects.public().filter(commune=adult.commune)[:20]
    known = {each.campaign_id: each for each in Application.objects.filter(child=one, campaign__in=list(rows))}
    told = sorted(((row, is_open(row), known.get(row.pk)) for row in rows), key=lambda each: not each[1])
    context = {"adult": adult, "child": one, "helped": helped, "told": told, "results": RESULTS}
    return render(request, "workspace/families/campaigns.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_somebody
def family_wishes(request: HttpRequest, helped: Helped, child: Child, campaign: AllocationCampaign) -> HttpResponse:
    """The same list as the family's own page. What was sent already and changes is said on a receipt."""
    found = _application(campaign, child)
    application = found or _blank(request, helped, campaign, child)
    if request.method != "POST":
        return _page(request, helped, application, kept(found))
    form = typed(request)
    before = application.version
    application, problem = keep(request, application, form)
    if problem:
        return _page(request, helped, application, form, problem)
    if request.POST.get("do") == "recap":
        return redirect("workspace:family_wishes_sending", helped.principal.key, child.key, campaign.slug)
    now = Application.objects.get(pk=application.pk)
    if now.state == ApplicationState.SENT and now.version != before:
        line = _("Les vœux de %(child)s pour « %(title)s » sont changés : %(wishes)s.")
        _receipt(request, helped, child, [line % _said(now, child)])
    return redirect("workspace:family_wishes", helped.principal.key, child.key, campaign.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@for_somebody
def family_wishes_sending(
    request: HttpRequest, helped: Helped, child: Child, campaign: AllocationCampaign
) -> HttpResponse:
    """Read aloud to who asks, then sent: the receipt says the order that was asked."""
    application = _application(campaign, child)
    here = [helped.principal.key, child.key, campaign.slug]
    if application is None:
        return redirect("workspace:family_wishes", *here)
    problem = ""
    if request.method == "POST":
        try:
            send(application, hand=hand(request))
        except WindowClosed:
            problem = window_is_closed()
        except WrongWish as wrong:
            problem = wrong.sentence
        else:
            line = _("Les vœux de %(child)s pour « %(title)s » sont envoyés : %(wishes)s.")
            _receipt(request, helped, child, [line % _said(application, child), *_what_comes(helped, application)])
            return redirect("workspace:family_wishes_sending", *here)
    context = _drawing(request, helped, application, kept(application))
    context |= {"adult": helped.principal, "helped": helped, "problem": problem}
    return render(request, "workspace/families/wishes_sending.html", context, status=422 if problem else 200)


@require_POST
@for_somebody
def family_wishes_withdrawal(
    request: HttpRequest, helped: Helped, child: Child, campaign: AllocationCampaign
) -> HttpResponse:
    application = _application(campaign, child)
    if application is not None and application.state != ApplicationState.WITHDRAWN:
        try:
            withdraw(application, hand=hand(request))
        except WindowClosed:
            messages.warning(request, window_is_closed())
        else:
            said = {"child": child.first_name, "title": campaign.title}
            line = _("La demande de %(child)s pour « %(title)s » est retirée.") % said
            done(request, helped, Procedure.WISHES, [line], child=child)
    return redirect("workspace:family_wishes", helped.principal.key, child.key, campaign.slug)


@require_safe
@for_somebody
def family_wishes_form(
    request: HttpRequest, helped: Helped, child: Child, campaign: AllocationCampaign
) -> HttpResponse:
    """The campaign's form with the child's name, to be filled in at home."""
    content = write_wish_form(campaign, child=child, asked_by=helped.principal)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="voeux-{campaign.slug}.pdf"'
    return response


def _helped(request: HttpRequest, adult: Adult, child: Child) -> Helped | None:
    try:
        helped = acting_for(request, child, MandateScope.CAMPAIGN)
    except NotActing:
        return None
    return helped if helped.principal.pk == adult.pk else None


def _ask_first(request: HttpRequest, adult: Adult) -> HttpResponse:
    messages.warning(
        request, _("Vérifiez d’abord l’identité de la personne, et qu’elle vous confie de faire des vœux.")
    )
    return redirect("workspace:family_help", adult.key)


def _application(campaign: AllocationCampaign, child: Child) -> Application | None:
    return campaign.applications.select_related("child", "household", "asked_by").filter(child=child).first()


def _blank(request: HttpRequest, helped: Helped, campaign: AllocationCampaign, child: Child) -> Application:
    """As it would begin: never written by a page that is only read."""
    homes = homes_that_ask(helped.principal, child)
    return Application(
        campaign=campaign,
        child=child,
        household=homes[0] if homes else None,
        asked_by=helped.principal,
        channel=helped.channel,
    )


def _page(
    request: HttpRequest, helped: Helped, application: Application, form: Typed, problem: str = ""
) -> HttpResponse:
    if problem and application.pk:  # what was typed replaces what is kept only if it is saved again, knowingly
        form = replace(form, version=application.version)
    context = _drawing(request, helped, application, form)
    context |= {"adult": helped.principal, "helped": helped, "problem": problem}
    return render(request, "workspace/families/wishes.html", context, status=422 if problem else 200)


def _drawing(request: HttpRequest, helped: Helped, application: Application, form: Typed) -> dict[str, object]:
    """Prices are told to the home that would pay them, as is the code of what it asked."""
    sees_home = _sees_home(helped, application)
    drawn = drawing(application, form, may_write=True, hand=hand(request), sees_price=sees_home)
    return drawn | {"sees_home": sees_home}


def _sees_home(helped: Helped, application: Application) -> bool:
    return application.household in homes_of_adult(helped.principal, timezone.localdate())


def _receipt(request: HttpRequest, helped: Helped, child: Child, lines: list[str]) -> None:
    done(request, helped, Procedure.WISHES, lines, child=child, waits=True)


def _said(application: Application, child: Child) -> dict[str, str]:
    rows = application.wishes.select_related("offer__unit__activity", "bundle")
    names = [
        f"{each.offer.unit.activity.title}, {each.offer.unit.label}" if each.offer else str(each.bundle)
        for each in rows
    ]
    wishes = " ; ".join(f"{rank}. {name}" for rank, name in enumerate(names, 1))
    return {"child": child.first_name, "title": application.campaign.title, "wishes": wishes}


def _what_comes(helped: Helped, application: Application) -> list[str]:
    """Until when they may change, what they will be read under, and that the hour counts for nothing."""
    day = french_day(timezone.localdate(application.campaign.closes_at))
    return [
        _("Ils peuvent changer jusqu’au %(day)s. Le jour et l’heure d’arrivée ne changent rien au résultat.")
        % {"day": day},
        _("Toutes les familles ont leur réponse en même temps. Code de la demande dans le fichier publié : %(code)s.")
        % {"code": application.code}
        if _sees_home(helped, application)
        else _("Toutes les familles ont leur réponse en même temps."),
    ]
