"""The duties of a public site: open data explained, accessibility, legal notice, robots."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from preau.plan.structure.models import TerritorialEducationPlan
from preau.plan.structure.queries import plan_tree
from preau.surfaces.public.campaigns.pages import campaign_paths
from preau.surfaces.public.catalogue.sitemap import catalogue_paths


@login_not_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    return render(request, "public/data.html", {"plan": TerritorialEducationPlan.objects.on_display()})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "public/accessibility.html")


@login_not_required
@require_safe
def legal(request: HttpRequest) -> HttpResponse:
    return render(request, "public/legal.html")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = "".join(f"Disallow: {path}\n" for path in ("/atelier/", "/pilotage/", "/compte/"))
    return _text(f"User-agent: *\n{closed}Sitemap: {settings.SITE_URL}{reverse('public:sitemap')}\n")


@login_not_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell about a weakness."""
    return _text(f"Contact: {settings.SITE_URL}{reverse('public:legal')}\nPreferred-Languages: fr, en\n")


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    shown = TerritorialEducationPlan.objects.on_display()
    names = ("home", "plan", "changes", "data", "datasets", "accessibility", "legal")
    paths = [reverse(f"public:{name}") for name in names]
    if shown is not None:
        tree = plan_tree(shown)
        paths += [reverse("public:axis", args=[axis.number]) for axis in tree.axes]
        paths += [reverse("public:item", args=[item.slug]) for item in tree.objectives]
    paths += catalogue_paths()
    paths += campaign_paths()
    urls = "".join(f"<url><loc>{settings.SITE_URL}{path}</loc></url>" for path in paths)
    head = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return HttpResponse(f"{head}{urls}</urlset>", content_type="application/xml")


def _text(content: str) -> HttpResponse:
    return HttpResponse(content, content_type="text/plain; charset=utf-8")
