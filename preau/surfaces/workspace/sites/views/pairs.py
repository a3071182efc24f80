"""The two projects of a site side by side, where they cross, and what both sides carry together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from preau.foundation.design.templatetags.preau_design import long_date
from preau.foundation.schoolyears import school_year_of, year_name
from preau.people.organisations.models import Organisation
from preau.people.permissions import Actor
from preau.plan.articulation.content import Period
from preau.plan.articulation.crossings import Crossing, crossings
from preau.plan.articulation.enums import Side
from preau.plan.articulation.errors import PairPresent, SideHasWritten
from preau.plan.articulation.models import SitePair
from preau.plan.articulation.pairs import change_pair, open_pair
from preau.plan.articulation.permissions import PAIRS, SUMMARIES
from preau.plan.articulation.queries import SideStanding, crossings_of, pairs, sheets_together, standings
from preau.plan.sheets.permissions import SHEETS
from preau.surfaces.shell.request import actor, hand, require
from preau.surfaces.workspace.sites.forms.pairs import PairForm
from preau.surfaces.workspace.sites.views.sites import the_site

SIDE_NOUNS = {"ecole": Side.SCHOOL, "accueil": Side.CARE}


@dataclass(frozen=True, slots=True)
class SideColumn:
    """One side as the person in front of the screen sees it."""

    noun: str
    organisation: Organisation
    standing: SideStanding
    may_write: bool
    must_open: bool
    """Theirs to discover: it shows once they say that they open it, and the other side sees that they did."""


@require_GET
def pair_page(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_site(request, slug)
    year = asked_year(request)
    pair = pairs().filter(site=site, school_year=year).first()
    if pair is None:
        context = {
            "site": site,
            "year": year,
            "year_name": year_name(year),
            "may_open": PAIRS.may(actor(request), "open"),
        }
        return render(request, "workspace/pair_empty.html", context)
    return show_pair(request, pair)


def show_pair(request: HttpRequest, pair: SitePair, **more: Any) -> HttpResponse:
    who = actor(request)
    sides = standings(pair)
    columns = [_column(who, pair, noun, sides[side]) for noun, side in SIDE_NOUNS.items()]
    today = timezone.localdate()
    found = crossings_of(pair, today, sides)
    dismissals = list(pair.dismissals.select_related("by"))
    together = list(SHEETS.rows(who, "read", sheets_together(pair)))
    said = {each.key: _("croisement écarté") for each in dismissals}
    said |= {
        each.joint.key: _("fiche commune %(code)s") % {"code": each.code} for each in together if hasattr(each, "joint")
    }
    context = {
        "site": pair.site,
        "pair": pair,
        "columns": columns,
        "standing": pair_standing(pair, sides, found),
        "rhythm": [] if any(each.must_open for each in columns) else rhythm(sides, said, today),
        "crossings": found,
        "together": [(sheet, _agreements(sheet, pair)) for sheet in together],
        "dismissals": dismissals,
        "may_join": PAIRS.may(who, "join", pair),
        "my_side": my_side(who, pair),
        "may_open": PAIRS.may(who, "open"),
        "other_years": pair.site.pairs.exclude(pk=pair.pk),
        "failed": "",
        **more,
    }
    return render(request, "workspace/pair.html", context, status=422 if more else 200)


def asked_year(request: HttpRequest) -> int:
    asked = request.GET.get("annee", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 else school_year_of(timezone.localdate())


def pair_path(pair: SitePair, part: str = "") -> str:
    return reverse("workspace:pair", args=[pair.site.slug]) + f"?annee={pair.school_year}{part}"


def my_side(who: Actor, pair: SitePair) -> Side | None:
    """The side that the person speaks for, None for the others."""
    for side in Side:
        if PAIRS.may(who, f"write_{side}", pair):
            return side
    return None


def _column(who: Actor, pair: SitePair, noun: str, standing: SideStanding) -> SideColumn:
    may_write = PAIRS.may(who, f"write_{standing.side}", pair)
    shown = standing.published
    has_opened = any(each.by_id == (who.user.pk if who.user else 0) for each in standing.openings)
    must_open = shown is not None and not has_opened and not may_write and SUMMARIES.may(who, "open", shown)
    return SideColumn(noun, pair.side(standing.side), standing, may_write, must_open)


def pair_standing(pair: SitePair, sides: dict[Side, SideStanding], found: list[Crossing]) -> str:
    """The answer in a sentence: who is awaited, else what the two could do together."""
    awaited = [each.side for each in sides.values() if each.published is None]
    day = {"day": long_date(pair.due_on)}
    if len(awaited) == 2:
        return _("On attend les deux projets pour le %(day)s.") % day
    if awaited == [Side.SCHOOL]:
        return _("On attend le projet de l’école pour le %(day)s.") % day
    if awaited == [Side.CARE]:
        return _("On attend le projet de l’accueil pour le %(day)s.") % day
    if not found:
        return _("Les deux projets sont là. Rien d’autre à croiser pour l’instant.")
    words = ngettext(
        "%(count)d croisement possible entre les deux projets.",
        "%(count)d croisements possibles entre les deux projets.",
        len(found),
    )
    return words % {"count": len(found)}


def rhythm(
    sides: dict[Side, SideStanding], said: dict[str, str], today: date
) -> list[tuple[tuple[Period | None, Period | None], str]]:
    """The periods of the year, one beside the other, with the word that says whether they cross.

    ``said``: {key of a crossing: what became of it}.
    """
    words: dict[tuple[int, int], str] = {}
    for each in crossings(sides[Side.SCHOOL].content, sides[Side.CARE].content):
        if each.school_period and each.care_period:
            word = said.get(each.key) or (_("période passée") if each.is_over(today) else str(each.kind.label))
            words.setdefault((each.school_period.number, each.care_period.number), word)
    school, care = ({each.number: each for each in sides[side].content.periods} for side in Side)
    return [
        ((school.get(number), care.get(number)), words.get((number, number), "")) for number in sorted({*school, *care})
    ]


def _agreements(sheet: Any, pair: SitePair) -> list[tuple[Organisation, Any]]:
    """Each side with its validation, None as long as it has not agreed."""
    given = {each.organisation_id: each for each in sheet.validations.all() if each.holds}
    return [(side, given.get(side.pk)) for side in (pair.school, pair.care)]


@require_http_methods(["GET", "HEAD", "POST"])
def pair_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The coordination opens the pair of a year, or corrects it."""
    site = the_site(request, slug)
    require(request, PAIRS, "open")
    year = asked_year(request)
    pair = pairs().filter(site=site, school_year=year).first()
    organisations = list(Organisation.objects.filter(commune=site.commune_id).order_by("name"))
    data = request.POST if request.method == "POST" else None
    form = PairForm(data, site=site, year=year, organisations=organisations, pair=pair)
    if request.method == "POST" and form.is_valid():
        try:
            if pair is None:
                pair = open_pair(site, year, form.facts, hand=hand(request))
            else:
                change_pair(pair, form.facts, hand=hand(request))
        except PairPresent:
            form.add_error(None, _("Quelqu’un vient d’ouvrir ce binôme. Rien n’a été changé."))
        except SideHasWritten:
            form.add_error(None, _("Ce côté a déjà écrit son projet : on ne le remplace pas en cours d’année."))
        else:
            messages.success(request, _("Le binôme est prêt : chaque côté peut écrire son projet."))
            return HttpResponseRedirect(pair_path(pair))
    context = {"site": site, "form": form, "pair": pair, "year": year, "year_name": year_name(year)}
    return render(request, "workspace/pair_edit.html", context, status=422 if request.method == "POST" else 200)


def the_pair(request: HttpRequest, slug: str) -> SitePair:
    """The pair of the year that the address names."""
    site = the_site(request, slug)
    pair = pairs().filter(site=site, school_year=asked_year(request)).first()
    if pair is None:
        raise Http404
    return pair
