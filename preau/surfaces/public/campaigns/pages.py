from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.offer.campaigns.counting import overrides_of
from preau.offer.campaigns.enums import OverrideReason
from preau.offer.campaigns.example import played
from preau.offer.campaigns.models import AllocationCampaign, AllocationRun
from preau.offer.campaigns.printed import write_wish_form
from preau.offer.campaigns.showing import is_shown, official_run, second_run
from preau.offer.campaigns.states import RESULTS
from preau.people.organisations.models import Commune


@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    rows = AllocationCampaign.objects.public().filter(commune=Commune.objects.current())
    return render(request, "public/campaigns/campaigns.html", {"campaigns": rows.select_related("organisation")[:50]})


@require_safe
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Dates, rules as they were voted, places, the promise of the draw; then the counts and the file."""
    found = _campaign(slug)
    run = official_run(found)
    counts = run.summary if run else {}
    offers = found.offers.select_related("unit__activity__site").prefetch_related("reserves")
    context = {
        "campaign": found,
        "rules": found.priority_rules.all(),
        "offers": [(each, counts.get("offers", {}).get(each.code, {}).get("asked")) for each in offers],
        "run": run,
        "counts": counts,
        "is_shown": run is not None and is_shown(run),
        "second": second_run(found),
        "has_answers": found.state in RESULTS,
        "outside": overrides_of(found, timezone.localdate()) if found.state in RESULTS else None,
        "outside_reasons": OverrideReason.choices,
    }
    return render(request, "public/campaigns/campaign.html", context)


@require_safe
def method(request: HttpRequest, slug: str) -> HttpResponse:
    """One screen for a parent, with an example that the engine plays before their eyes."""
    found = _campaign(slug)
    context = {"campaign": found, "rules": found.priority_rules.all(), "played": played()}
    return render(request, "public/campaigns/method.html", context)


@require_safe
def replay_file(request: HttpRequest, slug: str) -> HttpResponse:
    """What ``preau allocation verify`` reads, to the byte."""
    return _file(official_run(_campaign(slug)), "")


@require_safe
def second_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for the second round."""
    return _file(second_run(_campaign(slug)), "-second-tour")


def _file(run: AllocationRun | None, ending: str) -> HttpResponse:
    if run is None or not is_shown(run):
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{run.campaign.slug}{ending}.json"'}
    return HttpResponse(run.document, content_type="application/json; charset=utf-8", headers=headers)


@require_safe
def wish_form(request: HttpRequest, slug: str) -> HttpResponse:
    """The wishes on paper, with what this campaign gives: to print at home, at school, in a social centre."""
    found = _campaign(slug)
    headers = {"Content-Disposition": f'inline; filename="voeux-{found.slug}.pdf"'}
    return HttpResponse(write_wish_form(found), content_type="application/pdf", headers=headers)


def campaign_paths() -> list[str]:
    """For the map of the site: campaigns that everybody may read, and the method of each."""
    slugs = AllocationCampaign.objects.public().filter(commune=Commune.objects.current()).values_list("slug", flat=True)
    pages = [reverse(f"public:{name}", args=[slug]) for slug in slugs for name in ("campaign", "campaign_method")]
    return [reverse("public:campaigns"), *pages]


def _campaign(slug: str) -> AllocationCampaign:
    rows = AllocationCampaign.objects.public().select_related("organisation")
    return get_object_or_404(rows, commune=Commune.objects.current(), slug=slug)
