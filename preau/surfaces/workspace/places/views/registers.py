"""From the lines of registers to the places of the town: one click when it is sure, several at once when it is easy."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from preau.foundation.text.numbers import whole
from preau.people.organisations.models import Commune
from preau.surfaces.shell.choices import Choice
from preau.surfaces.shell.request import hand, require
from preau.surfaces.workspace.places.views.door import the_place
from preau.town.places.actions import NameTaken, SiteChanged
from preau.town.places.enums import PlaceRegister
from preau.town.places.models import PlaceRecord, Site
from preau.town.places.permissions import SITES
from preau.town.places.registers import (
    RecordTaken,
    link_record,
    proposals,
    site_from_record,
    sites_from_records,
    take_over,
    unlink_record,
    unlinked,
)

BY_PAGE = 30


@require_GET
def place_records(request: HttpRequest) -> HttpResponse:
    require(request, SITES, "edit")
    lines = unlinked(_town())
    register, words = request.GET.get("registre", ""), request.GET.get("q", "").strip()[:100]
    page = Paginator(_asked(lines, register, words), BY_PAGE).get_page(request.GET.get("page"))
    sites = list(Site.objects.filter(commune=_town()).order_by("name"))
    rows = list(page.object_list)
    found = proposals(rows, sites)
    context = {
        "page": page,
        "rows": [(line, found.get(line.pk)) for line in rows],
        "sites": sites,
        "registers": _registers(lines, register, words),
        "register": register,
        "words": words,
        "total": lines.count(),
        "base": urlencode([(n, v) for n, v in (("registre", register), ("q", words)) if v]),
        "asked": request.GET.urlencode(),
    }
    return render(request, "workspace/places/records.html", context)


@require_POST
def place_record_linking(request: HttpRequest, pk: int) -> HttpResponse:
    """« C’est ce lieu »."""
    require(request, SITES, "edit")
    site = get_object_or_404(Site.objects.filter(commune=_town()), slug=request.POST.get("lieu", ""))
    try:
        link_record(_line(pk), site, hand=hand(request))
    except RecordTaken as taken:
        messages.warning(
            request, _("Quelqu’un a déjà rattaché cette fiche à « %(site)s ».") % {"site": taken.site.name}
        )
    else:
        messages.success(request, _("La fiche est rattachée à « %(site)s ».") % {"site": site.name})
    return _back(request)


@require_POST
def place_record_site(request: HttpRequest, pk: int) -> HttpResponse:
    """« Faire de cette fiche un lieu »."""
    require(request, SITES, "edit")
    line = _line(pk)
    try:
        site = site_from_record(line, hand=hand(request))
    except NameTaken:
        messages.warning(
            request, _("Un lieu s’appelle déjà « %(name)s » : rattachez-lui la fiche.") % {"name": line.name}
        )
    except RecordTaken as taken:
        messages.warning(
            request, _("Quelqu’un a déjà rattaché cette fiche à « %(site)s ».") % {"site": taken.site.name}
        )
    else:
        messages.success(request, _("« %(site)s » est maintenant un lieu de la ville.") % {"site": site.name})
    return _back(request)


@require_POST
def place_records_batch(request: HttpRequest) -> HttpResponse:
    """Those that were ticked; at most a page of them."""
    require(request, SITES, "edit")
    chosen = [whole(pk) for pk in request.POST.getlist("fiche")][:BY_PAGE]
    lines = list(unlinked(_town()).filter(pk__in=chosen).select_related("commune"))
    if not lines:
        messages.warning(request, _("Cochez d’abord les fiches dont vous voulez faire des lieux."))
        return _back(request)
    made, left = sites_from_records(lines, hand=hand(request))
    if made:
        words = ngettext("%(count)d lieu est ajouté.", "%(count)d lieux sont ajoutés.", len(made))
        messages.success(request, words % {"count": len(made)})
    if left:
        names = ", ".join(each.name for each in left)
        messages.warning(
            request, _("Un lieu porte déjà ce nom, rattachez-lui la fiche : %(names)s.") % {"names": names}
        )
    return _back(request)


@require_POST
def site_record_unlinking(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = the_place(request, slug)
    unlink_record(get_object_or_404(site.records.select_related("site"), pk=pk), hand=hand(request))
    messages.success(request, _("La fiche n’est plus rattachée à ce lieu."))
    return redirect("workspace:site_families", site.slug)


@require_POST
def site_takeover(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The place takes one thing that the register says, because somebody asked."""
    site = the_place(request, slug)
    line = get_object_or_404(site.records.all(), pk=pk)
    seen = request.POST.get("seen_version", "")
    try:
        take_over(
            site, line, request.POST.get("quoi", ""), seen_version=whole(seen),
            hand=hand(request),
        )  # fmt: skip
    except StopIteration as nothing:
        raise Http404 from nothing
    except NameTaken:
        messages.warning(request, _("Un autre lieu porte déjà ce nom."))
    except SiteChanged:
        messages.warning(request, _("Quelqu’un a corrigé ce lieu entre-temps. Relisez-le avant de reprendre la fiche."))
    else:
        messages.success(request, _("C’est repris du registre."))
    return redirect("workspace:site_families", site.slug)


def _town() -> Commune:
    commune = Commune.objects.current()
    if commune is None:
        raise Http404
    return commune


def _line(pk: int) -> PlaceRecord:
    return get_object_or_404(PlaceRecord.objects.filter(commune=_town()).select_related("commune", "site"), pk=pk)


def _asked(lines: QuerySet[PlaceRecord], register: str, words: str) -> QuerySet[PlaceRecord]:
    if register in PlaceRegister.values:
        lines = lines.filter(register=register)
    for word in words.split():
        lines = lines.filter(Q(name__icontains=word) | Q(address__icontains=word) | Q(kind__icontains=word))
    return lines


def _registers(lines: QuerySet[PlaceRecord], current: str, words: str) -> list[Choice]:
    counts = dict(lines.order_by().values_list("register").annotate(Count("pk")))
    kept = {"q": words} if words else {}
    every = Choice(_("Tous les registres"), urlencode(kept), sum(counts.values()), current not in PlaceRegister.values)
    return [
        every,
        *(
            Choice(
                register.label, urlencode({"registre": register.value, **kept}), counts[register], current == register
            )
            for register in PlaceRegister
            if register in counts
        ),
    ]


def _back(request: HttpRequest) -> HttpResponse:
    """To the same page of the list: only its own query is taken up."""
    answer = redirect("workspace:place_records")
    kept = request.POST.get("retour", "")
    if kept:
        answer["Location"] += "?" + urlencode(
            [(n, v) for n, v in parse_qsl(kept[:400]) if n in ("registre", "q", "page")]
        )
    return answer
