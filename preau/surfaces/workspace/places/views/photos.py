"""The photos of a place."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from preau.people.files.errors import FileRefused
from preau.surfaces.shell.request import hand
from preau.surfaces.workspace.places.forms import PhotoForm, PhotoWordsForm
from preau.surfaces.workspace.places.views.door import answer, the_place
from preau.town.places.developing import PhotoRefused
from preau.town.places.models import Site, SitePhoto
from preau.town.places.photos import add_photo, remove_photo, retell_photo


@require_http_methods(["GET", "HEAD", "POST"])
def site_photo_addition(request: HttpRequest, slug: str) -> HttpResponse:
    site = the_place(request, slug)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload: UploadedFile = form.cleaned_data["photo"]
        try:
            add_photo(site, upload.read(), form.facts, hand=hand(request))
        except (PhotoRefused, FileRefused) as refused:
            form.add_error("photo", str(refused))
        else:
            messages.success(request, _("La photo est montrée aux familles."))
            return redirect("workspace:site_families", site.slug)
    return answer(request, "workspace/places/photo.html", {"site": site, "form": form, "photo": None})


@require_http_methods(["GET", "HEAD", "POST"])
def site_photo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = the_place(request, slug)
    photo = _photo(site, pk)
    form = PhotoWordsForm(request.POST or None, initial=PhotoWordsForm.of(photo))
    if request.method == "POST" and form.is_valid():
        retell_photo(photo, **form.cleaned_data, hand=hand(request))
        messages.success(request, _("La photo est décrite autrement."))
        return redirect("workspace:site_families", site.slug)
    return answer(request, "workspace/places/photo.html", {"site": site, "form": form, "photo": photo})


@require_POST
def site_photo_removal(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    site = the_place(request, slug)
    remove_photo(_photo(site, pk), hand=hand(request))
    messages.success(request, _("La photo est retirée et ses fichiers sont effacés."))
    return redirect("workspace:site_families", site.slug)


@require_GET
def site_photo_file(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The small one, for those who keep a place that families may not see yet."""
    stored = _photo(the_place(request, slug, "read"), pk).small
    try:
        content = stored.open()
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(content, content_type=stored.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _photo(site: Site, pk: int) -> SitePhoto:
    return get_object_or_404(site.photos.select_related("site", "small", "large"), pk=pk)
