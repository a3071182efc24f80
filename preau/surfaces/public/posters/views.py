"""An entry as a page to print: ``?modele=affiche`` (A4), ``depliant`` (two A5 on an A4), ``falc`` (easy to read)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from preau.foundation.pdf import typeset
from preau.offer.activities.models import Activity
from preau.offer.versions.languages import EASY_READ
from preau.offer.versions.models import EntryVersion
from preau.people.organisations.models import Commune

from .facts import easy_facts, poster_facts

_HERE = Path(__file__).parent
TEMPLATES = {"affiche": "poster.typ", "depliant": "flyer.typ", "falc": "easy.typ"}
_A_DAY = 24 * 3600


@login_not_required
@require_safe
def poster(request: HttpRequest, slug: str) -> FileResponse:
    """404 for an entry that families do not see, an unknown model, an easy text that is not there or fell behind."""
    model = request.GET.get("modele", "affiche")
    entries = Activity.objects.shown().select_related("organisation", "commune", "site", "price_rule")
    activity = entries.filter(commune=Commune.objects.current(), slug=slug).first()
    if activity is None or model not in TEMPLATES:
        raise Http404
    easy = _easy(activity) if model == "falc" else None
    answer = FileResponse(
        BytesIO(_made(activity, model, easy)), filename=f"{model}-{slug}.pdf", content_type="application/pdf"
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _easy(activity: Activity) -> EntryVersion:
    version = activity.other_versions.filter(kind=EASY_READ).first()
    if version is None:
        raise Http404
    version.activity = activity
    if not version.is_current:
        raise Http404
    return version


def _made(activity: Activity, model: str, easy: EntryVersion | None) -> bytes:
    """Kept for the day, until the catalogue says that the entry changed: typesetting is dear."""
    today = timezone.localdate()
    key = f"poster:{activity.pk}:{activity.revision}:{model}:{today:%Y%m%d}"
    made: bytes | None = cache.get(key)
    if made is None:
        facts = easy_facts(activity, easy, today) if easy else poster_facts(activity, today)
        made = typeset(_HERE / TEMPLATES[model], facts)
        cache.set(key, made, _A_DAY)
    return made
